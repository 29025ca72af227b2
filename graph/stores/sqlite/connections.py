"""Connections to the database, and the threads that they work in."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from graph.errors import StoreUnavailable
from graph.messages.told import Told
from graph.search_text import search_text
from graph.stores.sqlite.error_translation import translated_errors
from graph.stores.sqlite.scratch import create_scratch

_T = TypeVar("_T")

OLDEST_SQLITE = (3, 37, 0)
"""The first version with STRICT tables."""


def connect(path: Path | None, *, is_writer: bool, busy_timeout_seconds: float) -> sqlite3.Connection:
    """A connection to the file (None: a database of its own in memory). A reader cannot write the file."""
    mode = "rwc" if is_writer else "ro"
    place = ":memory:" if path is None else f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        place,
        timeout=busy_timeout_seconds,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=512,
        uri=True,
    )
    connection.create_function("search_text", -1, search_text, deterministic=True)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")  # kilobytes
    if is_writer:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_size_limit = 67108864")  # bytes: a bulk load's log is not kept
    create_scratch(connection)
    return connection


@contextmanager
def read_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything read inside is of one moment."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        # What was written is scratch only, and nobody needs it any more.
        connection.execute("ROLLBACK")


@contextmanager
def write_transaction(connection: sqlite3.Connection, *, is_derived: bool = False) -> Iterator[None]:
    """All of what is written inside or, when it raises, nothing. It may commit itself, to explain a refusal.

    `is_derived`: what is written can be computed again. The commit does not wait for the disk then; after a power
    failure the last such writes may be missing, but the file is whole, and no other write is lost with them.
    """
    connection.execute("PRAGMA synchronous = NORMAL" if is_derived else "PRAGMA synchronous = FULL")
    # IMMEDIATE: no other process writes between what is read here and the commit.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        if connection.in_transaction:
            connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


class ConnectionThreads:
    """As many connections as threads, opened when they are first needed; each job has one to itself.

    With one thread, jobs come one after the other in the order in which they were asked for.
    """

    def __init__(self, open_connection: Callable[[], sqlite3.Connection], count: int, name: str) -> None:
        self._open = open_connection
        self._threads = ThreadPoolExecutor(count, thread_name_prefix=name)
        self._idle: deque[sqlite3.Connection] = deque()
        self._is_closed = False

    async def run(self, job: Callable[[sqlite3.Connection], _T]) -> _T:
        """What the job returns. A cancelled wait does not stop a job that has begun."""
        self.require_open()
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._work, job)

    def require_open(self) -> None:
        """StoreUnavailable when it is closed."""
        if self._is_closed:
            raise StoreUnavailable(Told("the store is closed", "存储库已关闭"))

    def _work(self, job: Callable[[sqlite3.Connection], _T]) -> _T:
        with translated_errors():
            connection = self._idle.pop() if self._idle else self._open()
            try:
                return job(connection)
            finally:
                self._idle.append(connection)

    async def close(self) -> None:
        """Waits for the jobs under way and closes the connections; any number of times."""
        self._is_closed = True
        await asyncio.to_thread(self._threads.shutdown)
        while self._idle:
            self._idle.pop().close()
