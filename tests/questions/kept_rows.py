"""Rows that a store gives of what is kept, as the tests draw them."""

from __future__ import annotations

from typing import Any

from graph.posture import CurrencyAmount, EmployeeExposure, PortfolioRow, PortfolioTotal, Posture, Standard

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
