"""Whose posture is out of date, and who computes it: leases, by the server's clock.

An account has a PostureTask, a node that stays: it says by which revision, day and policy the posture was
computed, and who holds the account until when. A posture is written under the lock of that node. The node with
the account's revision is not locked by anything here, nor looked up by a statement that writes: no write of
records waits for postures that wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.posture import Claim, Posture, StaleCount, Standard
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.migrating import lock_postures


async def find_stale(transaction: Transaction, standard: Standard, first: int, only_missing: bool) -> list[str]:
    """See the port."""
    (accounts,) = await transaction.run_for_one(
        "find_stale_accounts", **standard._asdict(), first=first, only_missing=only_missing
    )
    return list(accounts)


async def count_stale(transaction: Transaction, standard: Standard) -> StaleCount:
    """See the port."""
    return StaleCount(*await transaction.run_for_one("count_stale_accounts", **standard._asdict()))


async def claim_stale(
    transaction: Transaction,
    standard: Standard,
    holder: str,
    count: int,
    lease_seconds: float,
    accounts: Sequence[str] | None,
    after: str | None,
) -> list[Claim]:
    """See the port. Other claims wait, and so does what is written under the leases that are taken over.

    Cost: a look at every account behind `after` and before the last one claimed.
    """
    if not await lock_postures(transaction):
        await _delete_lost(transaction)
    if accounts is None:
        (claimable,) = await transaction.run_for_one(
            "find_claimable_accounts", **standard._asdict(), after=after or "", first=count
        )
    else:
        named = [account for account in accounts if account > (after or "")]
        claimable = [claim.account for claim in await _claimable(transaction, standard, named)][:count]
    if not claimable:
        return []
    await transaction.run("place_tasks", accounts=claimable)
    # Until here a posture may have been written under a lease that has run out.
    claims = await _claimable(transaction, standard, claimable)
    await transaction.run(
        "write_leases",
        accounts=[claim.account for claim in claims],
        holder=holder,
        lease_seconds=lease_seconds,
    )
    return claims


async def _claimable(transaction: Transaction, standard: Standard, accounts: Sequence[str]) -> list[Claim]:
    """Those of the accounts that may be claimed now, by key."""
    columns = await transaction.run_for_one("find_claims", **standard._asdict(), accounts=accounts)
    return sorted(map(Claim._make, zip(*columns, strict=True)))


async def end_lease(transaction: Transaction, posture: Posture, holder: str) -> bool:
    """Ends the holder's lease on the posture's account, which is current with it; False when it holds none.

    Until the transaction ends, nobody else can lease the account.
    """
    (ended_count,) = await transaction.run_for_one(
        "write_task",
        account=posture.account,
        holder=holder,
        revision=posture.revision,
        **posture.standard._asdict(),
    )
    return bool(ended_count)


async def release(transaction: Transaction, accounts: Sequence[str], holder: str) -> None:
    """See the port."""
    await transaction.run("release_tasks", accounts=sorted(set(accounts)), holder=holder)


async def _delete_lost(transaction: Transaction) -> None:
    """Takes out what is kept for accounts that are none any more."""
    (lost,) = await transaction.run_for_one("find_lost_accounts")
    if lost:
        await transaction.run("delete_tasks", accounts=lost)
        await transaction.run("delete_postures", accounts=lost)
