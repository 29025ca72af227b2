"""The stores that the one suite runs against: each test gets an empty one of every kind.

Without a Neo4j its column is skipped, with the reason and a count at the end of the run;
GUANXI_REQUIRE_NEO4J=1 turns that into failures (see `tests/strict_plugin.py`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.store import GraphStore
from graph.stores.sqlite_store import SqliteStore

if TYPE_CHECKING:
    from tests.neo4j_for_tests import Neo4jForTests

EmptyStores = Callable[[], Awaitable[GraphStore]]

_numbers = count()


async def _empty_neo4j(server: Neo4jForTests) -> GraphStore:
    # The embedded stores are tested without the driver.
    from graph.stores.neo4j_store import Neo4jStore

    await server.wipe()
    store = await Neo4jStore.open(
        server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
    )
    await store.migrate()
    return store


@pytest.fixture(params=["memory", "sqlite", "neo4j"])
async def empty_stores(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[EmptyStores]:
    """Makes an empty store at each call; what was in the one before may be gone then."""
    server = request.getfixturevalue("neo4j_for_tests") if request.param == "neo4j" else None
    opened: list[GraphStore] = []

    async def open_empty() -> GraphStore:
        if server is not None:
            opened.append(await _empty_neo4j(server))
        else:
            path = tmp_path / f"store {next(_numbers)}.db" if request.param == "sqlite" else None
            opened.append(await SqliteStore.open(path))
        return opened[-1]

    yield open_empty
    for store in opened:
        await store.close()


@pytest.fixture
async def store(empty_stores: EmptyStores) -> GraphStore:
    """An empty store."""
    return await empty_stores()
