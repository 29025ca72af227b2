"""What the store says when the server, the password or the schema is not as it should be."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase

from graph.errors import StoreContractBroken, StoreUnavailable
from graph.model.companies import Company
from graph.model.exchange_rates import RATES, Rate
from graph.neo4j_server import free_port
from graph.stores.neo4j import migrating
from graph.stores.neo4j.migrating import KNOWN_VERSION
from graph.stores.neo4j_store import Neo4jStore
from graph.viewer import LOCAL
from tests.contract.writing import put
from tests.neo4j_for_tests import Neo4jForTests

ACME = Company(key="acme", name="Acme", side="CUSTOMER")


async def opened(server: Neo4jForTests, password: str | None = None, database: str = "neo4j") -> Neo4jStore:
    return await Neo4jStore.open(
        server.uri,
        user=server.user,
        password=server.password if password is None else password,
        database=database,
        timeout_seconds=20,
    )


@pytest.fixture
async def driver(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[AsyncDriver]:
    """A driver of a database that no program has used."""
    await neo4j_for_tests.wipe()
    auth = (neo4j_for_tests.user, neo4j_for_tests.password)
    forgetting = "MATCH (store:GuanxiStore) DETACH DELETE store"
    async with AsyncGraphDatabase.driver(neo4j_for_tests.uri, auth=auth) as made:
        await made.execute_query(forgetting)
        yield made
        await made.execute_query(forgetting)


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    url = f"bolt://127.0.0.1:{free_port()}"
    with pytest.raises(StoreUnavailable, match="does not answer"):
        await Neo4jStore.open(url, user="neo4j", password="secret-word", database="neo4j", timeout_seconds=5)


async def test_a_url_that_the_driver_does_not_know_is_named_without_the_password() -> None:
    with pytest.raises(StoreUnavailable, match="cannot be addressed") as refusal:
        await Neo4jStore.open("foo://x", user="neo4j", password="secret-word", database="neo4j", timeout_seconds=5)
    assert "secret-word" not in str(refusal.value)


async def test_a_wrong_password_is_told_but_not_repeated(neo4j_for_tests: Neo4jForTests) -> None:
    with pytest.raises(StoreUnavailable, match="refuses the user or the password") as refusal:
        await opened(neo4j_for_tests, password="secret-word")
    assert "secret-word" not in str(refusal.value)


async def test_a_database_that_is_not_there_is_named(neo4j_for_tests: Neo4jForTests) -> None:
    with pytest.raises(StoreUnavailable, match="elsewhere"):
        await opened(neo4j_for_tests, database="elsewhere")


@pytest.mark.usefixtures("driver")
async def test_before_the_first_migration_nothing_can_be_written(neo4j_for_tests: Neo4jForTests) -> None:
    store = await opened(neo4j_for_tests)
    assert (await store.get_health()).schema_version == 0
    with pytest.raises(StoreContractBroken, match="run guanxi migrate"):
        await put(store, ACME)
    assert await store.migrate() == KNOWN_VERSION
    assert (await put(store, ACME)).revisions == {"acme": 1}
    await store.close()


@pytest.mark.parametrize("version", range(1, KNOWN_VERSION))
@pytest.mark.usefixtures("driver")
async def test_a_database_of_an_older_program_is_brought_forward_and_keeps_its_records(
    neo4j_for_tests: Neo4jForTests, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await opened(neo4j_for_tests)
    with monkeypatch.context() as patched:
        patched.setattr(migrating, "KNOWN_VERSION", version)
        assert await store.migrate() == version
        await put(store, ACME)
    with pytest.raises(StoreContractBroken, match="run guanxi migrate"):
        await put(store, ACME)
    assert await store.migrate() == (await store.get_health()).schema_version == KNOWN_VERSION
    assert (await store.read_account(LOCAL, "acme")).companies == [ACME]
    before = await store.get_rates_revision()
    await put(store, Rate(currency="USD", on="2026-03-31", rate=7.1))
    assert await store.get_rates_revision() == before + 1
    assert await store.find(LOCAL, RATES, "currency", ["USD"]) == [("USD", "2026-03-31", 7.1)]
    await store.close()


async def test_a_database_of_a_newer_program_is_left_alone(
    driver: AsyncDriver, neo4j_for_tests: Neo4jForTests
) -> None:
    store = await opened(neo4j_for_tests)
    await store.migrate()
    await driver.execute_query("MATCH (store:GuanxiStore) SET store.schema_version = 1000")
    with pytest.raises(StoreContractBroken, match="a newer Guanxi wrote it"):
        await store.migrate()
    with pytest.raises(StoreContractBroken, match="version 1000"):
        await put(store, ACME)
    with pytest.raises(StoreContractBroken, match="a newer Guanxi wrote it"):
        await opened(neo4j_for_tests)
    await store.close()


async def test_a_closed_store_is_unavailable(neo4j_for_tests: Neo4jForTests) -> None:
    store = await opened(neo4j_for_tests)
    await store.close()
    await store.close()
    with pytest.raises(StoreUnavailable):
        await store.get_health()


async def test_what_another_program_writes_meanwhile_is_seen_by_the_next_reading(
    driver: AsyncDriver, neo4j_for_tests: Neo4jForTests
) -> None:
    store, other = await opened(neo4j_for_tests), await opened(neo4j_for_tests)
    await store.migrate()
    await put(store, ACME)
    for number in range(5):
        report = await put(other, ACME.replace(name=str(number)))
        assert (await store.read_account(LOCAL, "acme")).companies[0].name == str(number)
        assert await store.get_revision("acme") == report.revisions["acme"]
    await store.close()
    await other.close()


async def test_what_an_earlier_program_wrote_is_found_after_the_migration(
    driver: AsyncDriver, neo4j_for_tests: Neo4jForTests
) -> None:
    await driver.execute_query("CREATE (:GuanxiStore {name: 'guanxi', schema_version: 2})")
    await driver.execute_query(
        """CREATE (c:Company {key: 'acme', name: '华东 GmbH', side: 'CUSTOMER', account: 'acme'})
        CREATE (d:Department {key: 'd', name: 'Réseau'})-[:DEPARTMENT_OF]->(c)
        CREATE (:Opportunity {key: 'o', name: 'Umbau'})-[:OPPORTUNITY_AT]->(c)
        CREATE (:Person {key: 'zw', name: '张伟', title: '总经理', email: 'Z@x.cn'})-[:EMPLOYED_BY]->(c)
        CREATE (h:Person {key: 'h', name: 'Jose'})-[:EMPLOYED_BY]->(c)
        CREATE (h)-[:WORKS_IN {company: 'acme', title: 'Clerk'}]->(d)
        CREATE (h)-[:WORKS_IN {company: 'acme', title: 'Head', valid_from: '2024-01-01'}]->(c)"""
    )
    store = await opened(neo4j_for_tests)
    assert await store.migrate() == KNOWN_VERSION
    for text, key in [
        ("gmbh hua dong", "acme"),
        ("reseau", "d"),
        ("UMBAU", "o"),
        ("wei zongjingli z@x", "zw"),
        ("josé head", "h"),
    ]:
        assert [hit.key for hit in await store.search(LOCAL, text, 10)] == [key], text
    assert await store.search(LOCAL, "clerk", 10) == []
    await store.close()
