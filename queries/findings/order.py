"""The one order of findings: the worst first, whatever question tells them.

Severity, then the share of the decision (the exposure), then money in the base currency, then account, subject,
stage, kind and id. Money that is not known in the base currency comes after money that is; what differs by
rounding is equal.
"""

from __future__ import annotations

from graph.model.words import SEVERITY_ORDER, Severity
from graph.posture import Place
from graph.rank_text import rank_text
from queries.algorithms.thresholds import as_ordered
from queries.money import MoneyAtRisk

_MOST_SEVERE = SEVERITY_ORDER[Severity.CRITICAL]
_NOT_KNOWN = "~"
FINDING_PARTS = 7
"""How many texts the place of a finding has."""
CAUSE_PARTS = 6
"""How many the place of a cause has."""


def worst_first(severity: str | None, share: float | None, money: MoneyAtRisk) -> tuple[str, float, int, float]:
    """How bad something is, as parts of a rank: the least is the worst. Without a severity it comes last."""
    return *worst_without_money(severity, share), *money.rank


def worst_without_money(severity: str | None, share: float | None) -> tuple[str, float]:
    """The parts of the same rank that come before the money."""
    below_worst = _MOST_SEVERE + 1 if severity is None else _MOST_SEVERE - SEVERITY_ORDER[severity]
    return str(below_worst), -as_ordered(share or 0.0)


def worth(severity: str, share: float | None) -> str:
    """How bad something is but for the money, as text that sorts by code point, the worst first."""
    return rank_text(*worst_without_money(severity, share))


def money_worth(money: MoneyAtRisk) -> str:
    """How much money is at stake, as text that sorts by code point, the most first."""
    is_not_known, least = money.rank
    return _NOT_KNOWN if is_not_known else rank_text(least)


def finding_place(
    *,
    severity: str,
    share: float | None,
    money: MoneyAtRisk,
    account: str,
    subject: str,
    stage: str | None,
    kind: str,
    id: str,
) -> Place:
    """The finding's place among all of them."""
    return worth(severity, share), money_worth(money), account, subject, stage or "", kind, id
