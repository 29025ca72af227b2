"""Which of our levels meets which of theirs (section 7, level pairing)."""

from __future__ import annotations

from graph.model.words import OrgLevel
from graph.policy import Policy

HIGHEST_FIRST = ["EXECUTIVE", "SENIOR", "MIDDLE", "STAFF"]


def is_known(level: str) -> bool:
    """Whether it is one of the four."""
    return level != OrgLevel.UNKNOWN


def levels_above(ours: str, theirs: str) -> int:
    """How many levels ours is above theirs; negative is below. Both have to be known."""
    return HIGHEST_FIRST.index(theirs) - HIGHEST_FIRST.index(ours)


def is_paired(policy: Policy, ours: str, theirs: str) -> bool:
    """Whether both are known, and ours is the same or up to so many above as the policy allows."""
    return is_known(ours) and is_known(theirs) and 0 <= levels_above(ours, theirs) <= policy.level_pairing_above
