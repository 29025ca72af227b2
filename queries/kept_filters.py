"""Which of what is kept: filters of accounts and findings as they are asked for, and as the store has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph import posture
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.shown import node, said
from graph.model.words import SEVERITY_ORDER, Grade, NodeKind, Severity
from queries.findings.catalogue import FindingKind
from queries.work_items import WorkState


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioFilter:
    """Which accounts; what is left out does not filter."""

    grade: Annotated[Grade | None, said("Customer grade.")] = None
    industry: Annotated[str | None, said("Industry, as recorded.")] = None
    region: Annotated[str | None, said("Region, as recorded.")] = None
    employee: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            "Key of one of our people: the accounts with a live tie of that person.",
            mask=Mask.JUDGEMENT,
        ),
    ] = None
    kind: Annotated[
        tuple[FindingKind, ...],
        said("Accounts with a finding of one of these kinds.", mask=Mask.JUDGEMENT),
    ] = ()
    severity: Annotated[
        tuple[Severity, ...],
        said("Accounts with a finding of one of these severities (and kinds).", mask=Mask.JUDGEMENT),
    ] = ()
    min_severity: Annotated[
        Severity | None,
        said("Accounts with a finding of this severity or above.", mask=Mask.JUDGEMENT),
    ] = None
    min_value_at_risk: Annotated[
        float | None, said("At least this `valueAtRisk`, of whatever currency.", mask=Mask.MONEY)
    ] = None
    currency: Annotated[str | None, said("Currency of `valueAtRisk`.", mask=Mask.MONEY)] = None
    text: Annotated[str | None, said("Words of the name or key, as in `search`.")] = None

    @property
    def kept(self) -> posture.PortfolioFilter:
        """As the store has it; QuestionRejected when no severity is let through."""
        return posture.PortfolioFilter(
            grade=self.grade,
            industry=self.industry,
            region=self.region,
            employee=self.employee,
            kinds=self.kind,
            severities=severities(self.severity, self.min_severity),
            min_value_at_risk=self.min_value_at_risk,
            currency=self.currency,
            text=self.text,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings; what is left out does not filter."""

    state: Annotated[tuple[WorkState, ...], said("In one of these states.")] = ()
    assignee: Annotated[str | None, said("To be taken care of by that person.")] = None
    kind: Annotated[tuple[FindingKind, ...], said("Of one of these kinds.")] = ()
    severity: Annotated[tuple[Severity, ...], said("Of one of these severities.", mask=Mask.JUDGEMENT)] = ()
    min_severity: Annotated[Severity | None, said("This severity and above.", mask=Mask.JUDGEMENT)] = None
    company: Annotated[
        str | None,
        node(
            NodeKind.COMPANY,
            "Key of a company: of one at the top of an account all of the account's own findings, of another one "
            "those about it.",
        ),
    ] = None
    employee: Annotated[str | None, node(NodeKind.PERSON, "Key of one of our people whom it hangs on.")] = None
    grade: Annotated[Grade | None, said("Grade of the account.")] = None
    industry: Annotated[str | None, said("Industry of the account, as recorded.")] = None
    region: Annotated[str | None, said("Region of the account, as recorded.")] = None

    @property
    def kept(self) -> posture.FindingFilter:
        """As the store has it, but for company and work; QuestionRejected when no severity is let through."""
        return posture.FindingFilter(
            employee=self.employee,
            kinds=self.kind,
            severities=severities(self.severity, self.min_severity),
            grade=self.grade,
            industry=self.industry,
            region=self.region,
        )


def severities(chosen: Sequence[Severity], least: Severity | None) -> tuple[str, ...]:
    """The severities that both let through, () for all of them; QuestionRejected when that is none."""
    if not chosen and least is None:
        return ()
    bound = SEVERITY_ORDER[least or Severity.LOW]
    found = tuple(name for name in chosen or Severity if SEVERITY_ORDER[name] >= bound)
    if not found:
        raise QuestionRejected(
            Told(
                f"severity: {', '.join(chosen)}: expected one that is {least} or above too",
                f"severity：{', '.join(chosen)}：其中应有一个不低于 {least}",
            )
        )
    return found
