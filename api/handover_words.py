"""What a handover plan says of contacts that go to nobody, in words for files that people read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from graph.model.word import Words
from graph.model.words import Line, OrgLevel
from queries.successors import UnassignedReason
from queries.unassigned import UnassignedContact


def within_sentence(word: Words) -> str:
    """The English word as it stands within a sentence."""
    return word.english[:1].lower() + word.english[1:]


REASONS = {reason: within_sentence(reason) for reason in UnassignedReason}
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
        level = (
            "any level"
            if left.appoint.level == OrgLevel.UNKNOWN
            else f"level {within_sentence(OrgLevel(left.appoint.level))} or above"
        )
        said.append(f"hire or appoint: {level}, line {within_sentence(Line(left.appoint.line))}")
    return "; ".join(said) or "a lower least score (policy successor_floor)"
