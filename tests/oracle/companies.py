"""Which companies are one account, and which of them a question about one company shows."""

from __future__ import annotations

from tests.oracle.world import World, by_key


def account_of(world: World, company: str) -> str | None:
    """The key of the account that the company belongs to; None when it is in none."""
    companies = by_key(world, "companies")
    here = companies[company]
    if here.side == "SUPPLIER":
        return None
    while here.side != "CUSTOMER":
        if here.parent is None or companies[here.parent].side == "SUPPLIER":
            return None
        here = companies[here.parent]
    while here.parent is not None and companies[here.parent].side == "CUSTOMER":
        here = companies[here.parent]
    return here.key


def companies_of(world: World, account: str) -> set[str]:
    """The companies of an account."""
    return {company.key for company in world["companies"] if account_of(world, company.key) == account}


def companies_below(world: World, company: str) -> set[str]:
    """The company itself and those of its account below it."""
    companies = by_key(world, "companies")
    inside = companies_of(world, account_of(world, company) or "")
    below = set()
    for key in inside:
        chain = [key]
        while companies[chain[-1]].parent in inside:
            chain.append(companies[chain[-1]].parent)
        if company in chain:
            below.add(key)
    return below
