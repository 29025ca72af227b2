"""The Neo4j that tests run against, found once per session.

In this order: the server that GUANXI_TEST_NEO4J_URI names, with GUANXI_TEST_NEO4J_USER and _PASSWORD (it is
wiped); a container, when a Docker daemon answers; a throw-away server on this machine, which needs Java, and Maven
for the first time. GUANXI_TEST_NEO4J_VERSION asks for a server of this machine of that version.
"""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docker
from docker.errors import DockerException
from neo4j import AsyncGraphDatabase, GraphDatabase
from testcontainers.community.neo4j import Neo4jContainer

from graph.errors import StoreUnavailable
from graph.model.record_kinds import RECORD_KINDS
from graph.model.words import EdgeKind, NodeKind
from graph.neo4j_server import (
    DEFAULT_VERSION,
    ServerPlan,
    free_port,
    kill_server,
    start_server,
)
from graph.stores.neo4j.labels import STORE_LABELS, STORE_PROPERTIES, STORE_RELATIONSHIP_TYPES

IMAGE = "neo4j:5.26-community"
_DAEMON_SECONDS = 2
_FAST_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_KEPT_PLANS = {"dbms.cypher.min_replan_interval": "1h"}
"""Each test begins with an empty database, to which the server would plan every statement again."""
_reasons: list[str] = []


@dataclass(frozen=True)
class Neo4jForTests:
    """A server with an empty or disposable database."""

    uri: str
    user: str
    password: str
    how: str
    """Where it comes from, for the report of the run."""
    close: Callable[[], None]
    """Ends what was started for the tests."""

    async def wipe(self) -> None:
        """Takes every record out. The schema stays, and with it the plans of statements: making those is slow."""
        async with (
            AsyncGraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver,
            driver.session(database="neo4j") as session,
        ):
            deleting = (
                "MATCH (n) WHERE NOT n:GuanxiStore CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
            )
            await (await session.run(deleting)).consume()

    def create_names(self) -> None:
        """Makes every label, type and property known: the server plans statements again when a name is new."""
        names = {
            "Label": [*NodeKind, *STORE_LABELS],
            "RelationshipType": [*EdgeKind, *STORE_RELATIONSHIP_TYPES],
            "Property": {name for kind in RECORD_KINDS.values() for name in kind.column_names}.union(
                STORE_PROPERTIES
            ),
        }
        with GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver:
            for what, wanted in names.items():
                creating = f"UNWIND $names AS name CALL db.create{what}(name)"
                driver.execute_query(creating, names=sorted(map(str, wanted)), database_="neo4j")


def find_neo4j_for_tests(version: str | None = None) -> Neo4jForTests | None:
    """A server, or None: `why_no_neo4j` then says what is missing. A version asks for a server of this machine."""
    _reasons.clear()
    if version is not None:
        return _local(version)
    chosen = os.environ.get("GUANXI_TEST_NEO4J_VERSION")
    if chosen:
        return _local(chosen)
    return _named() or _container() or _local(DEFAULT_VERSION)


def why_no_neo4j() -> str:
    """What the search before found missing."""
    return "no Neo4j for tests: " + "; ".join(_reasons)


def _named() -> Neo4jForTests | None:
    uri = os.environ.get("GUANXI_TEST_NEO4J_URI")
    if not uri:
        _reasons.append("GUANXI_TEST_NEO4J_URI is not set")
        return None
    user = os.environ.get("GUANXI_TEST_NEO4J_USER", "neo4j")
    password = os.environ.get("GUANXI_TEST_NEO4J_PASSWORD", "")
    return Neo4jForTests(uri, user, password, f"{uri} (GUANXI_TEST_NEO4J_URI)", lambda: None)


def _container() -> Neo4jForTests | None:
    try:
        docker.from_env(timeout=_DAEMON_SECONDS).ping()
    except (DockerException, OSError):
        _reasons.append("no Docker daemon answers")
        return None
    container = Neo4jContainer(IMAGE, password=secrets.token_urlsafe(16))
    try:
        container.start()
    except DockerException as error:
        _reasons.append(f"Docker does not run {IMAGE}: {error}")
        return None
    return Neo4jForTests(
        container.get_connection_url(),
        container.username,
        container.password,
        f"container {IMAGE}",
        container.stop,
    )


def _local(version: str) -> Neo4jForTests | None:
    home = Path(tempfile.mkdtemp(prefix="guanxi-neo4j-"))
    password = secrets.token_urlsafe(16)
    plan = ServerPlan(
        home=home,
        version=version,
        bolt_port=free_port(),
        http_port=free_port(),
        heap="1g",
        java_options=_FAST_START,
        settings=_KEPT_PLANS,
        password=password,
    )

    def close() -> None:
        kill_server(home)
        shutil.rmtree(home, ignore_errors=True)

    try:
        server = start_server(plan)
    except StoreUnavailable as error:
        close()
        _reasons.append(str(error))
        return None
    return Neo4jForTests(server.bolt_url, "neo4j", password, f"Neo4j {version} on this machine", close)
