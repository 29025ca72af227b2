"""Stages of open decisions with nobody in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.messages.message import Message
from graph.model.words import NodeKind, Stage
from queries.findings.evidence import Evidence, figures
from queries.findings.finding import Finding, finding_id
from queries.findings.kind import Kind
from queries.findings.shown_company import ShownCompany, severity_bands
from queries.findings.subject import Subject
from queries.money import money_at_risk

MISSING_STAGE = Kind("MISSING_STAGE", "Missing stage", "环节无人", "A stage of an open opportunity with nobody.")


@dataclass(frozen=True, kw_only=True)
class NobodyInStage(
    Message,
    key="missing-stage",
    english="""Nobody is known to take part in the { $stage } of { $opportunity }.
        .action = Find out who takes part in the { $stage } of { $opportunity }.""",
    chinese="""尚不知道谁参与{ $opportunity }的{ $stage }环节。
        .action = 了解谁参与{ $opportunity }的{ $stage }环节。""",
):
    """A stage of an opportunity, by its name, with nobody."""

    stage: Stage
    opportunity: str


def missing_stages(shown: ShownCompany) -> Iterator[Finding]:
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
            yield Finding(
                id=finding_id(MISSING_STAGE.name, deal.key, stage),
                kind=MISSING_STAGE.name,
                severity=view.policy.severity(weight),
                said=NobodyInStage(stage=stage, opportunity=deal.name),
                subject=Subject(NodeKind.OPPORTUNITY, deal.key, deal.name),
                account=view.graph.account,
                company=deal.company,
                is_account_wide=shown.is_account_wide,
                opportunity=deal.key,
                stage=stage,
                share=weight,
                money=money_at_risk([(weight, deal)], view.conversion),
                evidence=Evidence(
                    figures=figures({"people_in_stage": 0}),
                    policy=figures({f"stage_weights.{stage}": weight, **severity_bands(view.policy)}),
                ),
            )
