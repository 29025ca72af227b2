"""What only a file can show: it outlives its process, others write it too, and it knows its version."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graph.errors import StoreContractBroken, StoreUnavailable
from graph.model.companies import COMPANIES, Company
from graph.model.people import PEOPLE, Person
from graph.store import Changes, Table
from graph.stores.sqlite.migrating import KNOWN_VERSION
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL

ACME = Company(key="acme", name="Acme", side="CUSTOMER")
BATCH = 50

WRITER = """
import asyncio, sys
from pathlib import Path
from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE
from graph.store import Changes, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL

async def main(path, batch, count):
    store = await SqliteStore.open(Path(path))
    acme = Table(COMPANIES, {"key": ["acme"], "name": ["Acme"], "side": ["CUSTOMER"]})
    await store.write(LOCAL, Changes([acme]))
    for number in range(count):
        rows = [(f"{number:06}-{place:03}", "acme") for place in range(batch)]
        await store.write(LOCAL, Changes([Table.of_rows(PEOPLE, ("key", "company"), rows)]))
        print(number, flush=True)
    await store.close()

asyncio.run(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
"""


def start_writer(path: Path, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), str(path), str(BATCH), str(count)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def people(*keys: str) -> Changes:
    companies = Table.of_rows(COMPANIES, COMPANIES.column_names, [tuple(ACME)])
    return Changes([companies, Table.of_rows(PEOPLE, ("key", "company"), [(key, "acme") for key in keys])])


@pytest.mark.parametrize("acknowledged_count", [1, 4, 9])
async def test_what_was_acknowledged_survives_the_killed_process_and_nothing_is_half_there(
    tmp_path: Path, acknowledged_count: int
) -> None:
    path = tmp_path / "killed.db"
    writer = start_writer(path, 100_000)
    assert writer.stdout is not None
    last = -1
    while last < acknowledged_count - 1:
        last = int(writer.stdout.readline())
    os.kill(writer.pid, signal.SIGKILL)
    rest, _ = writer.communicate()
    last = int(rest.split()[-1]) if rest.split() else last
    assert writer.returncode == -signal.SIGKILL

    store = await SqliteStore.open(path)
    account = await store.read_account(LOCAL, "acme")
    batches: dict[str, int] = {}
    for person in account.people:
        batches[person.key[:6]] = batches.get(person.key[:6], 0) + 1
    assert set(batches.values()) == {BATCH}
    assert sorted(batches) == [f"{number:06}" for number in range(len(batches))]
    assert last + 1 <= len(batches) <= last + 2
    assert account.revision == 1 + len(batches)
    report = await store.write(LOCAL, people("after"))
    assert report.revisions == {"acme": account.revision + 1}
    await store.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


async def test_another_process_writes_while_the_file_is_open(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    store = await SqliteStore.open(path)
    await store.write(LOCAL, people())
    writer = start_writer(path, 20)
    revisions = []
    number = 0
    while writer.poll() is None:
        report = await store.write(LOCAL, people(f"own-{number}"))
        revisions += report.revisions.values()
        number += 1
        await asyncio.sleep(0.01)
    assert writer.wait() == 0
    account = await store.read_account(LOCAL, "acme")
    assert len(account.people) == number + 20 * BATCH
    assert account.revision == 1 + number + 20
    assert revisions == sorted(set(revisions))
    await store.close()


async def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "with space & 中文 %41?.db"
    store = await SqliteStore.open(path)
    await store.write(LOCAL, people("p"))
    await store.close()
    assert path.exists()
    store = await SqliteStore.open(path)
    account = await store.read_account(LOCAL, "acme")
    assert (list(account.people), account.revision) == ([Person(key="p", company="acme")], 1)
    await store.close()


async def test_the_file_is_durable_and_its_health_tells_sqlites_version(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "a.db")
    health = await store.get_health()
    assert health.details["sqlite"] == sqlite3.sqlite_version
    assert health.details["journal_mode"] == "wal"
    assert health.schema_version == KNOWN_VERSION
    await store.close()


async def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    await (await SqliteStore.open(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_version VALUES (?, '2099-01-01')", (KNOWN_VERSION + 1,))
    with pytest.raises(StoreContractBroken, match=f"version {KNOWN_VERSION + 1}.*up to {KNOWN_VERSION}"):
        await SqliteStore.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT max(version) FROM schema_version").fetchone() == (KNOWN_VERSION + 1,)


async def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
    with pytest.raises(StoreContractBroken, match="not a Guanxi store"):
        await SqliteStore.open(path)


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("key,name\n" * 500)
    with pytest.raises(StoreContractBroken, match="not a database"):
        await SqliteStore.open(path)


async def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable):
        await SqliteStore.open(tmp_path / "file" / "a.db")
    with pytest.raises(StoreUnavailable):
        await SqliteStore.open(tmp_path)


async def test_a_write_that_waits_too_long_for_another_is_unavailable_and_then_goes_through(
    tmp_path: Path,
) -> None:
    path = tmp_path / "locked.db"
    store = await SqliteStore.open(path, busy_timeout_seconds=0.05)
    await store.write(LOCAL, people("before"))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"):
        await store.write(LOCAL, people("waiting"))
    assert len((await store.read_account(LOCAL, "acme")).people) == 1
    other.execute("ROLLBACK")
    other.close()
    await store.write(LOCAL, people("waiting"))
    assert len((await store.read_account(LOCAL, "acme")).people) == 2
    await store.close()


async def test_two_stores_in_memory_are_strangers() -> None:
    one, other = await SqliteStore.open(None), await SqliteStore.open(None)
    await one.write(LOCAL, people("p"))
    assert await other.read_revisions() == {}
    await one.close()
    await other.close()


async def test_a_cancelled_wait_for_a_write_leaves_the_store_whole(tmp_path: Path) -> None:
    store = await SqliteStore.open(tmp_path / "a.db")
    task = asyncio.create_task(store.write(LOCAL, people(*(f"p{number}" for number in range(20_000)))))
    await asyncio.sleep(0.02)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await store.write(LOCAL, people("later"))
    count = len((await store.read_account(LOCAL, "acme")).people)
    assert count in (1, 20_001)
    await store.close()
