"""Coverage gaps 覆盖盲区: views of `queries.coverage_gaps`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.evidence import HELD_UNTIL, Evidence, Subject
from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from api.types.node_refs import CompanyRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.model.words import Line, OrgLevel, Severity, Stage
from graph.records import COMPANIES
from queries.finding_kinds import CoverageFindingKind


@strawberry.type(description="People of one line and level. Cells without people are left out.")
class CoverageCell:
    """View of `queries.coverage_gaps.GridCell`."""

    line: Line = strawberry.field(description="The line.")
    level: OrgLevel = strawberry.field(description="The org level.")
    people: int = strawberry.field(description="Present contacts.")
    covered: int = strawberry.field(description="Those with a live tie.")
    redundant: int = strawberry.field(description="Those with live ties by two employees or more.")
    ratio: float = strawberry.field(description="Covered part of the people, 0 to 1.")
    target: float | None = strawberry.field(
        description="Part of the line's people to be covered, by the customer's grade; null without a grade."
    )


@strawberry.type(description="One gap.")
class CoverageFinding:
    """View of `queries.coverage_findings.CoverageFinding`."""

    id: strawberry.ID = strawberry.field(description="Stays the same while the cause stays the same.")
    kind: CoverageFindingKind = strawberry.field(description="What is missing.")
    severity: Severity = strawberry.field(description="How much of the decision it touches.")
    summary: str = strawberry.field(description="The finding as a sentence.")
    subject: Subject = strawberry.field(description="What it is about.")
    stage: Stage | None = strawberry.field(description="The stage, for a stage with nobody.")
    share: float | None = strawberry.field(description="Share of the decision, or weight of the stage.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    evidence: Evidence = strawberry.field(description="What it rests on.")
    action: str = strawberry.field(description="What to do next.")
    held_until: date | None = strawberry.field(description=HELD_UNTIL)


@strawberry.type(description="Whom, which departments, lines and levels we do not know.")
class CoverageGaps:
    """View of `queries.coverage_gaps.CoverageGaps`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that is shown.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    grid: list[CoverageCell] = strawberry.field(description="People and covered people by line and level.")
    findings: list[CoverageFinding] = strawberry.field(
        description="The gaps, most severe first, then by share of the decision, then by money at stake."
    )
    less_severe_count: int = strawberry.field(
        description="Gaps of a lower severity than `minSeverity`, which are left out."
    )
    completeness: float = strawberry.field(description="Known part of what went in, 0 to 1.")
