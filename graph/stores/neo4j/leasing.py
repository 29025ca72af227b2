"""Whose posture is out of date, and who computes it: leases, by the server's clock.

An account's lease is a node that stays; whoever holds no lease has its properties taken away. Its lock is the one
that a posture of the account is written under.
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
    await lock_postures(transaction)
    await _delete_lost(transaction)
    (claimable,) = await transaction.run_for_one(
        "find_claimable_accounts", **standard._asdict(), accounts=accounts, first=count
    )
    if not claimable:
        return []
    await transaction.run("place_leases", accounts=claimable)
    # Until here a posture may have been written under one of them, or a lease come to its end.
    columns = await transaction.run_for_one(
        "write_leases", **standard._asdict(), accounts=claimable, holder=holder, lease_seconds=lease_seconds
    )
    return [Claim(account, revision) for account, revision in zip(*columns, strict=True)]


async def end_leases(transaction: Transaction, accounts: Sequence[str], holder: str) -> list[str]:
    """Ends the holder's leases on those accounts and returns which they were; others may not lease them yet."""
    wanted = sorted(set(accounts))
    await transaction.run("lock_leases", accounts=wanted)
    columns = await transaction.run_for_one("find_lease_holders", accounts=wanted)
    held = [account for account, by_whom in zip(*columns, strict=True) if by_whom == holder]
    await transaction.run("delete_leases", accounts=held)
    return held


async def _delete_lost(transaction: Transaction) -> None:
    """Takes out what is kept for accounts that are none any more."""
    (lost,) = await transaction.run_for_one("find_lost_accounts")
    if lost:
        await transaction.run("delete_leases", accounts=lost)
        await transaction.run("delete_postures", accounts=lost)
