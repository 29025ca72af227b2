"""Chains of units, as deep as anybody may make them, are written, read and changed."""

from __future__ import annotations

from datetime import date

from graph.account_graph import account_on
from graph.model.companies import COMPANIES, DEPARTMENTS, Company, Department
from graph.model.people import Person, ReportingLine
from graph.store import GraphStore
from graph.viewer import LOCAL
from tests.contract.writing import contents, put, put_columns

DEPTH = 2_000
US = Company(key="us", name="Us", side="SUPPLIER")
TOP = Company(key="acme", name="Acme", side="CUSTOMER")


def group(*, is_chain: bool, side: str = "CUSTOMER") -> list[Company]:
    return [
        Company(
            key=f"c{number}", name="Unit", side=side, parent=f"c{number - 1}" if is_chain and number else "acme"
        )
        for number in range(DEPTH)
    ]


def hierarchy() -> list[Department | Person | ReportingLine]:
    departments = [
        Department(
            key=f"d{number}",
            company="acme",
            name="Unit",
            parent=f"d{number - 1}" if number else None,
            line=None if number else "FINANCE",
        )
        for number in range(DEPTH)
    ]
    people = [Person(key=f"p{number}", company="acme", department=f"d{number}") for number in range(DEPTH)]
    lines = [ReportingLine(person=f"p{number}", manager=f"p{number - 1}") for number in range(1, DEPTH)]
    return [*departments, *people, *lines]


async def test_every_company_of_a_deep_chain_is_of_the_account_of_its_top(store: GraphStore) -> None:
    await put(store, US, TOP, *group(is_chain=True), Person(key="p", company=f"c{DEPTH - 1}"))
    assert [found.key for found in (await store.read_account(LOCAL, "acme")).people] == ["p"]
    assert (await put_columns(store, COMPANIES, {"key": "c0", "parent": None})).revisions == {"acme": 2, "c0": 1}
    assert len((await store.read_account(LOCAL, "c0")).companies) == DEPTH
    await put_columns(store, COMPANIES, {"key": "c1", "side": "PARTNER"})
    assert [found.key for found in (await store.read_account(LOCAL, "c0")).companies] == ["c0", "c1"]
    await put(store, *group(is_chain=True, side="PARTNER"))
    assert len((await store.read_account(LOCAL, "acme")).companies) == DEPTH + 1
    await put_columns(store, COMPANIES, {"key": "c5", "side": "SUPPLIER"})
    assert len((await store.read_account(LOCAL, "acme")).companies) == 6


async def test_a_line_reaches_everyone_below_however_deep(store: GraphStore) -> None:
    await put(store, US, TOP, *hierarchy())
    records = await store.read_account(LOCAL, "acme")
    assert len(contents(records)["departments"]) == DEPTH
    graph = account_on(records, date(2026, 1, 1))
    assert {member.line for member in graph.contacts.values()} == {"FINANCE"}
    changed = await put_columns(store, DEPARTMENTS, {"key": "d0", "line": "USER"})
    assert changed.revisions == {"acme": records.revision + 1}
