"""Which accounts' postures are stale, and who computes them.

The clock is that of the machine, read through SQLite: every process that shares the file sees the same one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from graph.posture import Claim, StaleCount, Standard
from graph.stores.sqlite.columns import statement
from graph.stores.sqlite.connections import write_transaction

IS_STALE = "(p.revision IS NOT r.revision OR p.day IS NOT :day OR p.policy IS NOT :policy)"
"""The posture p, or its absence, against the account's revision r and the standard."""

_ACCOUNTS = """
FROM revisions AS r
CROSS JOIN companies AS c ON c.key = r.account AND c.account = r.account
LEFT JOIN postures AS p ON p.account = r.account
"""

_FIND_STALE = """
SELECT r.account {accounts} WHERE {is_stale} ORDER BY r.account LIMIT :first
"""

_FIND_MISSING = """
SELECT r.account {accounts} WHERE p.account IS NULL ORDER BY r.account LIMIT :first
"""

_COUNT_STALE = """
SELECT count(*), coalesce(sum(p.account IS NULL), 0) {accounts} WHERE {is_stale}
"""

_CLAIMABLE = """
SELECT r.account, r.revision {accounts}
LEFT JOIN leases AS lease ON lease.account = r.account
WHERE {is_stale} AND (lease.until IS NULL OR lease.until <= :now) AND r.account > :after AND {condition}
ORDER BY r.account LIMIT :count
"""

_NAMED = "r.account IN (SELECT value FROM json_each(:accounts))"

# Not unixepoch('subsec'): that is newer than the oldest SQLite supported.
_NOW = "SELECT (julianday('now') - 2440587.5) * 86400.0"

_LEASE = """
INSERT INTO leases (account, holder, until) VALUES (?, ?, ?)
ON CONFLICT (account) DO UPDATE SET holder = excluded.holder, until = excluded.until
"""

_RELEASE = "DELETE FROM leases WHERE account = ? AND holder = ?"

_GONE = """
SELECT t.account FROM postures AS t LEFT JOIN companies AS c ON c.key = t.account
WHERE c.account IS NOT t.account
UNION
SELECT t.account FROM leases AS t LEFT JOIN companies AS c ON c.key = t.account
WHERE c.account IS NOT t.account
"""

_HOLDS = """
SELECT 1 FROM leases AS lease JOIN companies AS c ON c.key = lease.account AND c.account = lease.account
WHERE lease.account = ? AND lease.holder = ?
"""


def find_stale(connection: sqlite3.Connection, standard: Standard, first: int, *, only_missing: bool) -> list[str]:
    """See the port. Cost: a look at every account before the last one found."""
    command = statement(_FIND_MISSING if only_missing else _FIND_STALE, accounts=_ACCOUNTS, is_stale=IS_STALE)
    values = {**standard._asdict(), "first": first}
    return [account for (account,) in connection.execute(command, values)]


def count_stale(connection: sqlite3.Connection, standard: Standard) -> StaleCount:
    """See the port. Cost: a look at every account."""
    command = statement(_COUNT_STALE, accounts=_ACCOUNTS, is_stale=IS_STALE)
    return StaleCount(*connection.execute(command, standard._asdict()).fetchone())


def claim_stale(
    connection: sqlite3.Connection,
    standard: Standard,
    holder: str,
    count: int,
    lease_seconds: float,
    accounts: Sequence[str] | None,
    after: str | None,
) -> list[Claim]:
    """See the port. Cost: a look at every account behind `after` and before the last one claimed."""
    condition = "true" if accounts is None else _NAMED
    command = statement(_CLAIMABLE, accounts=_ACCOUNTS, is_stale=IS_STALE, condition=condition)
    with write_transaction(connection, is_derived=True):
        _sweep(connection)
        (now,) = connection.execute(_NOW).fetchone()
        names = json.dumps(list(accounts or ()))
        values = {**standard._asdict(), "now": now, "count": count, "accounts": names, "after": after or ""}
        claims = [Claim(*row) for row in connection.execute(command, values)]
        connection.executemany(_LEASE, [(claim.account, holder, now + lease_seconds) for claim in claims])
    return claims


def _sweep(connection: sqlite3.Connection) -> None:
    """Takes out what is kept of accounts that are none any more, but not their days.

    Cost: nothing unless a company has ceased to be an account since the last time, else a look at all postures.
    """
    if connection.execute("SELECT 1 FROM sweep WHERE is_due").fetchone() is None:
        return
    connection.execute("UPDATE sweep SET is_due = 0")
    gone = connection.execute(_GONE).fetchall()
    for table in ("postures", "posture_ranks", "findings", "exposures", "leases"):
        connection.executemany(statement("DELETE FROM {table} WHERE account = ?", table=table), gone)


def holds(connection: sqlite3.Connection, account: str, holder: str) -> bool:
    """Whether it is an account and nobody has claimed it since this holder did."""
    return connection.execute(_HOLDS, (account, holder)).fetchone() is not None


def release(connection: sqlite3.Connection, accounts: Sequence[str], holder: str) -> None:
    """See the port."""
    with write_transaction(connection, is_derived=True):
        end_leases(connection, accounts, holder)


def end_leases(connection: sqlite3.Connection, accounts: Sequence[str], holder: str) -> None:
    """Ends the holder's leases on those accounts, in the transaction under way."""
    connection.executemany(_RELEASE, [(account, holder) for account in accounts])
