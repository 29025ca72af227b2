"""The findings of coverage: what each says is missing, and in which order they are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.vocabulary import SEVERITY_ORDER
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
    LEVEL_UNMATCHED = "LEVEL_UNMATCHED"
    FUNCTION_UNMATCHED = "FUNCTION_UNMATCHED"
    NO_JOINT_EVENT = "NO_JOINT_EVENT"
    SUCCESSORS_UNCOVERED = "SUCCESSORS_UNCOVERED"


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


def most_severe_first(found: Iterable[CoverageFinding]) -> tuple[CoverageFinding, ...]:
    """The findings by severity, then share, then kind, subject and stage."""
    return tuple(sorted(found, key=_rank))


def _rank(found: CoverageFinding) -> tuple[int, float, str, str, str]:
    return (
        -SEVERITY_ORDER[found.severity],
        -round(found.share or 0.0, 12),
        found.kind,
        found.subject.key,
        found.stage or "",
    )
