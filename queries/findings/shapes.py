"""What is shown of a finding: as a gap of coverage, and as a single point of failure. Nothing is made of these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, TypeAlias

from graph.model.masks import Mask
from graph.model.shown import identifier, in_parts, node, said, sentence, word
from graph.model.words import NodeKind, Severity, Stage
from queries.findings.catalogue import CoverageFindingKind, SinglePointKind
from queries.findings.evidence import Evidence
from queries.findings.subject import Subject
from queries.money import MoneyAtRisk

Id: TypeAlias = Annotated[str, identifier("Stays the same while the cause stays the same.")]
Summary: TypeAlias = Annotated[str, sentence("The finding as a sentence.", mask=Mask.JUDGEMENT)]
Action: TypeAlias = Annotated[str, sentence("What to do next.", mask=Mask.JUDGEMENT)]
HeldUntil: TypeAlias = Annotated[
    date | None,
    said("The first day without the one of ours who alone holds the contact; null: none is known."),
]
Money: TypeAlias = Annotated[MoneyAtRisk, in_parts()]


@dataclass(frozen=True)
class CoverageFinding:
    """One gap."""

    id: Id
    kind: Annotated[str, word(CoverageFindingKind, "What is missing.")]
    severity: Annotated[str, word(Severity, "How much of the decision it touches.", mask=Mask.JUDGEMENT)]
    summary: Summary
    subject: Annotated[Subject, said("What it is about.")]
    stage: Annotated[str | None, word(Stage, "The stage, for a stage with nobody.")]
    share: Annotated[float | None, said("Share of the decision, or weight of the stage.", mask=Mask.JUDGEMENT)]
    money: Money
    evidence: Annotated[Evidence, said("What it rests on.")]
    action: Action
    held_until: HeldUntil


@dataclass(frozen=True)
class SinglePoint:
    """A relationship that hangs on one person. An account's risk, not a rating of anyone."""

    id: Id
    kind: Annotated[str, word(SinglePointKind, "What hangs on the person.")]
    point: Annotated[str, node(NodeKind.PERSON, "The person it hangs on.")]
    is_point_employee: Annotated[bool, said("Whether that person is one of ours.", name="point_is_employee")]
    company: Annotated[str, node(NodeKind.COMPANY, "The company of the account it is about.")]
    account: Annotated[str, node(NodeKind.COMPANY, "The company at the top of its group.")]
    opportunity: Annotated[
        str | None,
        node(NodeKind.OPPORTUNITY, "The open opportunity it is measured by, if there is one."),
    ]
    targets: Annotated[
        tuple[str, ...],
        node(NodeKind.PERSON, "Whom we lose without the person; most exposed first."),
    ]
    exposure: Annotated[float, said("Share of the decision at stake, 0 to 1.", mask=Mask.JUDGEMENT)]
    severity: Annotated[str, word(Severity, "Band of the exposure.", mask=Mask.JUDGEMENT)]
    summary: Summary
    evidence: Annotated[Evidence, said("What it rests on.")]
    action: Action
    held_until: HeldUntil
    money: Money
