"""A database that an earlier program made is brought forward with everything that is in it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from neo4j import AsyncGraphDatabase
from pydantic import SecretStr

from graph.settings import Settings
from graph.store import GraphStore
from graph.stores.neo4j.connection import Connection
from graph.stores.neo4j.migrating import KNOWN_VERSION
from graph.stores.neo4j_store import Neo4jStore
from tests.contract import brought_forward, made_by_version_5
from tests.neo4j_for_tests import Neo4jForTests

MADE_BY = (2, 5)
MADE = Path(__file__).parent / "made_by"
"""Of each version its nodes, and its relationships by the numbers of the nodes; see `brought_forward`."""
_NODES = """UNWIND range(0, size($rows) - 1) AS number WITH number, $rows[number] AS row
CREATE (n:$(row[0])) SET n = row[1], n.number_here = number"""
_RELATIONSHIPS = """UNWIND $rows AS row MATCH (a {number_here: row[0]}) MATCH (b {number_here: row[2]})
CREATE (a)-[r:$(row[1])]->(b) SET r = row[3]"""
_EMPTY = "MATCH (n) DETACH DELETE n"

Made = Callable[[int], Awaitable[Neo4jStore]]


@pytest.fixture
async def made_by(neo4j_for_tests: Neo4jForTests) -> AsyncIterator[Made]:
    """Puts the database of that version in the place of what is there, and opens it, not yet brought forward."""
    server = neo4j_for_tests
    async with (
        AsyncExitStack() as at_end,
        AsyncGraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
    ):

        async def made(version: int) -> Neo4jStore:
            rows = json.loads((MADE / f"version_{version}.json").read_text("utf-8"))
            await driver.execute_query(_EMPTY)
            await driver.execute_query(_NODES, rows=rows["nodes"])
            await driver.execute_query(_RELATIONSHIPS, rows=rows["relationships"])
            await driver.execute_query("MATCH (n) REMOVE n.number_here")
            opened = await Neo4jStore.open(
                server.uri, user=server.user, password=server.password, database="neo4j", timeout_seconds=60
            )
            at_end.push_async_callback(opened.close)
            return opened

        yield made
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
    made_by: Made, holds: Callable[[GraphStore], Awaitable[None]]
) -> None:
    store = await made_by(2)
    assert await store.migrate() == KNOWN_VERSION
    await holds(store)


@pytest.mark.parametrize("holds", made_by_version_5.ANSWERS_HOLD, ids=lambda holds: holds.__name__)
async def test_what_version_5_answered_is_answered(
    made_by: Made, neo4j_for_tests: Neo4jForTests, holds: Callable[[Settings], Awaitable[None]]
) -> None:
    await (await made_by(5)).migrate()
    await holds(settings_of(neo4j_for_tests))


async def test_what_version_5_exported_is_exported(
    made_by: Made, neo4j_for_tests: Neo4jForTests, tmp_path: Path
) -> None:
    await (await made_by(5)).migrate()
    await made_by_version_5.records_are_those_that_were_exported(
        settings_of(neo4j_for_tests), tmp_path / "exported"
    )


@pytest.mark.parametrize("version", MADE_BY)
async def test_a_database_that_is_brought_forward_again_stays_as_it_is(
    made_by: Made, neo4j_for_tests: Neo4jForTests, version: int
) -> None:
    store = await made_by(version)
    assert await store.migrate() == KNOWN_VERSION
    once = await everything_in(neo4j_for_tests)
    assert await store.migrate() == KNOWN_VERSION
    assert await everything_in(neo4j_for_tests) == once


class Interrupted(Exception):
    """The program ends here."""


@pytest.mark.parametrize("version", MADE_BY)
async def test_a_migration_that_ends_after_any_write_is_completed_by_the_next(
    made_by: Made, neo4j_for_tests: Neo4jForTests, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    await (await made_by(version)).migrate()
    whole = await everything_in(neo4j_for_tests)
    for count in range(999):
        store = await made_by(version)
        with monkeypatch.context() as patched:
            patched.setattr(Connection, "write", writes_before_the_end(Connection.write, count))
            try:
                await store.migrate()
                break
            except Interrupted:
                assert (await store.get_health()).schema_version < KNOWN_VERSION
        assert await store.migrate() == KNOWN_VERSION
        assert await everything_in(neo4j_for_tests) == whole, count
    assert (count > 0) == (version < KNOWN_VERSION)


def writes_before_the_end(write: Any, count: int) -> Any:
    """The connection's way to write, which is there that many times."""
    left = iter(range(count))

    async def limited(connection: Connection, work: Any) -> Any:
        if next(left, None) is None:
            raise Interrupted
        return await write(connection, work)

    return limited


def settings_of(server: Neo4jForTests) -> Settings:
    return Settings(
        _env_file=None, store_url=server.uri, neo4j_user=server.user, neo4j_password=SecretStr(server.password)
    )


async def everything_in(server: Neo4jForTests) -> tuple[list[Any], list[Any]]:
    """All nodes and relationships with their properties, but for the moment of the migration; in one order."""
    of_nodes = "MATCH (n) RETURN labels(n), properties(n)"
    of_relationships = "MATCH (a)-[r]->(b) RETURN properties(a), type(r), properties(r), properties(b)"
    async with AsyncGraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        nodes, _, _ = await driver.execute_query(of_nodes)
        relationships, _, _ = await driver.execute_query(of_relationships)
    return _in_order(nodes), _in_order(relationships)


def _in_order(rows: list[Any]) -> list[str]:
    return sorted(json.dumps(_without_moment(row.values()), sort_keys=True, default=str) for row in rows)


def _without_moment(values: Any) -> list[Any]:
    return [
        {name: each for name, each in value.items() if name != "migrated_at"} if isinstance(value, dict) else value
        for value in values
    ]
