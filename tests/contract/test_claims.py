"""Several processes share the work: each account goes to one holder, and no holder blocks it for ever."""

from __future__ import annotations

import asyncio

from graph.posture import Claim
from graph.store import GraphStore
from tests.contract.kept_postures import (
    TODAY,
    TOMORROW,
    account,
    computed,
    finding,
    findings,
    keep,
    portfolio,
    posture,
)
from tests.contract.writing import put, take_out

HOUR = 3600


async def claimed(store: GraphStore, holder: str, count: int = 9, lease_seconds: float = HOUR) -> list[str]:
    claims = await store.postures.claim_stale(TODAY, holder, count, lease_seconds)
    return [claim.account for claim in claims]


async def test_stale_accounts_are_claimed_by_key_with_their_revision(store: GraphStore) -> None:
    await put(store, account("c"), account("a"), account("b"))
    await put(store, account("b", name="Bee"))
    assert await store.postures.claim_stale(TODAY, "one", 2, HOUR) == [Claim("a", 1), Claim("b", 2)]
    assert await store.postures.claim_stale(TODAY, "two", 2, HOUR) == [Claim("c", 1)]
    assert await store.postures.claim_stale(TODAY, "two", 2, HOUR) == []


async def test_only_the_accounts_named_are_claimed(store: GraphStore) -> None:
    await put(store, *map(account, "abcd"))
    await keep(store, computed(posture("b")))
    names = ["d", "b", "nothing", "a", "d", *(f"nobody {number}" for number in range(5_000))]
    claims = await store.postures.claim_stale(TODAY, "one", 9, HOUR, names)
    assert claims == [Claim("a", 1), Claim("d", 1)]
    assert await store.postures.claim_stale(TODAY, "one", 9, HOUR, []) == []
    assert await claimed(store, "one") == ["c"]


async def test_a_claim_goes_on_behind_a_key_by_code_point(store: GraphStore) -> None:
    await put(store, *map(account, ("a", "b", "c", "é", "\uffee", "𝄞")))
    claims = [
        [claim.account for claim in await store.postures.claim_stale(TODAY, "one", count, HOUR, after=key)]
        for count, key in ((9, "𝄞"), (1, "\uffee"), (2, "bb"), (9, "é"), (1, ""), (9, None))
    ]
    assert claims == [[], ["𝄞"], ["c", "é"], ["\uffee"], ["a"], ["b"]]


async def test_of_the_accounts_named_those_behind_the_key_are_claimed(store: GraphStore) -> None:
    await put(store, *map(account, "abcd"))
    claims = await store.postures.claim_stale(TODAY, "one", 9, HOUR, ["d", "a", "b"], after="a")
    assert claims == [Claim("b", 1), Claim("d", 1)]
    assert await store.postures.claim_stale(TODAY, "one", 9, HOUR, ["a", "b"], after="b") == []


async def test_a_current_account_is_not_claimed(store: GraphStore) -> None:
    await put(store, account("a"))
    await keep(store, computed(posture("a")))
    assert await claimed(store, "one") == []
    claims = await store.postures.claim_stale(TOMORROW, "one", 9, HOUR)
    assert claims == [Claim("a", 1)]


async def test_holders_that_claim_at_once_never_get_the_same_account(store: GraphStore) -> None:
    keys = [f"a{number:02}" for number in range(40)]
    await put(store, *map(account, keys))

    async def work(holder: str) -> list[str]:
        mine: list[str] = []
        while got := await claimed(store, holder, 3):
            mine += got
            for key in got:
                assert await store.postures.write_posture(computed(posture(key)), holder)
        return mine

    shares = await asyncio.gather(*(work(f"holder {number}") for number in range(4)))
    assert sorted(key for share in shares for key in share) == keys
    assert await store.postures.count_stale(TODAY) == (0, 0)


async def test_a_holder_gets_an_account_once_as_long_as_its_lease_runs(store: GraphStore) -> None:
    await put(store, account("a"), account("b"))
    assert await claimed(store, "one", 1) == ["a"]
    assert await claimed(store, "one", 1) == ["b"]
    assert await claimed(store, "one", 1) == []
    assert await store.postures.find_stale(TODAY, 9) == ["a", "b"]


