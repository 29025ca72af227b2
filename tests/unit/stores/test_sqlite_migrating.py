"""A file of an older version is brought forward with everything that is in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from graph.journal import JournalEntry, JournalKind
from graph.record_kind import Table
from graph.records import COMPANIES, PEOPLE, Company
from graph.store import Changes
from graph.stores.sqlite import migrating
from graph.stores.sqlite_store import SqliteStore
from tests.contract.kept_postures import TODAY, computed, keep, posture

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
    await store.close()
    fresh = tmp_path / "fresh.db"
    await (await SqliteStore.open(fresh)).close()
    assert tables_of(path) == tables_of(fresh)
