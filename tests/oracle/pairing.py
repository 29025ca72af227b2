"""Which pairs a handover makes, and why a contact is left (section 6, second edition)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tests.oracle.levels import is_known, levels_above
from tests.oracle.oracle import Oracle
from tests.oracle.successors import Candidate

EQUAL = 1e-9
"""A score that misses the floor by rounding alone reaches it."""


class Pairing(NamedTuple):
    """Of one contact: who could take it over at all, who passes the level, and who of those reaches the floor."""

    candidates: list[Candidate]
    passing: list[Candidate]
    possible: list[Candidate]

    @property
    def reason(self) -> str:
        """Why the contact is left, if it is."""
        if not self.candidates:
            return "NO_CANDIDATE"
        if not self.passing:
            return "LEVEL_TOO_LOW"
        return "NO_CAPACITY" if self.possible else "TOO_WEAK"


def pairing(oracle: Oracle, contact: str, found: list[Candidate]) -> Pairing:
    """Who of the candidates may take the contact over by the policy of the account."""
    passing = [each for each in found if passes_the_level(oracle, each.employee, contact)]
    possible = [each for each in passing if each.score >= oracle.policy.successor_floor - EQUAL]
    return Pairing(found, passing, possible)


def together(pairings: Iterable[Pairing]) -> Pairing:
    """Of a contact of several accounts."""
    several = list(pairings)
    return Pairing(
        [one for each in several for one in each.candidates],
        [one for each in several for one in each.passing],
        [one for each in several for one in each.possible],
    )


def passes_the_level(oracle: Oracle, employee: str, contact: str) -> bool:
    """Whether ours is not further below than the policy allows; unknown on either side passes."""
    ours, theirs = oracle.workplaces[employee].level, oracle.workplaces[contact].level
    if not (is_known(ours) and is_known(theirs)):
        return True
    return levels_above(ours, theirs) >= -oracle.policy.successor_level_gap
