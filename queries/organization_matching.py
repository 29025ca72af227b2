"""Organization matching 分层对接 分类对接: do levels meet levels, and functions functions?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from queries.coverage_findings import CoverageFinding
from queries.question import Params


@dataclass(frozen=True, slots=True)
class OrganizationMatchingParams(Params):
    """The company, any of an account."""

    company: str


class PairKind(StrEnum):
    """A live tie by level: MATCHED as the policy pairs them; else OVER_LEVEL when ours is higher, UNDER_LEVEL when
    lower; UNKNOWN_LEVEL when a level is not known."""

    MATCHED = "MATCHED"
    OVER_LEVEL = "OVER_LEVEL"
    UNDER_LEVEL = "UNDER_LEVEL"
    UNKNOWN_LEVEL = "UNKNOWN_LEVEL"


@dataclass(frozen=True, slots=True)
class LevelMatch:
    """Their people of a level, and those of them with a live tie from ours that the policy pairs with it."""

    level: str
    theirs: int
    matched: int


@dataclass(frozen=True, slots=True)
class LineMatch:
    """Their people of a line, our employees of it, and whether one of ours has a live tie into their line."""

    line: str
    theirs: int
    ours: int
    matched: bool


@dataclass(frozen=True, slots=True)
class MatchCell:
    """Level × line: their people, our present employees, and how many of theirs are matched in level and line."""

    level: str
    line: str
    theirs: int
    ours: int
    matched: int


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """A live tie, and how its levels meet."""

    contact: str
    employee: str
    kind: PairKind


@dataclass(frozen=True, slots=True)
class OrganizationMatching:
    """The answer. `findings` are LEVEL_UNMATCHED, FUNCTION_UNMATCHED and NO_JOINT_EVENT, most severe first.

    `agreements` are keys of those valid on the day, `joint_events` keys of interactions in the policy's days.
    """

    company: str
    account: str
    as_of: date
    revision: int
    policy_version: int
    levels: tuple[LevelMatch, ...]
    lines: tuple[LineMatch, ...]
    cells: tuple[MatchCell, ...]
    pairs: tuple[MatchedPair, ...]
    findings: tuple[CoverageFinding, ...]
    agreements: tuple[str, ...]
    joint_events: tuple[str, ...]
