"""A Neo4j of the benchmarks' own: started empty on free ports, and gone at the end."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from graph.errors import StoreUnavailable
from graph.neo4j_server import ServerPlan, free_port, kill_server, start_server
from graph.settings import Settings


@contextmanager
def neo4j_settings() -> Iterator[Settings | None]:
    """Settings of a running server; None where there is no Java, or no Maven to fetch the server with."""
    password = secrets.token_urlsafe(16)
    with TemporaryDirectory() as home:
        plan = ServerPlan(Path(home), bolt_port=free_port(), http_port=free_port(), password=password)
        try:
            server = start_server(plan, tell=print)
        except StoreUnavailable as reason:
            print(f"Without Neo4j: {reason}")
            yield None
            return
        try:
            yield Settings(
                store_url=server.bolt_url, neo4j_password=SecretStr(password), store_timeout_seconds=120
            )
        finally:
            kill_server(plan.home)
