"""The account of every company, kept beside it: it follows from the sides of the companies above.

A CUSTOMER belongs to the account of its parent when that is a CUSTOMER, and else is an account of its own. A
company of another side belongs to the account of its parent; a SUPPLIER, and what is below it, to none. So the
company above alone tells, and each is looked at once, however deep the group: from the top downwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from graph.model.companies import COMPANIES
from graph.model.record import Row
from graph.model.words import Side
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.rows import highest_keys


class _Placed(NamedTuple):
    """A company, the account that it is kept in, and the same of the company above."""

    key: str
    side: str
    account: str | None
    parent: str | None
    parent_side: str | None
    parent_account: str | None


async def place_companies(transaction: Transaction, altered: Sequence[Row]) -> list[str]:
    """Finds the accounts of the altered companies and all below them; returns those that are one anew."""
    columns = await transaction.run_for_one("find_companies_below", keys=highest_keys(COMPANIES, altered))
    found = {row[0]: _Placed(*row) for row in zip(*columns, strict=True)}
    accounts = _accounts(found)
    moved = {key: account for key, account in accounts.items() if account != found[key].account}
    if moved:
        await transaction.run(
            "place_companies", rows=[{"key": key, "account": account} for key, account in moved.items()]
        )
    return sorted(key for key, account in moved.items() if account == key)


def _accounts(found: dict[str, _Placed]) -> dict[str, str | None]:
    below: dict[str | None, list[str]] = defaultdict(list)
    for company in found.values():
        below[company.parent].append(company.key)
    pending = [company.key for company in found.values() if company.parent not in found]
    accounts: dict[str, str | None] = {}
    for key in pending:
        accounts[key] = _account(found[key], accounts)
        pending.extend(below[key])
    return accounts


def _account(company: _Placed, accounts: dict[str, str | None]) -> str | None:
    if company.side == Side.SUPPLIER:
        return None
    if company.side == Side.CUSTOMER and company.parent_side != Side.CUSTOMER:
        return company.key
    return accounts.get(company.parent or "", company.parent_account)
