"""Grading 客户分级: which grade would a customer have by its figures, beside the one that was entered?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Annotated

from graph.customer_figures import CustomerFigures, figures_of
from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES
from graph.model.masks import Mask
from graph.model.shown import said, word
from graph.model.word import Words
from graph.model.words import Grade
from graph.policy import Policy
from graph.rates import Conversion
from queries.account_view import AccountView
from queries.algorithms.thresholds import reaches
from queries.heading import Account, CompanyAskedAbout, CompanyKey, DayShown, PolicyVersion, Revision
from queries.needs import CustomerFiguresOfAll, Need
from queries.question import Params, Question, Scope, single
from queries.terms import Term, weighted_mean

_STEPS = 5


class GradingMatrix(Words):
    """A matrix of two figures of a customer."""

    INFLUENCE_VOLUME = (
        "INFLUENCE_VOLUME",
        "Influence and volume",
        "影响力与业务量",
        "Influence in the industry × yearly business: S, A, B, C.",
    )
    PRESENT_POTENTIAL = (
        "PRESENT_POTENTIAL",
        "Present and potential",
        "现状与潜力",
        "Present × potential yearly business: first to fourth class.",
    )


class GradingQuadrant(Words):
    """A place in a grading matrix."""

    S = "S", "Strategic", "战略", "High influence, high volume."
    A = "A", "Partner", "伙伴", "High influence, low volume."
    B = "B", "Ordinary", "普通", "Low influence, high volume."
    C = "C", "General", "一般", "Low influence, low volume."
    FIRST = "FIRST", "First class", "一类", "High now, high potential."
    SECOND = "SECOND", "Second class", "二类", "High now, low potential."
    THIRD = "THIRD", "Third class", "三类", "Low now, high potential."
    FOURTH = "FOURTH", "Fourth class", "四类", "Low now, low potential."


_QUADRANTS = {
    GradingMatrix.INFLUENCE_VOLUME: {
        (True, True): GradingQuadrant.S,
        (True, False): GradingQuadrant.A,
        (False, True): GradingQuadrant.B,
        (False, False): GradingQuadrant.C,
    },
    GradingMatrix.PRESENT_POTENTIAL: {
        (True, True): GradingQuadrant.FIRST,
        (True, False): GradingQuadrant.SECOND,
        (False, True): GradingQuadrant.THIRD,
        (False, False): GradingQuadrant.FOURTH,
    },
}
"""The quadrant by whether x and y are high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingParams(Params):
    """The company; the answer is about its account. `portfolio` are the figures of every account."""

    company: CompanyKey
    portfolio: tuple[CustomerFigures, ...] = ()


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A customer's place in a matrix of two figures, halved at the portfolio's medians.

    INFLUENCE_VOLUME: industry influence (x) and annual value (y); quadrants S (both high), A (influence alone),
    B (volume alone), C. PRESENT_POTENTIAL: annual value (x) and potential value (y); FIRST (both high), SECOND
    (present alone), THIRD (potential alone), FOURTH. High is at or above the median of the accounts where it is
    known; of money, of those that it can be compared with.
    """

    name: Annotated[GradingMatrix, said("The matrix.")]
    quadrant: Annotated[
        GradingQuadrant | None,
        said("The place; null when one of the figures is not known.", mask=Mask.MONEY),
    ]
    x_is_high: Annotated[bool | None, said("Whether the first figure is in the upper half.", mask=Mask.MONEY)]
    y_is_high: Annotated[bool | None, said("Whether the second figure is in the upper half.", mask=Mask.MONEY)]


@dataclass(frozen=True, slots=True)
class Grading:
    """The grade that a customer would have by its figures, beside the entered one.

    It is about the account's root company. strategic_fit, industry_influence and credit are as entered;
    present_value and potential_value are the fifth of the accounts that the annual and the potential value are in,
    5 the highest. `completeness` is the known part of the five.
    """

    company: CompanyAskedAbout
    account: Account
    as_of: DayShown
    revision: Revision
    policy_version: PolicyVersion
    entered: Annotated[str | None, word(Grade, "The grade that is recorded. It stays.")]
    computed: Annotated[
        str | None, word(Grade, "The grade by the score; null when nothing is known.", mask=Mask.MONEY)
    ]
    score: Annotated[
        float | None,
        said("From 1 to 5: the mean of the known terms by weight.", mask=Mask.MONEY),
    ]
    completeness: Annotated[float, said("Known part of what went in, 0 to 1.", mask=Mask.MONEY)]
    terms: Annotated[tuple[Term, ...], said("The terms of the score, 1 to 5 each.", mask=Mask.MONEY)]
    matrices: Annotated[tuple[Quadrant, ...], said("Influence × volume, and present × potential value.")]


def answer(view: AccountView, params: GradingParams) -> Grading:
    """The grading of the company's account; NotInGraph when the company is not of this account."""
    graph = view.graph
    if params.company not in graph.companies:
        raise NotInGraph("Company", params.company)
    root = graph.companies[graph.account]
    own = figures_of(root)
    portfolio = [own, *(figures for figures in params.portfolio if figures.company != own.company)]
    present = _comparable(portfolio, lambda figures: figures.annual_value, view.conversion)
    potential = _comparable(portfolio, lambda figures: figures.potential_value, view.conversion)
    influence = [float(each.industry_influence) for each in portfolio if each.industry_influence is not None]
    values = {
        "strategic_fit": root.strategic_fit,
        "industry_influence": root.industry_influence,
        "credit": root.credit,
        "present_value": _fifth(present),
        "potential_value": _fifth(potential),
    }
    weights = view.policy.grading_weights
    terms = tuple(Term(n, None if v is None else float(v), weights[n]) for n, v in values.items())
    score = weighted_mean(terms)
    influence_is_high = _is_high(influence) if own.industry_influence is not None else None
    return Grading(
        company=params.company,
        account=graph.account,
        as_of=graph.as_of,
        revision=graph.revision,
        policy_version=params.policy_version,
        entered=root.grade,
        computed=None if score is None else _grade(score, view.policy),
        score=score,
        completeness=sum(term.value is not None for term in terms) / len(terms),
        terms=terms,
        matrices=(
            _quadrant(GradingMatrix.INFLUENCE_VOLUME, influence_is_high, _is_high(present)),
            _quadrant(GradingMatrix.PRESENT_POTENTIAL, _is_high(present), _is_high(potential)),
        ),
    )


