"""What is lost if one person leaves: the most of it in an account, and for each of our people (sections 5, 6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tests.oracle import access
from tests.oracle.failure import Money, single_holders, value_at_risk
from tests.oracle.oracle import Oracle

EQUAL = 1e-9


class Exposure(NamedTuple):
    """What one of ours holds, and what is lost without them; severity is None where nobody falls out of reach."""

    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    money: Money


def value_of(oracle: Oracle, contacts: Iterable[str]) -> Money:
    """Value × summed share of the contacts, over the open opportunities, by currency."""
    people = list(contacts)
    amounts = [
        amount
        for opportunity, decision in oracle.decisions.items()
        for amount in oracle.amount(sum(decision.shares[each] for each in people), opportunity)
    ]
    return value_at_risk(oracle.policy, amounts)


def lost_without(oracle: Oracle, person: str) -> set[str]:
    """The contacts within reach who are not when the person is taken out and everything starts again."""
    rest = access.strengths(access.without(oracle.access_graph, person), access.OUR_COMPANY)
    fallen = oracle.within_reach - access.within_reach(rest, oracle.policy.reach_floor)
    return fallen & set(oracle.contacts)


def values_at_risk(oracle: Oracle) -> list[Money]:
    """The largest money that hangs on one person alone; several where points are equally large."""
    floor = oracle.policy.reach_floor
    points = {contact: {contact} for contact in single_holders(oracle)}
    for point in access.choke_points(oracle.access_graph, access.OUR_COMPANY, floor):
        points[point] = lost_without(oracle, point)
    worth = [(value_of(oracle, people), people) for people in points.values()]
    at_risk = [(money, people) for money, people in worth if any(value > EQUAL for value in money.values())]
    if not at_risk:
        return [value_of(oracle, ())]
    currencies = {currency for money, _ in at_risk for currency, value in money.items() if value > EQUAL}
    sizes = [
        sum(money.values())
        if len(currencies) == 1
        else sum(decision.shares[each] for decision in oracle.decisions.values() for each in people)
        for money, people in at_risk
    ]
    least = max(sizes) * (1 - EQUAL) - 1e-6
    return [money for (money, _), size in zip(at_risk, sizes, strict=True) if size >= least]


def exposures(oracle: Oracle) -> dict[str, Exposure]:
    """Every employee with a live tie."""
    alone = single_holders(oracle)
    found = {}
    for employee in {holder for holder, _ in oracle.live}:
        lost = lost_without(oracle, employee)
        share = oracle.largest_share(sorted(lost))
        count = sum(holder == employee for holder, _ in oracle.live)
        held_alone = list(alone.values()).count(employee)
        severity = oracle.severity(share) if lost else None
        found[employee] = Exposure(count, held_alone, share, severity, value_of(oracle, lost))
    return found
