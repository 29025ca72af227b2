"""What a departure costs over GraphQL where many colleagues could take many contacts: the first five, or all."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from httpx import ASGITransport, AsyncClient

from api.app import create_app
from bench.measure import median_seconds_of
from bench.one_account import AS_OF
from bench.report import Finding, Goal, milliseconds
from graph.model.companies import COMPANIES, DEPARTMENTS, Company, Department
from graph.model.people import PEOPLE, TIES, Person, Tie
from graph.model.words import Line, OrgLevel, Side
from graph.settings import Settings
from graph.store import Changes, Table
from graph.viewer import LOCAL

CONTACT_COUNT, COLLEAGUE_COUNT = 300, 150
_ROUNDS = 5
_LEVELS, _LINES = tuple(OrgLevel), tuple(Line)
_METHOD = f"""\
An account of {CONTACT_COUNT} contacts, all known to the employee who leaves, and {COLLEAGUE_COUNT} colleagues who
could take each of them over. One `departureImpact` over HTTP in one process, each contact with its successors by
name and with the terms of their scores: as many as are told by default, and all. Medians of {_ROUNDS}
interleaved rounds."""
_WAYS = {"the first five, as by default": "", "all": "(first: null)"}


class _Answer(NamedTuple):
    seconds: float
    megabytes: float


def world() -> list[Table]:
    """The account, with people of every line and level on both sides."""
    departments = [
        Department(key=f"{side}-d{number}", company=side, name=f"Department {number}", line=line)
        for side in ("us", "acme")
        for number, line in enumerate(_LINES)
    ]
    ours = [_person(f"e{number:03}", "us", number) for number in range(COLLEAGUE_COUNT)]
    theirs = [_person(f"c{number:03}", "acme", number) for number in range(CONTACT_COUNT)]
    ties = [Tie(employee="leaver", contact=each.key, trust=4, last_contact=AS_OF) for each in theirs]
    ties += [
        Tie(employee=each.key, contact=theirs[number * 2 % CONTACT_COUNT].key, trust=1 + number % 5)
        for number, each in enumerate(ours)
    ]
    companies = [
        Company(key="us", name="Us", side=Side.SUPPLIER),
        Company(key="acme", name="Acme", side=Side.CUSTOMER),
    ]
    people = [Person(key="leaver", name="Leaver", company="us"), *ours, *theirs]
    kinds = {COMPANIES: companies, DEPARTMENTS: departments, PEOPLE: people, TIES: ties}
    return [Table.of_rows(kind, kind.column_names, rows) for kind, rows in kinds.items()]


def _person(key: str, company: str, number: int) -> Person:
    department = f"{company}-d{number % len(_LINES)}"
    return Person(
        key=key,
        name=f"Name of {key}",
        company=company,
        department=department,
        level=_LEVELS[number % len(_LEVELS)],
    )


async def measure() -> Finding:
    """Asks both in turns."""
    app = create_app(Settings(_env_file=None, store_url="memory:", refresh_in_background=False))
    async with app.router.lifespan_context(app):
        await app.state.store.write(LOCAL, Changes(world()))
        transport = ASGITransport(app=app)
        async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8080") as client:
            sizes = {name: await _ask(client, argument) for name, argument in _WAYS.items()}
            ways = {name: partial(_ask, client, argument) for name, argument in _WAYS.items()}
            taken = await median_seconds_of(ways, _ROUNDS)
    answers = {name: _Answer(taken[name], sizes[name] / 1e6) for name in _WAYS}
    first, every = answers.values()
    return Finding(
        "The successors of many contacts",
        _METHOD,
        ["successors told", "ms", "MB"],
        [[name, milliseconds(one.seconds), f"{one.megabytes:.2f}"] for name, one in answers.items()],
        [Goal("five take less than a quarter of the time of all", first.seconds < every.seconds / 4)],
    )


async def _ask(client: AsyncClient, argument: str) -> int:
    """The size of the answer in bytes."""
    asked = f"""{{ departureImpact(people: ["leaver"], on: "{AS_OF}") {{ accounts {{ handovers {{
      contact {{ key name }} status
      successors{argument} {{ employee {{ key name }} score terms {{ name value weight }} }} }} }} }} }}"""
    response = await client.post("/graphql", json={"query": asked}, timeout=300)
    if "errors" in response.json():
        raise RuntimeError(response.text[:1000])
    return len(response.content)
