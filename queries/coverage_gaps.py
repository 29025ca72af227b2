"""Coverage gaps 覆盖盲区: whom, which departments, lines and levels do we not know?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from queries.evidence import Evidence
from queries.subject import Subject


class CoverageFindingKind(StrEnum):
    """What is missing; the definitions are in docs/concepts.md."""

    UNCOVERED_LINE = "UNCOVERED_LINE"
    LINE_BELOW_TARGET = "LINE_BELOW_TARGET"
    UNCOVERED_DEPARTMENT = "UNCOVERED_DEPARTMENT"
    UNCOVERED_KEY_PERSON = "UNCOVERED_KEY_PERSON"
    SINGLE_HELD_KEY_PERSON = "SINGLE_HELD_KEY_PERSON"
    SILENT_KEY_PERSON = "SILENT_KEY_PERSON"
    TRUST_BELOW_TARGET = "TRUST_BELOW_TARGET"
    MISSING_STAGE = "MISSING_STAGE"
    UNKNOWN_STANCE = "UNKNOWN_STANCE"
    NO_JOINT_EVENT = "NO_JOINT_EVENT"


@dataclass(frozen=True, slots=True)
class CoverageGapsParams:
    """The company, any of an account, and the day."""

    company: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """People of one line and level: how many there are, have a live tie, have as many as wanted. Empty cells are left out.

    `target` is the part of the line's people to be covered, by the company's grade; None without a grade.
    """

    line: str
    level: str
    people: int
    covered: int
    redundant: int
    ratio: float
    target: float | None


@dataclass(frozen=True, slots=True)
class CoverageFinding:
    """One gap. `share` is the share of the decision (or the stage's weight) that made the severity."""

    id: str
    kind: CoverageFindingKind
    severity: str
    summary: str
    subject: Subject
    stage: str | None
    share: float | None
    evidence: Evidence
    action: str


@dataclass(frozen=True, slots=True)
class CoverageGaps:
    """The answer: the grid by line and level, the findings (most severe first), how much was known."""

    company: str
    account: str
    as_of: date
    revision: int
    grid: tuple[GridCell, ...]
    findings: tuple[CoverageFinding, ...]
    completeness: float
