"""Whose posture is out of date, and who computes it: leases, by the server's clock.

An account's lease is a node that stays, and says nothing while nobody holds it: a posture of the account is
written under the lock of that node.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.posture import Claim, Standard
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.migrating import lock_postures


async def find_stale(transaction: Transaction, standard: Standard, first: int, only_missing: bool) -> list[str]:
    """See the port."""
    (accounts,) = await transaction.run_for_one(
        "find_stale_accounts", **standard._asdict(), first=first, only_missing=only_missing
    )
    return list(accounts)


async def count_stale(transaction: Transaction, standard: Standard) -> tuple[int, int]:
    """See the port."""
    stale_count, missing_count = await transaction.run_for_one("count_stale_accounts", **standard._asdict())
    return stale_count, missing_count


async def claim_stale(
    transaction: Transaction,
    standard: Standard,
    holder: str,
    count: int,
    lease_seconds: float,
    accounts: Sequence[str] | None,
) -> list[Claim]:
    """See the port. Other claims wait, and so does what is written under the leases that are taken over."""
    if not await lock_postures(transaction):
        await _delete_lost(transaction)
    if accounts is None:
        (claimable,) = await transaction.run_for_one("find_claimable_accounts", **standard._asdict(), first=count)
    else:
        (found,) = await transaction.run_for_one(
            "find_claimable_accounts_of", **standard._asdict(), accounts=accounts
        )
        claimable = sorted(found)[:count]
    if not claimable:
        return []
    await transaction.run("place_leases", accounts=claimable)
    # Until here a posture may have been written under one of them, or a lease come to its end.
    columns = await transaction.run_for_one(
        "write_leases", **standard._asdict(), accounts=claimable, holder=holder, lease_seconds=lease_seconds
    )
    return sorted(Claim(account, revision) for account, revision in zip(*columns, strict=True))


async def end_lease(transaction: Transaction, account: str, holder: str) -> bool:
    """Ends the holder's lease on the account; False when it holds none or the key is not an account's.

    Until the transaction ends, nobody else can lease the account.
    """
    (ended_count,) = await transaction.run_for_one("delete_held_lease", account=account, holder=holder)
    return bool(ended_count)


async def release(transaction: Transaction, accounts: Sequence[str], holder: str) -> None:
    """See the port."""
    await transaction.run("delete_held_leases", accounts=sorted(set(accounts)), holder=holder)


async def _delete_lost(transaction: Transaction) -> None:
    """Takes out what is kept for accounts that are none any more."""
    (lost,) = await transaction.run_for_one("find_lost_accounts")
    if lost:
        await transaction.run("delete_leases", accounts=lost)
        await transaction.run("delete_postures", accounts=lost)
