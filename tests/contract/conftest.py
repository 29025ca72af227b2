"""The stores that the one suite runs against: each test gets an empty one of every kind.

A Neo4j is found by `tests/neo4j_for_tests.py`; without one its column is skipped, with the reason, which
GUANXI_REQUIRE_NEO4J=1 turns into a failure (see `tests/strict_plugin.py`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from graph.store import GraphStore
from graph.stores.sqlite_store import SqliteStore

EmptyStores = Callable[[], Awaitable[GraphStore]]


@pytest.fixture(scope="session")
def neo4j_for_tests() -> Iterator[Any]:
    found = pytest.importorskip("tests.neo4j_for_tests").find_neo4j_for_tests()
    if found is None:
        pytest.skip("no Neo4j")
    yield found
    found.close()


@pytest.fixture(params=["memory", "sqlite", "neo4j"])
async def empty_stores(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[EmptyStores]:
    """Makes an empty store at each call; what was in the one before may be gone then."""
    opened: list[GraphStore] = []
    numbers = count()

    async def open_empty() -> GraphStore:
        store: GraphStore
        if request.param == "neo4j":
            server = request.getfixturevalue("neo4j_for_tests")
            await server.wipe()
            store = await pytest.importorskip("graph.stores.neo4j_store").Neo4jStore.open(
                server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
            )
            await store.migrate()
        else:
            path = tmp_path / f"store {next(numbers)}.db" if request.param == "sqlite" else None
            store = await SqliteStore.open(path)
        opened.append(store)
        return store

    yield open_empty
    for store in opened:
        await store.close()


@pytest.fixture
async def store(empty_stores: EmptyStores) -> GraphStore:
    """An empty store."""
    return await empty_stores()
