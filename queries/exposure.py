"""Exposure by employee: how much of our accounts hangs on each of our people alone?

What would be lost in every account if that person alone left: the same share and money that the departure
impact of the person tells. A risk of the accounts, which need a second way in; not a rating of anyone. Answered
from what is kept with the accounts' postures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from graph.posture import EmployeeExposure, PortfolioFilter, StaleCount
from graph.rates import Conversion
from graph.vocabulary import SEVERITY_ORDER
from queries.algorithms.rank_text import rank_text
from queries.algorithms.thresholds import as_ordered
from queries.finding_order import worst_first
from queries.money import MoneyAtRisk, added
from queries.page_cursor import from_cursor, to_cursor


class ExposureOrder(StrEnum):
    """What our people are ordered by, the most first; then as SEVERITY, and by key."""

    SEVERITY = "SEVERITY"
    EXPOSURE = "EXPOSURE"
    VALUE_AT_RISK = "VALUE_AT_RISK"
    SINGLE_HELD = "SINGLE_HELD"
    LIVE_TIES = "LIVE_TIES"


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
    """What hangs on one of our people, over accounts; `exposure` and `severity` are the highest of one of them."""

    employee: str
    account_count: int
    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    money: MoneyAtRisk
    accounts: tuple[HeldAccount, ...]


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


def exposure_page(
    rows: Sequence[EmployeeExposure], stale: StaleCount, params: ExposureParams, conversion: Conversion
) -> ExposurePage:
    """The page out of all rows, which are ordered by employee; `stale` is what the store counts as such.

    `conversion` is what amounts are added by. QuestionRejected for a cursor of another list.
    """
    everyone = [
        _of_employee(employee, list(found), conversion)
        for employee, found in groupby(rows, key=lambda row: row.employee)
    ]
    ranked = sorted(
        ((rank_text(*_order(params.order, risk), risk.employee), risk) for risk in everyone), key=itemgetter(0)
    )
    start = 0
    if params.after is not None:
        start = bisect_right(ranked, from_cursor(params.list_name, params.after), key=itemgetter(0))
    shown = ranked[start : start + params.first]
    return ExposurePage(
        edges=tuple(ExposureEdge(to_cursor(params.list_name, rank), risk) for rank, risk in shown),
        has_next_page=start + len(shown) < len(ranked),
        has_previous_page=start > 0,
        total_count=len(ranked),
        stale_account_count=stale.stale_count,
        never_computed_count=stale.missing_count,
    )


def _of_employee(employee: str, rows: Sequence[EmployeeExposure], conversion: Conversion) -> EmployeeRisk:
    accounts = [
        HeldAccount(
            account=row.account,
            live_tie_count=row.live_tie_count,
            single_held_count=row.single_held_count,
            exposure=row.exposure,
            severity=row.severity,
            money=_money([row], conversion),
        )
        for row in rows
    ]
    severities = [row.severity for row in rows if row.severity is not None]
    return EmployeeRisk(
        employee=employee,
        account_count=len(rows),
        live_tie_count=sum(row.live_tie_count for row in rows),
        single_held_count=sum(row.single_held_count for row in rows),
        exposure=max(row.exposure for row in rows),
        severity=max(severities, key=lambda name: SEVERITY_ORDER[name], default=None),
        money=_money(rows, conversion),
        accounts=tuple(
            sorted(accounts, key=lambda held: (*_order(ExposureOrder.SEVERITY, held), held.account)),
        ),
    )


def _money(rows: Iterable[EmployeeExposure], conversion: Conversion) -> MoneyAtRisk:
    """The rows' amounts as one; what is not known of one account adds nothing."""
    by_currency: dict[str | None, float] = defaultdict(float)
    for row in rows:
        for currency, value in row.amounts:
            by_currency[currency] += value
    return added(by_currency, conversion)


def _order(order: ExposureOrder, risk: HeldAccount | EmployeeRisk) -> tuple[float | str, ...]:
    """How much hangs on the person, the most of what the order is by first, then the worst."""
    first: dict[ExposureOrder, tuple[float | str, ...]] = {
        ExposureOrder.SEVERITY: (),
        ExposureOrder.EXPOSURE: (-as_ordered(risk.exposure),),
        ExposureOrder.VALUE_AT_RISK: risk.money.rank,
        ExposureOrder.SINGLE_HELD: (-risk.single_held_count,),
        ExposureOrder.LIVE_TIES: (-risk.live_tie_count,),
    }
    return *first[order], *worst_first(risk.severity, risk.exposure, risk.money)
