"""The portfolio: the first computation of every posture, and one account that changed."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from api.refreshing.processes import refresh_here, refresh_in_processes
from bench import one_changed_account
from bench.bare_neo4j import bare_driver, wipe
from bench.bulk_world import bulk_world
from bench.report import Finding, Goal, times
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes, Table
from graph.viewer import LOCAL

SIZES = (500, 1_000, 2_000, 5_000)
PEOPLE_PER_ACCOUNT = 60
_EDGES_A_PERSON = 3.0
_ROWS_A_WRITE = 100_000
"""More in one transaction do not fit into the memory that a small Neo4j gives to transactions."""
_METHOD = """\
Accounts of 60 people, three edges a person and three open opportunities, each 20 of them with a team of six. All
postures are missing, and are computed as `guanxi refresh` does it: processes claim accounts, read each, answer
every question that finds something, and write what they found. From the first process' start to the last one's
end, each measured once. Linear: what each account more costs, among the largest numbers and among the smallest."""


async def measure(neo4j: Settings | None, sizes: tuple[int, ...] = SIZES) -> list[Finding]:
    """Computes them all, the largest number on Neo4j too, when there is one; then asks for pages of these."""
    cores = os.cpu_count() or 1
    with TemporaryDirectory() as folder:
        places = {size: Path(folder) / f"{size}.db" for size in sizes}
        seconds: dict[tuple[str, int, int], float] = {}
        for process_count, size in [(1, sizes[1]), *((cores, size) for size in sizes)]:
            places[size].unlink(missing_ok=True)
            settings = Settings(store_url=f"sqlite:///{places[size]}")
            await load(settings, size)
            seconds["SQLite file", process_count, size] = await asyncio.to_thread(compute, settings, process_count)
        largest = places[max(sizes)]
        changed = await one_changed_account.measure(Settings(store_url=f"sqlite:///{largest}"))
    if neo4j is not None:
        async with bare_driver(neo4j) as driver:
            await wipe(driver)
        await load(neo4j, max(sizes))
        seconds["Neo4j", cores, max(sizes)] = await asyncio.to_thread(compute, neo4j, cores)
    return [_finding(seconds, cores, sizes), changed]


async def load(settings: Settings, account_count: int) -> None:
    """That many accounts, of which nothing is computed yet."""
    store = await open_store(settings)
    try:
        await store.migrate()
        people = account_count * PEOPLE_PER_ACCOUNT
        world = bulk_world(people, _EDGES_A_PERSON, account_count, in_teams=True, as_of=date.today())
        for table in world:
            for start in range(0, table.row_count, _ROWS_A_WRITE):
                rows = table.rows(start, start + _ROWS_A_WRITE)
                await store.write(LOCAL, Changes([Table.of_rows(table.kind, list(table.columns), rows)]))
    finally:
        await store.close()


def compute(settings: Settings, process_count: int) -> float:
    """The seconds that computing every posture takes; RuntimeError when one cannot be."""
    started = time.perf_counter()
    if process_count == 1:
        report = asyncio.run(refresh_here(settings, None, lambda count: None))
    else:
        report = refresh_in_processes(settings, None, process_count, lambda count: None)
    if report.failed_count:
        raise RuntimeError(f"{report.failed_count} accounts could not be computed")
    return time.perf_counter() - started


def _finding(seconds: dict[tuple[str, int, int], float], cores: int, sizes: tuple[int, ...]) -> Finding:

    def of_one_more(size: int, larger: int) -> float:
        more = seconds["SQLite file", cores, larger] - seconds["SQLite file", cores, size]
        return more / (larger - size)

    growth = of_one_more(*sizes[-2:]) / of_one_more(*sizes[:2])
    speed_up = seconds["SQLite file", 1, sizes[1]] / seconds["SQLite file", cores, sizes[1]]
    return Finding(
        "The first computation of every posture",
        _METHOD,
        ["store", "processes", "accounts", "seconds", "accounts a second"],
        [
            [store, f"{process_count}", f"{size:,}", f"{taken:.1f}", f"{size / taken:.1f}"]
            for (store, process_count, size), taken in seconds.items()
        ],
        [
            Goal(
                f"linear: an account more costs {growth:.2f}× as much among the most as the fewest", growth < 1.3
            ),
            Goal(f"all cores: {times(speed_up)} as fast with {cores} processes as with one", speed_up > cores / 2),
        ],
    )
