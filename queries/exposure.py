"""Exposure by employee: how much of our accounts hangs on each of our people alone?

What would be lost in every account if that person alone left: the same share and money that the departure
impact of the person tells. A risk of the accounts, which need a second way in; not a rating of anyone. Answered
from what is kept with the accounts' postures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter
from typing import Annotated

from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.shown import in_parts, node, said, up_to, word
from graph.model.word import Words
from graph.model.words import SEVERITY_ORDER, NodeKind, Severity
from graph.posture import EmployeeExposure, EmployeeTotal, StaleCount, summed_amounts
from graph.rank_text import rank_text
from graph.rates import Conversion
from queries.algorithms.thresholds import as_ordered
from queries.findings.order import worst_first, worst_without_money
from queries.heading import PolicyVersion
from queries.kept.numbers import KeptRead
from queries.kept_filters import PortfolioFilter
from queries.money import MoneyAtRisk, added
from queries.needs import EmployeeTotals, Exposures, Need, read_before
from queries.page_cursor import PAGE_LIMIT, After, Cursor, PageInfo, from_cursor, how_many, page_info, to_cursor
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


class ExposureOrder(Words):
    """What our people are ordered by, the most first; then as SEVERITY, and by key."""

    SEVERITY = (
        "SEVERITY",
        "Severity",
        "严重程度",
        "The most severe first, then the largest exposure, then the money at risk.",
    )
    EXPOSURE = "EXPOSURE", "Exposure", "敞口", "The largest exposure first."
    VALUE_AT_RISK = (
        "VALUE_AT_RISK",
        "Value at risk",
        "风险金额",
        "Most money at risk first, in the base currency; what is not known in it last.",
    )
    SINGLE_HELD = (
        "SINGLE_HELD",
        "Single-held contacts",
        "单线联系数",
        "Most contacts with a live tie by nobody else first.",
    )
    LIVE_TIES = "LIVE_TIES", "Live ties", "有效关系数", "Most live ties first."


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureParams(TodaysParams):
    """Which accounts (and which employee), and which page. `after` is a cursor of a page of the same order.

    `totals` are what everybody holds over the accounts, `held` what those whom the page shows hold of each.
    """

    filter: Annotated[PortfolioFilter | None, said("In which accounts.")] = None
    order_by: Annotated[
        ExposureOrder,
        said(
            Told(
                "The order; what is equal in it the worst first, then by key.",
                "排序；相同的先列最严重的，再按编号。",
            )
        ),
    ] = ExposureOrder.SEVERITY
    first: Annotated[int, up_to(PAGE_LIMIT, how_many(PAGE_LIMIT))] = 50
    after: After = None
    totals: KeptRead[Sequence[EmployeeTotal]] | None = None
    held: tuple[EmployeePlaces, Sequence[EmployeeExposure]] | None = None

    @property
    def wanted(self) -> PortfolioFilter:
        """In which accounts."""
        return self.filter or PortfolioFilter()

    @property
    def list_name(self) -> str:
        """The list that its cursors are of."""
        return f"exposure by employee by {self.order_by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one of our people holds, and what would be lost should this person alone leave."""

    live_tie_count: Annotated[int, said("Live ties.", mask=Mask.JUDGEMENT)]
    single_held_count: Annotated[int, said("Contacts with a live tie by nobody else.", mask=Mask.JUDGEMENT)]
    exposure: Annotated[
        float,
        said(
            "The largest share of an open decision (without open opportunities, of the inferred one) that would "
            "be out of reach should this person alone leave, 0 to 1: the `shareLost` of `departureImpact`, of "
            "several accounts the largest. 0 when nobody falls out of reach.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    severity: Annotated[
        str | None,
        word(
            Severity,
            "Its band, of several accounts the highest; null when nobody falls out of reach.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    money: Annotated[
        MoneyAtRisk,
        in_parts(
            value="Over the open opportunities, the share that would be out of reach × the value, as "
            "`departureImpact` of this person tells. 0 when nothing is lost, null when no value is known or "
            "currencies cannot be added."
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAccount(Held):
    """What one of our people holds of one account."""

    account: Annotated[str, node(NodeKind.COMPANY, "The company at the top of the account.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeRisk(Held):
    """What of our accounts hangs on one of our people. A risk of the accounts, not a rating of anyone.

    `rows` are what is kept of each account, `conversion` what their amounts are added by.
    """

    employee: Annotated[str, node(NodeKind.PERSON, "Who.")]
    account_count: Annotated[int, said("Accounts with a live tie of the person.", mask=Mask.JUDGEMENT)]
    rows: tuple[EmployeeExposure, ...]
    conversion: Conversion

    @property
    def accounts(
        self,
    ) -> Annotated[Sequence[HeldAccount], said("Those accounts, the worst first.", mask=Mask.JUDGEMENT)]:
        """Made when asked for, a page of our people has a thousand."""
        accounts = [
            HeldAccount(
                account=row.account,
                live_tie_count=row.live_tie_count,
                single_held_count=row.single_held_count,
                exposure=row.exposure,
                severity=row.severity,
                money=added(dict(row.amounts), self.conversion),
            )
            for row in self.rows
        ]
        accounts.sort(key=lambda held: (*worst_first(held.severity, held.exposure, held.money), held.account))
        return accounts


@dataclass(frozen=True, slots=True)
class ExposureEdge:
    """One of our people and the place in the list."""

    cursor: Cursor
    node: Annotated[EmployeeRisk, said("What hangs on the person.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureConnection:
    """A page of our people.

    Worst first: severity, exposure, money in the base currency, and the key. Or first by what the parameters say.
    Employees without whom nothing is lost have no severity and come last.
    """

    edges: Annotated[tuple[ExposureEdge, ...], said("Our people of this page.")]
    page_info: Annotated[PageInfo, said("Where the page lies.")]
    total_count: Annotated[int, said("How many there are.")]
    stale_account_count: Annotated[
        int,
        said("Accounts that have changed, or aged, since they were computed, whatever the filter."),
    ]
    never_computed_count: Annotated[
        int,
        said("Those of them of which nothing is computed yet.", name="missing_account_count"),
    ]
    policy_version: PolicyVersion


@dataclass(frozen=True, slots=True)
class EmployeePlaces:
    """Which of our people a page shows, in their order, each with the place in it; and where the page lies."""

    ranks: Mapping[str, str]
    has_next_page: bool
    has_previous_page: bool
    total_count: int


def rank_after(params: ExposureParams) -> str | None:
    """The rank that the page begins behind; QuestionRejected for a cursor of another list or order."""
    return None if params.after is None else from_cursor(params.list_name, params.after)


def employee_places(
    totals: Iterable[EmployeeTotal], params: ExposureParams, conversion: Conversion
) -> EmployeePlaces:
    """Whom the page shows, out of what everybody holds over all accounts.

    `conversion` is what amounts are added by. QuestionRejected for a cursor of another list.
    """
    after = rank_after(params)
    ranked = _ranked(totals, params.order_by, conversion)

    def rank(total: EmployeeTotal) -> str:
        return rank_text(*_rank(params.order_by, total, conversion))

    start = 0 if after is None else bisect_right(ranked, after, key=rank)
    shown = ranked[start : start + params.first]
    return EmployeePlaces(
        ranks={total.employee: rank(total) for total in shown},
        has_next_page=start + len(shown) < len(ranked),
        has_previous_page=start > 0,
        total_count=len(ranked),
    )


def exposure_page(
    places: EmployeePlaces,
    rows: Iterable[EmployeeExposure],
    stale: StaleCount,
    params: ExposureParams,
    conversion: Conversion,
    policy_version: int,
) -> ExposureConnection:
    """The page out of the rows of those whom it shows; `stale` is what the store counts as such.

    Who holds nothing any more when the rows are read is left out.
    """
    held: dict[str, list[EmployeeExposure]] = defaultdict(list)
    for row in rows:
        held[row.employee].append(row)
    edges = tuple(
        ExposureEdge(to_cursor(params.list_name, rank), _of_employee(employee, held[employee], conversion))
        for employee, rank in places.ranks.items()
        if employee in held
    )
    return ExposureConnection(
        edges=edges,
        page_info=page_info(
            [edge.cursor for edge in edges],
            has_next=places.has_next_page,
            has_previous=places.has_previous_page,
        ),
        total_count=places.total_count,
        stale_account_count=stale.stale_count,
        never_computed_count=stale.missing_count,
        policy_version=policy_version,
    )


def _of_employee(employee: str, rows: Sequence[EmployeeExposure], conversion: Conversion) -> EmployeeRisk:
    severities = [row.severity for row in rows if row.severity is not None]
    return EmployeeRisk(
        employee=employee,
        account_count=len(rows),
        live_tie_count=sum(row.live_tie_count for row in rows),
        single_held_count=sum(row.single_held_count for row in rows),
        exposure=max(row.exposure for row in rows),
        severity=max(severities, key=lambda name: SEVERITY_ORDER[name], default=None),
        money=added(dict(summed_amounts(chain.from_iterable(row.amounts for row in rows))), conversion),
        rows=tuple(rows),
        conversion=conversion,
    )


def _ranked(
    totals: Iterable[EmployeeTotal], order: ExposureOrder, conversion: Conversion
) -> Sequence[EmployeeTotal]:
    """In order. Money is converted only where it decides: of those who are equal in all that comes before it."""
    found: list[EmployeeTotal] = []
    placed = sorted([(_before_money(order, total), total) for total in totals], key=itemgetter(0))
    for _, group in groupby(placed, key=itemgetter(0)):
        equal = [total for _, total in group]
        if len(equal) > 1:
            equal.sort(key=lambda total: _rank(order, total, conversion))
        found += equal
    return found


def _before_money(order: ExposureOrder, total: EmployeeTotal) -> tuple[float | str, ...]:
    """How much hangs on the person, the most of what the order is by first, then the worst, as far as money."""
    worst = worst_without_money(total.severity, total.exposure)
    match order:
        case ExposureOrder.SEVERITY:
            return worst
        case ExposureOrder.EXPOSURE:
            return -as_ordered(total.exposure), *worst
        case ExposureOrder.VALUE_AT_RISK:
            return ()
        case ExposureOrder.SINGLE_HELD:
            return -total.single_held_count, *worst
        case ExposureOrder.LIVE_TIES:
            return -total.live_tie_count, *worst


def _rank(order: ExposureOrder, total: EmployeeTotal, conversion: Conversion) -> tuple[float | str, ...]:
    """The same with money, and the key at the end: by money first, then the worst, when that is the order."""
    money = added(dict(total.amounts), conversion)
    behind: tuple[float | str, ...] = ()
    if order is ExposureOrder.VALUE_AT_RISK:
        behind = worst_without_money(total.severity, total.exposure)
    return *_before_money(order, total), *money.rank, *behind, total.employee


def _totals(params: ExposureParams) -> EmployeeTotals:
    rank_after(params)  # a cursor that is none is refused before anything is read
    return EmployeeTotals(wanted=params.wanted.kept)


def _held(params: ExposureParams) -> Exposures:
    totals, numbers, _ = read_before(params.totals)
    places = employee_places(totals, params, numbers.conversion(None))
    return Exposures(wanted=params.wanted.kept, employees=tuple(places.ranks), places=places)


def answer(parts: Sequence[None], params: ExposureParams) -> ExposureConnection:
    """The page; ValueError without what is kept."""
    _, numbers, stale = read_before(params.totals)
    places, rows = read_before(params.held)
    return exposure_page(places, rows, stale, params, numbers.conversion(None), numbers.book.version)


EXPOSURE_BY_EMPLOYEE: Question[ExposureParams, None, ExposureConnection] = Question(
    name="exposure_by_employee",
    sentence=Told(
        "How much of our accounts hangs on each of our people alone?", "我方每个人独自承担了多少客户关系？"
    ),
    more=Told("A risk of the accounts, not a rating of anyone.", "这是客户的风险，不是对任何人的评价。"),
    params=ExposureParams,
    answer=ExposureConnection,
    needs=(Need(_totals, into="totals"), Need(_held, into="held")),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
