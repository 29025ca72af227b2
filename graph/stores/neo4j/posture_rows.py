"""Postures, findings and exposures as properties of nodes, and what statements return of them.

Amounts are two lists of one length, with "" for no currency; findings are counted in a property for each severity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import partial
from operator import attrgetter
from typing import Any

from graph.model.words import Severity
from graph.posture import (
    CurrencyAmount,
    EmployeeExposure,
    EmployeeTotal,
    FindingOrder,
    KeptFinding,
    Posture,
    RankedCause,
    Standard,
    summed_amounts,
    worths,
)
from graph.rank_text import rank_text
from graph.stores.neo4j.ordered_text import ordered

_FINDING_PROPERTIES = (
    *("id", "company", "is_account_wide", "kind", "severity", "employee", "opportunity", "subject", "stage"),
    *("worth", "money_worth", "cause", "cause_worth", "cause_money_worth", "content"),
)
_EXPOSURE_PROPERTIES = ("employee", "live_tie_count", "single_held_count", "exposure", "severity")
_FINDING_COLUMNS = tuple(field.name for field in fields(KeptFinding))
_SEVERITIES = tuple(map(str, Severity))
_COUNTS = tuple(f"{name.lower()}_count" for name in _SEVERITIES)
_CAUSE_COUNTS = tuple(f"{name.lower()}_cause_count" for name in _SEVERITIES)
POSTURE_COLUMNS = (
    *("account", "revision", "day", "policy", "policy_version", "computed_at", "severity", "share"),
    *(*_COUNTS, *_CAUSE_COUNTS, "value_at_risk", "currency", "amount_currencies", "amount_values"),
    *("key_index", "general_index", "organizational_index", "effective_holders", "bus_factor", "rates_on"),
)
"""What statements return of a posture, in their order."""
EXPOSURE_COLUMNS = ("account", *_EXPOSURE_PROPERTIES, "amount_currencies", "amount_values")
"""What they return of what one of our people holds."""
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
        "share": posture.share,
        **{f"{Severity(name).lower()}_count": count for name, count in posture.severity_counts.items()},
        **_cause_count_properties(posture.cause_counts),
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
    """The properties of the node, but for its account and since when; with the ends of its places, to order by."""
    properties = dict(zip(_FINDING_PROPERTIES, _finding_values(finding), strict=True))
    _, _, *place = finding.place(FindingOrder.SEVERITY)
    _, _, *cause_place = finding.cause_place(FindingOrder.SEVERITY)
    return properties | {"place": place_end(place), "cause_place": place_end(cause_place)}


def place_end(parts: Sequence[str]) -> str:
    """What comes behind both worths of a place, as one text that Neo4j orders as the parts are ordered."""
    return ordered(rank_text(*parts))


def exposure_properties(held: EmployeeExposure) -> dict[str, Any]:
    """The properties of the node, but for its account."""
    properties = dict(zip(_EXPOSURE_PROPERTIES, _exposure_values(held), strict=True))
    return properties | _amount_properties(held.amounts)


def postures_from(columns: Sequence[Sequence[Any]]) -> list[Posture]:
    """The postures that a statement returns, a list for each column."""
    return [_posture(dict(zip(POSTURE_COLUMNS, row, strict=True))) for row in zip(*columns, strict=True)]


def findings_from(columns: Sequence[Sequence[Any]]) -> list[KeptFinding]:
    """The findings that a statement returns, a list for each column."""
    return [KeptFinding(**dict(zip(_FINDING_COLUMNS, row, strict=True))) for row in zip(*columns, strict=True)]


def causes_from(columns: Sequence[Sequence[Any]], order: FindingOrder) -> list[RankedCause]:
    """The causes that a statement returns, a list for each column."""
    return [
        RankedCause(id=id, place=(*worths(order, worth, money_worth), *about, id))
        for id, worth, money_worth, *about in zip(*columns, strict=True)
    ]


def exposures_from(columns: Sequence[Sequence[Any]]) -> list[EmployeeExposure]:
    """The exposures that a statement returns, a list for each column."""
    *plain, currencies, values = columns
    amounts = map(amounts_from, currencies, values)
    return [EmployeeExposure(*held) for held in zip(*plain, amounts, strict=True)]


def totals_from(columns: Sequence[Sequence[Any]]) -> Iterator[EmployeeTotal]:
    """The totals that a statement returns, a list for each column; the last two lists of lists."""
    for employee, accounts, ties, held_alone, exposure, place, currencies, values in zip(*columns, strict=True):
        yield EmployeeTotal(
            employee=employee,
            account_count=accounts,
            live_tie_count=ties,
            single_held_count=held_alone,
            exposure=exposure,
            severity=None if place < 0 else _SEVERITIES[place],
            add_up=partial(_added, currencies, values),
        )


def _added(currencies: Sequence[Any], values: Sequence[Any]) -> tuple[CurrencyAmount, ...]:
    return summed_amounts(amount_pairs(currencies, values))


def amounts_from(currencies: Iterable[str], values: Iterable[float]) -> tuple[CurrencyAmount, ...]:
    """The amounts that two properties keep."""
    return tuple(
        CurrencyAmount(currency or None, value) for currency, value in zip(currencies, values, strict=True)
    )


def amount_pairs(
    currencies: Iterable[Iterable[str]], values: Iterable[Iterable[float]]
) -> Iterator[tuple[str | None, float]]:
    """Currency and value of all amounts that two properties of several nodes keep."""
    for of_node, with_values in zip(currencies, values, strict=True):
        for currency, value in zip(of_node, with_values, strict=True):
            yield currency or None, value


def severity_counts_from(counts: Iterable[int | None]) -> Mapping[str, int]:
    """Findings by severity, from a number or None for each severity, the lowest first."""
    return {severity: count for severity, count in zip(_SEVERITIES, counts, strict=True) if count is not None}


def _amount_properties(amounts: Iterable[CurrencyAmount]) -> dict[str, Any]:
    pairs = list(amounts)
    return {
        "amount_currencies": [amount.currency or "" for amount in pairs],
        "amount_values": [float(amount.value) for amount in pairs],
    }


def _cause_count_properties(counts: Mapping[str, int] | None) -> dict[str, int]:
    """A property for every severity: no cause differs from causes that were not counted."""
    if counts is None:
        return {}
    return {f"{name.lower()}_cause_count": counts.get(name, 0) for name in _SEVERITIES}


def _cause_counts(counts: Iterable[int | None]) -> Mapping[str, int] | None:
    found = severity_counts_from(counts)
    return {name: count for name, count in found.items() if count} if found else None


def _posture(kept: dict[str, Any]) -> Posture:
    """The posture of one row."""
    return Posture(
        standard=Standard(day=kept.pop("day"), policy=kept.pop("policy")),
        severity_counts=severity_counts_from([kept.pop(name) for name in _COUNTS]),
        cause_counts=_cause_counts([kept.pop(name) for name in _CAUSE_COUNTS]),
        amounts=amounts_from(kept.pop("amount_currencies"), kept.pop("amount_values")),
        **kept,
    )
