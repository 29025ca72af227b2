"""Strength of a tie: how much of it is left since the last contact, and whether it is live."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from graph.account_graph import AccountGraph, TieOnDay
from graph.model.people import Tie
from graph.policy import Policy
from queries.algorithms.thresholds import reaches


class TieStrength(NamedTuple):
    """A tie with its strength, 0 to 1, and whether it is live."""

    tie: Tie
    last_contact: date | None
    strength: float
    is_live: bool


def tie_strength(trust: int | None, last_contact: date | None, as_of: date, policy: Policy) -> float:
    """Trust weight × 2^(-days since last contact / half-life); without a date × the policy's freshness.

    >>> from graph.policy import Policy
    >>> tie_strength(5, date(2024, 1, 1), date(2025, 3, 14), Policy())
    0.5
    """
    weight = policy.trust_weights[(trust or policy.unknown_trust_level) - 1]
    if last_contact is None:
        return weight * policy.undated_freshness
    return float(weight * 2.0 ** (-(as_of - last_contact).days / policy.tie_half_life_days))


def tie_strengths(graph: AccountGraph, policy: Policy) -> list[TieStrength]:
    """Every tie valid on the day; live when strong enough and the employee is present."""

    def strength_of(on_day: TieOnDay) -> TieStrength:
        tie, last_contact = on_day
        strength = tie_strength(tie.trust, last_contact, graph.as_of, policy)
        is_live = graph.employees[tie.employee].is_present and reaches(strength, policy.live_tie_strength)
        return TieStrength(tie, last_contact, strength, is_live)

    return [strength_of(on_day) for on_day in graph.ties]
