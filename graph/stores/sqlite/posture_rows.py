"""How postures, findings and exposures lie in their tables, and how they go in and come out."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from graph.posture import CurrencyAmount, EmployeeExposure, KeptFinding, Posture, Standard
from graph.record_kind import Row

POSTURE_COLUMNS = (
    "account",
    "revision",
    "day",
    "policy",
    "policy_version",
    "computed_at",
    "severity",
    "severity_counts",
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
"""Columns of `postures` and of `posture_days`, in the order of the fields of a Posture."""

FINDING_COLUMNS = (
    "id",
    "account",
    "company",
    "is_account_wide",
    "kind",
    "severity",
    "employee",
    "opportunity",
    "rank",
    "content",
    "since",
)
"""Columns of `findings`, in the order of the fields of a KeptFinding."""

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


def posture_to_row(posture: Posture) -> Row:
    """The values of POSTURE_COLUMNS."""
    return (
        posture.account,
        posture.revision,
        *posture.standard,
        posture.policy_version,
        posture.computed_at,
        posture.severity,
        # Members of an enumeration are no keys for orjson.
        orjson.dumps({str(name): count for name, count in posture.severity_counts.items()}).decode(),
        posture.value_at_risk,
        posture.currency,
        _amounts_to_json(posture.amounts),
        posture.key_index,
        posture.general_index,
        posture.organizational_index,
        posture.effective_holders,
        posture.bus_factor,
        posture.rates_on,
    )


def posture_from_row(row: Row) -> Posture:
    """The posture of the values of POSTURE_COLUMNS."""
    account, revision, day, policy, version, computed_at, severity, counts, value, currency, amounts, *figures = (
        row
    )
    return Posture(
        account,
        revision,
        Standard(day, policy),
        version,
        computed_at,
        severity,
        orjson.loads(counts),
        value,
        currency,
        _amounts_from_json(amounts),
        *figures,
    )


def finding_to_row(finding: KeptFinding, since: str) -> Row:
    """The values of FINDING_COLUMNS."""
    return (
        finding.id,
        finding.account,
        finding.company,
        finding.is_account_wide,
        finding.kind,
        finding.severity,
        finding.employee,
        finding.opportunity,
        finding.rank,
        finding.content,
        since,
    )


def finding_from_row(row: Row) -> KeptFinding:
    """The finding of the values of FINDING_COLUMNS."""
    id, account, company, is_account_wide, *rest = row
    return KeptFinding(id, account, company, bool(is_account_wide), *rest)


def exposure_to_row(held: EmployeeExposure) -> Row:
    """The values of EXPOSURE_COLUMNS."""
    counts = (held.live_tie_count, held.single_held_count)
    return (held.account, held.employee, *counts, held.exposure, held.severity, _amounts_to_json(held.amounts))


def exposure_from_row(row: Row) -> EmployeeExposure:
    """The exposure of the values of EXPOSURE_COLUMNS."""
    account, employee, live_tie_count, single_held_count, exposure, severity, amounts = row
    figures = (live_tie_count, single_held_count, exposure, severity)
    return EmployeeExposure(account, employee, *figures, _amounts_from_json(amounts))


def _amounts_to_json(amounts: Iterable[CurrencyAmount]) -> str:
    return orjson.dumps([[currency, float(value)] for currency, value in amounts]).decode()


def _amounts_from_json(text: str) -> tuple[CurrencyAmount, ...]:
    return tuple([CurrencyAmount(*amount) for amount in orjson.loads(text)])
