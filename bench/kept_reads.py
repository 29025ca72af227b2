"""What an answer from kept postures reads of a store: the calls taken down, and their statements run bare."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple, cast

from neo4j import AsyncDriver

from bench.bare_neo4j import Run, noted_runs, read_bare
from graph.settings import Settings
from graph.store import GraphStore
from graph.stores.neo4j import journal as neo4j_journal
from graph.stores.neo4j import leasing as neo4j_leasing
from graph.stores.neo4j import posture_finding
from graph.stores.sqlite import journal, kept_exposures, kept_findings, leasing, portfolio, revisions
from graph.stores.sqlite.connections import read_transaction

Bare = Callable[[], Awaitable[None]]
"""Runs an answer's statements with the driver alone and fetches every row."""

_SQLITE_READS: dict[str, Callable[..., Any]] = {
    "count_entries": journal.count_entries,
    "read_entries": journal.read_entries,
    "get_rates_revision": revisions.read_rates_revision,
    "count_stale": leasing.count_stale,
    "find_postures": portfolio.find_postures,
    "read_totals": portfolio.read_totals,
    "read_employee_totals": kept_exposures.read_employee_totals,
    "find_exposures": kept_exposures.find_exposures,
    "find_findings": kept_findings.find_findings,
    "count_findings": kept_findings.count_findings,
    "find_causes": kept_findings.find_causes,
    "count_causes": kept_findings.count_causes,
}


async def _read_rates_revision(transaction: Any) -> None:
    await transaction.run("get_rates_revision")


_NEO4J_READS: dict[str, Callable[..., Awaitable[Any]]] = {
    "count_entries": neo4j_journal.count_entries,
    "read_entries": neo4j_journal.read_entries,
    "get_rates_revision": _read_rates_revision,
    "count_stale": neo4j_leasing.count_stale,
    "find_postures": posture_finding.find_postures,
    "read_totals": posture_finding.read_totals,
    "read_employee_totals": posture_finding.read_employee_totals,
    "find_exposures": posture_finding.find_exposures,
    "find_findings": posture_finding.find_findings,
    "count_findings": posture_finding.count_findings,
    "find_causes": posture_finding.find_causes,
    "count_causes": posture_finding.count_causes,
}


class Call(NamedTuple):
    """A method of the store, or of its part for postures, and what it was called with."""

    name: str
    given: tuple[Any, ...]


def noting(store: GraphStore, calls: list[Call]) -> GraphStore:
    """The store, with every call that it answers taken down, one that was made before only once."""
    return cast(GraphStore, _NotingStore(store, calls))


class _NotingStore:
    def __init__(self, noted: Any, calls: list[Call]) -> None:
        self._noted = noted
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._noted, name)
        if name == "postures":
            return _NotingStore(found, self._calls)

        async def call(*given: Any) -> Any:
            if Call(name, given) not in self._calls:
                self._calls.append(Call(name, given))
            return await found(*given)

        return call


class _NotingConnection:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.runs: list[tuple[str, Any]] = []

    def execute(self, command: str, values: Any = ()) -> sqlite3.Cursor:
        self.runs.append((command, values))
        return self._connection.execute(command, values)


def bare_sqlite(connection: sqlite3.Connection, calls: Sequence[Call]) -> Bare:
    """The statements of those calls, in one transaction on that connection."""
    noted = _NotingConnection(connection)
    for call in calls:
        _SQLITE_READS[call.name](noted, *call.given)

    def fetch_all() -> None:
        with read_transaction(connection):
            for command, values in noted.runs:
                connection.execute(command, values).fetchall()

    return lambda: asyncio.to_thread(fetch_all)


async def bare_neo4j(settings: Settings, driver: AsyncDriver, calls: Sequence[Call]) -> Bare:
    """The same, in one transaction of that driver."""
    runs: list[Run] = []
    for call in calls:
        read = _NEO4J_READS[call.name]

        async def work(transaction: Any, read: Any = read, given: Any = call.given) -> None:
            await read(transaction, *given)

        runs += await noted_runs(settings, work, is_writing=False)
    return lambda: read_bare(driver, runs)
