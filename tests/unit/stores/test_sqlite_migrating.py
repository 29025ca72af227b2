"""A file of an older version is brought forward with everything that is in it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest

from graph.errors import StoreContractBroken
from graph.handing_over import HANDOVER_JOURNAL, LastDayRecorded
from graph.journal import Entry
from graph.model.companies import COMPANIES, Company
from graph.model.exchange_rates import Rate
from graph.model.people import PEOPLE
from graph.settings import Settings
from graph.store import Changes, CompanyFilter, GraphStore, Table
from graph.stores.sqlite import migrating
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.contract import brought_forward, made_by_version_5
from tests.contract.kept_postures import TODAY, computed, keep, posture
from tests.contract.writing import put

ACME = Company(key="acme", name="Acme", side="CUSTOMER")
WITH_SEARCH_TEXTS = 4
"""The first version that keeps what nodes are searched in."""


def tables_of(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


def write_as_before_search_texts(path: Path, version: int, more: str = "") -> None:
    """A file with the company and a person, as the program of that version left it."""
    connection = sqlite3.connect(path)
    for step in range(1, version + 1):
        connection.executescript(migrating.MIGRATIONS[step])
        connection.execute("INSERT INTO schema_version VALUES (?, datetime('now'))", (step,))
    connection.executescript(
        f"""
        INSERT INTO companies (key, name, side, account) VALUES ('acme', 'Acme', 'CUSTOMER', 'acme');
        INSERT INTO people (key, company) VALUES ('p', 'acme');
        INSERT INTO revisions (account, revision) VALUES ('acme', 1);
        {more}
        """
    )
    connection.close()


def dump(path: Path) -> str:
    """Everything in the file, as SQL."""
    with sqlite3.connect(path) as connection:
        return "\n".join(connection.iterdump())


@pytest.mark.parametrize("version", range(1, WITH_SEARCH_TEXTS))
async def test_what_an_older_file_holds_is_found_by_every_way_of_writing_it(tmp_path: Path, version: int) -> None:
    path = tmp_path / "older.db"
    write_as_before_search_texts(
        path,
        version,
        """
        INSERT INTO companies (key, name, side) VALUES ('us', '华东 GmbH', 'SUPPLIER');
        INSERT INTO departments (key, company, name) VALUES ('d', 'acme', 'Forschung ＆ Lehre');
        INSERT INTO opportunities (key, company, name) VALUES ('o', 'acme', 'Réseau');
        INSERT INTO people (key, name, email, company, title) VALUES ('zw', '张伟', 'Z@x.cn', 'acme', '总经理');
        INSERT INTO people (key, name, company) VALUES ('h', 'José', 'acme');
        INSERT INTO works_in (person, company, department, title, valid_from) VALUES
          ('h', 'acme', 'd', 'Clerk', ''), ('h', 'acme', '', 'Head of Research', '2024-01-01');
        """,
    )
    store = await SqliteStore.open(path)
    for text, key in [
        ("gmbh huadong", "us"),
        ("lehre forschung", "d"),
        ("RESEAU", "o"),
        ("wei zhang", "zw"),
        ("zongjingli", "zw"),
        ("z@X", "zw"),
        ("josé", "h"),
        ("research head", "h"),
    ]:
        assert [hit.key for hit in await store.search(LOCAL, text, 10)] == [key], text
    assert await store.search(LOCAL, "clerk", 10) == []
    found = await store.find_companies(LOCAL, CompanyFilter(text="hua dong"), 10, None)
    assert [company.key for company in found] == ["us"]
    await store.close()


@pytest.mark.parametrize("version", range(1, migrating.KNOWN_VERSION))
async def test_an_older_file_is_brought_forward_and_keeps_its_records(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "older.db"
    if version < WITH_SEARCH_TEXTS:
        write_as_before_search_texts(path, version)
    else:
        with monkeypatch.context() as patched:
            patched.setattr(migrating, "KNOWN_VERSION", version)
            store = await SqliteStore.open(path)
            await store.write(
                LOCAL,
                Changes(
                    [
                        Table.of_rows(COMPANIES, COMPANIES.column_names, [ACME]),
                        Table.of_rows(PEOPLE, ("key", "company"), [("p", "acme")]),
                    ]
                ),
            )
            assert (await store.get_health()).schema_version == version
            await store.close()
    store = await SqliteStore.open(path)
    assert (await store.get_health()).schema_version == migrating.KNOWN_VERSION
    account = await store.read_account(LOCAL, "acme")
    assert (account.revision, list(account.companies), len(account.people)) == (1, [ACME], 1)
    assert await store.postures.find_stale(TODAY, 10) == ["acme"]
    await keep(store, computed(posture("acme")))
    assert await store.postures.count_stale(TODAY) == (0, 0)
    event = LastDayRecorded(reason=None, leaves_on=date(2026, 4, 1))
    entry = Entry(journal=HANDOVER_JOURNAL, subject="p", event=event, at=TODAY.day, actor="ann")
    await store.write(LOCAL, Changes(entries=[entry]))
    assert await store.count_entries(HANDOVER_JOURNAL, "p") == 1
    assert await store.get_rates_revision() == 0
    await put(store, Rate(currency="USD", on="2026-03-31", rate=7.1))
    assert await store.get_rates_revision() == 1
    await store.close()
    fresh = tmp_path / "fresh.db"
    await (await SqliteStore.open(fresh)).close()
    assert tables_of(path) == tables_of(fresh)


MADE_BY = (1, 2, 5)
MADE = Path(__file__).parent / "made_by"
"""Files as programs of earlier versions made them, as SQL; of version 5 what is kept beside records is apart."""


def write_as_made_by(version: int, path: Path) -> None:
    """The file that a program of that version made."""
    with sqlite3.connect(path) as connection:
        for part in sorted(MADE.glob(f"version_{version}*.sql")):
            connection.executescript(part.read_text("utf-8"))
    connection.close()


async def made_by(version: int, path: Path) -> SqliteStore:
    """The store that a program of that version made, opened by this one."""
    write_as_made_by(version, path)
    store = await SqliteStore.open(path)
    assert (await store.get_health()).schema_version == migrating.KNOWN_VERSION
    return store


@pytest.mark.parametrize("version", [1, 2])
async def test_a_file_that_an_earlier_program_made_keeps_its_records(tmp_path: Path, version: int) -> None:
    store = await made_by(version, tmp_path / "older.db")
    await brought_forward.records_are_those_that_were_written(store)
    await store.close()


@pytest.mark.parametrize(
    "holds",
    [
        brought_forward.findings_stay_in_their_order_behind_what_is_computed_anew,
        brought_forward.what_was_not_known_of_a_posture_is_not_known,
        brought_forward.work_on_findings_outlasts_the_migration,
    ],
    ids=lambda holds: holds.__name__,
)
async def test_what_version_2_found_is_brought_forward(
    tmp_path: Path, holds: Callable[[GraphStore], Awaitable[None]]
) -> None:
    store = await made_by(2, tmp_path / "older.db")
    await holds(store)
    await store.close()


def settings_of(path: Path) -> Settings:
    return Settings(_env_file=None, store_url=f"sqlite:///{path}")


@pytest.mark.parametrize("holds", made_by_version_5.ANSWERS_HOLD, ids=lambda holds: holds.__name__)
async def test_what_version_5_answered_is_answered(
    tmp_path: Path, holds: Callable[[Settings], Awaitable[None]]
) -> None:
    path = tmp_path / "older.db"
    write_as_made_by(5, path)
    await holds(settings_of(path))


async def test_what_version_5_exported_is_exported(tmp_path: Path) -> None:
    write_as_made_by(5, tmp_path / "older.db")
    await made_by_version_5.records_are_those_that_were_exported(
        settings_of(tmp_path / "older.db"), tmp_path / "exported"
    )


@pytest.mark.parametrize("version", MADE_BY)
async def test_a_file_that_is_brought_forward_again_stays_as_it_is(tmp_path: Path, version: int) -> None:
    path = tmp_path / "older.db"
    await (await made_by(version, path)).close()
    once = dump(path)
    await (await SqliteStore.open(path)).close()
    assert dump(path) == once


@pytest.mark.parametrize("version", MADE_BY)
async def test_a_migration_that_fails_at_any_step_leaves_the_file_as_it_was(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "older.db"
    write_as_made_by(version, path)
    before = dump(path)
    following = migrating.KNOWN_VERSION + 1
    for step in range(version + 1, following + 1):
        with monkeypatch.context() as patched:
            failing = (
                migrating.MIGRATIONS.get(step, "CREATE TABLE later (key TEXT);")
                + "\nINSERT INTO nowhere VALUES (1);\n"
            )
            patched.setitem(migrating.MIGRATIONS, step, failing)
            patched.setattr(migrating, "KNOWN_VERSION", following)
            with pytest.raises(StoreContractBroken, match="nowhere"):
                await SqliteStore.open(path)
        assert dump(path) == before, step
    store = await SqliteStore.open(path)
    assert (await store.get_health()).schema_version == migrating.KNOWN_VERSION
    await store.close()


ENDLESS = """
import asyncio, sys
from pathlib import Path
from graph.stores.sqlite import migrating
from graph.stores.sqlite_store import SqliteStore

following = migrating.KNOWN_VERSION + 1
migrating.MIGRATIONS[following] = (
    "CREATE TABLE later AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;"
)
migrating.KNOWN_VERSION = following
asyncio.run(SqliteStore.open(Path(sys.argv[1])))
"""
"""A program whose migration takes all steps that there are, and comes to no end in one more."""


def kill_while_it_migrates(path: Path) -> None:
    """Starts that program on the file, and ends it when it has written more than it keeps in memory."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    log = path.with_name(f"{path.name}-wal")
    with subprocess.Popen([sys.executable, "-c", ENDLESS, str(path)], env=environment) as program:
        try:
            while not log.exists() or log.stat().st_size < 1_000_000:
                assert program.poll() is None
                time.sleep(0.02)
        finally:
            program.kill()


@pytest.mark.parametrize("version", MADE_BY)
async def test_a_program_killed_while_it_migrates_leaves_the_file_as_it_was(tmp_path: Path, version: int) -> None:
    path = tmp_path / "older.db"
    write_as_made_by(version, path)
    before = dump(path)
    kill_while_it_migrates(path)
    assert dump(path) == before
    store = await SqliteStore.open(path)
    assert (await store.get_health()).schema_version == migrating.KNOWN_VERSION
    await store.close()
