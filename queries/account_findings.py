"""All that was found about an account, of every question, in one form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.coverage_findings import CoverageFinding
from queries.coverage_rules import coverage_findings
from queries.coverage_rules.shown_company import ShownCompany
from queries.evidence import Evidence, KeptEvidence
from queries.finding_kinds import CoverageFindingKind
from queries.finding_order import finding_rank
from queries.findings import finding_id
from queries.money import MoneyAtRisk
from queries.single_points_of_failure import SinglePoint, SinglePointsOfFailureParams
from queries.single_points_of_failure import findings as single_points
from queries.subject import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of any question. `share` is the share of the decision (or the stage's weight) it touches.

    `employee` is one of ours whom it hangs on; `company` the one of the account it is about; `money` what the
    share is of the open opportunities' values, where that can be said. `is_account_wide` tells the account's own
    findings from those that only a question about one of its other companies shows. The subject of a single-held
    relationship is the contact, that of a choke point the person through whom alone others are reached.
    `held_until` is the first day without the employee who alone holds a contact; None when none is known.
    """

    id: str
    kind: str
    severity: str
    summary: str
    subject: Subject
    account: str
    company: str
    is_account_wide: bool
    employee: str | None
    opportunity: str | None
    stage: str | None
    targets: tuple[str, ...]
    share: float | None
    money: MoneyAtRisk
    evidence: Evidence | KeptEvidence
    action: str
    held_until: date | None = None

    @property
    def rank(self) -> str:
        """Its place among all findings of all accounts."""
        return finding_rank(
            severity=self.severity,
            share=self.share,
            money=self.money,
            account=self.account,
            subject=self.subject.key,
            stage=self.stage,
            kind=self.kind,
            id=self.id,
        )

    @property
    def cause(self) -> str:
        """The id of its cause, the same for all findings of the account about the same subject.

        A stage is a subject of its own, and so is a line of each company.
        """
        within = self.company if self.subject.kind == SubjectKind.LINE else None
        return finding_id("CAUSE", self.account, self.subject.kind, self.subject.key, self.stage, within)


def account_findings(view: AccountView) -> Sequence[Finding]:
    """Every finding of the account in the order of all findings; each id once.

    Those of the account's own company, and of its other companies (by key) what no company before showed: of
    single points of failure that is nothing, they are the account's.
    """
    graph = view.graph
    found = {finding.id: finding for finding in company_findings(view, graph.account)}
    for company in graph.companies:
        if company != graph.account:
            for finding in _gaps(view, company):
                found.setdefault(finding.id, finding)
    return sorted(found.values(), key=attrgetter("rank"))


def company_findings(view: AccountView, company: str) -> Iterator[Finding]:
    """Every finding that the questions about one company of the account show."""
    for point in single_points(view, SinglePointsOfFailureParams(company=company)):
        yield _of_single_point(view, point, company)
    yield from _gaps(view, company)


def _gaps(view: AccountView, company: str) -> Iterator[Finding]:
    for gap in coverage_findings(ShownCompany(view, company)):
        yield _of_gap(view, gap, company)


def _of_single_point(view: AccountView, point: SinglePoint, company: str) -> Finding:
    graph = view.graph
    return Finding(
        id=point.id,
        kind=point.kind,
        severity=point.severity,
        summary=point.summary,
        subject=Subject(NodeKind.PERSON, point.subject, graph.everyone[point.subject].name),
        account=point.account,
        company=point.company,
        is_account_wide=company == graph.account,
        employee=point.point if point.is_point_employee else None,
        opportunity=point.opportunity,
        stage=None,
        targets=point.targets,
        share=point.exposure,
        money=point.money,
        evidence=point.evidence,
        action=point.action,
        held_until=point.held_until,
    )


def _of_gap(view: AccountView, gap: CoverageFinding, company: str) -> Finding:
    graph = view.graph
    subject = gap.subject
    holders = view.holders(subject.key) if gap.kind == CoverageFindingKind.SINGLE_HELD_KEY_PERSON else []
    return Finding(
        id=gap.id,
        kind=gap.kind,
        severity=gap.severity,
        summary=gap.summary,
        subject=subject,
        account=graph.account,
        company=_company_of(view, subject, company),
        is_account_wide=company == graph.account,
        employee=holders[0] if holders else None,
        opportunity=subject.key if subject.kind == NodeKind.OPPORTUNITY else None,
        stage=gap.stage,
        targets=_people_of(view, gap),
        share=gap.share,
        money=gap.money,
        evidence=gap.evidence,
        action=gap.action,
        held_until=gap.held_until,
    )


def _company_of(view: AccountView, subject: Subject, company: str) -> str:
    """The company of the account that the subject belongs to; of a line, the company that was asked about."""
    graph = view.graph
    if subject.kind == NodeKind.PERSON:
        member = graph.contacts[subject.key]
        return graph.account if member.is_outsider else member.company or graph.account
    if subject.kind == NodeKind.DEPARTMENT:
        return graph.departments[subject.key].company
    if subject.kind == NodeKind.OPPORTUNITY:
        return graph.opportunities[subject.key].company
    return subject.key if subject.kind == NodeKind.COMPANY else company


def _people_of(view: AccountView, gap: CoverageFinding) -> tuple[str, ...]:
    """The contacts that the gap is about, most exposed first: the person, or all of the line or department."""
    if gap.subject.kind == NodeKind.PERSON:
        return (gap.subject.key,)
    is_group = gap.subject.kind in (NodeKind.DEPARTMENT, SubjectKind.LINE)
    people = (key for key in gap.evidence.people if key in view.graph.contacts)
    return view.most_exposed_first(people) if is_group else ()
