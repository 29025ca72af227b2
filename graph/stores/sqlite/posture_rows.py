"""How postures, findings and exposures lie in their tables, and how they go in and come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter

import orjson

from graph.model.record import Row
from graph.posture import CurrencyAmount, EmployeeExposure, KeptFinding, Posture, Standard

POSTURE_COLUMNS = (
    "account",
    "revision",
    "day",
    "policy",
    "policy_version",
    "computed_at",
    "severity",
    "share",
    "severity_counts",
    "cause_counts",
    "value_at_risk",
    "currency",
    "amounts",
    "key_index",
    "general_index",
    "organizational_index",
    "effective_holders",
    "bus_factor",
    "rates_on",
)
"""Columns of `postures` and of `posture_days`: the fields of a Posture, its standard as two of them."""

FINDING_COLUMNS = (
    "id",
    "account",
    "company",
    "is_account_wide",
    "kind",
    "severity",
    "employee",
    "opportunity",
    "subject",
    "stage",
    "worth",
    "money_worth",
    "cause",
    "cause_worth",
    "cause_money_worth",
    "content",
    "since",
)
"""Columns of `findings`: the fields of a KeptFinding but for the legend, which its posture has."""

EXPOSURE_COLUMNS = (
    "account",
    "employee",
    "live_tie_count",
    "single_held_count",
    "exposure",
    "severity",
    "amounts",
)
"""Columns of `exposures`, in the order of the fields of an EmployeeExposure."""


_finding_values = attrgetter(*(name for name in FINDING_COLUMNS if name != "since"))


def posture_to_row(posture: Posture) -> Row:
    """The values of POSTURE_COLUMNS."""
    return (
        posture.account,
        posture.revision,
        *posture.standard,
        posture.policy_version,
        posture.computed_at,
        posture.severity,
        posture.share,
        _counts_to_json(posture.severity_counts),
        None if posture.cause_counts is None else _counts_to_json(posture.cause_counts),
        posture.value_at_risk,
        posture.currency,
        amounts_to_json(posture.amounts),
        posture.key_index,
        posture.general_index,
        posture.organizational_index,
        posture.effective_holders,
        posture.bus_factor,
        posture.rates_on,
    )


def posture_from_row(row: Row) -> Posture:
    """The posture of the values of POSTURE_COLUMNS."""
    kept = dict(zip(POSTURE_COLUMNS, row, strict=True))
    counts, cause_counts = kept.pop("severity_counts"), kept.pop("cause_counts")
    return Posture(
        standard=Standard(day=kept.pop("day"), policy=kept.pop("policy")),
        severity_counts=orjson.loads(counts),
        cause_counts=None if cause_counts is None else orjson.loads(cause_counts),
        amounts=_amounts_from_json(kept.pop("amounts")),
        **kept,
    )


def finding_to_row(finding: KeptFinding, since: str) -> Row:
    """The values of FINDING_COLUMNS."""
    return *_finding_values(finding), since


def finding_from_row(row: Row) -> KeptFinding:
    """The finding of the values of FINDING_COLUMNS, and of its legend."""
    kept = dict(zip((*FINDING_COLUMNS, "legend"), row, strict=True))
    kept["is_account_wide"] = bool(kept["is_account_wide"])
    return KeptFinding(**kept)


def exposure_to_row(held: EmployeeExposure) -> Row:
    """The values of EXPOSURE_COLUMNS."""
    counts = (held.live_tie_count, held.single_held_count)
    return (held.account, held.employee, *counts, held.exposure, held.severity, amounts_to_json(held.amounts))


def exposure_from_row(row: Row) -> EmployeeExposure:
    """The exposure of the values of EXPOSURE_COLUMNS."""
    account, employee, live_tie_count, single_held_count, exposure, severity, amounts = row
    figures = (live_tie_count, single_held_count, exposure, severity)
    return EmployeeExposure(account, employee, *figures, _amounts_from_json(amounts))


def amounts_to_json(amounts: Iterable[CurrencyAmount]) -> str:
    """The amounts as a column holds them."""
    return orjson.dumps([[currency, float(value)] for currency, value in amounts]).decode()


def _counts_to_json(counts: Mapping[str, int]) -> str:
    """Members of an enumeration are no keys for orjson."""
    return orjson.dumps({str(name): count for name, count in counts.items()}).decode()


def _amounts_from_json(text: str) -> tuple[CurrencyAmount, ...]:
    return tuple([CurrencyAmount(*amount) for amount in orjson.loads(text)])
