"""Companies that had no joint event with us for long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import Grade, NodeKind, Severity
from queries.findings.evidence import Evidence, figures
from queries.findings.finding import Finding, finding_id
from queries.findings.kind import Kind
from queries.findings.shown_company import ShownCompany
from queries.findings.subject import Subject
from queries.matching import joint_events
from queries.money import money_at_risk

NO_JOINT_EVENT = Kind("NO_JOINT_EVENT", "No joint event", "无联合活动", "No joint event for long.")


@dataclass(frozen=True, kw_only=True)
class NoEvent(
    Message,
    key="no-joint-event",
    english="""No joint event with { $company } in { $days } days.
        .action = Invite { $company } to an exchange, a showroom tour or a summit.""",
    chinese="""{ $days } 天内与{ $company }没有联合活动。
        .action = 邀请{ $company }参加交流、展厅参观或峰会。""",
):
    """A company, by its name, without a joint event in so many days."""

    company: str
    days: int


def no_joint_event(shown: ShownCompany) -> Iterator[Finding]:
    """NO_JOINT_EVENT: no visit, exchange, summit, showroom tour or ceremony of both sides lately."""
    view, company = shown.view, shown.company
    if joint_events(view, company.key, shown.people):
        return
    days = view.policy.joint_event_days
    yield Finding(
        id=finding_id(NO_JOINT_EVENT.name, company.key),
        kind=NO_JOINT_EVENT.name,
        severity=Severity.MODERATE if company.grade in (Grade.S, Grade.A) else Severity.LOW,
        said=NoEvent(company=company.name, days=days),
        subject=Subject(NodeKind.COMPANY, company.key, company.name),
        account=view.graph.account,
        company=company.key,
        is_account_wide=shown.is_account_wide,
        share=None,
        money=money_at_risk([], view.conversion),
        evidence=Evidence(figures=figures({"joint_events": 0}), policy=figures({"joint_event_days": days})),
    )
