"""One large drawn account, through a store."""

from __future__ import annotations

from bench.bulk_world import bulk_world
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import AccountRecords, Changes
from graph.viewer import LOCAL

ACCOUNT = "a00000"
DEAL = "a00000-o0"
AS_OF = "2026-01-01"
EDGES_A_PERSON = 5.0


async def drawn_account(people: int) -> AccountRecords:
    """An account with that many contacts and five edges a contact, as a store returns it."""
    store = await open_store(Settings(store_url="memory:"))
    try:
        await store.write(LOCAL, Changes(bulk_world(people, EDGES_A_PERSON, 1)))
        return await store.read_account(LOCAL, ACCOUNT)
    finally:
        await store.close()
