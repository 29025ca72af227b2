"""Gaps of the company itself: stages of its decisions with nobody in them, and no joint event for long."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.words import Grade, NodeKind, Severity, Stage
from queries.coverage_findings import CoverageFinding
from queries.coverage_rules.shown_company import ShownCompany, severity_bands
from queries.evidence import Evidence, figures
from queries.finding_kinds import CoverageFindingKind
from queries.findings import finding_id
from queries.matching import joint_events
from queries.money import money_at_risk
from queries.subject import Subject


def missing_stages(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """MISSING_STAGE: a stage of an open opportunity with nobody in it."""
    view = shown.view
    part = view.graph.subtree(shown.company.key)
    for deal in view.graph.open_opportunities:
        if deal.company not in part:
            continue
        weights = view.decision(deal.key).weights
        for stage in Stage:
            if weights.stages[stage]:
                continue
            weight = view.policy.stage_weights[stage]
            yield CoverageFinding(
                id=finding_id(CoverageFindingKind.MISSING_STAGE, deal.key, stage),
                kind=CoverageFindingKind.MISSING_STAGE,
                severity=view.policy.severity(weight),
                summary=f"Nobody is known to take part in the {stage} of {deal.name}.",
                subject=Subject(NodeKind.OPPORTUNITY, deal.key, deal.name),
                stage=stage,
                share=weight,
                money=money_at_risk([(weight, deal)], view.conversion),
                evidence=Evidence(
                    figures=figures({"people_in_stage": 0}),
                    policy=figures({f"stage_weights.{stage}": weight, **severity_bands(view.policy)}),
                ),
                action=f"Find out who takes part in the {stage} of {deal.name}.",
            )


def no_joint_event(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """NO_JOINT_EVENT: no visit, exchange, summit, showroom tour or ceremony of both sides lately."""
    view, company = shown.view, shown.company
    if joint_events(view, company.key, shown.people):
        return
    days = view.policy.joint_event_days
    yield CoverageFinding(
        id=finding_id(CoverageFindingKind.NO_JOINT_EVENT, company.key),
        kind=CoverageFindingKind.NO_JOINT_EVENT,
        severity=Severity.MODERATE if company.grade in (Grade.S, Grade.A) else Severity.LOW,
        summary=f"No joint event with {company.name} in {days} days.",
        subject=Subject(NodeKind.COMPANY, company.key, company.name),
        stage=None,
        share=None,
        money=money_at_risk([], view.conversion),
        evidence=Evidence(figures=figures({"joint_events": 0}), policy=figures({"joint_event_days": days})),
        action=f"Invite {company.name} to an exchange, a showroom tour or a summit.",
    )
