"""Portfolio: which accounts are at risk, and how much of what they are worth to us?

Answered from kept postures (`graph.posture_store`), never from the accounts themselves. An account whose posture
is of an earlier revision, day or policy is shown as it was and marked stale.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.model.words import SEVERITY_ORDER, Grade, Severity
from graph.posture import PortfolioFilter, PortfolioOrder, PortfolioRow, PortfolioTotal
from graph.rates import Conversion
from queries.money import Amount, MoneyAtRisk, added
from queries.page_cursor import from_cursor, to_cursor


@dataclass(frozen=True, slots=True)
class PortfolioParams:
    """Which accounts, by what order, and which page. `after` is a cursor of an earlier page of the same order."""

    wanted: PortfolioFilter = field(default_factory=PortfolioFilter)
    order: PortfolioOrder = PortfolioOrder.SEVERITY
    first: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class SeverityCount:
    """How many findings, or causes, have that severity."""

    severity: str
    count: int


@dataclass(frozen=True, slots=True)
class IndexValues:
    """The relationship index by layer, 0 to 100; None when nothing is known."""

    key: float | None
    general: float | None
    organizational: float | None


@dataclass(frozen=True, slots=True)
class PortfolioAccount:
    """An account: its company's attributes as they are now, and what was found on the day `as_of`.

    `severity` is the highest of its findings, `share` the largest share of the decision that one touches,
    `finding_count` how many there are, `cause_count` how many causes they have (None when they were not counted
    yet). `money` is the most that hangs on one person alone.
    """

    company: str
    name: str
    grade: str | None
    industry: str | None
    region: str | None
    severity: str | None
    share: float | None
    finding_count: int
    severity_counts: tuple[SeverityCount, ...]
    cause_count: int | None
    cause_severity_counts: tuple[SeverityCount, ...]
    money: MoneyAtRisk
    index: IndexValues
    effective_holders: float | None
    bus_factor: int | None
    is_stale: bool
    as_of: date
    revision: int
    policy_version: int
    computed_at: str


@dataclass(frozen=True, slots=True)
class PortfolioEdge:
    """An account and the cursor to go on after it."""

    cursor: str
    node: PortfolioAccount


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """Accounts of one grade or one severity (`name`; None for those without), and what is at risk there."""

    name: str | None
    account_count: int
    stale_count: int
    finding_count: int
    cause_count: int
    money: MoneyAtRisk


@dataclass(frozen=True, slots=True)
class PortfolioTotals:
    """All accounts that the filter lets through.

    `money` has a value where the amounts can be added, and the amount of each currency in any case.
    `never_computed_count` counts accounts of which nothing is kept yet: no filter lets them through or leaves them
    out, and they are in no other number here.
    """

    account_count: int
    stale_count: int
    never_computed_count: int
    finding_count: int
    severity_counts: tuple[SeverityCount, ...]
    cause_count: int
    cause_severity_counts: tuple[SeverityCount, ...]
    money: MoneyAtRisk
    by_severity: tuple[GroupTotal, ...]
    by_grade: tuple[GroupTotal, ...]


@dataclass(frozen=True, slots=True)
class PortfolioPage:
    """The answer: a page of accounts. `never_computed_count` is as in the totals over all pages."""

    edges: tuple[PortfolioEdge, ...]
    has_next_page: bool
    has_previous_page: bool
    never_computed_count: int
    policy_version: int


_WORST_FIRST = tuple(reversed(Severity))


def rank_after(params: PortfolioParams) -> str | None:
    """The rank that the page begins behind; QuestionRejected for a cursor of another list or order."""
    return None if params.after is None else from_cursor(_list_name(params), params.after)


def portfolio_page(
    rows: Sequence[PortfolioRow], never_computed_count: int, params: PortfolioParams, policy_version: int
) -> PortfolioPage:
    """The page of the rows behind `rank_after`; there is one more of them than the page has when it has a next."""
    shown = rows[: params.first]
    return PortfolioPage(
        edges=tuple(PortfolioEdge(to_cursor(_list_name(params), row.rank), _account(row)) for row in shown),
        has_next_page=len(rows) > params.first,
        has_previous_page=params.after is not None,
        never_computed_count=never_computed_count,
        policy_version=policy_version,
    )


def _list_name(params: PortfolioParams) -> str:
    return f"portfolio by {params.order}"


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
        severity_counts=_counts(kept.severity_counts),
        cause_count=None if kept.cause_counts is None else sum(kept.cause_counts.values()),
        cause_severity_counts=_counts(kept.cause_counts or {}),
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


def _counts(counts: Mapping[str, int]) -> tuple[SeverityCount, ...]:
    """Most severe first; severities without a finding are left out."""
    return tuple([SeverityCount(name, counts[name]) for name in _WORST_FIRST if counts.get(name)])


def portfolio_totals(
    totals: Sequence[PortfolioTotal], never_computed_count: int, conversion: Conversion
) -> PortfolioTotals:
    """All accounts together; amounts are added by the rates that hold today."""
    counts = _summed(total.severity_counts for total in totals)
    cause_counts = _summed(total.cause_counts for total in totals)
    return PortfolioTotals(
        account_count=sum(total.account_count for total in totals),
        stale_count=sum(total.stale_count for total in totals),
        never_computed_count=never_computed_count,
        finding_count=sum(counts.values()),
        severity_counts=_counts(counts),
        cause_count=sum(cause_counts.values()),
        cause_severity_counts=_counts(cause_counts),
        money=_money(totals, conversion),
        by_severity=_groups(
            [(total.severity, total) for total in totals], [*reversed(SEVERITY_ORDER), None], conversion
        ),
        by_grade=_groups([(total.grade, total) for total in totals], [*Grade, None], conversion),
    )


def _summed(parts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for part in parts:
        counts.update(part)
    return counts


def _groups(
    totals: Iterable[tuple[str | None, PortfolioTotal]], order: Sequence[str | None], conversion: Conversion
) -> tuple[GroupTotal, ...]:
    """One total for each name that there is, in that order."""
    groups: dict[str | None, list[PortfolioTotal]] = defaultdict(list)
    for name, total in totals:
        groups[name].append(total)
    return tuple(
        GroupTotal(
            name=name,
            account_count=sum(total.account_count for total in groups[name]),
            stale_count=sum(total.stale_count for total in groups[name]),
            finding_count=sum(sum(total.severity_counts.values()) for total in groups[name]),
            cause_count=sum(sum(total.cause_counts.values()) for total in groups[name]),
            money=_money(groups[name], conversion),
        )
        for name in order
        if name in groups
    )


def _money(totals: Iterable[PortfolioTotal], conversion: Conversion) -> MoneyAtRisk:
    by_currency: dict[str | None, float] = defaultdict(float)
    for total in totals:
        for currency, value in total.amounts:
            by_currency[currency] += value
    return added(by_currency, conversion)
