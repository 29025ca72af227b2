"""The store for production: Neo4j 5.26 or newer, one server or a cluster, behind `graph.store.GraphStore`.

The graph is made to be asked in Cypher too: `graph.stores.neo4j.shapes` says how records lie in it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

import neo4j

from graph.journal import E, Entry, Journal
from graph.model.companies import Company
from graph.model.kind import Kind, R
from graph.model.people import PEOPLE
from graph.store import AccountRecords, Changes, CompanyFilter, Hit, Progress, StoreHealth, WriteReport
from graph.stores.neo4j import account_reading, finding, migrating, searching, writing
from graph.stores.neo4j.connection import Connection, Transaction
from graph.stores.neo4j.journal import count_entries, read_entries
from graph.stores.neo4j.postures import Neo4jPostures
from graph.stores.neo4j.shapes import LABELS
from graph.viewer import Viewer

BATCH_SIZE = 5_000
"""Nodes, or people whose edges are read, in one batch of `read`."""


class Neo4jStore:
    """A GraphStore. Make one with `open`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._postures = Neo4jPostures(connection)

    @property
    def postures(self) -> Neo4jPostures:
        """See the port."""
        return self._postures

    @classmethod
    async def open(
        cls, url: str, *, user: str, password: str | None, database: str, timeout_seconds: float
    ) -> Neo4jStore:
        """A store at that URL; `timeout_seconds` is the longest that a read, or getting a connection, may take.

        The schema is left as it is: `migrate` makes it. StoreUnavailable when the server cannot be reached or
        refuses the user, StoreContractBroken when a newer Guanxi wrote the database.
        """
        store = cls(Connection.to(url, user, password, database, timeout_seconds))
        async with AsyncExitStack() as on_failure:
            on_failure.push_async_callback(store.close)
            await store._connection.verify()
            await store._connection.read(migrating.read_version)
            on_failure.pop_all()
        return store

    async def migrate(self) -> int:
        """See the port."""
        return await migrating.migrate(self._connection)

    async def get_health(self) -> StoreHealth:
        """See the port; the details hold the edition and the version of the driver."""

        async def read(transaction: Transaction) -> StoreHealth:
            version, edition = await transaction.run_for_one("get_server_version")
            details = {"edition": edition, "driver": neo4j.__version__}
            return StoreHealth("neo4j", version, await migrating.read_version(transaction), details)

        return await self._connection.read(read)

    async def get_revision(self, account: str) -> int:
        """See the port."""
        return await self._connection.read(lambda found: account_reading.read_revision(found, account))

    async def read_revisions(self) -> dict[str, int]:
        """See the port."""

        async def read(transaction: Transaction) -> dict[str, int]:
            return dict(sorted(zip(*await transaction.run_for_one("read_revisions"), strict=True)))

        return await self._connection.read(read)

    async def get_rates_revision(self) -> int:
        """See the port."""

        async def read(transaction: Transaction) -> int:
            rows = await transaction.run("get_rates_revision")
            return int(rows[0][0]) if rows else 0

        return await self._connection.read(read)

    async def read_account(self, viewer: Viewer, account: str) -> AccountRecords:
        """See the port. Cost: 16 statements; up to 2 for participants who are no contacts and have no ties.

        More when the account is written to at that moment.
        """
        return await account_reading.read_account_of_one_moment(self._connection, account)

    async def find_accounts(self, viewer: Viewer, kind: Kind[Any], key: str) -> tuple[str, ...]:
        """See the port."""
        return await self._connection.read(lambda found: finding.find_accounts(found, kind, key))

    async def find(self, viewer: Viewer, kind: Kind[R], by: str, values: Sequence[str]) -> list[R]:
        """See the port; QuestionRejected for a column that does not hold text or keys."""
        return await self._connection.read(lambda found: finding.find(found, kind, by, values))

    async def read(self, viewer: Viewer, kind: Kind[R]) -> AsyncIterator[Sequence[R]]:
        """See the port. Each batch is a transaction of its own: what is written meanwhile may be in it or not."""
        nodes = kind if kind in LABELS else PEOPLE
        keys = await self._connection.read(lambda found: finding.read_keys(found, nodes))
        for start in range(0, len(keys), BATCH_SIZE):
            read = partial(finding.read_at, kind=kind, keys=keys[start : start + BATCH_SIZE])
            records = await self._connection.read(read)
            if records:
                yield records

    async def find_companies(
        self, viewer: Viewer, wanted: CompanyFilter, first: int, after: tuple[str, str] | None
    ) -> list[Company]:
        """See the port."""
        return await self._connection.read(lambda found: finding.find_companies(found, wanted, first, after))

    async def search(self, viewer: Viewer, text: str, first: int, among: Collection[str] = ()) -> list[Hit]:
        """See the port. Cost: one pass over the nodes of these kinds."""
        return await self._connection.read(lambda found: searching.search(found, text, first, among))

    async def find_near(self, viewer: Viewer, kind: str, text: str, first: int) -> list[Hit]:
        """See the port. Cost: one pass over the nodes of the four kinds that can be searched."""
        return await self._connection.read(lambda found: searching.find_near(found, kind, text, first))

    async def write(self, viewer: Viewer, changes: Changes, progress: Progress | None = None) -> WriteReport:
        """See the port. Begun again, and `progress` with it, when the server asks for that."""
        return await self._connection.write(lambda found: writing.write(found, changes, progress))

    async def read_entries(self, journal: Journal[E], subjects: Sequence[str] | None = None) -> list[Entry[E]]:
        """See the port."""
        return await self._connection.read(lambda found: read_entries(found, journal, subjects))

    async def count_entries(self, journal: Journal[Any], subject: str) -> int:
        """See the port."""
        return await self._connection.read(lambda found: count_entries(found, journal, subject))

    async def close(self) -> None:
        """See the port; any number of times."""
        await self._connection.close()
