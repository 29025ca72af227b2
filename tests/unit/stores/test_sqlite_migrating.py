"""A file of an older version is brought forward with everything that is in it."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from graph.account_graph import account_on
from graph.journal import JournalEntry, JournalKind
from graph.policy import Policy
from graph.posture import FindingFilter, FindingOrder, PortfolioOrder, Standard
from graph.record_kind import Table
from graph.records import COMPANIES, PEOPLE, Company, Rate
from graph.store import Changes, CompanyFilter
from graph.stores.sqlite import migrating
from graph.stores.sqlite_store import SqliteStore
from queries.account_view import AccountView
from queries.posture_of import posture_of
from queries.work_items import WorkState, work_item
from tests.contract.kept_postures import TODAY, account, computed, finding, keep, portfolio, posture
from tests.contract.writing import put

ACME = Company("acme", "Acme", "CUSTOMER")
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
        assert [hit.key for hit in await store.search(text, 10)] == [key], text
    assert await store.search("clerk", 10) == []
    found = await store.find_companies(CompanyFilter(text="hua dong"), 10, None)
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


MADE = Path(__file__).parent / "made_by"
"""Files as the programs of earlier versions made them, as SQL: a small bundle, and what was found in it."""

HELD = "494ac8005f7307892b02fc9b"
"""A finding of version 2 that somebody acknowledged and assigned then."""


def made_by(version: int, path: Path) -> Path:
    with sqlite3.connect(path) as connection:
        connection.executescript((MADE / f"version_{version}.sql").read_text("utf-8"))
    connection.close()
    return path


@pytest.mark.parametrize("version", [1, 2])
async def test_a_file_that_an_earlier_program_made_answers_as_a_new_one_does(tmp_path: Path, version: int) -> None:
    store = await SqliteStore.open(made_by(version, tmp_path / "older.db"))
    assert (await store.get_health()).schema_version == migrating.KNOWN_VERSION
    records = await store.read_account("acme")
    assert [person.key for person in records.people] == ["ann", "ben", "boss", "clerk"]
    assert [(tie.employee, tie.contact, tie.trust) for tie in records.ties] == [
        ("ann", "boss", 4),
        ("ben", "clerk", 2),
    ]
    standard = Standard("2026-11-26", "another policy")
    (claim,) = await store.postures.claim_stale(standard, "test", 9, 60)
    view = AccountView(account_on(records, date(2026, 11, 26)), Policy())
    assert await store.postures.write_posture(posture_of(view, standard, 0, "2026-11-26"), "test")
    assert claim.account == "acme"
    assert (await store.postures.count_stale(standard)).stale_count == 0
    await store.close()


async def test_findings_of_version_2_stay_in_their_order_behind_what_is_computed_anew(tmp_path: Path) -> None:
    store = await SqliteStore.open(made_by(2, tmp_path / "older.db"))
    before = await store.postures.find_findings(FindingFilter(), FindingOrder.SEVERITY, 99, None)
    assert len(before) == await store.postures.count_causes(FindingFilter()) == 13
    causes = await store.postures.find_causes(FindingFilter(), FindingOrder.VALUE_AT_RISK, 99, None)
    assert [cause.id for cause in causes] == [found.cause for found in before]
    await put(store, account("beta"))
    await keep(store, computed(posture("beta"), [finding("beta", "new", rank="zz", cause_rank="zz")]))
    after = await store.postures.find_findings(FindingFilter(), FindingOrder.SEVERITY, 99, None)
    assert [found.id for found in after] == ["new", *(found.id for found in before)]
    (row, _) = await portfolio(store, PortfolioOrder.SEVERITY)
    assert row.posture.account == "beta", "what was ranked otherwise comes after what was computed anew"
    await store.close()


async def test_a_posture_that_was_kept_before_there_were_dated_rates_was_converted_by_none(tmp_path: Path) -> None:
    store = await SqliteStore.open(made_by(2, tmp_path / "older.db"))
    (row,) = await portfolio(store)
    assert (row.posture.value_at_risk, row.posture.rates_on, row.posture.cause_counts) == (300.0, None, None)
    assert await store.postures.read_posture_days("acme", None, None) == [row.posture]
    await store.close()


async def test_since_when_a_finding_stands_and_what_was_done_with_it_outlast_the_migration(tmp_path: Path) -> None:
    store = await SqliteStore.open(made_by(2, tmp_path / "older.db"))
    wanted = FindingFilter(ids=(HELD,))
    (before,) = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    assert before.since is not None
    records = await store.read_account("acme")
    view = AccountView(account_on(records, date(2026, 11, 25)), Policy())
    await keep(store, posture_of(view, TODAY, 0, "2030-01-01T00:00:00.000000+00:00"))
    (found,) = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    assert (found.since, found.cause == HELD) == (before.since, False)
    entries = await store.read_entries(JournalKind.FINDING, [HELD])
    item = work_item(HELD, found.since, entries, date(2026, 11, 25))
    assert (item.state, item.assignee) == (WorkState.ACKNOWLEDGED, "Ann")
    await store.close()
