"""Health, migration and closing."""

from __future__ import annotations

import pytest

from graph.errors import StoreUnavailable
from graph.store import GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import put


async def test_migrating_again_keeps_the_version_and_the_records(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    before = await store.read_account(LOCAL, "acme")
    version = await store.migrate()
    assert await store.migrate() == version
    assert await store.read_account(LOCAL, "acme") == before


async def test_health_tells_what_answers_and_its_schema_version(store: GraphStore) -> None:
    health = await store.get_health()
    assert health.schema_version == await store.migrate()
    assert health.schema_version >= 1
    assert health.backend
    assert health.version[0].isdigit()
    assert all(isinstance(text, str) for pair in health.details.items() for text in pair)


async def test_an_empty_store_answers_with_nothing(store: GraphStore) -> None:
    assert await store.read_revisions() == {}
    assert await store.search(LOCAL, "a", 10) == []


async def test_a_closed_store_is_unavailable_and_closes_twice(store: GraphStore) -> None:
    await store.close()
    await store.close()
    with pytest.raises(StoreUnavailable):
        await store.read_revisions()
    with pytest.raises(StoreUnavailable):
        await put(store, world.ACME)
