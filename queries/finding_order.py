"""The one order of findings: the worst first, whatever question tells them.

Severity, then the share of the decision (the exposure), then money in the base currency, then account, subject,
kind and id. Money that is not known in the base currency comes after money that is; what differs by rounding is
equal.
"""

from __future__ import annotations

from graph.model.words import SEVERITY_ORDER, Severity
from queries.algorithms.rank_text import rank_text
from queries.algorithms.thresholds import as_ordered
from queries.money import MoneyAtRisk

_MOST_SEVERE = SEVERITY_ORDER[Severity.CRITICAL]


def worst_first(severity: str | None, share: float | None, money: MoneyAtRisk) -> tuple[str, float, int, float]:
    """How bad something is, as parts of a rank: the least is the worst. Without a severity it comes last."""
    return *worst_without_money(severity, share), *money.rank


def worst_without_money(severity: str | None, share: float | None) -> tuple[str, float]:
    """The parts of the same rank that come before the money."""
    below_worst = _MOST_SEVERE + 1 if severity is None else _MOST_SEVERE - SEVERITY_ORDER[severity]
    return str(below_worst), -as_ordered(share or 0.0)


def finding_rank(
    *,
    severity: str,
    share: float | None,
    money: MoneyAtRisk,
    account: str,
    subject: str,
    stage: str | None,
    kind: str,
    id: str,
) -> str:
    """The finding's place among all of them, as text that sorts by code point."""
    return rank_text(*worst_first(severity, share, money), account, subject, stage or "", kind, id)


def by_money(money: MoneyAtRisk, rank: str) -> str:
    """The place of what has that rank when the most money comes first."""
    return rank_text(*money.rank) + rank
