"""What a handover plan says of contacts that go to nobody, in words for files that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from queries.successors import UnassignedReason
from queries.unassigned import UnassignedContact

REASONS = {
    UnassignedReason.NO_CANDIDATE: "nobody of ours is left there",
    UnassignedReason.LEVEL_TOO_LOW: "all of ours there stand too far below",
    UnassignedReason.TOO_WEAK: "none of ours there fits well enough",
    UnassignedReason.NO_CAPACITY: "those who fit have no room left",
}
_OBSTACLES = {
    UnassignedReason.LEVEL_TOO_LOW: "though too far below",
    UnassignedReason.TOO_WEAK: "though too weak a fit",
}


def why(left_over: Iterable[UnassignedContact]) -> str:
    """How many contacts go to nobody for which reason, the most frequent first.

    >>> why([])
    ''
    """
    counts = Counter(left.reason for left in left_over)
    return "; ".join(f"{count} because {REASONS[reason]}" for reason, count in counts.most_common())


def what_helps(left: UnassignedContact, person: Callable[[str], str]) -> str:
    """Whom to bring in, and whom to hire or appoint, as a phrase."""
    said = []
    if left.bring_in is not None:
        obstacle = left.bring_in.obstacle
        but = f", {_OBSTACLES[obstacle]}" if obstacle is not None else ""
        said.append(f"bring in {person(left.bring_in.employee)} ({left.bring_in.score:.2f}{but})")
    if left.appoint is not None:
        level = "any level" if left.appoint.level == "UNKNOWN" else f"level {left.appoint.level.lower()} or above"
        said.append(f"hire or appoint: {level}, line {left.appoint.line.lower()}")
    return "; ".join(said) or "a lower least score (policy successor_floor)"