async def test_a_lease_that_ran_out_is_taken_over_and_the_late_writer_is_refused(store: GraphStore) -> None:
    await put(store, account("a"))
    assert await claimed(store, "slow", lease_seconds=0) == ["a"]
    assert await claimed(store, "next") == ["a"]
    late = computed(posture("a", severity="LOW"), [finding("a", "late")])
    assert not await store.postures.write_posture(late, "slow")
    assert await portfolio(store) == []
    assert await findings(store) == []
    assert await store.postures.read_posture_days("a", None, None) == []
    assert await store.postures.write_posture(computed(posture("a", severity="HIGH")), "next")
    assert not await store.postures.write_posture(late, "slow")
    assert [row.posture.severity for row in await portfolio(store)] == ["HIGH"]


async def test_a_lease_runs_out_by_itself(store: GraphStore) -> None:
    await put(store, account("a"))
    assert await claimed(store, "slow", lease_seconds=0.05) == ["a"]
    await asyncio.sleep(0.1)
    assert await claimed(store, "next") == ["a"]


async def test_a_holder_may_write_after_its_lease_when_nobody_took_over(store: GraphStore) -> None:
    await put(store, account("a"))
    assert await claimed(store, "slow", lease_seconds=0) == ["a"]
    assert await claimed(store, "slow", lease_seconds=0) == ["a"]
    assert await store.postures.write_posture(computed(posture("a")), "slow")


async def test_writing_ends_the_lease(store: GraphStore) -> None:
    await put(store, account("a"))
    await keep(store, computed(posture("a")))
    assert not await store.postures.write_posture(computed(posture("a", severity="LOW")), "worker")
    assert await store.postures.claim_stale(TOMORROW, "next", 9, HOUR) == [Claim("a", 1)]


async def test_nothing_is_written_without_a_claim(store: GraphStore) -> None:
    await put(store, account("a"))
    assert not await store.postures.write_posture(computed(posture("a")), "one")
    assert await claimed(store, "two") == ["a"]
    assert not await store.postures.write_posture(computed(posture("a")), "one")
    assert not await store.postures.write_posture(computed(posture("nothing")), "two")
    assert await portfolio(store) == []


async def test_what_is_released_may_be_claimed_at_once_and_not_written(store: GraphStore) -> None:
    await put(store, *map(account, "abc"))
    assert await claimed(store, "one", 2) == ["a", "b"]
    assert await claimed(store, "two") == ["c"]
    await store.postures.release(["b", "c", "nothing"], "one")
    await store.postures.release([], "one")
    assert await claimed(store, "three") == ["b"]
    assert not await store.postures.write_posture(computed(posture("b")), "one")
    assert await store.postures.write_posture(computed(posture("a")), "one")


async def test_an_account_that_moves_on_while_it_is_computed_is_stale_and_claimed_again(store: GraphStore) -> None:
    await put(store, account("a"))
    assert await claimed(store, "one") == ["a"]
    await put(store, account("a", name="Other"))
    assert await store.postures.write_posture(computed(posture("a", revision=1)), "one")
    assert [row.is_stale for row in await portfolio(store)] == [True]
    assert await store.postures.claim_stale(TODAY, "two", 9, HOUR) == [Claim("a", 2)]


async def test_what_ceases_to_be_an_account_is_not_written_nor_claimed(store: GraphStore) -> None:
    await put(store, account("a"), account("b"), account("c"))
    assert await claimed(store, "one") == ["a", "b", "c"]
    await take_out(store, account("a"))
    await put(store, account("b", parent="c"))
    for key in ("a", "b"):
        assert not await store.postures.write_posture(computed(posture(key)), "one")
    assert await claimed(store, "two") == []
    # The leases went with the accounts: who comes back is free, and the holder of before is refused.
    await put(store, account("a"), account("b"))
    assert await claimed(store, "two") == ["a", "b"]
    assert not await store.postures.write_posture(computed(posture("a")), "one")


async def test_what_is_kept_of_accounts_no_more_is_taken_out_whatever_is_claimed(store: GraphStore) -> None:
    keys = ("deleted", "moved", "sold", "stays")
    await put(store, *map(account, keys))
    for key in keys:
        await keep(store, computed(posture(key), [finding(key, "f")]))
    assert await claimed(store, "one") == []
    await take_out(store, account("deleted"))
    await put(store, account("moved", parent="stays"), account("sold").replace(side="COMPETITOR"))
    assert await store.postures.claim_stale(TODAY, "one", 0, HOUR, after="zzz") == []
    await put(store, *map(account, keys[:3]))
    assert [each.account for each in await findings(store)] == ["stays"]
    assert await claimed(store, "one") == ["deleted", "moved", "sold", "stays"]
