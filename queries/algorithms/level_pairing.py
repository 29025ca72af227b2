"""Level pairing: how far apart two levels are, and whether one of ours is of a level to deal with somebody."""

from __future__ import annotations

from graph.model.words import OrgLevel
from graph.policy import Policy

_RANKS: dict[str, int] = {level: rank for rank, level in enumerate(OrgLevel) if level != OrgLevel.UNKNOWN}
"""The levels by rank, the highest 0."""


def levels_above(theirs: str, ours: str) -> int | None:
    """How many levels ours is above theirs, negative below; None when one of them is not known.

    >>> levels_above("MIDDLE", "EXECUTIVE"), levels_above("SENIOR", "MIDDLE"), levels_above("UNKNOWN", "STAFF")
    (2, -1, None)
    """
    their_rank, our_rank = _RANKS.get(theirs), _RANKS.get(ours)
    return None if their_rank is None or our_rank is None else their_rank - our_rank


def is_paired(policy: Policy, theirs: str, ours: str) -> bool | None:
    """Whether our level is theirs, or at most the policy's `level_pairing_above` levels above it.

    None when one of the levels is not known.

    >>> is_paired(Policy(), "MIDDLE", "SENIOR"), is_paired(Policy(), "MIDDLE", "STAFF")
    (True, False)
    """
    above = levels_above(theirs, ours)
    return None if above is None else 0 <= above <= policy.level_pairing_above


def is_too_far_below(policy: Policy, theirs: str, ours: str) -> bool:
    """Whether our level is more than the policy's `successor_level_gap` levels below theirs.

    It is not where one of the levels is not known.

    >>> is_too_far_below(Policy(), "EXECUTIVE", "SENIOR"), is_too_far_below(Policy(), "EXECUTIVE", "MIDDLE")
    (False, True)
    """
    above = levels_above(theirs, ours)
    return above is not None and above < -policy.successor_level_gap
