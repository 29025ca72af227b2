"""Grading: scores by hand, fifths and medians of small portfolios, and what cannot be compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.account_graph import account_on
from graph.customer_figures import CustomerFigures
from graph.errors import NotInGraph
from graph.model.companies import Company
from graph.model.words import Side
from graph.policy import Policy
from queries.account_view import AccountView
from queries.grading import GRADING, Grading, GradingParams
from tests.oracle.account_records import account_records
from tests.oracle.world import world_of
from tests.questions.drawn import DAY

RATES = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})


def graded(
    portfolio: list[CustomerFigures] | None = None,
    policy: Policy | None = None,
    asked: str = "acme",
    **figures: Any,
) -> Grading:
    companies = [
        Company(key="us", name="Us", side=Side.SUPPLIER),
        Company(key="acme", name="Acme", side=Side.CUSTOMER, **figures),
        Company(key="plant", name="Plant", side=Side.CUSTOMER, parent="acme", grade="C", strategic_fit=1),
    ]
    view = AccountView(account_on(account_records(world_of(companies=companies), "acme"), DAY), policy or Policy())
    return GRADING.part(view, GradingParams(company=asked, portfolio=tuple(portfolio or ())))


def other(key: str, annual: float | None = None, potential: float | None = None, **more: Any) -> CustomerFigures:
    return CustomerFigures(key, annual, potential, more.get("currency", "CNY"), more.get("influence"))


def term(answer: Grading, name: str) -> float | None:
    return next(each.value for each in answer.terms if each.name == name)


def quadrants(answer: Grading) -> dict[str, str | None]:
    return {matrix.name: matrix.quadrant for matrix in answer.matrices}


def test_the_score_is_the_weighted_mean_of_what_was_entered_and_of_the_fifths() -> None:
    portfolio = [other(f"c{n}", 100.0 * n, 100.0 * n) for n in range(1, 10)]  # with acme ten accounts
    answer = graded(
        portfolio,
        grade="A",
        strategic_fit=5,
        industry_influence=4,
        credit=3,
        annual_value=950.0,  # above all nine: 10 of 10, the fifth fifth
        potential_value=350.0,  # above three: 4 of 10, the second fifth
        currency="CNY",
    )
    assert [(each.name, each.value) for each in answer.terms] == [
        ("strategic_fit", 5.0),
        ("industry_influence", 4.0),
        ("credit", 3.0),
        ("present_value", 5.0),
        ("potential_value", 2.0),
    ]
    assert answer.score == pytest.approx(0.25 * 5 + 0.15 * 4 + 0.15 * 3 + 0.25 * 5 + 0.20 * 2)  # 3.95
    assert (answer.entered, answer.computed, answer.completeness) == ("A", "A", 1.0)


@pytest.mark.parametrize(
    ("fit", "influence", "credit", "score", "grade"),
    [
        (5, 5, 3, 2.45 / 0.55, "S"),
        (4, 4, 3, 2.05 / 0.55, "A"),
        (4, 1, 2, 1.45 / 0.55, "B"),
        (3, 2, 2, 1.35 / 0.55, "C"),
    ],
)
def test_the_grade_is_the_highest_whose_bound_the_score_reaches(
    fit: int, influence: int, credit: int, score: float, grade: str
) -> None:
    answer = graded(strategic_fit=fit, industry_influence=influence, credit=credit)
    assert answer.score == pytest.approx(score)
    assert answer.computed == grade
    assert answer.completeness == pytest.approx(3 / 5)


def test_a_score_at_a_bound_but_for_rounding_reaches_it() -> None:
    weights = {
        "strategic_fit": 0.6,
        "industry_influence": 0.2,
        "credit": 0.2,
        "present_value": 0,
        "potential_value": 0,
    }
    policy = replace(Policy(), grading_weights=weights)
    assert graded(policy=policy, strategic_fit=5, industry_influence=3, credit=3).computed == "S"  # 3 + 0.6 + 0.6


def test_without_any_figure_there_is_no_grade_and_the_entered_one_stays() -> None:
    answer = graded([other("c", 5.0, 5.0, influence=3)], grade="S")
    assert (answer.entered, answer.computed, answer.score, answer.completeness) == ("S", None, None, 0.0)
    assert quadrants(answer) == {"INFLUENCE_VOLUME": None, "PRESENT_POTENTIAL": None}


def test_unknown_inputs_give_their_weight_to_the_others() -> None:
    answer = graded(strategic_fit=4, credit=2)
    assert answer.score == pytest.approx((0.25 * 4 + 0.15 * 2) / 0.40)
    assert answer.completeness == pytest.approx(2 / 5)


@pytest.mark.parametrize(("value", "fifth"), [(10.0, 1), (20.0, 2), (30.0, 3), (40.0, 4), (50.0, 5), (5.0, 1)])
def test_a_fifth_is_told_by_how_many_accounts_are_not_above(value: float, fifth: int) -> None:
    portfolio = [other(f"c{n}", 10.0 * n) for n in range(1, 6) if 10.0 * n != value]
    portfolio = portfolio if value != 5.0 else portfolio[:4]
    assert term(graded(portfolio, annual_value=value, currency="CNY"), "present_value") == fifth


def test_equal_accounts_are_all_in_the_highest_fifth() -> None:
    portfolio = [other(f"c{n}", 10.0) for n in range(4)]
    assert term(graded(portfolio, annual_value=10.0, currency="CNY"), "present_value") == 5.0


def test_amounts_are_compared_in_the_base_currency_or_else_within_their_own() -> None:
    portfolio = [other("rich", 100.0, currency="EUR"), other("poor", 50.0), other("dollars", 1.0, currency="USD")]
    in_yuan = {"annual_value": 200.0, "currency": "CNY"}
    assert term(graded(portfolio, RATES, **in_yuan), "present_value") == 4.0  # 50, 200, 800: 2 of 3
    assert term(graded(portfolio, **in_yuan), "present_value") == 5.0  # 50, 200
    dollars = graded(portfolio, RATES, annual_value=0.5, currency="USD")
    assert term(dollars, "present_value") == 3.0  # 0.5, 1: no rate, hence dollars alone


def test_the_account_itself_counts_once_whatever_the_portfolio_says_of_it() -> None:
    portfolio = [other("acme", 1.0), other("c", 50.0)]
    assert term(graded(portfolio, annual_value=40.0, currency="CNY"), "present_value") == 3.0  # 1 of 2
    assert term(graded(annual_value=40.0, currency="CNY"), "present_value") == 5.0  # alone


@pytest.mark.parametrize(
    ("influence", "annual", "potential", "by_influence", "by_potential"),
    [
        (5, 90.0, 90.0, "S", "FIRST"),
        (5, 10.0, 90.0, "A", "THIRD"),
        (1, 90.0, 10.0, "B", "SECOND"),
        (1, 10.0, 10.0, "C", "FOURTH"),
        (3, 50.0, 50.0, "S", "FIRST"),  # at the median
    ],
)
def test_the_matrices_are_cut_at_the_medians_of_the_portfolio(
    influence: int, annual: float, potential: float, by_influence: str, by_potential: str
) -> None:
    portfolio = [other("low", 20.0, 20.0, influence=2), other("high", 80.0, 80.0, influence=4)]
    answer = graded(
        portfolio, industry_influence=influence, annual_value=annual, potential_value=potential, currency="CNY"
    )
    assert quadrants(answer) == {"INFLUENCE_VOLUME": by_influence, "PRESENT_POTENTIAL": by_potential}


def test_a_matrix_with_one_half_unknown_tells_the_other() -> None:
    answer = graded([other("c", 5.0)], annual_value=10.0, currency="CNY")
    assert [(m.x_is_high, m.y_is_high, m.quadrant) for m in answer.matrices] == [
        (None, True, None),
        (True, None, None),
    ]


def test_a_subsidiary_is_graded_as_its_account() -> None:
    figures = {"grade": "A", "strategic_fit": 4}
    answer, root = graded(asked="plant", **figures), graded(**figures)
    assert (answer.entered, answer.score, answer.terms) == (root.entered, root.score, root.terms)
    assert (answer.company, answer.account) == ("plant", "acme")


def test_a_company_of_another_account_is_refused() -> None:
    with pytest.raises(NotInGraph):
        graded(asked="us")


@given(st.lists(st.floats(0, 1e9), min_size=1, max_size=12), st.floats(0.01, 100))
def test_another_unit_of_money_changes_no_fifth_and_no_half(values: list[float], factor: float) -> None:
    def of(unit: float) -> Grading:
        portfolio = [other(f"c{n}", value * unit) for n, value in enumerate(values[1:])]
        return graded(portfolio, annual_value=values[0] * unit, currency="CNY")

    power_of_two = 2.0 ** round(factor % 20)  # exact in floating point, so that equal stays equal
    assert of(1.0) == of(power_of_two)
