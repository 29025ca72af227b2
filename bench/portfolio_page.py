"""A page of the portfolio from kept postures, against the bare driver that runs the same statements."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from api.refreshing.kept_answers import KeptAnswers
from api.refreshing.processes import refresher_of
from api.refreshing.refresher import Refresher
from bench.bare_neo4j import Run, bare_driver, noted_runs, read_bare
from bench.measure import median_seconds_of
from bench.report import Finding, Goal, milliseconds, times
from graph.open_store import open_store
from graph.posture import PortfolioFilter, PortfolioOrder, Standard
from graph.settings import Settings
from graph.store import GraphStore
from graph.stores.neo4j import leasing as neo4j_leasing
from graph.stores.neo4j import posture_finding
from graph.stores.sqlite import leasing as sqlite_leasing
from graph.stores.sqlite import portfolio as sqlite_portfolio
from graph.stores.sqlite.connections import connect, read_transaction
from queries.ask import Asker
from queries.portfolio import PortfolioParams

_FIRST = 50
_PAGE = PortfolioFilter(), PortfolioOrder.VALUE_AT_RISK, _FIRST + 1, None
_ROUNDS = 25
_METHOD = """\
The first {first} of {accounts:,} accounts with {people:,} people, most money at risk first, from what the first
computation kept. Page: the store's `find_postures`, against its statement run and fetched by the bare driver.
Whole answer: what `portfolio` of the GraphQL API gives, as Python objects, with totals by grade and severity over
all accounts and what is stale, against the bare driver that runs the statements of the page, the totals and the
count of stale accounts once each. Medians of {rounds} interleaved rounds."""


class PageTimes(NamedTuple):
    """Seconds of the page and of the whole answer, ours and by the bare driver."""

    page: float
    bare_page: float
    answer: float
    bare_answer: float


class _Noting:
    """A connection that takes down what is run on it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.runs: list[tuple[str, Any]] = []

    def execute(self, command: str, values: Any = ()) -> sqlite3.Cursor:
        self.runs.append((command, values))
        return self._connection.execute(command, values)


async def of_sqlite(path: Path) -> PageTimes:
    """Measures a file whose postures are computed."""
    settings = Settings(store_url=f"sqlite:///{path}")
    store = await open_store(settings)
    bare = connect(path, is_writer=False, busy_timeout_seconds=5)
    try:
        refresher = refresher_of(store, settings)
        standard = await refresher.standard()
        noting = _Noting(bare)
        noted = cast(sqlite3.Connection, noting)
        sqlite_portfolio.find_postures(noted, *_PAGE, standard)
        page = list(noting.runs)
        sqlite_portfolio.read_totals(noted, PortfolioFilter(), standard)
        sqlite_leasing.count_stale(noted, standard)
        return await _times(
            store,
            refresher,
            standard,
            lambda: asyncio.to_thread(_fetch_all, bare, page),
            lambda: asyncio.to_thread(_fetch_all, bare, noting.runs),
        )
    finally:
        bare.close()
        await store.close()


async def of_neo4j(settings: Settings) -> PageTimes:
    """Measures a server whose postures are computed."""
    store = await open_store(settings)
    try:
        refresher = refresher_of(store, settings)
        standard = await refresher.standard()
        runs: list[Run] = []
        for work in (
            lambda found: posture_finding.find_postures(found, *_PAGE, standard),
            lambda found: posture_finding.read_totals(found, PortfolioFilter(), standard),
            lambda found: neo4j_leasing.count_stale(found, standard),
        ):
            runs += await noted_runs(settings, work, is_writing=False)
        async with bare_driver(settings) as driver:
            return await _times(
                store, refresher, standard, lambda: read_bare(driver, runs[:1]), lambda: read_bare(driver, runs)
            )
    finally:
        await store.close()


async def _times(
    store: GraphStore, refresher: Refresher, standard: Standard, bare_page: Any, bare_answer: Any
) -> PageTimes:
    kept = KeptAnswers(store, Asker(store), refresher, 0, lambda name, seconds: None)
    answered = await kept.portfolio(PortfolioParams(first=_FIRST))
    totals = await kept.portfolio_totals(PortfolioFilter(), answered.never_computed_count)
    if totals.stale_count or len(answered.edges) != _FIRST:
        raise RuntimeError("the postures are not those of a finished computation")
    taken = await median_seconds_of(
        {
            "page": lambda: store.postures.find_postures(*_PAGE, standard),
            "bare page": bare_page,
            "answer": lambda: asyncio.gather(
                kept.portfolio(PortfolioParams(first=_FIRST)), kept.portfolio_totals(PortfolioFilter(), 0)
            ),
            "bare answer": bare_answer,
        },
        _ROUNDS,
    )
    return PageTimes(*taken.values())


def _fetch_all(connection: sqlite3.Connection, runs: Sequence[tuple[str, Any]]) -> None:
    with read_transaction(connection):
        for command, values in runs:
            connection.execute(command, values).fetchall()


def finding(pages: Mapping[str, PageTimes], account_count: int) -> Finding:
    """The benchmark's section."""
    rows, goals = [], []
    for store, taken in pages.items():
        for name, ours, bare in (
            ("page", taken.page, taken.bare_page),
            ("whole answer", taken.answer, taken.bare_answer),
        ):
            rows.append([store, name, milliseconds(ours), milliseconds(bare), times(ours / bare)])
            text = f"the {name} within 1.5 times of the bare driver on {store}: {times(ours / bare)}"
            goals.append(Goal(text, ours / bare <= 1.5))
    return Finding(
        "A page of the portfolio",
        _METHOD.format(first=_FIRST, accounts=account_count, people=account_count * 60, rounds=_ROUNDS),
        ["store", "", "ours, ms", "bare driver, ms", "ours ÷ bare"],
        rows,
        goals,
    )
