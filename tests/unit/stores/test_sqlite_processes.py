"""Several processes on one file share the work of keeping postures, also when one of them is killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.model.companies import COMPANIES
from graph.posture import FindingFilter, FindingOrder, PortfolioFilter, PortfolioOrder
from graph.store import Changes, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.contract.kept_postures import TODAY

ACCOUNT_COUNT = 120

WORKER = """
import asyncio, sys
from pathlib import Path
from graph.stores.sqlite_store import SqliteStore
from tests.contract.kept_postures import TODAY, computed, finding, posture

async def main(path, holder, lease_seconds):
    store = await SqliteStore.open(Path(path))
    while claims := await store.postures.claim_stale(TODAY, holder, 5, float(lease_seconds)):
        for claim in claims:
            print(claim.account, flush=True)
            if sys.stdin.readline() == "stop\\n":
                await asyncio.sleep(600)
            found = finding(claim.account, "f", kind=holder)
            assert await store.postures.write_posture(computed(posture(claim.account), [found]), holder)
    await store.close()

asyncio.run(main(*sys.argv[1:]))
"""


@contextmanager
def worker(path: Path, holder: str, lease_seconds: float) -> Iterator[subprocess.Popen[str]]:
    """A process that says which account it has, and goes on at each line it is told."""
    command = [sys.executable, "-c", WORKER, str(path), holder, str(lease_seconds)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, bufsize=1
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def next_account(process: subprocess.Popen[str]) -> str:
    """The account that the worker says next; nothing when it is done."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{word}\n")


async def store_with_accounts(path: Path) -> SqliteStore:
    store = await SqliteStore.open(path)
    rows = [(f"a{number:03}", "A", "CUSTOMER") for number in range(ACCOUNT_COUNT)]
    await store.write(LOCAL, Changes([Table.of_rows(COMPANIES, ("key", "name", "side"), rows)]))
    return store


async def test_processes_that_work_at_once_do_every_account_once(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    store = await store_with_accounts(path)
    with worker(path, "one", 600) as one, worker(path, "two", 600) as two:
        done: dict[str, list[str]] = {"one": [], "two": []}
        # Both have claimed before either goes on, so that each has a share; from then on they race.
        busy = {"one": (one, next_account(one)), "two": (two, next_account(two))}
        while busy:
            for holder, (process, account) in busy.items():
                done[holder].append(account)
                tell(process, "go on")
            following = {holder: (process, next_account(process)) for holder, (process, _) in busy.items()}
            busy = {holder: (process, account) for holder, (process, account) in following.items() if account}
        assert (one.wait(), two.wait()) == (0, 0)
    every = [f"a{number:03}" for number in range(ACCOUNT_COUNT)]
    assert sorted(done["one"] + done["two"]) == every
    assert min(map(len, done.values())) > 0
    assert await store.postures.count_stale(TODAY) == (0, 0)
    for holder, accounts in done.items():
        found = await store.postures.find_findings(
            FindingFilter(kinds=(holder,)), FindingOrder.SEVERITY, ACCOUNT_COUNT, None
        )
        assert [each.account for each in found] == accounts
    await store.close()


async def test_what_a_killed_process_had_claimed_is_taken_over_when_its_leases_ran_out(tmp_path: Path) -> None:
    path = tmp_path / "killed.db"
    store = await store_with_accounts(path)
    with worker(path, "killed", 1) as killed:
        first = next_account(killed)
        tell(killed, "go on")
        second = next_account(killed)
        tell(killed, "stop")
        os.kill(killed.pid, signal.SIGKILL)
        killed.wait()
    assert (first, second) == ("a000", "a001")
    taken: set[str] = set()
    while second not in taken:
        claims = await store.postures.claim_stale(TODAY, "next", ACCOUNT_COUNT, 600)
        taken |= {claim.account for claim in claims}
        await asyncio.sleep(0.02)
    assert taken == {f"a{number:03}" for number in range(1, ACCOUNT_COUNT)}
    rows = await store.postures.find_postures(PortfolioFilter(), PortfolioOrder.NAME, 10, None, TODAY)
    assert [row.posture.account for row in rows] == [first]
    await store.close()
