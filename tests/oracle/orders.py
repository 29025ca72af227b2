"""In which order answers list what is at risk (section 5, Every finding; second edition)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cmp_to_key
from itertools import pairwise
from typing import NamedTuple

from graph.model.words import SEVERITY_ORDER
from tests.oracle.account_findings import Identity, highest
from tests.oracle.failure import SinglePoint
from tests.oracle.money import Exchange, Money
from tests.oracle.oracle import Oracle
from tests.oracle.posture import Exposure, values_at_risk
from tests.oracle.worths import Worth, worths

EQUAL = 1e-9
"""Shares that differ by less, and money by as small a part, are the same, computed in another order."""


class Place(NamedTuple):
    """Worst first, then the largest share, the most money in the base currency (none after some), then keys."""

    severity: str | None
    share: float
    money: float | None
    keys: tuple[str, ...]


def place(exchange: Exchange, severity: str | None, share: float, money: Money, keys: tuple[str, ...]) -> Place:
    """Of anything; money that is not known in the base currency counts as none."""
    converted = exchange.converted(money)
    return Place(severity, share, None if converted is None else converted.value, keys)


def of_finding(oracle: Oracle, found: Identity, worth: Worth) -> Place:
    """Of a finding in a list over all accounts; findings alike in all of it go by their ids."""
    keys = (oracle.account, found.subject, found.stage or "", found.kind)
    return place(oracle.exchange, worth.severity, worth.share, worth.money, keys)


def of_point(oracle: Oracle, point: SinglePoint) -> Place:
    """Of a single point of failure, as of any other finding."""
    (subject,) = point.targets if point.kind == "SINGLE_HELD" else (point.point,)
    keys = (oracle.account, subject, "", point.kind)
    return place(oracle.exchange, point.severity, point.exposure, point.value_at_risk, keys)


def of_employee(exchange: Exchange, employee: str, exposure: Exposure) -> Place:
    """Of one of ours over all accounts."""
    return place(exchange, exposure.severity, exposure.exposure, exposure.money, (employee,))


def of_account(oracle: Oracle) -> Place:
    """Of an account in the portfolio, by its account-wide findings; where money may be either, by any."""
    found = [each for each in worths(oracle).values() if each.is_account_wide]
    severity = highest([each.severity for each in found])
    share = max((each.share for each in found), default=0.0)
    return place(oracle.exchange, severity, share, values_at_risk(oracle)[0], (oracle.account,))


def of_loss(oracle: Oracle, share_lost: float, money: Money) -> Place:
    """Of an account in a departure: as severe as a finding of the share that is lost."""
    return place(oracle.exchange, oracle.severity(share_lost), share_lost, money, (oracle.account,))


def in_order(places: Iterable[Place]) -> list[Place]:
    """As an answer lists them."""
    return sorted(places, key=cmp_to_key(_compare))


def are_alike(one: Place, other: Place) -> bool:
    """Nothing tells them apart."""
    return _compare(one, other) == 0


def misplaced(places: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Neighbours that stand the wrong way round."""
    return [(one, other) for one, other in pairwise(places) if _compare(one, other) > 0]


def _compare(one: Place, other: Place) -> int:
    """Below 0 when one comes first; 0 when nothing tells them apart."""
    ranks = [-1 if each.severity is None else SEVERITY_ORDER[each.severity] for each in (one, other)]
    if ranks[0] != ranks[1]:
        return -1 if ranks[0] > ranks[1] else 1
    if abs(one.share - other.share) > EQUAL:
        return -1 if one.share > other.share else 1
    if (one.money is None) != (other.money is None):
        return 1 if one.money is None else -1
    mine, its = one.money or 0.0, other.money or 0.0
    if abs(mine - its) > EQUAL * max(1.0, mine, its):
        return -1 if mine > its else 1
    return (one.keys > other.keys) - (one.keys < other.keys)
