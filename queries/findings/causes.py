"""Causes: the findings of one account about one subject, told as one.

A contact whom one colleague alone knows, who was silent for long and whose successors nobody knows is three
findings and one thing to do. A cause is as bad as the worst of its findings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model.word import Words
from graph.posture import Place
from queries.findings.catalogue import FindingKind
from queries.findings.finding import Finding
from queries.findings.order import money_worth, worst_first, worth
from queries.money import MoneyAtRisk, largest

_KINDS = {str(kind): number for number, kind in enumerate(FindingKind)}


class FindingGrouping(Words):
    """What a list of findings shows: each of them, or each cause once, by the worst of its findings."""

    FINDING = "FINDING", "Finding", "风险项", "Each finding."
    CAUSE = (
        "CAUSE",
        "Cause",
        "风险原因",
        "Each cause once, by the worst of its findings: those of an account about the same subject.",
    )


@dataclass(frozen=True, slots=True)
class Cause:
    """What one or more findings are about: the worst of them, then the others in the order of findings.

    Severity and share are the highest of them, `money` is the largest. The worst tells what is wrong and what to
    do: the first in a list of findings, and of those that are alike in what they are worth the first kind.
    """

    id: str
    severity: str
    share: float | None
    money: MoneyAtRisk
    findings: tuple[Finding, ...]

    @property
    def place(self) -> Place:
        """Its place among all causes of all accounts, as a finding's; ends in account, subject, stage and id."""
        about = self.findings[0]
        worths = worth(self.severity, self.share), money_worth(self.money)
        return *worths, about.account, about.subject.key, about.stage or "", self.id


def causes(findings: Iterable[Finding]) -> Mapping[str, Cause]:
    """The cause of each id that the findings have: those of one account in their order, and all of a cause's."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.cause].append(finding)
    return {id: cause_of(together) for id, together in found.items()}


def cause_of(findings: Sequence[Finding]) -> Cause:
    """The cause of findings that have the same one, at least one of them, in the order of findings."""
    worst = min(findings, key=_badness)
    shares = [finding.share for finding in findings if finding.share is not None]
    return Cause(
        id=findings[0].cause,
        severity=findings[0].severity,
        share=max(shares, default=None),
        money=largest([finding.money for finding in findings]),
        findings=(worst, *(finding for finding in findings if finding is not worst)),
    )


def _badness(finding: Finding) -> tuple[str | float, ...]:
    return *worst_first(finding.severity, finding.share, finding.money), _KINDS[finding.kind]
