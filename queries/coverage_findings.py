"""The findings of coverage: what each says is missing, and in which order they are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from queries.evidence import Evidence
from queries.finding_kinds import CoverageFindingKind
from queries.finding_order import finding_rank
from queries.money import MoneyAtRisk
from queries.subject import Subject


@dataclass(frozen=True, slots=True)
class CoverageFinding:
    """One gap. `share` is the share of the decision (or the stage's weight) that made the severity.

    `money` is, over the open opportunities, what the share of each is of its value.
    `held_until` is the first day without the only holder of a key person; None where nobody is known to leave.
    """

    id: str
    kind: CoverageFindingKind
    severity: str
    summary: str
    subject: Subject
    stage: str | None
    share: float | None
    money: MoneyAtRisk
    evidence: Evidence
    action: str
    held_until: date | None = None


def most_severe_first(found: Iterable[CoverageFinding], account: str) -> tuple[CoverageFinding, ...]:
    """The findings of the account in the order of all findings."""
    return tuple(sorted(found, key=lambda one: _rank(one, account)))


def _rank(found: CoverageFinding, account: str) -> str:
    return finding_rank(
        severity=found.severity,
        share=found.share,
        money=found.money,
        account=account,
        subject=found.subject.key,
        stage=found.stage,
        kind=found.kind,
        id=found.id,
    )
