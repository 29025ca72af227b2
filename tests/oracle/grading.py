"""Which grade a customer would have by its figures, and its places in both matrices (section 8)."""

from __future__ import annotations

from math import ceil
from statistics import median
from typing import Any

from graph.policy import Policy
from tests.oracle.money import Exchange
from tests.oracle.terms import Terms, renormalised

_MATRICES = {
    "INFLUENCE_VOLUME": ("industry_influence", "annual_value", ("S", "A", "B", "C")),
    "PRESENT_POTENTIAL": ("annual_value", "potential_value", ("FIRST", "SECOND", "THIRD", "FOURTH")),
}


def terms(exchange: Exchange, company: Any, portfolio: list[Any]) -> Terms:
    """1 to 5 each; companies are records or anything with the same figures."""
    values = {
        "strategic_fit": company.strategic_fit,
        "industry_influence": company.industry_influence,
        "credit": company.credit,
        "present_value": _quintile(exchange, company, portfolio, "annual_value"),
        "potential_value": _quintile(exchange, company, portfolio, "potential_value"),
    }
    return {
        name: (None if value is None else float(value), exchange.policy.grading_weights[name])
        for name, value in values.items()
    }


def score(exchange: Exchange, company: Any, portfolio: list[Any]) -> float | None:
    """The weighted mean of what is known."""
    return renormalised(terms(exchange, company, portfolio))


def grade(policy: Policy, score: float | None) -> str | None:
    """S, A or B from its bound on, else C."""
    if score is None:
        return None
    reached = [each for each in ("S", "A", "B") if score >= policy.grading_bounds[each] - 1e-9]
    return reached[0] if reached else "C"


def quadrants(exchange: Exchange, company: Any, portfolio: list[Any]) -> dict[str, str | None]:
    """By the portfolio's medians: at or above is high."""
    found = {}
    for name, (first, second, quadrant) in _MATRICES.items():
        halves = [_is_high(exchange, company, portfolio, each) for each in (first, second)]
        known = None not in halves
        found[name] = quadrant[2 * (not halves[0]) + (not halves[1])] if known else None
    return found


def _figures(
    exchange: Exchange, company: Any, portfolio: list[Any], name: str
) -> tuple[float, list[float]] | None:
    """The company's figure and those of all that can be compared with it, its own included."""
    own = getattr(company, name)
    if own is None:
        return None
    if name == "industry_influence":
        return own, [value for each in portfolio if (value := getattr(each, name)) is not None]
    in_base = exchange.in_base(own, company.currency)
    if in_base is not None:
        converted = [
            exchange.in_base(value, each.currency)
            for each in portfolio
            if (value := getattr(each, name)) is not None
        ]
        return in_base, [value for value in converted if value is not None]
    same = [each for each in portfolio if each.currency == company.currency]
    return own, [value for each in same if (value := getattr(each, name)) is not None]


def _quintile(exchange: Exchange, company: Any, portfolio: list[Any], name: str) -> int | None:
    found = _figures(exchange, company, portfolio, name)
    if found is None:
        return None
    own, those = found
    return ceil(5 * sum(value <= own for value in those) / len(those)) if those else None


def _is_high(exchange: Exchange, company: Any, portfolio: list[Any], name: str) -> bool | None:
    found = _figures(exchange, company, portfolio, name)
    return None if found is None or not found[1] else found[0] >= median(found[1])
