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
from graph.rates import Rates
from queries.account_view import AccountView
from queries.money import MoneyAtRisk
from queries.terms import Term
from tests.oracle.account_records import account_records
from tests.oracle.busy_worlds import busy_worlds
from tests.oracle.coverage import line_of
from tests.oracle.leaving import first_day_without
from tests.oracle.money import Exchange, Money, added, without_nothing
from tests.oracle.oracle import Oracle
from tests.oracle.people import is_ours, is_present
from tests.oracle.random_days import AS_OF, day
from tests.oracle.terms import Terms
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES, worlds

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
_RATED = {"base_currency": "CNY", "rates": {"EUR": 8.0, "USD": 7.0}}
CONVERTING = st.one_of(
    POLICIES,
    POLICIES.map(lambda policy: replace(policy, base_currency="CNY")),
    POLICIES.map(lambda policy: replace(policy, **_RATED)),
)
"""Policies, most of them with a base currency: money in it orders what is alike otherwise."""
Ranked = Sequence[tuple[float, tuple[str, ...]]]


def near(value: object) -> object:
    """The same to 1e-9, whatever the size."""
    return pytest.approx(value, rel=EQUAL, abs=EQUAL)


def seen(oracle: Oracle) -> AccountView:
    """The oracle's account as the product sees it."""
    graph = account_on(account_records(oracle.world, oracle.account), date.fromisoformat(oracle.as_of))
    return AccountView(graph, oracle.policy, Rates.of(oracle.world["rates"]))


def assert_ranked(rows: Ranked) -> None:
    """Largest first; what differs by rounding alone goes by its keys."""
    for (one, its_keys), (other, other_keys) in pairwise(rows):
        assert one > other + EQUAL or (abs(one - other) <= EQUAL and its_keys < other_keys), (its_keys, other_keys)


def assert_most_exposed_first(oracle: Oracle, contacts: Sequence[str]) -> None:
    """By the largest share of an open decision, then by key; nobody twice."""
    assert_ranked([(oracle.largest_share([contact]), (contact,)) for contact in contacts])


def assert_same_terms(found: Iterable[Term], expected: Terms) -> None:
    """The same terms in the same order, unknown ones included."""
    terms = {term.name: term for term in found}
    assert list(terms) == list(expected)
    for name, (value, weight) in expected.items():
        assert terms[name].weight == near(weight)
        assert terms[name].value == (value if value is None else near(value)), name


def assert_same_money(money: MoneyAtRisk, expected: Money, exchange: Exchange) -> None:
    """The amounts come in their own currencies; what is zero may be left out of them."""
    assert is_same_money(money, expected, exchange), (money, expected)


def is_same_money(money: MoneyAtRisk, expected: Money, exchange: Exchange) -> bool:
    """As `assert_same_money` says."""
    found = added({part.currency: part.value} for part in money.amounts)
    if without_nothing(found) != near(without_nothing(expected)):
        return False
    whole = shown_sum(expected, exchange)
    if whole is None:
        return money.value is None
    if not without_nothing(expected):
        return bool(money.value == near(0))
    is_same_sum = (money.currency, money.value) == (whole[0], near(whole[1]))
    is_converted = exchange.converted(expected) is not None
    converted_on = money.rates_on and money.rates_on.isoformat()
    return (
        is_same_sum and money.is_in_base_currency == is_converted and converted_on == rates_on(expected, exchange)
    )


def rates_on(money: Money, exchange: Exchange) -> str | None:
    """The day of the oldest dated rate that the sum was converted by."""
    converted = exchange.converted(money)
    return None if converted is None else converted.rate_on


def shown_sum(money: Money, exchange: Exchange) -> tuple[str | None, float] | None:
    """In the base currency when every amount has a rate, in the one currency of all, else nothing."""
    converted = exchange.converted(money)
    if converted is not None:
        return exchange.policy.base_currency, converted.value
    at_risk = without_nothing(money)
    if not money or len(at_risk) > 1:
        return None
    return next(iter(at_risk.items()), (None, 0.0))


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
