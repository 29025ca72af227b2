"""Where an account stands: what hangs on single-held contacts, and on each of our people (sections 5 and 7)."""

from __future__ import annotations

from typing import NamedTuple

from tests.oracle.failure import Money, single_holders, value_at_risk
from tests.oracle.oracle import Oracle


class Exposure(NamedTuple):
    """What one of ours holds; severity is None where nothing is held alone."""

    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    money: Money


def value_of(oracle: Oracle, contacts: list[str]) -> Money:
    """Value × summed share of the contacts, over the open opportunities, by currency."""
    amounts = [
        amount
        for opportunity, decision in oracle.decisions.items()
        for amount in oracle.amount(sum(decision.shares[each] for each in contacts), opportunity)
    ]
    return value_at_risk(oracle.policy, amounts)


def value_held_alone(oracle: Oracle) -> Money:
    """Of all contacts with a live tie by exactly one employee."""
    return value_of(oracle, list(single_holders(oracle.live)))


def exposures(oracle: Oracle) -> dict[str, Exposure]:
    """Every employee with a live tie."""
    alone = single_holders(oracle.live)
    found = {}
    for employee in {holder for holder, _ in oracle.live}:
        contacts = [contact for contact, holder in alone.items() if holder == employee]
        share = oracle.largest_share(contacts)
        count = sum(holder == employee for holder, _ in oracle.live)
        severity = oracle.severity(share) if contacts else None
        found[employee] = Exposure(count, len(contacts), share, severity, value_of(oracle, contacts))
    return found
