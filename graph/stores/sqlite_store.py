"""The embedded store: one SQLite file, or a database in memory, behind the port `graph.store.GraphStore`.

Statements run in threads: one with the connection that writes, some with connections that read. In memory there is
one connection for both. Another process may read and write the same file at the same time.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Any

from graph.errors import StoreReadOnly, StoreUnavailable
from graph.journal import E, Entry, Journal
from graph.messages.told import Told
from graph.model.companies import Company
from graph.model.kind import Kind, R
from graph.posture_store import PostureStore
from graph.store import AccountRecords, Changes, CompanyFilter, Hit, Progress, StoreHealth, WriteReport
from graph.stores.sqlite import account_reading, finding, migrating, revisions, searching, writing
from graph.stores.sqlite.connections import OLDEST_SQLITE, ConnectionThreads, connect
from graph.stores.sqlite.file_place import connect_to_copy, require_store_file, require_writable
from graph.stores.sqlite.journal import count_entries, read_entries
from graph.stores.sqlite.postures import SqlitePostures
from graph.viewer import Viewer

READER_COUNT = 4
BATCH_SIZE = 5_000


class SqliteStore:
    """A GraphStore. Make one with `open`."""

    def __init__(self, path: Path | None, busy_timeout_seconds: float, *, copy_of: Path | None = None) -> None:
        self._path, self._copy_of = path, copy_of
        open_reader = partial(connect, path, is_writer=False, busy_timeout_seconds=busy_timeout_seconds)
        open_writer = partial(connect, path, is_writer=True, busy_timeout_seconds=busy_timeout_seconds)
        if copy_of is not None:
            open_writer = partial(connect_to_copy, copy_of)
        self._open_reader = open_reader
        self._writer = ConnectionThreads(open_writer, 1, "sqlite-writer")
        self._readers = self._writer
        if path is not None:
            self._readers = ConnectionThreads(open_reader, READER_COUNT, "sqlite-reader")
        self._postures = SqlitePostures(self._readers, self._writer)

    @classmethod
    async def open(
        cls, path: Path | None, *, for_reading: bool = False, busy_timeout_seconds: float = 30.0
    ) -> SqliteStore:
        """Opens the file, creating it and its folders where they are missing; None is a database in memory.

        A file in a place that cannot be written is read into memory `for_reading`, and what is written then is
        gone at the end; else it is StoreReadOnly. `busy_timeout_seconds` is how long a write waits for another
        process that writes. StoreUnavailable when the file cannot be opened, StoreContractBroken when it is
        another program's or a newer one's: it is left as it is.
        """
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            oldest = ".".join(map(str, OLDEST_SQLITE))
            raise StoreUnavailable(
                Told(
                    f"SQLite {sqlite3.sqlite_version} is too old: {oldest} or newer is needed",
                    f"SQLite {sqlite3.sqlite_version} 版本过旧：需要 {oldest} 或更新版本",
                )
            )
        copy_of = None
        if path is not None and _is_to_copy(path, for_reading):
            path, copy_of = None, path
        store = cls(path, busy_timeout_seconds, copy_of=copy_of)
        async with AsyncExitStack() as on_failure:
            on_failure.push_async_callback(store.close)
            await store.migrate()
            on_failure.pop_all()
        return store

    @property
    def postures(self) -> PostureStore:
        """See the port."""
        return self._postures

    async def migrate(self) -> int:
        """See the port."""
        return await self._writer.run(migrating.migrate)

    async def get_health(self) -> StoreHealth:
        """See the port; the details hold the version of SQLite, the journal mode and the size in bytes."""
        return await self._readers.run(self._read_health)

    def _read_health(self, connection: sqlite3.Connection) -> StoreHealth:
        (version,) = connection.execute("SELECT sqlite_version()").fetchone()
        (journal_mode,) = connection.execute("PRAGMA journal_mode").fetchone()
        (page_count,) = connection.execute("PRAGMA page_count").fetchone()
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
        details = {"sqlite": version, "journal_mode": journal_mode, "bytes": str(page_count * page_bytes)}
        if self._copy_of is not None:
            details["read_only"] = "its place cannot be written; this is a copy in memory"
        backend = "memory" if self._path is None and self._copy_of is None else "sqlite"
        return StoreHealth(backend, version, migrating.read_version(connection), details)

    async def get_revision(self, account: str) -> int:
        """See the port."""
        return await self._readers.run(lambda connection: account_reading.read_revision(connection, account))

    async def read_revisions(self) -> dict[str, int]:
        """See the port."""
        return await self._readers.run(revisions.read_revisions)

    async def get_rates_revision(self) -> int:
        """See the port."""
        return await self._readers.run(revisions.read_rates_revision)

    async def read_account(self, viewer: Viewer, account: str) -> AccountRecords:
        """See the port."""
        return await self._readers.run(lambda connection: account_reading.read_account(connection, account))

    async def find_accounts(self, viewer: Viewer, kind: Kind[Any], key: str) -> tuple[str, ...]:
        """See the port."""
        return await self._readers.run(lambda connection: finding.find_accounts(connection, kind, key))

    async def find(self, viewer: Viewer, kind: Kind[R], by: str, values: Sequence[str]) -> list[R]:
        """See the port; QuestionRejected for a column that does not hold text or keys."""
        return await self._readers.run(lambda connection: finding.find(connection, kind, by, values))

    async def read(self, viewer: Viewer, kind: Kind[R]) -> AsyncIterator[Sequence[R]]:
        """See the port. A file is read through a connection of its own; memory is read before the first batch."""
        if self._path is None:
            for batch in await self._readers.run(lambda found: list(finding.iterate(found, kind, BATCH_SIZE))):
                yield batch
            return
        self._readers.require_open()
        stream = ConnectionThreads(self._open_reader, 1, "sqlite-stream")
        try:
            batches = await stream.run(lambda connection: finding.iterate(connection, kind, BATCH_SIZE))
            try:
                while (records := await stream.run(lambda _: next(batches, None))) is not None:
                    yield records
            finally:
                await stream.run(lambda _: batches.close())
        finally:
            await stream.close()

    async def find_companies(
        self, viewer: Viewer, wanted: CompanyFilter, first: int, after: tuple[str, str] | None
    ) -> list[Company]:
        """See the port."""
        return await self._readers.run(lambda found: finding.find_companies(found, wanted, first, after))

    async def search(self, viewer: Viewer, text: str, first: int, among: Collection[str] = ()) -> list[Hit]:
        """See the port. Cost: one pass over the nodes of these kinds."""
        return await self._readers.run(lambda connection: searching.search(connection, text, first, among))

    async def find_near(self, viewer: Viewer, kind: str, text: str, first: int) -> list[Hit]:
        """See the port. Cost: one pass over the nodes of the kind."""
        return await self._readers.run(lambda connection: searching.find_near(connection, kind, text, first))

    async def write(self, viewer: Viewer, changes: Changes, progress: Progress | None = None) -> WriteReport:
        """See the port. A write whose wait is cancelled is carried out all the same once it has begun."""
        report = _in_loop(progress) if progress is not None else _keep_to_oneself
        return await self._writer.run(lambda connection: writing.write(connection, changes, report))

    async def read_entries(self, journal: Journal[E], subjects: Sequence[str] | None = None) -> list[Entry[E]]:
        """See the port."""
        return await self._readers.run(lambda connection: read_entries(connection, journal, subjects))

    async def count_entries(self, journal: Journal[Any], subject: str) -> int:
        """See the port."""
        return await self._readers.run(lambda connection: count_entries(connection, journal, subject))

    async def close(self) -> None:
        """See the port; any number of times. The writer goes last: it brings the log into the file."""
        await self._readers.close()
        await self._writer.close()


def _is_to_copy(path: Path, for_reading: bool) -> bool:
    """Whether the file can only be read, and that is enough. Makes the folder of a file that is not there."""
    if path.exists():
        require_store_file(path)
    else:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(
                Told(f"the folder cannot be made: {error.strerror}", f"无法创建文件夹：{error.strerror}")
            ) from error
    try:
        require_writable(path)
    except StoreReadOnly:
        if for_reading and path.exists():
            return True
        raise
    return False


def _in_loop(progress: Progress) -> Progress:
    """The same, called in the running event loop's thread."""
    loop = asyncio.get_running_loop()

    def report(kind: str, done_count: int, total_count: int) -> None:
        loop.call_soon_threadsafe(progress, kind, done_count, total_count)

    return report


def _keep_to_oneself(kind: str, done_count: int, total_count: int) -> None:
    """Nobody wants to know how far a write is."""
