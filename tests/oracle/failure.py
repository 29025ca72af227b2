"""Single points of failure of an oracle (section 5)."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.oracle import access
from tests.oracle.money import Amount, Money, money_of
from tests.oracle.oracle import Oracle


class SinglePoint(NamedTuple):
    """A single-held relationship or a choke point."""

    kind: str
    point: str
    opportunity: str | None
    targets: frozenset[str]
    exposure: float
    value_at_risk: Money
    severity: str
    held_until: str | None = None
    """Of a relationship held by somebody who is leaving, the first day without them."""


def single_holders(oracle: Oracle) -> dict[str, str]:
    """Contact -> the one holder."""
    return {contact: min(those) for contact, those in oracle.holders.items() if len(those) == 1}


def identity(point: SinglePoint) -> tuple[Any, ...]:
    """What tells one from another; a single-held relationship is told by its contact."""
    return (point.kind, point.point, point.opportunity or "", sorted(point.targets))


def single_held_relationships(oracle: Oracle) -> list[SinglePoint]:
    """One per shown contact with exactly one holder."""
    found = []
    for contact, employee in single_holders(oracle).items():
        if contact not in oracle.shown_contacts:
            continue
        exposure = oracle.largest_share([contact])
        amounts = [
            amount
            for opportunity, decision in oracle.decisions.items()
            for amount in oracle.amount(decision.shares[contact], opportunity)
        ]
        held = _point(oracle, "SINGLE_HELD", employee, None, {contact}, exposure, amounts)
        found.append(held._replace(held_until=oracle.leaving.get(employee)))
    return sorted(found, key=identity)


def choke_points(oracle: Oracle) -> list[SinglePoint]:
    """One per point and open opportunity, where anyone shown falls out of reach."""
    graph, floor = oracle.access_graph, oracle.policy.reach_floor
    found = []
    for point, fallen in access.choke_points(graph, access.OUR_COMPANY, floor).items():
        targets = fallen & set(oracle.shown_contacts)
        lost = fallen | ({point} & set(oracle.contacts))
        for opportunity, decision in oracle.decisions.items():
            is_elsewhere = opportunity is not None and not oracle.is_shown(opportunity)
            if is_elsewhere or not targets:
                continue
            exposure = sum(decision.shares[person] for person in lost)
            amounts = oracle.amount(exposure, opportunity)
            found.append(_point(oracle, "CHOKE_POINT", point, opportunity, targets, exposure, amounts))
    return sorted(found, key=identity)


def _point(
    oracle: Oracle,
    kind: str,
    point: str,
    opportunity: str | None,
    targets: set[str],
    exposure: float,
    amounts: list[Amount],
) -> SinglePoint:
    severity = oracle.severity(exposure)
    return SinglePoint(kind, point, opportunity, frozenset(targets), exposure, money_of(amounts), severity)
