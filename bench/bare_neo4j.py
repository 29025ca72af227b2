"""The bare Neo4j driver: the statements that the store runs, taken down once and run again without the store."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple, cast

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    NotificationMinimumSeverity,
)

from graph.cypher import STATEMENTS
from graph.settings import Settings
from graph.stores.neo4j.connection import Connection, Transaction


class Run(NamedTuple):
    """A statement by name, as the store ran it."""

    name: str
    parameters: dict[str, Any]


class _Noting:
    """A transaction that takes down what is run in it."""

    def __init__(self, transaction: Transaction, runs: list[Run]) -> None:
        self._transaction = transaction
        self._runs = runs

    async def run(self, name: str, **parameters: Any) -> list[tuple[Any, ...]]:
        self._runs.append(Run(name, parameters))
        return await self._transaction.run(name, **parameters)

    async def run_for_one(self, name: str, **parameters: Any) -> tuple[Any, ...]:
        self._runs.append(Run(name, parameters))
        return await self._transaction.run_for_one(name, **parameters)


async def noted_runs(
    settings: Settings, work: Callable[[Transaction], Awaitable[Any]], *, is_writing: bool
) -> list[Run]:
    """What the work of the store runs, in order."""
    runs: list[Run] = []

    async def noting(transaction: Transaction) -> None:
        runs.clear()  # begun again when the server asks for it
        await work(cast(Transaction, _Noting(transaction, runs)))

    connection = Connection.to(
        settings.store_url,
        settings.neo4j_user,
        _password(settings),
        settings.neo4j_database,
        settings.store_timeout_seconds,
    )
    try:
        await (connection.write(noting) if is_writing else connection.read(noting))
    finally:
        await connection.close()
    return runs


def bare_driver(settings: Settings) -> AsyncDriver:
    """The driver as it is, but without the server's remarks on statements."""
    return AsyncGraphDatabase.driver(
        settings.store_url,
        auth=(settings.neo4j_user, _password(settings)),
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )


async def read_bare(driver: AsyncDriver, runs: Sequence[Run]) -> None:
    """Runs them in one read transaction and fetches every row."""

    async def attempt(transaction: AsyncManagedTransaction) -> None:
        for run in runs:
            result = await transaction.run(STATEMENTS[run.name].text, run.parameters)
            await result.values()

    async with driver.session(database="neo4j", default_access_mode=READ_ACCESS, fetch_size=-1) as session:
        await session.execute_read(attempt)


async def write_bare(driver: AsyncDriver, runs: Sequence[Run]) -> None:
    """Runs them in one write transaction."""

    async def attempt(transaction: AsyncManagedTransaction) -> None:
        for run in runs:
            result = await transaction.run(STATEMENTS[run.name].text, run.parameters)
            await result.consume()

    async with driver.session(database="neo4j", default_access_mode=WRITE_ACCESS) as session:
        await session.execute_write(attempt)


async def wipe(driver: AsyncDriver) -> None:
    """Takes out every node and edge; constraints and indexes stay."""
    deleting = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
    async with driver.session(database="neo4j") as session:
        await (await session.run(deleting)).consume()


def _password(settings: Settings) -> str:
    return settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
