"""Ties: whose they are, how strong, and which are live (section 1)."""

from __future__ import annotations

from typing import Any

from graph.policy import Policy
from tests.oracle.days import days_between, is_valid
from tests.oracle.people import is_ours, is_present
from tests.oracle.world import World


def ties_to(world: World, contacts: list[str], as_of: str) -> list[Any]:
    """The ties valid on the day from our people to the contacts, by employee and contact."""
    ties = [
        tie
        for tie in world["ties"]
        if is_valid(tie, as_of) and tie.contact in contacts and is_ours(world, tie.employee, as_of)
    ]
    return sorted(ties, key=lambda tie: (tie.employee, tie.contact))


def last_contact(world: World, tie: Any, as_of: str) -> str | None:
    """The later of the recorded last contact and the latest shared interaction, of those not after the day."""
    days = [
        meeting.on
        for meeting in world["interactions"]
        if tie.employee in meeting.participants and tie.contact in meeting.participants
    ]
    if tie.last_contact is not None:
        days.append(tie.last_contact)
    return max((day for day in days if day <= as_of), default=None)


def strength(world: World, policy: Policy, tie: Any, as_of: str) -> float:
    """Trust weight times the freshness."""
    level = policy.unknown_trust_level if tie.trust is None else tie.trust
    weight = policy.trust_weights[level - 1]
    latest = last_contact(world, tie, as_of)
    if latest is None:
        return weight * policy.undated_freshness
    return weight * 2 ** (-days_between(latest, as_of) / policy.tie_half_life_days)


def live_ties(world: World, policy: Policy, ties: list[Any], as_of: str) -> dict[tuple[str, str], float]:
    """(employee, contact) -> strength of the ties that are strong enough, of employees who are present."""
    live = {}
    for tie in ties:
        how_strong = strength(world, policy, tie, as_of)
        if how_strong >= policy.live_tie_strength and is_present(world, tie.employee, as_of):
            live[tie.employee, tie.contact] = how_strong
    return live
