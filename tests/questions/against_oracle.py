"""What comparisons of questions with the oracle share: worlds and days to ask about, and how numbers compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from graph.account_graph import Member, account_on
from graph.policy import Policy
from queries.account_view import AccountView
from queries.money import MoneyAtRisk
from queries.terms import Term
from tests.oracle.account_records import account_records
from tests.oracle.busy_worlds import busy_worlds
from tests.oracle.coverage import line_of
from tests.oracle.failure import Money
from tests.oracle.leaving import first_day_without
from tests.oracle.oracle import Oracle
from tests.oracle.people import is_ours, is_present
from tests.oracle.random_days import AS_OF, day
from tests.oracle.terms import Terms
from tests.oracle.world import World
from tests.oracle.worlds import worlds

EQUAL = 1e-9
ACCOUNTS = ("group", "stranger")
"""The accounts of every random world, in order of their keys."""

RANDOM = settings(
    max_examples=60,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WORLDS = st.one_of(busy_worlds(), busy_worlds(), busy_worlds(), worlds())
DAYS = st.sampled_from([AS_OF, AS_OF, AS_OF, day(-366), day(-91), day(-20), day(1), day(40)])
Ranked = Sequence[tuple[float, tuple[str, ...]]]


def near(value: object) -> object:
    """The same to 1e-9, whatever the size."""
    return pytest.approx(value, rel=EQUAL, abs=EQUAL)


def seen(oracle: Oracle) -> AccountView:
    """The oracle's account as the product sees it."""
    graph = account_on(account_records(oracle.world, oracle.account), date.fromisoformat(oracle.as_of))
    return AccountView(graph, oracle.policy)


def assert_ranked(rows: Ranked) -> None:
    """Largest first; what differs by rounding alone goes by its keys."""
    for (one, its_keys), (other, other_keys) in pairwise(rows):
        assert one > other + EQUAL or (abs(one - other) <= EQUAL and its_keys < other_keys), (its_keys, other_keys)


def assert_same_terms(found: Iterable[Term], expected: Terms) -> None:
    """The same terms in the same order, unknown ones included."""
    terms = {term.name: term for term in found}
    assert list(terms) == list(expected)
    for name, (value, weight) in expected.items():
        assert terms[name].weight == near(weight)
        assert terms[name].value == (value if value is None else near(value)), name


def assert_same_money(money: MoneyAtRisk, expected: Money, policy: Policy) -> None:
    """The amounts come in their own currencies; what is zero may be left out of them."""
    converted: Money = {}
    for part in money.amounts:
        in_base = policy.in_base_currency(part.value, part.currency)
        kept = part.currency if in_base is None else policy.base_currency
        converted[kept] = converted.get(kept, 0.0) + (part.value if in_base is None else in_base)
    at_risk = {currency: value for currency, value in expected.items() if value > EQUAL}
    assert {key: value for key, value in converted.items() if value > EQUAL} == near(at_risk)
    if not expected or len(at_risk) > 1:
        assert money.value is None
    elif at_risk:
        assert {money.currency: money.value} == near(at_risk)
        assert money.is_in_base_currency == (policy.base_currency in at_risk and money.currency is not None)
    else:
        assert money.value == near(0)


def money_rank(money: Money, policy: Policy) -> tuple[int, float]:
    """The most money in the base currency first; what is not known in it comes last, whatever it is called."""
    at_risk = {currency: value for currency, value in money.items() if value > EQUAL}
    is_known = bool(money) and policy.base_currency is not None and set(at_risk) <= {policy.base_currency}
    return (0, -sum(at_risk.values())) if is_known else (1, 0.0)


def assert_in_order(places: Iterable[tuple[float | str, ...]]) -> None:
    """Each place is not behind the next one; numbers that differ by rounding are equal."""
    for one, other in pairwise(places):
        for here, there in zip(one, other, strict=True):
            if isinstance(here, str) or isinstance(there, str):
                is_equal = here == there
            else:
                is_equal = abs(here - there) <= EQUAL
            if not is_equal:
                assert here < there
                break


def colleagues_in(oracle: Oracle) -> tuple[Member, ...]:
    """All present people of ours who are not employees of the account, as the asker would name them."""
    others = {each.key for each in oracle.world["people"]} - set(oracle.employees)
    ours = [each for each in sorted(others) if is_ours(oracle.world, each, oracle.as_of)]
    return tuple(_member(oracle, each) for each in ours if is_present(oracle.world, each, oracle.as_of))


def _member(oracle: Oracle, key: str) -> Member:
    place = oracle.workplaces[key]
    line = line_of(oracle.world, place)
    since = first_day_without(oracle.world, replace(oracle.policy, leaving_horizon_days=10**6), key, oracle.as_of)
    return Member(
        key=key,
        name=None,
        title=None,
        level=place.level,
        company=place.company,
        department=place.department,
        line=line,
        status="ACTIVE",
        tags=(),
        is_present=True,
        is_outsider=False,
        leaves_on=None if since is None else date.fromisoformat(since),
    )


@st.composite
def people_of(draw: Any, world: World) -> tuple[str, ...]:
    """One to four people of either side, ours more often."""
    everyone = sorted(each.key for each in world["people"])
    ours = [each for each in everyone if each.startswith("e")]
    drawn = st.lists(st.sampled_from(ours * 4 + everyone), min_size=1, max_size=4, unique=True)
    return tuple(draw(drawn))
