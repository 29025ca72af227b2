"""What someone finds who asks the graph in Cypher."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase

from graph.model.companies import Company, Department
from graph.model.deals import Opportunity, Position
from graph.model.meetings import Interaction
from graph.model.people import Employment, Person, ReportingLine
from graph.stores.neo4j_store import Neo4jStore
from tests.contract.writing import put
from tests.neo4j_for_tests import Neo4jForTests

WORLD = (
    Company(key="us", name="Us", side="SUPPLIER"),
    Company(key="acme", name="Acme", side="CUSTOMER"),
    Company(key="acme-city", name="Acme City", side="CUSTOMER", parent="acme"),
    Company(key="rival", name="Rival", side="COMPETITOR"),
    Department(key="lab", company="acme", name="Lab"),
    Department(key="optics", company="acme", name="Optics", parent="lab"),
    Person(key="ann", name="Ann", company="acme", department="optics", title="Engineer"),
    Person(key="bob", company="acme-city"),
    Employment(
        person="bob",
        company="acme",
        department="lab",
        title="Chief",
        level="SENIOR",
        valid_from="2020-01-01",
        valid_to="2024-01-01",
    ),
    Employment(person="bob", company="acme-city", title="Head", valid_from="2024-01-01"),
    ReportingLine(person="ann", manager="bob"),
    ReportingLine(person="ann", manager="bob", kind="DOTTED"),
    Opportunity(key="deal", company="acme-city", name="Deal"),
    Position(person="ann", opportunity="deal", stated_on="2026-01-01", stance="OPPONENT", leans_to="rival"),
    Position(person="ann", company="acme", stated_on="2026-01-01", coach=True),
    Interaction(
        key="visit", kind="VISIT", on="2026-02-02", participants=("ann", "bob"), company="acme", opportunity="deal"
    ),
)


@pytest.fixture(scope="module")
async def driver(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[AsyncDriver]:
    server = neo4j_for_tests
    await server.wipe()
    store = await Neo4jStore.open(
        server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
    )
    await store.migrate()
    await put(store, *WORLD)
    await store.close()
    async with AsyncGraphDatabase.driver(server.uri, auth=(server.user, server.password)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("MATCH (p:Person)-[:EMPLOYED_BY]->(c:Company)", [("ann", "acme"), ("bob", "acme-city")]),
        ("MATCH (p:Person)-[w:WORKS_IN]->(c:Department) WHERE w.valid_to IS NULL", [("ann", "optics")]),
        ("MATCH (p:Person)-[w:WORKS_IN]->(c) WHERE w.title = 'Chief'", [("bob", "lab")]),
        ("MATCH (p:Person)-[w:WORKS_IN {company: 'acme-city'}]->(c:Company)", [("bob", "acme-city")]),
        ("MATCH (p:Company)-[:SUBSIDIARY_OF]->(c:Company)", [("acme-city", "acme")]),
        ("MATCH (p:Company {account: 'acme'}) MATCH (c:Company {key: p.account})", None),
        ("MATCH (p:Department)-[:SUBDEPARTMENT_OF]->(c:Department)", [("optics", "lab")]),
        ("MATCH (p:Department)-[:DEPARTMENT_OF]->(c:Company)", [("lab", "acme"), ("optics", "acme")]),
        ("MATCH (p)-[:REPORTS_TO]->(c:Person)", [("ann", "bob")]),
        ("MATCH (p)-[:DOTTED_REPORTS_TO]->(c:Person)", [("ann", "bob")]),
        ("MATCH (p)-[:OPPORTUNITY_AT]->(c)", [("deal", "acme-city")]),
        ("MATCH (p)-[s:POSITION {leans_to: 'rival'}]->(c:Opportunity)", [("ann", "deal")]),
        ("MATCH (p)-[s:POSITION {coach: true}]->(c:Company)", [("ann", "acme")]),
        ("MATCH (p)-[:PARTICIPATES]->(c:Interaction {kind: 'VISIT'})", [("ann", "visit"), ("bob", "visit")]),
        ("MATCH (p:Interaction)-[:HELD_AT]->(c)", [("visit", "acme")]),
        ("MATCH (p:Interaction)-[:ABOUT]->(c)", [("visit", "deal")]),
    ],
)
async def test_nodes_and_edges_have_the_names_of_the_field(
    driver: AsyncDriver, question: str, answer: list[tuple[str, str]] | None
) -> None:
    found = await driver.execute_query(f"{question} RETURN p.key AS one, c.key AS other ORDER BY one, other")
    expected = [("acme", "acme"), ("acme-city", "acme")] if answer is None else answer
    assert [tuple(record.values()) for record in found.records] == expected


async def test_what_is_unknown_is_no_property_and_a_date_is_text(driver: AsyncDriver) -> None:
    async def properties(question: str) -> dict[str, Any]:
        found = await driver.execute_query(f"{question} RETURN properties(x) AS properties")
        return dict(found.records[0]["properties"])

    assert await properties("MATCH (x:Person {key: 'bob'})") == {"key": "bob", "search_text": "\n\nbob\n bob head"}
    assert await properties("MATCH ()-[x:REPORTS_TO]->()") == {}
    said = await properties("MATCH (:Person)-[x:POSITION]->(:Opportunity)")
    assert said == {"stated_on": "2026-01-01", "stance": "OPPONENT", "leans_to": "rival"}


async def test_a_key_is_unique_within_its_kind(driver: AsyncDriver) -> None:
    found = await driver.execute_query(
        "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type CONTAINS 'UNIQUE' "
        "RETURN labelsOrTypes[0] AS label, properties[0] AS property"
    )
    unique = {tuple(record.values()) for record in found.records}
    labels = ("Company", "Department", "Person", "Opportunity", "Interaction", "Agreement")
    assert unique >= {(label, "key") for label in labels}
