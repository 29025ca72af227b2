"""Pages over all accounts from what is kept, against the bare driver that runs the same statements."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from api.answering import Answering
from bench.bare_neo4j import bare_driver, wipe
from bench.kept_answers import FIRST, pages
from bench.kept_reads import Bare, Call, bare_neo4j, bare_sqlite, noting
from bench.measure import AsyncWay, median_seconds_of
from bench.portfolio import PEOPLE_PER_ACCOUNT, compute, load
from bench.report import Finding, Goal, milliseconds, times
from graph.open_store import open_store
from graph.policy_book import PolicyBook
from graph.settings import Settings
from graph.store import GraphStore
from graph.stores.sqlite.connections import connect

ACCOUNTS = 4_000
_ROUNDS = 15
_MOST = 1.5
_METHOD = """\
{accounts:,} accounts with {people:,} people, all computed. Of each list {first} rows, the worst first: the first
page, one from the middle of the list, and the first of what is MODERATE and above. Rows: what the store gives for
the list. Page: what the resolvers of the GraphQL API give, as Python objects, with the policy, the rates, what is
stale and the work on findings, each of which is read beside the list. Whole: with what is read or made only when
asked for, too (totals and counts over all pages, the accounts of each employee, the evidence of every finding).
Bare: the driver runs the statements that this takes, each once, one after the other, and fetches every row.
Medians of {rounds} interleaved rounds, each begun with cold caches."""

_PARTS = {"rows": "the rows of every page", "page": "every page", "whole": "the whole of every page"}
_BESIDE = frozenset({"count_entries", "get_rates_revision", "count_stale", "read_entries"})
"""What is read beside a list."""

Rows = dict[str, dict[str, float]]
"""Seconds of each page: ours and bare, of its rows, of the page and of the whole."""

BareOf = Callable[[list[Call]], Awaitable[Bare]]


async def measure(neo4j: Settings | None) -> Finding:
    """Computes all postures first, on every store there is."""
    found: dict[str, Rows] = {}
    cores = os.cpu_count() or 1
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pages.db"
        settings = Settings(store_url=f"sqlite:///{path}")
        await load(settings, ACCOUNTS)
        await asyncio.to_thread(compute, settings, cores)
        found["SQLite file"] = await of_sqlite(path)
    if neo4j is not None:
        async with bare_driver(neo4j) as driver:
            await wipe(driver)
        await load(neo4j, ACCOUNTS)
        await asyncio.to_thread(compute, neo4j, cores)
        found["Neo4j"] = await of_neo4j(neo4j)
    return finding(found)


async def of_sqlite(path: Path) -> Rows:
    """Measures a file whose postures are computed."""
    settings = Settings(store_url=f"sqlite:///{path}")
    bare = connect(path, is_writer=False, busy_timeout_seconds=5)

    async def bare_of(calls: list[Call]) -> Bare:
        return bare_sqlite(bare, calls)

    try:
        return await _rows(settings, bare_of)
    finally:
        bare.close()


async def of_neo4j(settings: Settings) -> Rows:
    """Measures a server whose postures are computed."""
    async with bare_driver(settings) as driver:
        return await _rows(settings, lambda calls: bare_neo4j(settings, driver, calls))


async def _rows(settings: Settings, bare_of: BareOf) -> Rows:
    async with _opened(settings) as store:
        found: Rows = {}
        answering = _answering(store, settings)
        for name, page in (await pages(answering, ACCOUNTS)).items():
            ways: dict[str, AsyncWay] = {}
            for part, ask in (("page", page.alone), ("whole", page.whole)):
                calls: list[Call] = []
                await ask(_answering(noting(store, calls), settings))
                ways[part] = partial(ask, answering)
                ways[f"bare {part}"] = await bare_of(calls)
                if part == "page":
                    of_list = [call for call in calls if call.name not in _BESIDE]
                    ways["rows"] = partial(_read, store, of_list)
                    ways["bare rows"] = await bare_of(of_list)
            found[name] = await median_seconds_of(ways, _ROUNDS)
        return found


async def _read(store: GraphStore, calls: list[Call]) -> None:
    for call in calls:
        await getattr(store.postures, call.name)(*call.given)


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[GraphStore]:
    store = await open_store(settings)
    try:
        yield store
    finally:
        await store.close()


def _answering(store: GraphStore, settings: Settings) -> Answering:
    return Answering(store, settings, PolicyBook(), lambda name, seconds: None)


def finding(found: dict[str, Rows]) -> Finding:
    """The benchmark's section."""
    rows, goals = [], []
    for store, measured in found.items():
        for name, taken in measured.items():
            cells = [store, name]
            for part in _PARTS:
                ours, bare = taken[part], taken[f"bare {part}"]
                cells += [milliseconds(ours), milliseconds(bare), times(ours / bare)]
            rows.append(cells)
        for part, what in _PARTS.items():
            ratios = {name: taken[part] / taken[f"bare {part}"] for name, taken in measured.items()}
            above = [f"{name} {times(ratio)}" for name, ratio in ratios.items() if ratio > _MOST]
            told = f"not {'; '.join(above)}" if above else f"at most {times(max(ratios.values()))}"
            text = f"{what} within {_MOST} times of the bare driver on {store}: {told}"
            goals.append(Goal(text, not above))
    header = [name for part in _PARTS for name in (f"{part}, ms", "bare, ms", "ours ÷ bare")]
    return Finding(
        "Pages over all accounts",
        _METHOD.format(first=FIRST, accounts=ACCOUNTS, people=ACCOUNTS * PEOPLE_PER_ACCOUNT, rounds=_ROUNDS),
        ["store", "list", *header],
        rows,
        goals,
    )
