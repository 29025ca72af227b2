"""Loading 100,000 people and 300,000 edges from CSV files, against the store's bare batched writes."""

from __future__ import annotations

import asyncio
import csv
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from neo4j import AsyncDriver

from bench.bare_neo4j import Run, bare_driver, noted_runs, wipe, write_bare
from bench.bulk_world import bulk_world
from bench.measure import median_seconds_of, peak_megabytes
from bench.report import Finding, Goal
from graph.exchange.importing import import_bundle
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes, GraphStore, Table
from graph.stores.neo4j.writing import write
from graph.stores.sqlite.columns import rows_to_store
from graph.stores.sqlite.connections import connect
from graph.stores.sqlite.migrating import migrate
from graph.stores.sqlite.upserting import upsert_of
from graph.viewer import LOCAL

PEOPLE = 100_000
EDGES_A_PERSON = 3.0
ACCOUNTS = 2_000
_ROUNDS = 3
_BARE_BATCH = 10_000
_METHOD = """\
A generated bundle of CSV files: 2,000 accounts with 100,000 people and some 300,000 edges. Import: reading the
files, checking every rule, writing, and the revisions of all accounts, into an empty store. Bare: rows that are
ready in memory, through the same statements over the same schema in batches in one transaction, and nothing else.
Bare on SQLite is `executemany` of the store's upsert, a row a statement, in batches of 10,000. The store itself
puts many rows into a statement; that is faster, and pays for most of the reading and checking. Its own write
stands beside it: the same ready rows with tallies, references and revisions. Memory is that of the whole process
of `guanxi import`. Medians of three interleaved rounds."""


async def measure(neo4j: Settings | None) -> Finding:
    """Measures SQLite, and Neo4j when there is one."""
    tables = bulk_world(PEOPLE, EDGES_A_PERSON, ACCOUNTS)
    row_count = sum(table.row_count for table in tables)
    with TemporaryDirectory() as place:
        folder = Path(place)
        bundle = folder / "bundle"
        write_csv_bundle(tables, bundle)
        taken = {"SQLite file": await _sqlite(tables, bundle, folder)}
        if neo4j is not None:
            taken["Neo4j"] = await _neo4j(neo4j, tables, bundle)
        peak = _peak_of_the_command(bundle, folder)
    rates = {store: {way: row_count / seconds for way, seconds in ways.items()} for store, ways in taken.items()}
    shares = {store: ways["import"] / ways["bare"] for store, ways in rates.items()}
    return Finding(
        "Loading 100,000 people and 300,000 edges",
        _METHOD,
        ["store", "import, s", "rows a second", "store's write, s", "bare writes, s", "import's rate ÷ bare"],
        [
            [
                store,
                f"{ways['import']:.1f}",
                f"{rates[store]['import']:,.0f}",
                f"{ways['write']:.1f}" if "write" in ways else "not measured",
                f"{ways['bare']:.1f}",
                f"{shares[store]:.0%}",
            ]
            for store, ways in taken.items()
        ],
        [
            *(Goal(f"80 % of the bare writes' rate or more on {s}: {r:.0%}", r >= 0.8) for s, r in shares.items()),
            Goal(f"peak memory of the command below 600 MB: {peak:.0f} MB", peak < 600),
        ],
    )


def write_csv_bundle(tables: Sequence[Table], folder: Path) -> None:
    """The tables as the files of a bundle."""
    folder.mkdir()
    for table in tables:
        with (folder / f"{table.kind.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.columns)
            writer.writerows(table.rows())


async def _sqlite(tables: Sequence[Table], bundle: Path, folder: Path) -> dict[str, float]:
    return await median_seconds_of(
        {
            "import": partial(_import, bundle, folder),
            "write": partial(_write, tables, folder),
            "bare": partial(asyncio.to_thread, _write_bare, tables, folder),
        },
        _ROUNDS,
    )


async def _neo4j(settings: Settings, tables: Sequence[Table], bundle: Path) -> dict[str, float]:
    store = await open_store(settings)
    async with bare_driver(settings) as driver:
        try:
            empty = partial(_empty_server, store, driver)
            await empty()
            runs = await _batched_writes(settings, tables)
            return await median_seconds_of(
                {
                    "import": partial(import_bundle, store, LOCAL, bundle),
                    "bare": partial(write_bare, driver, runs),
                },
                _ROUNDS,
                before_each=empty,
            )
        finally:
            await store.close()


async def _empty_server(store: GraphStore, driver: AsyncDriver) -> None:
    await wipe(driver)
    await store.migrate()


async def _batched_writes(settings: Settings, tables: Sequence[Table]) -> list[Run]:
    """The store's statements that bring rows, with their rows."""
    runs = await noted_runs(settings, lambda found: write(found, Changes(tables), None), is_writing=True)
    return [run for run in runs if "rows" in run.parameters]


def _empty_file(folder: Path) -> Path:
    for old in folder.glob("bench.db*"):
        old.unlink()
    return folder / "bench.db"


async def _import(bundle: Path, folder: Path) -> None:
    store = await open_store(Settings(store_url=f"sqlite:///{_empty_file(folder)}"))
    try:
        await import_bundle(store, LOCAL, bundle)
    finally:
        await store.close()


async def _write(tables: Sequence[Table], folder: Path) -> None:
    store = await open_store(Settings(store_url=f"sqlite:///{_empty_file(folder)}"))
    try:
        await store.write(LOCAL, Changes(tables))
    finally:
        await store.close()


def _write_bare(tables: Sequence[Table], folder: Path) -> None:
    connection = connect(_empty_file(folder), is_writer=True, busy_timeout_seconds=5)
    try:
        migrate(connection)
        connection.execute("BEGIN IMMEDIATE")
        for table in tables:
            rows = rows_to_store(table)
            for start in range(0, len(rows), _BARE_BATCH):
                connection.executemany(upsert_of(table, 1), rows[start : start + _BARE_BATCH])
        connection.execute("COMMIT")
    finally:
        connection.close()


def _peak_of_the_command(bundle: Path, folder: Path) -> float:
    command = [str(Path(sys.executable).with_name("guanxi")), "import", str(bundle)]
    return peak_megabytes(command, {**os.environ, "GUANXI_STORE_URL": f"sqlite:///{_empty_file(folder)}"})
