"""What someone finds who asks in Cypher for what was found, and what the graph of records keeps to itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase

from graph.journal import Entry
from graph.model.companies import COMPANIES
from graph.model.record_kinds import RECORD_KINDS
from graph.posture import CurrencyAmount, FindingFilter, FindingOrder, PortfolioOrder
from graph.store import Changes
from graph.stores.neo4j_store import Neo4jStore
from graph.viewer import LOCAL
from queries.work_items import FINDING_JOURNAL, Acknowledged
from tests.contract.kept_postures import (
    TODAY,
    TOMORROW,
    account,
    computed,
    exposure,
    finding,
    keep,
    portfolio,
    posture,
)
from tests.contract.writing import put, take_out
from tests.neo4j_for_tests import Neo4jForTests

NOTE = Entry(
    journal=FINDING_JOURNAL,
    subject="f1",
    event=Acknowledged(),
    at="2026-03-31T07:00:00.000000+00:00",
    actor="ann",
    note="seen",
)
BY_CODE_POINT = ["\ud7ff", "\ue000", "\uffee", "\U00010000", "\U0001d11e", "\U0010ffff"]
"""In that order; by UTF-16 units the last three come before the second."""


@pytest.fixture
async def store(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[Neo4jStore]:
    server = neo4j_for_tests
    await server.wipe()
    opened = await Neo4jStore.open(
        server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
    )
    await opened.migrate()
    yield opened
    await opened.close()


@pytest.fixture
async def driver(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[AsyncDriver]:
    auth = (neo4j_for_tests.user, neo4j_for_tests.password)
    async with AsyncGraphDatabase.driver(neo4j_for_tests.uri, auth=auth) as opened:
        yield opened


async def asked(driver: AsyncDriver, question: str) -> list[tuple[Any, ...]]:
    found = await driver.execute_query(question)
    return [tuple(record.values()) for record in found.records]


async def keep_two_days(store: Neo4jStore) -> None:
    await put(store, account("acme"))
    attributes: dict[str, Any] = {
        "severity": "HIGH",
        "severity_counts": {"HIGH": 2},
        "value_at_risk": 7.0,
        "currency": "EUR",
        "amounts": (CurrencyAmount("EUR", 7.0),),
    }
    for standard in (TODAY, TOMORROW):
        kept = posture("acme", standard=standard, **attributes)
        await keep(store, computed(kept, [finding("acme", "f1")], [exposure("acme", "ann")]))
    await store.write(LOCAL, Changes(entries=[NOTE]))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "MATCH (p:Posture)-[:POSTURE_OF]->(c:Company {key: 'acme'}) "
            "RETURN p.day, p.severity, p.high_count, p.low_count, p.value_at_risk, p.amount_currencies",
            [("2026-04-01", "HIGH", 2, None, 7.0, ["EUR"])],
        ),
        (
            "MATCH (d:PostureDay)-[:DAY_OF]->(:Posture)-[:POSTURE_OF]->(:Company {key: 'acme'}) "
            "RETURN d.day, d.value_at_risk ORDER BY d.day",
            [("2026-03-31", 7.0), ("2026-04-01", 7.0)],
        ),
        (
            "MATCH (f:Finding)-[:FINDING_OF]->(p:Posture) RETURN f.id, f.account, f.kind, f.severity, p.account",
            [("f1", "acme", "UNCOVERED_LINE", "LOW", "acme")],
        ),
        (
            "MATCH (e:EmployeeExposure)-[:EXPOSURE_OF]->(p:Posture) "
            "RETURN e.employee, e.live_tie_count, e.single_held_count, p.account",
            [("ann", 3, 1, "acme")],
        ),
        (
            "MATCH (r:PostureRank {ordered_by: 'NAME'})-[:RANK_OF]->(p:Posture) RETURN r.rank, p.account",
            [("acme", "acme")],
        ),
        (
            "MATCH (t:PostureTask) RETURN t.account, t.revision, t.day, t.policy, t.holder",
            [("acme", 1, "2026-04-01", "policy one", None)],
        ),
        (
            "MATCH (j:JournalEntry) RETURN j.kind, j.subject, j.number, j.action, j.actor, j.note",
            [("FINDING", "f1", 1, "ACKNOWLEDGE", "ann", "seen")],
        ),
    ],
)
async def test_what_is_kept_beside_the_records_has_names_of_its_own(
    store: Neo4jStore, driver: AsyncDriver, question: str, answer: list[tuple[Any, ...]]
) -> None:
    await keep_two_days(store)
    assert await asked(driver, question) == answer


async def test_a_company_is_deleted_whatever_was_found_about_it(store: Neo4jStore, driver: AsyncDriver) -> None:
    await keep_two_days(store)
    report = await take_out(store, account("acme"))
    assert {name: tally.deleted for name, tally in report.tallies.items()} == {"companies": 1}
    assert report.revisions == {}
    assert await store.postures.claim_stale(TODAY, "worker", 9, 60) == []
    left = await asked(driver, "MATCH (n) WHERE NOT n:GuanxiStore RETURN labels(n)[0] AS label ORDER BY label")
    assert [label for (label,) in left] == [
        "AccountRevision",
        "JournalEntry",
        "PostureDay",
        "PostureDay",
        "PostureTask",
    ]
    assert await asked(driver, "MATCH (t:PostureTask) RETURN t.account, t.revision, t.holder") == [
        ("acme", None, None)
    ]


async def test_records_are_listed_and_searched_without_what_is_kept_beside_them(store: Neo4jStore) -> None:
    await keep_two_days(store)
    rows = {
        name: [row async for batch in store.read(LOCAL, kind) for row in batch]
        for name, kind in RECORD_KINDS.items()
    }
    assert rows == {name: [] for name in RECORD_KINDS} | {COMPANIES.name: [tuple(account("acme"))]}
    assert [hit.key for hit in await store.search(LOCAL, "a", 99)] == ["acme"]
    assert await store.get_revision("acme") == 1


async def test_ranks_are_in_code_point_order_whatever_the_server_sorts_by(store: Neo4jStore) -> None:
    keys = [f"k{number}" for number in range(len(BY_CODE_POINT))]
    await put(store, *map(account, keys))
    for key, text in reversed(list(zip(keys, BY_CODE_POINT, strict=True))):
        ranks = dict.fromkeys(PortfolioOrder, f"{text} {key}")
        # The account's findings are sorted, the page over all is read from an index.
        found = [
            finding(key, f"{key}{other}", worth="1", money_worth="1", subject=other, company="one")
            for other in BY_CODE_POINT
        ]
        await keep(store, computed(posture(key), found, ranks=ranks))
    assert [row.rank for row in await portfolio(store)] == [
        f"{text} {key}" for text, key in zip(BY_CODE_POINT, keys, strict=True)
    ]
    expected = [(key, text) for key in keys for text in BY_CODE_POINT]
    for wanted in (FindingFilter(), FindingFilter(company="one")):
        found = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 99, None)
        assert [(each.account, each.subject) for each in found] == expected
        behind = found[17].place(FindingOrder.SEVERITY)
        assert await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 2, behind) == found[18:20]


async def test_accounts_are_claimed_in_code_point_order_of_their_keys(store: Neo4jStore) -> None:
    await put(store, *map(account, reversed(BY_CODE_POINT)))
    assert await store.postures.find_stale(TODAY, 4) == BY_CODE_POINT[:4]
    claims = await store.postures.claim_stale(TODAY, "one", 2, 60)
    claims += await store.postures.claim_stale(TODAY, "one", 2, 60, BY_CODE_POINT)
    claims += await store.postures.claim_stale(TODAY, "two", 9, 60)
    assert [claim.account for claim in claims] == BY_CODE_POINT


async def test_a_posture_is_claimed_and_written_while_records_of_its_account_are(
    store: Neo4jStore, driver: AsyncDriver
) -> None:
    """A bulk load holds these nodes until its end, and must not find one of them held by who waits for it."""
    await keep_two_days(store)
    async with driver.session(database="neo4j") as session, await session.begin_transaction() as load:
        await load.run("MATCH (c:Company {key: 'acme'}) SET c.name = 'Acme Limited'")
        await load.run("MATCH (r:AccountRevision {account: 'acme'}) SET r.revision = 2")
        async with asyncio.timeout(60):
            await keep(store, computed(posture("acme"), [finding("acme", "f2")]))
            assert [row.is_stale for row in await portfolio(store)] == [False]
        await load.commit()
    assert [row.is_stale for row in await portfolio(store)] == [True]
