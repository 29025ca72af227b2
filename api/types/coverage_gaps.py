"""Coverage gaps 覆盖盲区: views of `queries.coverage_gaps`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.evidence import HELD_UNTIL, Evidence, Subject, sentence
from api.types.money import Amount, amounts_at_risk, currency_at_risk, rates_on, value_at_risk
from graph.model.words import Severity, Stage
from queries.findings.catalogue import CoverageFindingKind


@strawberry.type(description="One gap.")
class CoverageFinding:
    """View of `queries.findings.finding.Finding`."""

    id: strawberry.ID = strawberry.field(description="Stays the same while the cause stays the same.")
    kind: CoverageFindingKind = strawberry.field(description="What is missing.")
    severity: Severity = strawberry.field(description="How much of the decision it touches.")
    summary: str = sentence("summary", "The finding as a sentence.")
    subject: Subject = strawberry.field(description="What it is about.")
    stage: Stage | None = strawberry.field(description="The stage, for a stage with nobody.")
    share: float | None = strawberry.field(description="Share of the decision, or weight of the stage.")
    value_at_risk: float | None = value_at_risk()
    currency: str | None = currency_at_risk()
    rates_on: date | None = rates_on()
    amounts: list[Amount] = amounts_at_risk()
    evidence: Evidence = strawberry.field(description="What it rests on.")
    action: str = sentence("action", "What to do next.")
    held_until: date | None = strawberry.field(description=HELD_UNTIL)
