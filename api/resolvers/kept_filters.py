"""Filters over kept postures and findings, as the store has them, and the account that a company is of."""

from __future__ import annotations

from collections.abc import Sequence

from api.types import portfolio as shown
from graph.errors import QuestionRejected
from graph.model.words import SEVERITY_ORDER, Severity
from graph.posture import PortfolioFilter
from graph.records import COMPANIES
from graph.store import GraphStore


async def account_of(store: GraphStore, company: str) -> str:
    """The company's account; NotInGraph for a key that nobody has, QuestionRejected when it is in none."""
    accounts = await store.find_accounts(COMPANIES, company)
    if not accounts:
        raise QuestionRejected(f"Company {company!r} is not in a customer's account")
    return accounts[0]


def severities(chosen: Sequence[Severity] | None, least: Severity | None) -> tuple[str, ...]:
    """The severities that both let through, () for all of them; QuestionRejected when that is none."""
    if not chosen and least is None:
        return ()
    bound = SEVERITY_ORDER[least or Severity.LOW]
    found = tuple(name for name in chosen or Severity if SEVERITY_ORDER[name] >= bound)
    if not found:
        raise QuestionRejected(f"severity: {', '.join(chosen or ())}: expected one that is {least} or above too")
    return found


def portfolio_filter(wanted: shown.PortfolioFilter | None) -> PortfolioFilter:
    """The filter of accounts."""
    if wanted is None:
        return PortfolioFilter()
    return PortfolioFilter(
        grade=wanted.grade,
        industry=wanted.industry,
        region=wanted.region,
        employee=wanted.employee,
        kinds=tuple(wanted.kind or ()),
        severities=severities(wanted.severity, wanted.min_severity),
        min_value_at_risk=wanted.min_value_at_risk,
        currency=wanted.currency,
        text=wanted.text,
    )
