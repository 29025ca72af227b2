"""Level pairing: whether one of ours is of a level to deal with somebody of theirs."""

from __future__ import annotations

from graph.policy import Policy
from graph.vocabulary import OrgLevel

_RANKS: dict[str, int] = {level: rank for rank, level in enumerate(OrgLevel) if level != OrgLevel.UNKNOWN}
"""The levels by rank, the highest 0."""


def is_paired(policy: Policy, theirs: str, ours: str) -> bool | None:
    """Whether our level is theirs, or at most the policy's `level_pairing_above` levels above it.

    None when one of the levels is not known.

    >>> is_paired(Policy(), "MIDDLE", "SENIOR"), is_paired(Policy(), "MIDDLE", "STAFF")
    (True, False)
    """
    their_rank, our_rank = _RANKS.get(theirs), _RANKS.get(ours)
    if their_rank is None or our_rank is None:
        return None
    return 0 <= their_rank - our_rank <= policy.level_pairing_above
