"""A worker claims on behind what it claimed last, and looks from the first account on only in the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from api.refreshing.claiming import Claiming
from graph.model.companies import COMPANIES
from graph.posture import Claim
from graph.posture_store import PostureStore
from graph.store import Changes, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.contract.kept_postures import TODAY, computed, posture

HOUR = 3600.0


class NotedClaims:
    """The real postures, with a list of the claims: the key behind which, and how many accounts were named."""

    def __init__(self, postures: Any) -> None:
        self._postures = postures
        self.asked: list[tuple[str | None, int]] = []

    async def claim_stale(self, *given: Any, after: str | None) -> list[Claim]:
        self.asked.append((after, len(given[4] or ())))
        claims: list[Claim] = await self._postures.claim_stale(*given, after=after)
        return claims


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    found = await SqliteStore.open(tmp_path / "store.db")
    yield found
    await found.close()


async def put_accounts(store: SqliteStore, count: int) -> list[str]:
    keys = [f"a{number:03}" for number in range(count)]
    rows = [(key, "A", "CUSTOMER") for key in keys]
    await store.write(LOCAL, Changes([Table.of_rows(COMPANIES, ("key", "name", "side"), rows)]))
    return keys


def claiming(noted: object, batch_count: int, accounts: Sequence[str] | None = None) -> Claiming:
    return Claiming(cast(PostureStore, noted), "one", batch_count, HOUR, accounts)


async def claimed(work: Claiming) -> list[str]:
    return [claim.account for claim in await work.next_claims(TODAY)]


async def test_each_claim_goes_on_behind_the_one_before(store: SqliteStore) -> None:
    keys = await put_accounts(store, 5)
    noted = NotedClaims(store.postures)
    work = claiming(noted, 2)
    assert [await claimed(work) for _ in range(4)] == [keys[:2], keys[2:4], keys[4:], []]
    assert noted.asked == [(None, 0), ("a001", 0), ("a003", 0), (None, 0)]


async def test_what_became_free_before_it_is_found_in_the_end(store: SqliteStore) -> None:
    keys = await put_accounts(store, 4)
    await store.postures.claim_stale(TODAY, "other", 1, HOUR)
    work = claiming(store.postures, 3)
    assert await claimed(work) == keys[1:]
    await store.postures.release(keys[:1], "other")
    assert await claimed(work) == keys[:1]
    assert await claimed(work) == []


async def test_of_many_accounts_named_each_is_looked_at_once_and_once_more_in_the_end(store: SqliteStore) -> None:
    keys = await put_accounts(store, 250)
    noted = NotedClaims(store.postures)
    work = claiming(noted, 50, [*reversed(keys), "nobody", keys[7]])
    assert [await claimed(work) for _ in range(6)] == [keys[at : at + 50] for at in range(0, 250, 50)] + [[]]
    assert noted.asked[:5] == [(None, 100), ("a049", 100), ("a099", 100), ("a149", 100), ("a199", 51)]
    assert noted.asked[5:] == [("a249", 1), (None, 100), (None, 100), (None, 51)]


async def test_names_without_anything_to_claim_are_passed_over(store: SqliteStore) -> None:
    keys = await put_accounts(store, 250)
    for claim in await store.postures.claim_stale(TODAY, "other", 240, HOUR):
        assert await store.postures.write_posture(computed(posture(claim.account)), "other")
    work = claiming(store.postures, 50, keys)
    assert [await claimed(work) for _ in range(2)] == [keys[240:], []]
    assert await claimed(claiming(store.postures, 50, [])) == []


class LateClaims(NotedClaims):
    """The real postures, whose claims are made at once and told when the test says so."""

    def __init__(self, postures: Any) -> None:
        super().__init__(postures)
        self.made = asyncio.Event()
        self.told = asyncio.Event()

    async def claim_stale(self, *given: Any, after: str | None) -> list[Claim]:
        claims = await super().claim_stale(*given, after=after)
        self.made.set()
        await self.told.wait()
        return claims

    async def release(self, accounts: Sequence[str], holder: str) -> None:
        await self._postures.release(accounts, holder)


async def test_a_worker_that_is_stopped_while_the_store_claims_gives_the_claims_back(store: SqliteStore) -> None:
    keys = await put_accounts(store, 3)
    late = LateClaims(store.postures)
    work = asyncio.create_task(claiming(late, batch_count=3).next_claims(TODAY))
    await late.made.wait()
    work.cancel()
    await asyncio.sleep(0)
    late.told.set()
    with pytest.raises(asyncio.CancelledError):
        await work
    again = Claiming(store.postures, "another", 3, HOUR, None)
    assert await claimed(again) == keys