def _comparable(
    portfolio: Sequence[CustomerFigures],
    value_of: Callable[[CustomerFigures], float | None],
    conversion: Conversion,
) -> list[float]:
    """The first account's value and those it can be compared with: in the base currency, else of its own currency.

    Nothing when the first one's is not known.
    """
    known = [(value, each.currency) for each in portfolio if (value := value_of(each)) is not None]
    if not portfolio or value_of(portfolio[0]) is None:
        return []
    own, own_currency = known[0]
    if conversion.in_base_currency(own, own_currency) is not None:
        converted = (conversion.in_base_currency(value, currency) for value, currency in known)
        return [value for value in converted if value is not None]
    return [value for value, currency in known if currency == own_currency]


def _fifth(values: Sequence[float]) -> int | None:
    """The fifth of all values that the first one is in, 5 the highest; None without any.

    The number of values not above it, as a part of all, times five and rounded up.
    """
    if not values:
        return None
    not_above = sum(value <= values[0] for value in values)
    return -(-_STEPS * not_above // len(values))


def _is_high(values: Sequence[float]) -> bool | None:
    """Whether the first value is at or above the median of all; None without any."""
    return values[0] >= median(values) if values else None


def _grade(score: float, policy: Policy) -> Grade:
    """The highest grade whose bound the score reaches, give or take rounding; C below all of them."""
    bounds = policy.grading_bounds
    return next((grade for grade in Grade if grade in bounds and reaches(score, bounds[grade])), Grade.C)


def _quadrant(matrix: GradingMatrix, x: bool | None, y: bool | None) -> Quadrant:
    is_known = x is not None and y is not None
    return Quadrant(matrix, _QUADRANTS[matrix][bool(x), bool(y)] if is_known else None, x, y)


GRADING: Question[GradingParams, Grading, Grading] = Question(
    name="grading",
    sentence=Told(
        "Which grade would the customer have by its figures, beside the one that was entered?",
        "按各项数据，客户应为哪一等级，与已录入的等级相比如何？",
    ),
    params=GradingParams,
    answer=Grading,
    needs=(Need(lambda params: CustomerFiguresOfAll(), into="portfolio"),),
    scope=lambda params: Scope(COMPANIES, params.company),
    part=answer,
    combine=single,
)
