"""A file of an older version is brought forward with everything that is in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from graph.journal import JournalEntry, JournalKind
from graph.posture import PortfolioFilter, PortfolioOrder
from graph.record_kind import Table
from graph.records import COMPANIES, PEOPLE, Company, Rate
from graph.store import Changes
from graph.stores.sqlite import migrating
from graph.stores.sqlite_store import SqliteStore
from tests.contract.kept_postures import TODAY, computed, keep, posture
from tests.contract.writing import put

ACME = Company("acme", "Acme", "CUSTOMER")


def tables_of(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


@pytest.mark.parametrize("version", range(1, migrating.KNOWN_VERSION))
async def test_an_older_file_is_brought_forward_and_keeps_its_records(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "older.db"
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "KNOWN_VERSION", version)
        store = await SqliteStore.open(path)
        await store.write(
            Changes(
                [
                    Table(COMPANIES, COMPANIES.column_names, [ACME]),
                    Table(PEOPLE, ("key", "company"), [("p", "acme")]),
                ]
            )
        )
        assert (await store.get_health()).schema_version == version
        await store.close()
    store = await SqliteStore.open(path)
    assert (await store.get_health()).schema_version == migrating.KNOWN_VERSION
    account = await store.read_account("acme")
    assert (account.revision, list(account.companies), len(account.people)) == (1, [ACME], 1)
    assert await store.postures.find_stale(TODAY, 10) == ["acme"]
    await keep(store, computed(posture("acme")))
    assert await store.postures.count_stale(TODAY) == (0, 0)
    await store.write(Changes(entries=[JournalEntry(JournalKind.HANDOVER, "p", "EXECUTE", TODAY.day, "ann")]))
    assert await store.count_entries(JournalKind.HANDOVER, "p") == 1
    assert await store.get_rates_revision() == 0
    await put(store, Rate("USD", "2026-03-31", 7.1))
    assert await store.get_rates_revision() == 1
    await store.close()
    fresh = tmp_path / "fresh.db"
    await (await SqliteStore.open(fresh)).close()
    assert tables_of(path) == tables_of(fresh)


async def test_a_posture_that_was_kept_before_there_were_dated_rates_was_converted_by_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "second.db"
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "KNOWN_VERSION", 2)
        store = await SqliteStore.open(path)
        await put(store, ACME)
        await store.close()
    kept = {
        "account": "acme",
        "revision": 1,
        "day": TODAY.day,
        "policy": TODAY.policy,
        "policy_version": 1,
        "computed_at": "2026-03-31T06:00:00.000000+00:00",
        "severity_counts": "{}",
        "value_at_risk": 5.0,
        "currency": "CNY",
        "amounts": '[["CNY",5.0]]',
    }
    columns, values = ", ".join(kept), ", ".join(f":{name}" for name in kept)
    with sqlite3.connect(path) as connection:
        for table in ("postures", "posture_days"):
            connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})", kept)
        connection.execute("INSERT INTO posture_ranks VALUES ('acme', 'NAME', 'acme')")
    store = await SqliteStore.open(path)
    (row,) = await store.postures.find_postures(PortfolioFilter(), PortfolioOrder.NAME, 9, None, TODAY)
    assert (row.posture.value_at_risk, row.posture.rates_on, row.is_stale) == (5.0, None, False)
    assert await store.postures.read_posture_days("acme", None, None) == [row.posture]
    await store.close()
