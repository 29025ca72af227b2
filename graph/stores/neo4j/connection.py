"""The way to the server: the driver, its sessions, and statements run in managed transactions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    AsyncSession,
    NotificationMinimumSeverity,
    unit_of_work,
)

from graph.cypher import STATEMENTS
from graph.stores.neo4j.error_translation import translated_errors

_T = TypeVar("_T")

CONNECT_SECONDS = 10.0
"""Longest wait for a connection to be made, unless the store's own limit is shorter."""


class Transaction:
    """One attempt at a managed transaction, in which statements are run by name."""

    def __init__(self, transaction: AsyncManagedTransaction) -> None:
        self._transaction = transaction

    async def run(self, name: str, **parameters: Any) -> list[tuple[Any, ...]]:
        """The rows that the statement returns, their values in the order of its header."""
        result = await self._transaction.run(STATEMENTS[name].text, parameters)
        return [tuple(record.values()) async for record in result]

    async def run_for_one(self, name: str, **parameters: Any) -> tuple[Any, ...]:
        """The values of the only row of a statement that always returns one."""
        (row,) = await self.run(name, **parameters)
        return row


class Connection:
    """A driver for one database; sessions share their bookmarks, so that reads see the writes before them."""

    def __init__(self, driver: AsyncDriver, database: str, timeout_seconds: float) -> None:
        self._driver = driver
        self._database = database
        self._timeout_seconds = timeout_seconds
        self._bookmarks = AsyncGraphDatabase.bookmark_manager()

    @classmethod
    def to(cls, url: str, user: str, password: str | None, database: str, timeout_seconds: float) -> Connection:
        """A connection that is made when it is first needed."""
        with translated_errors():
            driver = AsyncGraphDatabase.driver(
                url,
                auth=(user, password) if password is not None else None,
                connection_timeout=min(CONNECT_SECONDS, timeout_seconds),
                connection_acquisition_timeout=timeout_seconds,
                max_transaction_retry_time=timeout_seconds,
                notifications_min_severity=NotificationMinimumSeverity.OFF,
                user_agent="guanxi",
            )
        return cls(driver, database, timeout_seconds)

    async def verify(self) -> None:
        """Returns when the server answers; StoreUnavailable when it does not, or refuses the user."""
        with translated_errors():
            await self._driver.verify_connectivity()

    async def read(self, work: Callable[[Transaction], Awaitable[_T]]) -> _T:
        """What the work returns; run again when the server asks for that. On a cluster, a reader does it."""

        @unit_of_work(timeout=self._timeout_seconds)
        async def attempt(transaction: AsyncManagedTransaction) -> _T:
            return await work(Transaction(transaction))

        with translated_errors():
            async with self._session(READ_ACCESS) as session:
                return await session.execute_read(attempt)

    async def write(self, work: Callable[[Transaction], Awaitable[_T]]) -> _T:
        """The same for work that writes. It has no time limit: a bulk load takes as long as it takes."""

        async def attempt(transaction: AsyncManagedTransaction) -> _T:
            return await work(Transaction(transaction))

        with translated_errors():
            async with self._session(WRITE_ACCESS) as session:
                return await session.execute_write(attempt)

    def _session(self, access: str) -> AsyncSession:
        # All rows at once: a statement returns one large record or few small ones.
        return self._driver.session(
            database=self._database,
            default_access_mode=access,
            fetch_size=-1,
            bookmark_manager=self._bookmarks,
        )

    async def close(self) -> None:
        """Closes the driver; any number of times."""
        await self._driver.close()
