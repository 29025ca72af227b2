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

    grade: Annotated[Grade | None, said(Told("Customer grade.", "客户等级。"))] = None
    industry: Annotated[str | None, said(Told("Industry, as recorded.", "行业，与记录一致。"))] = None
    region: Annotated[str | None, said(Told("Region, as recorded.", "地区，与记录一致。"))] = None
    employee: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            Told(
                "Key of one of our people: the accounts with a live tie of that person.",
                "我方某人的编号：与其有有效关系的客户。",
            ),
            mask=Mask.JUDGEMENT,
        ),
    ] = None
    kind: Annotated[
        tuple[FindingKind, ...],
        said(
            Told("Accounts with a finding of one of these kinds.", "有这些种类风险项的客户。"), mask=Mask.JUDGEMENT
        ),
    ] = ()
    severity: Annotated[
        tuple[Severity, ...],
        said(
            Told(
                "Accounts with a finding of one of these severities (and kinds).",
                "有这些严重度（及种类）风险项的客户。",
            ),
            mask=Mask.JUDGEMENT,
        ),
    ] = ()
    min_severity: Annotated[
        Severity | None,
        said(
            Told("Accounts with a finding of this severity or above.", "有此严重度及以上风险项的客户。"),
            mask=Mask.JUDGEMENT,
        ),
    ] = None
    min_value_at_risk: Annotated[
        float | None,
        said(
            Told("At least this `valueAtRisk`, of whatever currency.", "风险金额至少为此数，不论货币。"),
            mask=Mask.MONEY,
        ),
    ] = None
    currency: Annotated[
        str | None, said(Told("Currency of `valueAtRisk`.", "风险金额的货币。"), mask=Mask.MONEY)
    ] = None
    text: Annotated[
        str | None,
        said(Told("Words of the name or key, as in `search`.", "名称或编号中的文字，查找方式同 search。")),
    ] = None

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

    state: Annotated[tuple[WorkState, ...], said(Told("In one of these states.", "处于这些状态之一。"))] = ()
    assignee: Annotated[str | None, said(Told("To be taken care of by that person.", "由此人负责处理。"))] = None
    kind: Annotated[tuple[FindingKind, ...], said(Told("Of one of these kinds.", "属于这些种类之一。"))] = ()
    severity: Annotated[
        tuple[Severity, ...],
        said(Told("Of one of these severities.", "属于这些严重度之一。"), mask=Mask.JUDGEMENT),
    ] = ()
    min_severity: Annotated[
        Severity | None, said(Told("This severity and above.", "此严重度及以上。"), mask=Mask.JUDGEMENT)
    ] = None
    company: Annotated[
        str | None,
        node(
            NodeKind.COMPANY,
            Told(
                "Key of a company: of one at the top of an account all of the account's own findings, of another "
                "one those about it.",
                "公司的编号：若为客户的最上级公司，则为该客户自身的全部风险项；若为其他公司，则为有关它的风险项。",
            ),
        ),
    ] = None
    employee: Annotated[
        str | None,
        node(NodeKind.PERSON, Told("Key of one of our people whom it hangs on.", "所依赖的我方人员的编号。")),
    ] = None
    grade: Annotated[Grade | None, said(Told("Grade of the account.", "客户等级。"))] = None
    industry: Annotated[
        str | None, said(Told("Industry of the account, as recorded.", "客户的行业，与记录一致。"))
    ] = None
    region: Annotated[
        str | None, said(Told("Region of the account, as recorded.", "客户的地区，与记录一致。"))
    ] = None

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
