"""Files that are not ours are left as they are, and a store in a place that cannot be written is read."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreContractBroken, StoreReadOnly, StoreUnavailable
from graph.model.companies import COMPANIES, Company
from graph.store import Changes, Table
from graph.stores.sqlite.migrating import KNOWN_VERSION
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL

ACME = Company(key="acme", name="Acme", side="CUSTOMER")
CHANGES = Changes([Table.of_rows(COMPANIES, COMPANIES.column_names, [tuple(ACME)])])


def sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


async def filled(path: Path) -> None:
    store = await SqliteStore.open(path)
    await store.write(LOCAL, CHANGES)
    await store.close()


BOOKMARKS = "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x');"
OTHERS: dict[str, Callable[[Path], object]] = {
    "another program's": lambda path: sql(path, BOOKMARKS + "PRAGMA user_version = 7;"),
    "another program's in WAL": lambda path: sql(path, "PRAGMA journal_mode = WAL;" + BOOKMARKS),
    "another program's, without a table yet": lambda path: sql(path, "PRAGMA user_version = 7; VACUUM;"),
    "another program's versions": lambda path: sql(path, "CREATE TABLE schema_version (version INT, at TEXT);"),
    "its versions of our shape": lambda path: sql(
        path, "CREATE TABLE schema_version (version INT, since TEXT); INSERT INTO schema_version VALUES (1, '');"
    ),
    "views alone": lambda path: sql(path, "CREATE VIEW one AS SELECT 1;"),
    "no database": lambda path: path.write_bytes(b"key,name\n" * 500),
    "a few bytes": lambda path: path.write_bytes(b"x"),
    "a broken header": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000),
}


@pytest.mark.parametrize("make", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("for_reading", [True, False])
async def test_what_is_no_store_of_ours_is_refused_and_left_byte_for_byte(
    tmp_path: Path, make: Callable[[Path], object], for_reading: bool
) -> None:
    path = tmp_path / "other.db"
    make(path)
    before, written_at = everything(tmp_path), path.stat().st_mtime_ns
    with pytest.raises(StoreContractBroken, match=r"no store of Guanxi|not a Guanxi store"):
        await SqliteStore.open(path, for_reading=for_reading)
    assert everything(tmp_path) == before
    assert path.stat().st_mtime_ns == written_at


async def test_another_programs_file_that_is_in_use_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA journal_mode = WAL;" + BOOKMARKS + "PRAGMA wal_checkpoint;")
        connection.execute("INSERT INTO bookmarks VALUES ('y')")
        connection.commit()
        before = everything(tmp_path)
        assert set(before) == {"other.db", "other.db-wal", "other.db-shm"}
        with pytest.raises(StoreContractBroken, match="not a Guanxi store"):
            await SqliteStore.open(path)
        assert everything(tmp_path) == before


async def test_a_newer_guanxis_file_is_left_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    await filled(path)
    sql(path, f"INSERT INTO schema_version VALUES ({KNOWN_VERSION + 1}, '2099-01-01');")
    before = everything(tmp_path)
    with pytest.raises(StoreContractBroken, match="a newer Guanxi wrote it"):
        await SqliteStore.open(path)
    assert everything(tmp_path) == before


async def test_a_damaged_store_is_told_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    await filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))
    before = everything(tmp_path)
    with pytest.raises(StoreContractBroken, match="damaged"):
        await SqliteStore.open(path)
    assert everything(tmp_path) == before


async def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    await filled(path)
    assert path.stat().st_size > 0


async def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    for name, told in (("", "this is a folder"), ("pipe.db", "expected a file, this is none")):
        with pytest.raises(StoreUnavailable, match=told):
            await SqliteStore.open(tmp_path / name)


async def test_a_store_in_use_is_opened_while_its_tables_are_in_the_log_alone(tmp_path: Path) -> None:
    path = tmp_path / "used.db"
    first = await SqliteStore.open(path)
    await first.write(LOCAL, CHANGES)
    second = await SqliteStore.open(path)
    assert await second.read_revisions() == {"acme": 1}
    await second.close()
    await first.close()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Makes the folder one that cannot be written: by its mode or, for root, by a file system of its own."""
    if os.geteuid() != 0:
        folder.chmod(0o555)
        yield
        folder.chmod(0o755)
        return
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder that `read_only` can close."""
    folder = tmp_path / "place"
    folder.mkdir()
    if os.geteuid() != 0:
        yield folder
        return
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("root needs to mount a file system here, to have one that cannot be written")
    yield folder
    subprocess.run(["umount", folder], check=True)


async def test_a_store_in_a_place_that_cannot_be_written_is_read(place: Path) -> None:
    await filled(place / "a.db")
    before = everything(place)
    with read_only(place):
        store = await SqliteStore.open(place / "a.db", for_reading=True)
        assert (await store.read_account(LOCAL, "acme")).companies[0] == ACME
        health = await store.get_health()
        assert (health.backend, "cannot be written" in health.details["read_only"]) == ("sqlite", True)
        await store.close()
    assert everything(place) == before


async def test_nothing_is_written_to_a_place_that_cannot_be_written(place: Path) -> None:
    await filled(place / "a.db")
    with read_only(place):
        for name in ("a.db", "new.db"):
            with pytest.raises(StoreReadOnly, match="cannot be written"):
                await SqliteStore.open(place / name)
        with pytest.raises(StoreReadOnly, match="cannot be written"):
            await SqliteStore.open(place / "new.db", for_reading=True)
        with pytest.raises(StoreUnavailable, match="the folder cannot be made"):
            await SqliteStore.open(place / "new" / "a.db")


async def test_a_store_of_an_older_version_needs_migrating_in_a_place_that_can_be_written(place: Path) -> None:
    await filled(place / "a.db")
    sql(place / "a.db", f"DELETE FROM schema_version WHERE version = {KNOWN_VERSION};")
    with read_only(place), pytest.raises(StoreReadOnly, match=r"needs migrating.*copy the file"):
        await SqliteStore.open(place / "a.db", for_reading=True)


async def test_the_last_writes_in_the_log_are_read_or_missed_aloud(place: Path, tmp_path: Path) -> None:
    open_store = await SqliteStore.open(tmp_path / "a.db")
    await open_store.write(LOCAL, CHANGES)
    for name in ("a.db", "a.db-wal"):
        (place / name).write_bytes((tmp_path / name).read_bytes())
    assert (place / "a.db-wal").stat().st_size > 0
    await open_store.close()
    with read_only(place), pytest.raises(StoreReadOnly, match=r"last writes are in a.db-wal.*copy both"):
        await SqliteStore.open(place / "a.db", for_reading=True)


async def test_the_last_writes_in_the_log_are_read_beside_its_index(place: Path, tmp_path: Path) -> None:
    open_store = await SqliteStore.open(tmp_path / "a.db")
    await open_store.write(LOCAL, CHANGES)
    for name in ("a.db", "a.db-wal", "a.db-shm"):
        (place / name).write_bytes((tmp_path / name).read_bytes())
    await open_store.close()
    with read_only(place):
        store = await SqliteStore.open(place / "a.db", for_reading=True)
        assert await store.read_revisions() == {"acme": 1}
        await store.close()
