"""A database that a program of version 2 made is brought forward with everything that is in it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from neo4j import AsyncGraphDatabase

from graph.store import GraphStore
from graph.stores.neo4j.migrating import KNOWN_VERSION
from graph.stores.neo4j_store import Neo4jStore
from tests.contract import brought_forward
from tests.neo4j_for_tests import Neo4jForTests

MADE = Path(__file__).parent / "made_by" / "version_2.json"
"""Its nodes, and its relationships by the numbers of the nodes; see `tests.contract.brought_forward`."""
_NODES = """UNWIND range(0, size($rows) - 1) AS number WITH number, $rows[number] AS row
CREATE (n:$(row[0])) SET n = row[1], n.number_here = number"""
_RELATIONSHIPS = """UNWIND $rows AS row MATCH (a {number_here: row[0]}) MATCH (b {number_here: row[2]})
CREATE (a)-[r:$(row[1])]->(b) SET r = row[3]"""
_EMPTY = "MATCH (n) DETACH DELETE n"


@pytest.fixture
async def store(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[Neo4jStore]:
    """That database, brought forward."""
    server = neo4j_for_tests
    made = json.loads(MADE.read_text("utf-8"))
    async with AsyncGraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        await driver.execute_query(_EMPTY)
        await driver.execute_query(_NODES, rows=made["nodes"])
        await driver.execute_query(_RELATIONSHIPS, rows=made["relationships"])
        await driver.execute_query("MATCH (n) REMOVE n.number_here")
        opened = await Neo4jStore.open(
            server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
        )
        assert await opened.migrate() == KNOWN_VERSION
        assert await opened.migrate() == KNOWN_VERSION, "a second time changes nothing"
        yield opened
        await opened.close()
        await driver.execute_query(_EMPTY)


@pytest.mark.parametrize(
    "holds",
    [
        brought_forward.records_are_those_that_were_written,
        brought_forward.findings_stay_in_their_order_behind_what_is_computed_anew,
        brought_forward.what_was_not_known_of_a_posture_is_not_known,
        brought_forward.work_on_findings_outlasts_the_migration,
    ],
    ids=lambda holds: holds.__name__,
)
async def test_what_version_2_kept_is_brought_forward(
    store: Neo4jStore, holds: Callable[[GraphStore], Awaitable[None]]
) -> None:
    await holds(store)
