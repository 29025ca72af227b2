"""Portfolio: which accounts are at risk, and how much of what they are worth to us?

Answered from kept postures (`graph.posture_store`), never from the accounts themselves. An account whose posture
is of an earlier revision, day or policy is shown as it was and marked stale.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.shown import in_parts, node, said, up_to, word
from graph.model.words import SEVERITY_ORDER, Grade, NodeKind, Severity
from graph.posture import PortfolioOrder, PortfolioRow, PortfolioTotal
from graph.rates import Conversion
from queries.heading import PolicyVersion
from queries.kept.numbers import KeptRead
from queries.kept_figures import (
    VALUE_ON_ONE_PERSON,
    BusFactor,
    CauseCount,
    CauseSeverityCounts,
    ComputedAt,
    ComputedFrom,
    EffectiveHolders,
    HighestSeverity,
    Indexes,
    IndexValues,
    LargestShare,
    SeverityCounts,
    severity_counts,
)
from queries.kept_filters import PortfolioFilter
from queries.money import Amount, MoneyAtRisk, added
from queries.needs import KeptPostures, KeptTotals, Later, Need, Once, read_before
from queries.page_cursor import (
    PAGE_LIMIT,
    After,
    Cursor,
    PageInfo,
    from_cursor,
    how_many,
    page_info,
    to_cursor,
)
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioParams(TodaysParams):
    """Which accounts, by what order, and which page. `after` is a cursor of an earlier page of the same order."""

    filter: Annotated[PortfolioFilter | None, said("Which accounts.")] = None
    order_by: Annotated[
        PortfolioOrder,
        said(
            Told(
                "The order; what is equal in it the worst first, then by the account's key.",
                "排序；相同的先列最严重的，再按客户编号。",
            )
        ),
    ] = PortfolioOrder.SEVERITY
    first: Annotated[int, up_to(PAGE_LIMIT, how_many(PAGE_LIMIT))] = 50
    after: After = None
    kept: KeptRead[Sequence[PortfolioRow]] | None = None

    @property
    def wanted(self) -> PortfolioFilter:
        """Which accounts."""
        return self.filter or PortfolioFilter()


@dataclass(frozen=True, slots=True)
class PortfolioAccount:
    """An account as it is now, and what was found when it was last computed."""

    company: Annotated[str, node(NodeKind.COMPANY, "The company at the top of the account.")]
    name: Annotated[str, said("Its name.")]
    grade: Annotated[str | None, word(Grade, "Its grade.")]
    industry: Annotated[str | None, said("Its industry.")]
    region: Annotated[str | None, said("Its region.")]
    severity: HighestSeverity
    share: LargestShare
    finding_count: Annotated[int, said("How many findings it has.", name="findings", mask=Mask.JUDGEMENT)]
    severity_counts: SeverityCounts
    cause_count: CauseCount
    cause_severity_counts: CauseSeverityCounts
    money: Annotated[MoneyAtRisk, in_parts(value=VALUE_ON_ONE_PERSON)]
    index: Indexes
    effective_holders: EffectiveHolders
    bus_factor: BusFactor
    is_stale: Annotated[bool, said("Whether it has changed, or a day has passed, since it was computed.")]
    as_of: Annotated[date, said("The day that it was computed for.", name="computed_on")]
    computed_at: ComputedAt
    revision: ComputedFrom
    policy_version: PolicyVersion


@dataclass(frozen=True, slots=True)
class PortfolioEdge:
    """An account and its place in the list."""

    cursor: Cursor
    node: Annotated[PortfolioAccount, said("The account.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsTotal:
    """Some accounts together."""

    account_count: Annotated[int, said("How many accounts.")]
    stale_count: Annotated[int, said("Those that have changed, or aged, since they were computed.")]
    finding_count: Annotated[int, said("How many findings they have.", mask=Mask.JUDGEMENT)]
    cause_count: Annotated[
        int,
        said("How many causes these have, of accounts whose causes were counted.", mask=Mask.JUDGEMENT),
    ]
    money: Annotated[
        MoneyAtRisk,
        in_parts(
            value="Sum over the accounts of the most money, in `currency`, that hangs on one person in each; null "
            "when it is not known or currencies cannot be added."
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityTotal(AccountsTotal):
    """The accounts whose highest finding has one severity."""

    severity: Annotated[
        str | None,
        word(Severity, "The severity; null: accounts without a finding.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeTotal(AccountsTotal):
    """The accounts of one grade."""

    grade: Annotated[str | None, word(Grade, "The grade; null: accounts without one.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioTotals(AccountsTotal):
    """All accounts that the filter lets through, over all pages."""

    never_computed_count: Annotated[
        int,
        said(
            "Accounts of which nothing is computed yet: in no other number, whatever the filter.",
            name="missing_count",
        ),
    ]
    severity_counts: SeverityCounts
    cause_severity_counts: CauseSeverityCounts
    by_severity: Annotated[
        tuple[SeverityTotal, ...],
        said("By the highest severity, most severe first.", mask=Mask.JUDGEMENT),
    ]
    by_grade: Annotated[tuple[GradeTotal, ...], said("By grade.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioConnection:
    """A page of accounts.

    `never_computed_count` is as in the totals over all pages.
    """

    edges: Annotated[tuple[PortfolioEdge, ...], said("The accounts of this page.")]
    page_info: Annotated[PageInfo, said("Where the page lies.")]
    policy_version: PolicyVersion
    wanted: PortfolioFilter
    never_computed_count: int

    @property
    def totals(
        self,
    ) -> Annotated[Later[PortfolioTotals], said("All accounts that the filter lets through.")]:
        """Read only when asked for, a page costs far less."""
        return Later(
            (Once(KeptTotals(wanted=self.wanted.kept)),),
            lambda found: portfolio_totals(*found, never_computed_count=self.never_computed_count),
        )


def rank_after(params: PortfolioParams) -> str | None:
    """The rank that the page begins behind; QuestionRejected for a cursor of another list or order."""
    return None if params.after is None else from_cursor(_list_name(params), params.after)


def portfolio_page(
    rows: Sequence[PortfolioRow], never_computed_count: int, params: PortfolioParams, policy_version: int
) -> PortfolioConnection:
    """The page of the rows behind `rank_after`; there is one more of them than the page has when it has a next."""
    shown = rows[: params.first]
    edges = tuple(PortfolioEdge(to_cursor(_list_name(params), row.rank), _account(row)) for row in shown)
    return PortfolioConnection(
        edges=edges,
        page_info=page_info(
            [edge.cursor for edge in edges],
            has_next=len(rows) > params.first,
            has_previous=params.after is not None,
        ),
        policy_version=policy_version,
        wanted=params.wanted,
        never_computed_count=never_computed_count,
    )


def _list_name(params: PortfolioParams) -> str:
    return f"portfolio by {params.order_by}"


def _account(row: PortfolioRow) -> PortfolioAccount:
    kept = row.posture
    return PortfolioAccount(
        company=kept.account,
        name=row.name,
        grade=row.grade,
        industry=row.industry,
        region=row.region,
        severity=kept.severity,
        share=kept.share,
        finding_count=sum(kept.severity_counts.values()),
        severity_counts=severity_counts(kept.severity_counts),
        cause_count=None if kept.cause_counts is None else sum(kept.cause_counts.values()),
        cause_severity_counts=severity_counts(kept.cause_counts or {}),
        money=MoneyAtRisk(
            kept.value_at_risk,
            kept.currency,
            amounts=tuple(Amount(*amount) for amount in kept.amounts),
            rates_on=None if kept.rates_on is None else date.fromisoformat(kept.rates_on),
        ),
        index=IndexValues(kept.key_index, kept.general_index, kept.organizational_index),
        effective_holders=kept.effective_holders,
        bus_factor=kept.bus_factor,
        is_stale=row.is_stale,
        as_of=date.fromisoformat(kept.standard.day),
        revision=kept.revision,
        policy_version=kept.policy_version,
        computed_at=kept.computed_at,
    )


def portfolio_totals(
    totals: Sequence[PortfolioTotal], conversion: Conversion, *, never_computed_count: int
) -> PortfolioTotals:
    """All accounts together; amounts are added by the rates that hold today."""
    counts = _summed(total.severity_counts for total in totals)
    cause_counts = _summed(total.cause_counts for total in totals)
    return PortfolioTotals(
        **_together(totals, conversion),
        never_computed_count=never_computed_count,
        severity_counts=severity_counts(counts),
        cause_severity_counts=severity_counts(cause_counts),
        by_severity=tuple(
            SeverityTotal(severity=severity, **_together(group, conversion))
            for severity in (*reversed(SEVERITY_ORDER), None)
            if (group := [total for total in totals if total.severity == severity])
        ),
        by_grade=tuple(
            GradeTotal(grade=grade, **_together(group, conversion))
            for grade in (*Grade, None)
            if (group := [total for total in totals if total.grade == grade])
        ),
    )


def _summed(parts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    return counts


def _together(totals: Sequence[PortfolioTotal], conversion: Conversion) -> dict[str, Any]:
    """What totals of accounts have in common."""
    return {
        "account_count": sum(total.account_count for total in totals),
        "stale_count": sum(total.stale_count for total in totals),
        "finding_count": sum(sum(total.severity_counts.values()) for total in totals),
        "cause_count": sum(sum(total.cause_counts.values()) for total in totals),
        "money": _money(totals, conversion),
    }


def _money(totals: Iterable[PortfolioTotal], conversion: Conversion) -> MoneyAtRisk:
    by_currency: dict[str | None, float] = defaultdict(float)
    for total in totals:
        for currency, value in total.amounts:
            by_currency[currency] += value
    return added(by_currency, conversion)


def _wanted(params: PortfolioParams) -> KeptPostures:
    return KeptPostures(
        wanted=params.wanted.kept,
        order=params.order_by,
        first=params.first + 1,
        after=rank_after(params),
    )


def answer(parts: Sequence[None], params: PortfolioParams) -> PortfolioConnection:
    """The page; ValueError without what is kept."""
    rows, numbers, stale = read_before(params.kept)
    return portfolio_page(rows, stale.missing_count, params, numbers.book.version)


PORTFOLIO: Question[PortfolioParams, None, PortfolioConnection] = Question(
    name="portfolio",
    sentence=Told(
        "Which accounts are at risk, and how much of what they are worth to us?", "哪些客户有风险，涉及多少金额？"
    ),
    more=Told(
        "From what was found when each was last computed, in pages.", "依据各客户最近一次计算的结果，分页列出。"
    ),
    params=PortfolioParams,
    answer=PortfolioConnection,
    needs=(Need(_wanted, into="kept"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
