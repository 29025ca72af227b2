"""Rates and sums against arithmetic by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model.companies import Company
from graph.model.deals import DecisionRole, Opportunity
from graph.model.exchange_rates import Rate
from graph.policy import Policy
from tests.oracle import grading, index
from tests.oracle.money import Amount, Exchange, added, largest, money_of
from tests.oracle.oracle import Oracle
from tests.oracle.test_oracle_itself import T, small_world

_POLICY = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0, "GBP": 9.0})
_DATED = (
    Rate(currency="EUR", on="2026-01-01", rate=7.5),
    Rate(currency="EUR", on="2026-03-31", rate=7.7),
    Rate(currency="EUR", on="2026-04-01", rate=7.9),
    Rate(currency="USD", on="2026-02-01", rate=7.0),
)


def exchange(as_of: str = T, policy: Policy = _POLICY) -> Exchange:
    return Exchange(policy, _DATED, as_of)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2025-12-31", (8.0, None)),
        ("2026-01-01", (7.5, "2026-01-01")),
        ("2026-03-30", (7.5, "2026-01-01")),
        ("2026-03-31", (7.7, "2026-03-31")),
        ("2027-01-01", (7.9, "2026-04-01")),
    ],
)
def test_the_latest_dated_rate_holds_from_its_day_on_and_before_any_the_undated_one(
    as_of: str, expected: tuple[float, str | None]
) -> None:
    assert exchange(as_of).rate("EUR") == expected


def test_the_base_currency_is_itself_and_what_nobody_rated_has_no_rate() -> None:
    found = [exchange().rate(each) for each in ("CNY", "GBP", "JPY", None)]
    assert found == [(1.0, None), (9.0, None), None, None]
    assert exchange("2026-01-31").in_base(10.0, "USD") is None, "rated from February on"
    assert exchange(policy=Policy()).rate("EUR") is None, "rates of no known base currency"
    assert Exchange(_POLICY, (Rate(currency="CNY", on=T, rate=2.0),), T).rate("CNY") == (1.0, None)


def test_a_sum_is_converted_when_every_amount_has_a_rate_with_the_day_of_the_oldest() -> None:
    # 100 + 10 × 7.7 + 10 × 7.0
    converted = exchange().converted
    assert converted({"CNY": 100.0, "EUR": 10.0, "USD": 10.0}) == (pytest.approx(247.0), "2026-02-01")
    assert converted({"EUR": 10.0}) == (pytest.approx(77.0), "2026-03-31")
    assert converted({"EUR": 10.0, "GBP": 10.0}) == (pytest.approx(167.0), "2026-03-31")
    assert converted({"CNY": 1.0, "GBP": 10.0}) == (pytest.approx(91.0), None)
    assert converted({"CNY": 100.0, "JPY": 1.0}) is None
    assert converted({"CNY": 100.0, None: 1.0}) is None
    assert converted({"CNY": 100.0, "JPY": 0.0}) == (100.0, None), "nothing is nothing everywhere"
    assert converted({"JPY": 0.0}) == (0.0, None)
    assert converted({}) is None
    assert exchange(policy=Policy()).converted({"CNY": 100.0}) is None


def test_amounts_add_up_by_currency() -> None:
    amounts = [Amount(0.5, 100.0, "CNY"), Amount(0.1, 100.0, "CNY"), Amount(1.0, None, "EUR")]
    assert money_of([*amounts, Amount(0.5, 3.0, None)]) == {"CNY": pytest.approx(60.0), None: 1.5}
    assert added([{"CNY": 1.0}, {}, {"CNY": 2.0, "EUR": 4.0}]) == {"CNY": 3.0, "EUR": 4.0}


def test_the_largest_is_told_in_the_base_currency_where_that_is_known() -> None:
    assert largest(exchange(), [{"CNY": 70.0}, {"EUR": 10.0}, {"JPY": 9e9}, {}]) == [{"EUR": 10.0}]
    assert largest(exchange(), [{"JPY": 1.0}, {"JPY": 2.0}, {}]) == [{"JPY": 2.0}]
    assert largest(exchange(), [{"JPY": 1.0}, {"CHF": 2.0}]) == [{"JPY": 1.0}, {"CHF": 2.0}], "nobody can tell"
    assert largest(exchange(), [{}, {}]) == [{}]


def test_zero_is_the_largest_only_where_there_is_nothing_else() -> None:
    assert largest(exchange(), [{"CNY": 0.0}, {"JPY": 1.0}, {}]) == [{"JPY": 1.0}]
    assert largest(exchange(), [{}, {"CNY": 0.0}]) == [{"CNY": 0.0}]


def test_deals_are_weighed_and_customers_compared_by_the_rates_of_the_day() -> None:
    world = small_world()
    world["opportunities"] = [
        Opportunity(key="deal", company="acme", name="", value=60.0, currency="CNY"),
        Opportunity(key="other", company="acme", name="", value=20.0, currency="USD"),
    ]
    world["rates"] = list(_DATED)
    world["decision_roles"].append(
        DecisionRole(person="boss", opportunity="other", stage="APPROVAL", part="LEADS")
    )
    weights = {
        day: {each.opportunity: each.weight for each in index.key_terms(oracle)}
        for day in ("2026-01-31", T)
        for oracle in [Oracle(world, _POLICY, day, "acme")]
    }
    assert weights["2026-01-31"] == {"deal": 0.5, "other": 0.5}, "they cannot be compared yet"
    assert weights[T] == {"deal": pytest.approx(0.3), "other": pytest.approx(0.7)}
    customers = [
        Company(key="a", name="", side="CUSTOMER", annual_value=60.0, currency="CNY"),
        Company(key="b", name="", side="CUSTOMER", annual_value=20.0, currency="USD"),
    ]
    quintiles = {
        day: [grading.terms(exchange(day), each, customers)["present_value"][0] for each in customers]
        for day in ("2026-01-31", T)
    }
    assert quintiles == {"2026-01-31": [5, 5], T: [3, 5]}
