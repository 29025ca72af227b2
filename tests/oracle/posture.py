"""What is lost if one person leaves: the most of it in an account, and for each of our people (sections 5, 6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.model.words import SEVERITY_ORDER
from tests.oracle import access
from tests.oracle.failure import single_holders
from tests.oracle.money import NOTHING, Money, added, money_of, without_nothing
from tests.oracle.oracle import Oracle


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
    return money_of(amounts)


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
    at_risk = [(money, people) for money, people in worth if without_nothing(money)]
    if not at_risk:
        return [value_of(oracle, ())]
    sizes = _sizes(oracle, at_risk)
    least = max(sizes) * (1 - NOTHING) - 1e-6
    return [money for (money, _), size in zip(at_risk, sizes, strict=True) if size >= least]


def _sizes(oracle: Oracle, at_risk: list[tuple[Money, set[str]]]) -> list[float]:
    """In the base currency where all have rates, in the one currency of all, else the shares."""
    converted = [oracle.exchange.converted(money) for money, _ in at_risk]
    if all(each is not None for each in converted):
        return [each.value for each in converted]
    if len({currency for money, _ in at_risk for currency in without_nothing(money)}) == 1:
        return [sum(money.values()) for money, _ in at_risk]
    return [
        sum(decision.shares[each] for decision in oracle.decisions.values() for each in people)
        for _, people in at_risk
    ]


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


def by_employee(oracles: Iterable[Oracle]) -> dict[str, Exposure]:
    """Over all accounts: the highest severity, the largest exposure, and sums of the rest."""
    held: dict[str, list[Exposure]] = {}
    for oracle in oracles:
        for employee, exposure in exposures(oracle).items():
            held.setdefault(employee, []).append(exposure)
    return {
        employee: Exposure(
            sum(each.live_tie_count for each in those),
            sum(each.single_held_count for each in those),
            max(each.exposure for each in those),
            max((each.severity for each in those if each.severity), key=SEVERITY_ORDER.get, default=None),
            added(each.money for each in those),
        )
        for employee, those in held.items()
    }
