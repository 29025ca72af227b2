"""Random worlds through the product's own door: they break no rule, and a store gives their accounts back."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from graph.editing import apply_changes
from graph.store import AccountRecords, Changes
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.oracle.account_records import account_records
from tests.oracle.busy_worlds import busy_worlds
from tests.oracle.world import World, tables_of
from tests.oracle.worlds import worlds


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds() | busy_worlds())
def test_a_store_returns_the_records_that_the_port_describes(world: World) -> None:
    for account in ("group", "stranger"):
        stored = asyncio.run(_stored(world, account))
        expected = account_records(world, account)
        assert replace(stored, revision=1) == expected


async def _stored(world: World, account: str) -> AccountRecords:
    store = await SqliteStore.open(None)
    try:
        await apply_changes(store, LOCAL, Changes(upserts=tables_of(world)))
        return await store.read_account(LOCAL, account)
    finally:
        await store.close()
