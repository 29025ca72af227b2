"""Postures, findings and exposures as properties of nodes, and what statements return of them.

Amounts are two lists of one length, with "" for no currency; findings are counted in a property for each severity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from graph.posture import CurrencyAmount, EmployeeExposure, KeptFinding, Posture, Standard
from graph.stores.neo4j.ordered_text import ordered, original
from graph.vocabulary import Severity

_FINDING_PROPERTIES = (
    *("id", "company", "is_account_wide", "kind", "severity", "employee", "opportunity", "rank", "content"),
)
_EXPOSURE_PROPERTIES = ("employee", "live_tie_count", "single_held_count", "exposure", "severity")
_RANK_PLACE = [field.name for field in fields(KeptFinding)].index("rank")
_SEVERITIES = tuple(map(str, Severity))
_finding_values = attrgetter(*_FINDING_PROPERTIES)
_exposure_values = attrgetter(*_EXPOSURE_PROPERTIES)


def posture_properties(posture: Posture) -> dict[str, Any]:
    """The properties of the node; ValueError for findings counted by what is no severity."""
    return {
        "account": posture.account,
        "revision": posture.revision,
        "day": posture.standard.day,
        "policy": posture.standard.policy,
        "policy_version": posture.policy_version,
        "computed_at": posture.computed_at,
        "severity": posture.severity,
        **{f"{Severity(name).lower()}_count": count for name, count in posture.severity_counts.items()},
        "value_at_risk": posture.value_at_risk,
        "currency": posture.currency,
        **_amount_properties(posture.amounts),
        "key_index": posture.key_index,
        "general_index": posture.general_index,
        "organizational_index": posture.organizational_index,
        "effective_holders": posture.effective_holders,
        "bus_factor": posture.bus_factor,
        "rates_on": posture.rates_on,
    }


def finding_properties(finding: KeptFinding) -> dict[str, Any]:
    """The properties of the node, but for its account and since when."""
    properties = dict(zip(_FINDING_PROPERTIES, _finding_values(finding), strict=True))
    return properties | {"rank": ordered(finding.rank)}


def exposure_properties(held: EmployeeExposure) -> dict[str, Any]:
    """The properties of the node, but for its account."""
    properties = dict(zip(_EXPOSURE_PROPERTIES, _exposure_values(held), strict=True))
    return properties | _amount_properties(held.amounts)


def postures_from(columns: Sequence[Sequence[Any]]) -> list[Posture]:
    """The postures that a statement returns, a list for each column."""
    return [_posture(*values) for values in zip(*columns, strict=True)]


def findings_from(columns: Sequence[Sequence[Any]]) -> list[KeptFinding]:
    """The findings that a statement returns, a list for each column."""
    before, ranks, after = columns[:_RANK_PLACE], columns[_RANK_PLACE], columns[_RANK_PLACE + 1 :]
    return [KeptFinding(*values) for values in zip(*before, map(original, ranks), *after, strict=True)]


def exposures_from(columns: Sequence[Sequence[Any]]) -> list[EmployeeExposure]:
    """The exposures that a statement returns, a list for each column."""
    *plain, currencies, values = columns
    amounts = map(amounts_from, currencies, values)
    return [EmployeeExposure(*held) for held in zip(*plain, amounts, strict=True)]


def amounts_from(currencies: Iterable[str], values: Iterable[float]) -> tuple[CurrencyAmount, ...]:
    """The amounts that two properties keep."""
    return tuple(
        CurrencyAmount(currency or None, value) for currency, value in zip(currencies, values, strict=True)
    )


def severity_counts_from(counts: Iterable[int | None]) -> Mapping[str, int]:
    """Findings by severity, from a number or None for each severity, the lowest first."""
    return {severity: count for severity, count in zip(_SEVERITIES, counts, strict=True) if count is not None}


def _amount_properties(amounts: Iterable[CurrencyAmount]) -> dict[str, Any]:
    pairs = list(amounts)
    return {
        "amount_currencies": [amount.currency or "" for amount in pairs],
        "amount_values": [float(amount.value) for amount in pairs],
    }


def _posture(
    account: str,
    revision: int,
    day: str,
    policy: str,
    policy_version: int,
    computed_at: str,
    severity: str | None,
    low_count: int | None,
    moderate_count: int | None,
    high_count: int | None,
    critical_count: int | None,
    value_at_risk: float | None,
    currency: str | None,
    amount_currencies: Sequence[str],
    amount_values: Sequence[float],
    key_index: float | None,
    general_index: float | None,
    organizational_index: float | None,
    effective_holders: float | None,
    bus_factor: int | None,
    rates_on: str | None,
) -> Posture:
    """The posture of one row."""
    return Posture(
        account,
        revision,
        Standard(day, policy),
        policy_version,
        computed_at,
        severity,
        severity_counts_from((low_count, moderate_count, high_count, critical_count)),
        value_at_risk,
        currency,
        amounts_from(amount_currencies, amount_values),
        key_index,
        general_index,
        organizational_index,
        effective_holders,
        bus_factor,
        rates_on,
    )
