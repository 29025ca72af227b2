"""Rows that a store gives of what is kept, as the tests draw them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import fsum
from typing import Any

from graph.posture import (
    CurrencyAmount,
    EmployeeExposure,
    EmployeeTotal,
    PortfolioRow,
    PortfolioTotal,
    Posture,
    StaleCount,
    Standard,
)
from graph.rates import Conversion
from queries.exposure import ExposureConnection, ExposureParams, employee_places, exposure_page

TODAY = Standard("2026-06-30", "digest")


def amounts(**values: float) -> tuple[CurrencyAmount, ...]:
    """One amount for each currency named."""
    return tuple(CurrencyAmount(currency, value) for currency, value in values.items())


def row(account: str, **more: Any) -> PortfolioRow:
    """An account with a posture of today."""
    kept = Posture(
        account=account,
        revision=4,
        standard=TODAY,
        policy_version=2,
        computed_at="2026-06-30T06:00:00.000000+00:00",
        severity="HIGH",
        share=0.6,
        severity_counts={"LOW": 2, "HIGH": 1, "MODERATE": 0},
        cause_counts={"HIGH": 1, "LOW": 1},
        value_at_risk=12.5,
        currency="CNY",
        amounts=amounts(CNY=12.5),
        key_index=10.0,
        general_index=None,
        organizational_index=0.0,
        effective_holders=1.5,
        bus_factor=None,
    )
    given: dict[str, Any] = {"grade": "S", "industry": "Steel", "region": None, "is_stale": False}
    return PortfolioRow(name=account.title(), rank=f"rank of {account}", posture=kept, **given | more)


def total(grade: str | None, severity: str | None, accounts: int, **more: Any) -> PortfolioTotal:
    """Accounts of a grade and severity, with one finding each."""
    counts = {severity: accounts} if severity else {}
    given: dict[str, Any] = {"stale_count": 0, "severity_counts": counts, "cause_counts": counts}
    return PortfolioTotal(grade, severity, accounts, **given | {"amounts": ()} | more)


def held(account: str, who: str, ties: int = 1, alone: int = 1, **more: Any) -> EmployeeExposure:
    """What an employee holds there; nothing is lost without whoever holds nobody alone."""
    given: dict[str, Any] = {
        "exposure": 0.5 if alone else 0.0,
        "severity": "HIGH" if alone else None,
        "amounts": () if alone else (CurrencyAmount(None, 0.0),),
    }
    return EmployeeExposure(account, who, ties, alone, **given | more)


def totals_of(rows: Sequence[EmployeeExposure]) -> list[EmployeeTotal]:
    """The rows summed by employee, as a store sums them."""
    return [
        _total_of(who, [row for row in rows if row.employee == who]) for who in sorted({r.employee for r in rows})
    ]


def _total_of(employee: str, rows: Sequence[EmployeeExposure]) -> EmployeeTotal:
    by_currency: dict[str | None, list[float]] = defaultdict(list)
    for row in rows:
        for currency, value in row.amounts:
            by_currency[currency].append(value)
    in_order = sorted(by_currency.items(), key=lambda pair: pair[0] or "")
    severities = {row.severity for row in rows}
    return EmployeeTotal(
        employee=employee,
        account_count=len(rows),
        live_tie_count=sum(row.live_tie_count for row in rows),
        single_held_count=sum(row.single_held_count for row in rows),
        exposure=max(row.exposure for row in rows),
        severity=next((name for name in ("CRITICAL", "HIGH", "MODERATE", "LOW") if name in severities), None),
        add_up=lambda: tuple(CurrencyAmount(currency, fsum(values)) for currency, values in in_order),
    )


def page_of(
    rows: Sequence[EmployeeExposure], stale: StaleCount, params: ExposureParams, conversion: Conversion
) -> ExposureConnection:
    """The page, when the store keeps those rows."""
    places = employee_places(totals_of(rows), params, conversion)
    of_page = sorted(
        (row for row in rows if row.employee in places.ranks), key=lambda row: (row.employee, row.account)
    )
    return exposure_page(places, of_page, stale, params, conversion, 0)
