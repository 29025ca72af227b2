"""`read_account` against the bare driver that runs the same statements and builds nothing."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.bare_neo4j import bare_driver, noted_runs, read_bare, wipe
from bench.bulk_world import bulk_world
from bench.measure import median_seconds_of
from bench.one_account import ACCOUNT, EDGES_A_PERSON
from bench.report import Finding, Goal, milliseconds, times
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes
from graph.stores.neo4j.account_reading import read_account
from graph.stores.sqlite.account_reading import RECORDS, SCOPE
from graph.stores.sqlite.connections import connect, read_transaction
from graph.stores.sqlite.scratch import ACCOUNT_TABLES, clear_scratch
from graph.viewer import LOCAL

PEOPLE = 5_000
_ROUNDS = 15
_METHOD = """\
One account of 5,000 people and 25,000 edges. Ours: `read_account`, from the call to the finished records. Bare:
the driver alone, on a connection of its own, runs the same statements in one transaction and fetches every row."""


async def measure(neo4j: Settings | None) -> Finding:
    """Measures SQLite, and Neo4j when there is one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        taken = {"SQLite file": await _sqlite(Settings(store_url=f"sqlite:///{path}"), path)}
    if neo4j is not None:
        taken["Neo4j"] = await _neo4j(neo4j)
    ratios = {store: ours / bare for store, (ours, bare) in taken.items()}
    return Finding(
        "Reading an account",
        _METHOD,
        ["store", "read_account, ms", "bare driver, ms", "ours ÷ bare"],
        [[s, milliseconds(ours), milliseconds(bare), times(ratios[s])] for s, (ours, bare) in taken.items()],
        [Goal(f"within 1.3 times of the bare driver on {s}: {times(r)}", r <= 1.3) for s, r in ratios.items()],
    )


async def _sqlite(settings: Settings, path: Path) -> tuple[float, float]:
    store = await open_store(settings)
    await store.write(LOCAL, Changes(bulk_world(PEOPLE, EDGES_A_PERSON, 1)))
    connection = connect(path, is_writer=False, busy_timeout_seconds=5)
    try:
        taken = await median_seconds_of(
            {
                "ours": lambda: store.read_account(LOCAL, ACCOUNT),
                "bare": lambda: asyncio.to_thread(_run_statements, connection),
            },
            _ROUNDS,
        )
    finally:
        connection.close()
        await store.close()
    return taken["ours"], taken["bare"]


async def _neo4j(settings: Settings) -> tuple[float, float]:
    store = await open_store(settings)
    async with bare_driver(settings) as driver:
        try:
            await wipe(driver)
            await store.migrate()
            await store.write(LOCAL, Changes(bulk_world(PEOPLE, EDGES_A_PERSON, 1)))
            runs = await noted_runs(settings, lambda found: read_account(found, ACCOUNT), is_writing=False)
            taken = await median_seconds_of(
                {"ours": lambda: store.read_account(LOCAL, ACCOUNT), "bare": lambda: read_bare(driver, runs)},
                _ROUNDS,
            )
        finally:
            await store.close()
    return taken["ours"], taken["bare"]


def _run_statements(connection: sqlite3.Connection) -> None:
    with read_transaction(connection):
        clear_scratch(connection, ACCOUNT_TABLES)
        connection.execute(SCOPE[0], (ACCOUNT,))
        for command in SCOPE[1:]:
            connection.execute(command)
        for command in RECORDS.values():
            connection.execute(command).fetchall()
