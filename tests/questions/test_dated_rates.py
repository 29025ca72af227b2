"""Answers convert by the rates of the day that they are about."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from graph.model.companies import Company
from graph.model.deals import Opportunity
from graph.model.exchange_rates import RATES, Rate
from graph.model.words import Side, Stage
from graph.policy import Policy
from graph.policy_book import PolicyBook, PolicyChange
from graph.store import Changes, Delete, GraphStore
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpactParams
from queries.money import MoneyAtRisk
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.contract.writing import put
from tests.oracle.world import tables_of, world_of
from tests.questions.drawn import contact, employee, role, tie

YUAN = PolicyBook(Policy(base_currency="CNY", rates={"EUR": 8.0}))
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


@pytest.fixture
async def store() -> AsyncIterator[GraphStore]:
    """A decider whom one of ours alone knows, a deal of 100 EUR, and rates of two days."""
    opened = await SqliteStore.open(None)
    world = world_of(
        companies=[
            Company(key="us", name="Us", side=Side.SUPPLIER),
            Company(key="acme", name="Acme", side=Side.CUSTOMER),
        ],
        people=[employee("e").replace(company="us"), contact("a").replace(company="acme")],
        ties=[tie("e", "a", last_contact=None)],
        opportunities=[Opportunity(key="deal", company="acme", name="Deal", value=100.0, currency="EUR")],
        decision_roles=[role("a", Stage.APPROVAL)],
    )
    await opened.write(LOCAL, Changes(tables_of(world)))
    await put(
        opened, Rate(currency="EUR", on="2026-10-01", rate=7.0), Rate(currency="EUR", on="2026-11-01", rate=7.5)
    )
    yield opened
    await opened.close()


async def lost(asker: Asker, day: date, *policy: PolicyChange) -> MoneyAtRisk:
    answer = await asker.ask(
        LOCAL, DEPARTURE_IMPACT, DepartureImpactParams(people=("e",), as_of=day, policy=policy)
    )
    return answer.totals.money


@pytest.mark.parametrize(
    ("day", "rate", "rates_on"),
    [
        (date(2026, 9, 30), 8.0, None),
        (OCTOBER, 7.0, OCTOBER),
        (date(2026, 10, 31), 7.0, OCTOBER),
        (NOVEMBER, 7.5, NOVEMBER),
        (date(2027, 6, 30), 7.5, NOVEMBER),
    ],
    ids=str,
)
async def test_an_answer_uses_the_rate_that_holds_on_its_day(
    store: GraphStore, day: date, rate: float, rates_on: date | None
) -> None:
    money = await lost(Asker(store, YUAN), day)
    share = money.amounts[0].value
    assert share > 0
    assert (money.value, money.currency) == (pytest.approx(share * rate), "CNY")
    assert money.rates_on == rates_on


async def test_a_rate_that_is_written_is_seen_by_the_next_answer_also_by_kept_parts(store: GraphStore) -> None:
    asker = Asker(store, YUAN)

    async def told() -> list[Any]:
        params = SinglePointsOfFailureParams(filter=SinglePointFilter(company="acme"), as_of=NOVEMBER)
        page = await asker.ask(LOCAL, SINGLE_POINTS_OF_FAILURE, params)
        return [edge.node.money for edge in page.edges]

    before = await told()
    await put(store, Rate(currency="EUR", on="2026-11-01", rate=15.0))
    after = await told()
    assert [money.value for money in after] == [2 * money.value for money in before]
    await store.write(LOCAL, Changes((), [Delete(RATES, ("EUR", "2026-11-01"))]))
    assert {money.rates_on for money in await told()} == {OCTOBER}


async def test_a_what_if_keeps_the_dated_rates(store: GraphStore) -> None:
    asker = Asker(store, YUAN)
    money = await lost(asker, NOVEMBER, PolicyChange("reach_floor", None, 0.05))
    assert (money.value, money.rates_on) == (pytest.approx(money.amounts[0].value * 7.5), NOVEMBER)
    other = await lost(
        asker, NOVEMBER, PolicyChange("rates", "USD", 7.0), PolicyChange("base_currency", None, "CNY")
    )
    assert other == money


async def test_a_rate_of_the_question_goes_over_the_dated_one(store: GraphStore) -> None:
    money = await lost(Asker(store, YUAN), NOVEMBER, PolicyChange("rates", "EUR", 10.0))
    assert (money.value, money.rates_on) == (pytest.approx(money.amounts[0].value * 10.0), None)


async def test_dated_rates_say_nothing_in_another_base_currency_of_the_question(store: GraphStore) -> None:
    in_dollars = await lost(Asker(store, YUAN), NOVEMBER, PolicyChange("base_currency", None, "USD"))
    assert (in_dollars.currency, in_dollars.rates_on) == ("USD", None)
    without = Asker(store, PolicyBook())
    assert (await lost(without, NOVEMBER)).currency == "EUR"
    first = await lost(without, NOVEMBER, PolicyChange("base_currency", None, "CNY"))
    assert (first.currency, first.rates_on) == ("CNY", NOVEMBER)
