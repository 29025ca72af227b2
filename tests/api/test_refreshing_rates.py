"""What is kept goes stale by an exchange rate that holds on its day, and by no other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from graph.model.deals import Opportunity
from graph.model.exchange_rates import Rate
from graph.policy_book import PolicyChange, version_entry
from graph.store import Changes, GraphStore
from graph.viewer import LOCAL
from queries.exposure import EXPOSURE_BY_EMPLOYEE, ExposureParams
from queries.portfolio import PORTFOLIO, PortfolioParams
from tests.api.refreshed_store import Worker, store_with
from tests.contract.writing import put, take_out

EARLIER = Rate(currency="USD", on="2026-06-01", rate=7.0)
OF_THE_DAY = Rate(currency="USD", on="2026-06-30", rate=7.5)
OF_TOMORROW = Rate(currency="USD", on="2026-07-01", rate=9.0)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[GraphStore]:
    """An account with a deal in USD beside one in CNY, the base currency; 300 of each hang on one person."""
    store = await store_with(tmp_path / "s.db", "a", "b")
    await put(store, Opportunity(key="a-deal", company="a", name="Deal", value=1000.0, currency="USD"))
    base = [PolicyChange("base_currency", None, "CNY")]
    entry = version_entry(
        1, None, base, at="2026-06-01T00:00:00.000000+00:00", viewer=LOCAL.named("li"), note=None
    )
    await store.write(LOCAL, Changes(entries=[entry]))
    yield store
    await store.close()


async def money_of(worker: Worker, account: str) -> tuple[float | None, str | None, date | None]:
    page = await worker.ask(PORTFOLIO, PortfolioParams())
    (money,) = [edge.node.money for edge in page.edges if edge.node.company == account]
    return None if money.value is None else round(money.value, 6), money.currency, money.rates_on


async def test_a_rate_that_holds_on_the_day_makes_what_is_kept_stale_until_it_is_computed_again(
    store: GraphStore,
) -> None:
    worker = Worker(store)
    await worker.refresher.refresh()
    assert await money_of(worker, "a") == (300.0, "USD", None)
    for rate in (EARLIER, OF_THE_DAY):
        await put(store, rate)
        assert await worker.stale() == ["a", "b"]
        assert (await worker.refresher.refresh()).refreshed_count == 2
        assert await money_of(worker, "a") == (300.0 * rate.rate, "CNY", date.fromisoformat(rate.on))
        assert await money_of(worker, "b") == (300.0, "CNY", None)


async def test_a_rate_that_is_changed_or_taken_out_makes_stale(store: GraphStore) -> None:
    await put(store, EARLIER)
    worker = Worker(store)
    await worker.refresher.refresh()
    await put(store, EARLIER.replace(rate=6.0))
    assert await worker.stale() == ["a", "b"]
    await worker.refresher.refresh()
    assert (await money_of(worker, "a"))[0] == 1800.0
    await take_out(store, EARLIER)
    assert await worker.stale() == ["a", "b"]
    await worker.refresher.refresh()
    assert await money_of(worker, "a") == (300.0, "USD", None)


async def test_rates_of_days_to_come_and_of_days_that_are_over_make_nothing_stale(store: GraphStore) -> None:
    await put(store, EARLIER)
    worker = Worker(store)
    await worker.refresher.refresh()
    await put(
        store,
        OF_TOMORROW,
        Rate(currency="USD", on="2026-05-31", rate=1.0),
        Rate(currency="CNY", on="2026-01-01", rate=2.0),
    )
    assert await worker.stale() == []
    assert await money_of(worker, "a") == (2100.0, "CNY", date(2026, 6, 1))
    tomorrow = Worker(store, today=date(2026, 7, 1))
    await tomorrow.refresher.refresh()
    assert await money_of(tomorrow, "a") == (2700.0, "CNY", date(2026, 7, 1))


async def test_a_rate_that_is_written_while_an_account_is_computed_is_not_lost(store: GraphStore) -> None:
    worker = Worker(store)
    await worker.refresher.refresh()
    await put(store, EARLIER)
    await worker.refresher.refresh(["a"])
    assert await worker.stale() == ["b"]
    await put(store, EARLIER.replace(rate=8.0))
    assert await worker.stale() == ["a", "b"]


async def test_sums_over_accounts_and_employees_tell_the_day_of_their_rates(store: GraphStore) -> None:
    await put(store, EARLIER, OF_TOMORROW)
    worker = Worker(store)
    await worker.refresher.refresh()
    page = await worker.ask(PORTFOLIO, PortfolioParams())
    totals = await worker.asker.later(LOCAL, page.totals)
    assert (totals.money.value, totals.money.rates_on) == (2400.0, date(2026, 6, 1))
    (edge,) = (await worker.ask(EXPOSURE_BY_EMPLOYEE, ExposureParams())).edges
    assert (edge.node.money.value, edge.node.money.rates_on) == (2400.0, date(2026, 6, 1))
    (posture,) = await store.postures.read_posture_days("a", None, None)
    assert (posture.value_at_risk, posture.rates_on) == (2100.0, "2026-06-01")
