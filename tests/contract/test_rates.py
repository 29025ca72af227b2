"""Dated exchange rates: found by currency and day, in no account, with a revision of their own."""

from __future__ import annotations

import pytest

from graph.errors import BadInput, NotInGraph
from graph.model.exchange_rates import RATES, Rate
from graph.store import Changes, Delete, GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import all_rows, put, put_columns, tables_of, take_out


async def test_rates_are_listed_by_currency_and_day(store: GraphStore) -> None:
    await put(store, world.LATER_DOLLAR, world.EURO, world.DOLLAR)
    assert await all_rows(store, RATES) == [world.EURO, world.DOLLAR, world.LATER_DOLLAR]
    assert await store.find(LOCAL, RATES, "currency", ["USD"]) == [world.DOLLAR, world.LATER_DOLLAR]
    assert await store.find(LOCAL, RATES, "on", ["2026-01-15", "2026-02-01"]) == [
        world.EURO,
        world.LATER_DOLLAR,
    ]


async def test_a_rate_of_the_same_currency_and_day_is_replaced(store: GraphStore) -> None:
    await put(store, world.DOLLAR, world.LATER_DOLLAR)
    report = await put(store, world.DOLLAR.replace(rate=9.0))
    assert (report.tallies["rates"].changed, report.tallies["rates"].created) == (1, 0)
    assert await all_rows(store, RATES) == [("USD", "2026-01-01", 9.0), world.LATER_DOLLAR]


async def test_a_rate_is_deleted_by_currency_and_day_alone(store: GraphStore) -> None:
    await put(store, world.DOLLAR, world.LATER_DOLLAR, world.EURO)
    assert (await take_out(store, world.DOLLAR)).tallies["rates"].deleted == 1
    assert await all_rows(store, RATES) == [world.EURO, world.LATER_DOLLAR]
    with pytest.raises(NotInGraph, match="Rate"):
        await take_out(store, world.DOLLAR)


async def test_a_new_rate_needs_its_number(store: GraphStore) -> None:
    with pytest.raises(BadInput, match="rate"):
        await put_columns(store, RATES, {"currency": "USD", "on": "2026-01-01"})
    assert await all_rows(store, RATES) == []


async def test_the_revision_of_the_rates_moves_when_and_only_when_a_rate_is_altered(store: GraphStore) -> None:
    async def moves(changes: Changes) -> bool:
        before = await store.get_rates_revision()
        await store.write(LOCAL, changes)
        after = await store.get_rates_revision()
        assert after >= before
        return after > before

    assert await moves(written(world.DOLLAR))
    assert not await moves(written(world.DOLLAR))
    assert await moves(written(world.DOLLAR, world.EURO))
    assert await moves(written(world.DOLLAR.replace(rate=7.5)))
    assert not await moves(written(world.ACME))
    assert await moves(Changes((), [Delete(RATES, ("EUR", "2026-01-15"))]))


async def test_a_write_that_is_refused_moves_no_revision_of_rates(store: GraphStore) -> None:
    before = await store.get_rates_revision()
    with pytest.raises(BadInput):
        await store.write(LOCAL, written(world.EURO, world.ACME_CITY))
    assert await store.get_rates_revision() == before
    assert await all_rows(store, RATES) == []


async def test_rates_touch_no_account(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    report = await put(store, world.DOLLAR.replace(rate=1.5), Rate(currency="JPY", on="2026-01-01", rate=0.05))
    assert report.revisions == {}
    assert (await take_out(store, world.EURO)).revisions == {}
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}


def written(*records: object) -> Changes:
    return Changes(tables_of(records))
