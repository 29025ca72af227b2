"""The orders of lists, by rows that differ in one thing each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.model.deals import Opportunity
from graph.model.exchange_rates import Rate
from graph.model.record import as_dict
from graph.policy import Policy
from tests.oracle import departure, posture
from tests.oracle.failure import choke_points, single_held_relationships
from tests.oracle.money import Exchange, Money
from tests.oracle.oracle import Oracle
from tests.oracle.orders import (
    Place,
    in_order,
    misplaced,
    of_account,
    of_employee,
    of_loss,
    of_point,
    place,
)
from tests.oracle.posture import Exposure
from tests.oracle.test_oracle_itself import T, asked, small_world

RATED = Exchange(replace(Policy(), base_currency="CNY"), (Rate(currency="USD", on=T, rate=7.0),), T)


def row(key: str, severity: str | None, share: float, money: Money, exchange: Exchange = RATED) -> Place:
    return place(exchange, severity, share, money, (key,))


def keys(rows: list[Place]) -> list[str]:
    return [each.keys[0] for each in in_order(rows)]


def test_severity_then_share_then_money_in_the_base_currency_then_key() -> None:
    rows = [
        row("h", "CRITICAL", 0.9, {"CNY": 1.0, "EUR": 9e6}),
        row("g", "CRITICAL", 0.8, {"USD": 9e6}),
        row("f", "HIGH", 0.5, {"USD": 10.0}),
        row("e", "HIGH", 0.5, {"CNY": 69.0}),
        row("d", "HIGH", 0.5, {"CNY": 0.0}),
        row("a", "HIGH", 0.5, {"EUR": 1e9}),
        row("b", "HIGH", 0.5, {"AED": 1.0}),
        row("c", "HIGH", 0.5, {}),
        row("A", None, 0.7, {"CNY": 1.0}),
    ]
    assert keys(rows[::-1]) == ["h", "g", "f", "e", "d", "a", "b", "c", "A"]
    assert misplaced(rows) == []
    assert len(misplaced(rows[::-1])) == len(rows) - 1


def test_without_a_base_currency_no_money_orders_anything() -> None:
    nowhere = Exchange(Policy(), (), T)
    rows = [row("b", "HIGH", 0.5, {"CNY": 1e9}, nowhere), row("a", "HIGH", 0.5, {"CNY": 1.0}, nowhere)]
    assert keys(rows) == ["a", "b"]


def test_what_differs_by_rounding_alone_is_equal() -> None:
    rows = [row("b", "HIGH", 0.5 + 1e-12, {"CNY": 1e9 + 1e-4}), row("a", "HIGH", 0.5, {"CNY": 1e9})]
    assert keys(rows) == ["a", "b"]
    assert misplaced(rows[::-1]) == []


def test_single_points_are_ranked_across_all_kinds() -> None:
    oracle = asked(small_world())
    places = in_order(
        of_point(oracle, each) for each in [*single_held_relationships(oracle), *choke_points(oracle)]
    )
    # 0.55 both, the deputy with the boss, and the engineer's own share: LOW
    assert [(each.severity, *each.keys[1:]) for each in places] == [
        ("HIGH", "anna", "", "CHOKE_POINT"),
        ("HIGH", "engineer", "", "CHOKE_POINT"),
        ("HIGH", "deputy", "", "CHOKE_POINT"),
        ("LOW", "engineer", "", "SINGLE_HELD"),
    ]


def test_an_account_is_placed_by_the_worst_that_is_found_about_it() -> None:
    world = small_world()
    rated = Oracle(world, RATED.policy, T, "acme")
    assert of_account(rated) == ("HIGH", pytest.approx(0.55), pytest.approx(550.0), ("acme",))
    world["opportunities"][0] = Opportunity(key="deal", company="acme", name="Deal", value=1000.0, currency="EUR")
    assert of_account(Oracle(world, RATED.policy, T, "acme")).money is None


def test_of_several_accounts_one_of_ours_has_the_largest_exposure_and_all_the_money() -> None:
    world = small_world()
    elsewhere = {kind: [named_otherwise(each) for each in records] for kind, records in small_world().items()}
    world = {
        kind: [*records, *(each for each in elsewhere[kind] if each not in records)]
        for kind, records in world.items()
    }
    world["opportunities"][1] = world["opportunities"][1].replace(value=10.0, currency="USD")
    world["rates"] = list(RATED.dated)
    oracles = [Oracle(world, RATED.policy, T, account) for account in ("acme", "other-acme")]
    found = posture.by_employee(oracles)
    money = {"CNY": pytest.approx(550.0), "USD": pytest.approx(5.5)}
    assert found == {"anna": Exposure(2, 2, pytest.approx(0.55), "HIGH", money)}
    assert of_employee(RATED, "anna", found["anna"]).money == pytest.approx(550.0 + 38.5)
    assert of_employee(Exchange(RATED.policy, (), T), "anna", found["anna"]).money is None


def named_otherwise(record: Any) -> Any:
    """The record with everything of theirs named otherwise."""
    theirs = {"acme", "acme/all", "acme/tech", "acme/lab", "boss", "deputy", "engineer", "deal"}
    said = {
        name: f"other-{value}"
        for name, value in as_dict(record).items()
        if isinstance(value, str) and value in theirs
    }
    return record.replace(**said)


def test_of_a_departure_the_most_severe_loss_comes_before_a_larger_one_of_less_severity() -> None:
    strict = replace(RATED.policy, severity_bands={**RATED.policy.severity_bands, "CRITICAL": 0.42})
    mild, severe = (Oracle(small_world(), policy, T, "acme") for policy in (RATED.policy, strict))
    places = [of_loss(severe, 0.45, {}), of_loss(mild, 0.6, {})]
    assert [each.severity for each in places] == ["CRITICAL", "HIGH"]
    assert in_order(places[::-1]) == places


def test_of_a_departure_the_account_that_loses_the_largest_share_comes_first() -> None:
    oracle = Oracle(small_world(), RATED.policy, T, "acme")
    losing = departure.impact(oracle, {"anna"})
    places = [
        of_loss(oracle, losing.share_lost, losing.money),
        of_loss(oracle, 0.2, {"CNY": 9e9}),
        of_loss(oracle, 0.0, {"CNY": 0.0}),
        of_loss(oracle, 0.0, {}),
    ]
    assert in_order(places[::-1]) == places
