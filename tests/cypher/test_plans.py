"""On the server: every statement is understood, and finds what it needs by an index or along edges."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase

from graph.cypher import STATEMENTS
from graph.stores.neo4j_store import Neo4jStore
from tests.cypher.sample_parameters import sample_parameters
from tests.neo4j_for_tests import Neo4jForTests

REFUSED = ("AllNodesScan", "AllRelationshipsScan", "CartesianProduct")


@pytest.fixture(scope="module")
async def driver(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[AsyncDriver]:
    """A driver of a migrated database."""
    server = neo4j_for_tests
    store = await Neo4jStore.open(
        server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
    )
    await store.migrate()
    await store.close()
    async with AsyncGraphDatabase.driver(server.uri, auth=(server.user, server.password)) as opened:
        yield opened


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)


async def _plan(driver: AsyncDriver, text: str, parameters: dict[str, Any]) -> list[str]:
    async with driver.session(database="neo4j") as session:
        summary = await (await session.run(f"EXPLAIN {text}", parameters)).consume()
    assert summary.plan is not None
    return list(_operators(summary.plan))


@pytest.mark.parametrize("name", STATEMENTS)
async def test_no_statement_looks_through_the_whole_graph(driver: AsyncDriver, name: str) -> None:
    statement = STATEMENTS[name]
    operators = await _plan(driver, statement.text, sample_parameters(statement.params))
    assert [operator for operator in operators if operator.endswith(REFUSED)] == []


async def test_a_statement_that_does_would_be_seen(driver: AsyncDriver) -> None:
    assert "AllNodesScan" in await _plan(driver, "MATCH (n) WHERE n.key = $key RETURN n", {"key": "k"})
    pairs = await _plan(driver, "MATCH (a:Person), (b:Person) RETURN a, b", {})
    assert "CartesianProduct" in pairs
