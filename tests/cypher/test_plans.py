"""On the server: every statement is understood, and finds what it needs by an index or along edges."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase

from graph.cypher import STATEMENTS
from graph.model.companies import COMPANIES, Company
from graph.model.people import INFLUENCES as INFLUENCES_KIND
from graph.model.people import PEOPLE as PEOPLE_KIND
from graph.model.people import Influence, Person
from graph.store import Changes, Table
from graph.stores.neo4j_store import Neo4jStore
from graph.viewer import LOCAL
from tests.cypher.sample_parameters import sample_parameters
from tests.neo4j_for_tests import Neo4jForTests

REFUSED = ("AllNodesScan", "AllRelationshipsScan", "CartesianProduct")


COMPANY = Company(key="acme", name="Acme", side="CUSTOMER")
PEOPLE = [Person(key=f"p{number}", company="acme") for number in range(400)]
INFLUENCES = [
    Influence(influencer=f"p{one}", influenced=f"p{one + other}", weight=0.5)
    for one in range(390)
    for other in range(1, 10)
]


@pytest.fixture(scope="module")
async def driver(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[AsyncDriver]:
    """A driver of a migrated database with something in it: the planner scans what is nearly empty."""
    server = neo4j_for_tests
    await server.wipe()
    store = await Neo4jStore.open(
        server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
    )
    await store.migrate()
    records = {COMPANIES: [COMPANY], PEOPLE_KIND: PEOPLE, INFLUENCES_KIND: INFLUENCES}
    await store.write(
        LOCAL, Changes([Table.of_rows(kind, kind.column_names, rows) for kind, rows in records.items()])
    )
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


@pytest.mark.parametrize("name", ["find_stale_accounts", "find_claimable_accounts"])
async def test_accounts_are_cut_in_the_order_of_the_index_which_is_by_code_point(
    driver: AsyncDriver, name: str
) -> None:
    """The server sorts by UTF-16 units; only a list that it does not cut can be put in order afterwards."""
    statement = STATEMENTS[name]
    operators = await _plan(driver, statement.text, sample_parameters(statement.params))
    assert "Limit" in operators
    assert {"Sort", "Top", "PartialSort", "PartialTop"}.isdisjoint(operators)


async def test_a_statement_that_does_would_be_seen(driver: AsyncDriver) -> None:
    assert "AllNodesScan" in await _plan(driver, "MATCH (n) WHERE n.key = $key RETURN n", {"key": "k"})
    pairs = await _plan(driver, "MATCH (a:Person), (b:Person) RETURN a, b", {})
    assert "CartesianProduct" in pairs
