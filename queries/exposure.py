"""Exposure by employee: how much of our accounts hangs on each of our people alone?

What would be lost in every account if that person alone left: the same share and money that the departure
impact of the person tells. A risk of the accounts, which need a second way in; not a rating of anyone. Answered
from what is kept with the accounts' postures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from operator import itemgetter

from graph.model.word import Words
from graph.model.words import SEVERITY_ORDER
from graph.posture import EmployeeExposure, EmployeeTotal, PortfolioFilter, StaleCount, summed_amounts
from graph.rates import Conversion
from queries.algorithms.rank_text import rank_text
from queries.algorithms.thresholds import as_ordered
from queries.finding_order import worst_first, worst_without_money
from queries.money import MoneyAtRisk, added
from queries.page_cursor import from_cursor, to_cursor


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


@dataclass(frozen=True, slots=True)
class ExposureParams:
    """Which accounts (and which employee), and which page. `after` is a cursor of a page of the same order."""

    wanted: PortfolioFilter = field(default_factory=PortfolioFilter)
    order: ExposureOrder = ExposureOrder.SEVERITY
    first: int = 50
    after: str | None = None

    @property
    def list_name(self) -> str:
        """The list that its cursors are of."""
        return f"exposure by employee by {self.order}"


@dataclass(frozen=True, slots=True)
class HeldAccount:
    """An account with live ties of the employee, and what is lost there if the employee alone leaves.

    `exposure` is the largest share of an open decision that is out of reach then; `severity` its band, None when
    nobody falls out of reach. `money` is zero when nothing is lost, not known when no open opportunity's value is.
    """

    account: str
    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    money: MoneyAtRisk


@dataclass(frozen=True, slots=True)
class EmployeeRisk:
    """What hangs on one of our people, over accounts; `exposure` and `severity` are the highest of one of them.

    `rows` are what is kept of each account, `conversion` what their amounts are added by.
    """

    employee: str
    account_count: int
    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    money: MoneyAtRisk
    rows: tuple[EmployeeExposure, ...]
    conversion: Conversion

    @property
    def accounts(self) -> Sequence[HeldAccount]:
        """The accounts, the worst first; made when asked for, a page of our people has a thousand."""
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
    """An employee's line and the cursor to go on after it."""

    cursor: str
    node: EmployeeRisk


@dataclass(frozen=True, slots=True)
class ExposurePage:
    """The answer, worst first: severity, exposure, money in the base currency, and the key.

    Or first by what the parameters say. Employees without whom nothing is lost have no severity and come last.
    `stale_account_count` counts accounts that have changed, or aged, since what is shown was computed, and
    `never_computed_count` those of them of which nothing is kept yet; both whatever the filter.
    """

    edges: tuple[ExposureEdge, ...]
    has_next_page: bool
    has_previous_page: bool
    total_count: int
    stale_account_count: int
    never_computed_count: int
    policy_version: int


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
    ranked = _ranked(totals, params.order, conversion)

    def rank(total: EmployeeTotal) -> str:
        return rank_text(*_rank(params.order, total, conversion))

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
) -> ExposurePage:
    """The page out of the rows of those whom it shows; `stale` is what the store counts as such.

    Who holds nothing any more when the rows are read is left out.
    """
    held: dict[str, list[EmployeeExposure]] = defaultdict(list)
    for row in rows:
        held[row.employee].append(row)
    return ExposurePage(
        edges=tuple(
            ExposureEdge(to_cursor(params.list_name, rank), _of_employee(employee, held[employee], conversion))
            for employee, rank in places.ranks.items()
            if employee in held
        ),
        has_next_page=places.has_next_page,
        has_previous_page=places.has_previous_page,
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
