"""A Neo4j of the benchmarks' own: started empty on free ports, and gone at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from graph.errors import StoreUnavailable
from graph.neo4j_server import ServerPlan, free_port, kill_server, start_server
from graph.neo4j_server.server_home import PASSWORD_VARIABLE, password_file
from graph.settings import Settings


@contextmanager
def neo4j_settings() -> Iterator[Settings | None]:
    """Settings of a running server; None where there is no Java, or no Maven to fetch the server with."""
    with TemporaryDirectory() as home:
        plan = ServerPlan(Path(home), bolt_port=free_port(), http_port=free_port())
        try:
            server = start_server(plan, tell=print)
        except StoreUnavailable as reason:
            print(f"Without Neo4j: {reason}")
            yield None
            return
        try:
            password = os.environ.get(PASSWORD_VARIABLE) or password_file(plan.home).read_text(encoding="utf-8")
            yield Settings(store_url=server.bolt_url, neo4j_password=SecretStr(password))
        finally:
            kill_server(plan.home)
