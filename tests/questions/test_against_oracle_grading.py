"""The computed grade of a customer among a random portfolio, against the oracle."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.customer_figures import CustomerFigures
from graph.policy import Policy
from queries.grading import GRADING, GradingParams
from tests.oracle import grading
from tests.oracle.oracle import Oracle
from tests.oracle.world import World, by_key
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import DAYS, RANDOM, WORLDS, assert_same_terms, near, seen

MONEY = st.sampled_from([None, 0.0, 500.0, 700.0, 1_000.0, 1_000.0, 9_000.0, 30_000.0])
OTHERS = st.lists(
    st.builds(
        CustomerFigures,
        st.just("other"),
        MONEY,
        MONEY,
        st.sampled_from([None, "CNY", "CNY", "EUR", "USD"]),
        st.sampled_from([None, 1, 2, 3, 4, 5]),
    ),
    max_size=8,
)


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS, OTHERS)
def test_the_computed_grade(
    world: World, policy: Policy, company: str, as_of: str, others: list[CustomerFigures]
) -> None:
    oracle = Oracle(world, policy, as_of, company)
    root: Any = by_key(world, "companies")[oracle.account]
    own = CustomerFigures(
        *(getattr(root, "key" if name == "company" else name) for name in CustomerFigures._fields)
    )
    portfolio = [own, *(each._replace(company=f"other{number}") for number, each in enumerate(others))]
    params = GradingParams(company=company, portfolio=tuple(portfolio))
    found = GRADING.combine([GRADING.part(seen(oracle), params)], params)
    terms = grading.terms(oracle.exchange, root, portfolio)
    score = grading.score(oracle.exchange, root, portfolio)
    assert (found.company, found.account, found.entered) == (company, oracle.account, root.grade)
    assert_same_terms(found.terms, terms)
    assert found.score == (None if score is None else near(score))
    assert found.computed == grading.grade(policy, score)
    assert found.completeness == near(sum(value is not None for value, _ in terms.values()) / 5)
    assert {each.name: each.quadrant for each in found.matrices} == grading.quadrants(
        oracle.exchange, root, portfolio
    )
