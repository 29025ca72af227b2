"""Dated exchange rates over GraphQL: kept, listed, and shown beside every sum that they converted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.api.conftest import Service, running
from tests.api.world import DAY

UPSERT = """mutation ($input: RateInput!) {
  upsertRate(input: $input) { rate { currency on rate } userErrors { path message code } } }"""
BASE = """mutation ($to: String!) { updatePolicy(input: { actor: "li", changes: [
  { name: "base_currency", text: $to }] }) { version userErrors { path message } } }"""
MONEY = "valueAtRisk currency ratesOn amounts { currency value }"
YUANS = [("CNY", "2026-06-01", 0.125), ("CNY", DAY, 0.25), ("CNY", "2026-07-01", 0.5)]


@pytest.fixture
async def rated() -> AsyncIterator[Service]:
    """The drawn world, whose deal is in CNY, with EUR as the base currency and rates around its day."""
    async with running() as service:
        await service.ask(BASE, to="EUR")
        for currency, on, rate in YUANS:
            await upsert(service, currency=currency, on=on, rate=rate)
        yield service


async def upsert(service: Service, **given: Any) -> dict[str, Any]:
    return (await service.ask(UPSERT, input=given))["upsertRate"]


async def listed(service: Service, arguments: str = "") -> list[tuple[str, str, float]]:
    found = (await service.ask(f"{{ rates{arguments} {{ currency on rate }} }}"))["rates"]
    return [(rate["currency"], rate["on"], rate["rate"]) for rate in found]


def converted(money: dict[str, Any], rate: float, on: str | None) -> bool:
    """Whether it is the amount of CNY in EUR by that rate, said to be of that day; there has to be one."""
    (amount,) = money["amounts"]
    assert amount["currency"] == "CNY"
    assert amount["value"] > 0
    is_right = money["valueAtRisk"] == pytest.approx(amount["value"] * rate)
    return is_right and (money["currency"], money["ratesOn"]) == ("EUR", on)


async def test_rates_are_listed_by_currency_and_day_and_for_a_day_those_that_hold(rated: Service) -> None:
    dollar = ("USD", "2026-06-15", 0.9)
    await upsert(rated, currency="USD", on="2026-06-15", rate=0.9)
    assert await listed(rated) == [*YUANS, dollar]
    assert await listed(rated, '(currency: "CNY")') == YUANS
    assert await listed(rated, '(on: "2026-06-14")') == YUANS[:1]
    assert await listed(rated, f'(on: "{DAY}")') == [YUANS[1], dollar]
    assert await listed(rated, '(currency: "USD", on: "2026-06-14")') == []


@pytest.mark.parametrize(
    ("change", "path", "told"),
    [
        ({"rate": 0}, ["input", "rate"], "above 0"),
        ({"rate": -7.1}, ["input", "rate"], "above 0"),
        ({"currency": "EURO"}, ["input", "currency"], "ISO 4217"),
        ({"rate": None}, ["input", "rate"], "expected a value"),
    ],
    ids=str,
)
async def test_what_is_no_rate_is_refused_by_column(
    rated: Service, change: dict[str, Any], path: list[str], told: str
) -> None:
    payload = await upsert(rated, **{"currency": "USD", "on": "2026-06-02", "rate": 0.9} | change)
    assert payload["rate"] is None
    (error,) = payload["userErrors"]
    assert error["path"] == path
    assert told in error["message"]
    assert await listed(rated) == YUANS


async def test_money_of_an_answer_is_converted_by_the_rate_of_its_day_and_says_which(rated: Service) -> None:
    query = f"""query ($on: Date!) {{ departureImpact(people: ["li", "han"], on: $on) {{ totals {{ {MONEY} }}
      accounts {{ {MONEY} opportunities {{ {MONEY} }} }} }} }}"""
    for on, rate, rates_on in (("2026-06-29", 0.125, "2026-06-01"), (DAY, 0.25, DAY)):
        impact = (await rated.ask(query, on=on))["departureImpact"]
        (account,) = impact["accounts"]
        assert all(converted(each, rate, rates_on) for each in (impact["totals"], account))
        assert all(converted(each, rate, rates_on) for each in account["opportunities"])


async def test_what_is_kept_of_all_accounts_says_the_day_of_its_rates(rated: Service) -> None:
    found = await rated.ask(
        f"""{{ portfolio {{ edges {{ node {{ company {{ key }} {MONEY} }} }} totals {{ {MONEY}
          bySeverity {{ accountCount {MONEY} }} }} }}
        exposureByEmployee {{ edges {{ node {{ {MONEY} accounts {{ {MONEY} }} }} }} }}
        findings {{ edges {{ node {{ {MONEY} }} }} }}
        singlePointsOfFailure {{ edges {{ node {{ {MONEY} }} }} }}
        posture(company: "acme") {{ on {MONEY} }} }}"""
    )
    (acme,) = [edge["node"] for edge in found["portfolio"]["edges"] if edge["node"]["company"]["key"] == "acme"]
    everyone = [edge["node"] for edge in found["exposureByEmployee"]["edges"]]
    shown = [
        *(acme, found["portfolio"]["totals"], *found["portfolio"]["totals"]["bySeverity"]),
        *(everyone, [account for employee in everyone for account in employee["accounts"]]),
        *([edge["node"] for edge in found[name]["edges"]] for name in ("findings", "singlePointsOfFailure")),
        *found["posture"],
    ]
    flat = [money for part in shown for money in (part if isinstance(part, list) else [part])]
    with_money = [money for money in flat if money["amounts"]]
    assert len(with_money) > 10
    assert all(converted(money, 0.25, DAY) for money in with_money)
    assert {money["ratesOn"] for money in flat if not money["amounts"]} <= {None}


async def test_a_rate_that_is_written_makes_what_is_kept_stale_and_one_of_days_to_come_does_not(
    rated: Service,
) -> None:
    async def stale() -> set[bool]:
        edges = (await rated.ask("{ portfolio { edges { node { stale } } } }"))["portfolio"]["edges"]
        return {edge["node"]["stale"] for edge in edges}

    assert await stale() == {False}
    await upsert(rated, currency="CNY", on="2026-07-02", rate=0.75)
    assert await stale() == {False}
    await upsert(rated, currency="CNY", on=DAY, rate=0.26)
    assert await stale() == {True}


async def test_without_a_rate_for_the_day_the_amounts_stay_in_their_currency(rated: Service) -> None:
    query = f'{{ departureImpact(people: ["li", "han"], on: "2026-05-31") {{ totals {{ {MONEY} }} }} }}'
    money = (await rated.ask(query))["departureImpact"]["totals"]
    assert (money["currency"], money["ratesOn"]) == ("CNY", None)
    assert money["valueAtRisk"] == money["amounts"][0]["value"]


async def test_the_base_currency_stays_as_long_as_there_are_rates_in_it(rated: Service) -> None:
    refused = (await rated.ask(BASE, to="CNY"))["updatePolicy"]
    assert refused["version"] == 1
    (error,) = refused["userErrors"]
    assert error["path"] == ["input", "changes", "0"]
    assert "expected EUR as long as there are dated rates" in error["message"]
    assert (await rated.ask(BASE, to="EUR"))["updatePolicy"]["userErrors"] == []
    for currency, on, _ in YUANS:
        deleting = f'mutation {{ deleteRate(currency: "{currency}", on: "{on}") {{ userErrors {{ message }} }} }}'
        assert (await rated.ask(deleting))["deleteRate"]["userErrors"] == []
    assert (await rated.ask(BASE, to="CNY"))["updatePolicy"] == {"version": 2, "userErrors": []}
