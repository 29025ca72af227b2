"""A Neo4j Community server on this machine, for people without Docker (`guanxi neo4j start`) and for tests.

Maven fetches the server's jars (about 120 MB, once per version, into the user's cache); the server runs as a
process of its own on the loopback interface. Neo4j Community is GPLv3; nothing of it is part of this program.
Linux and macOS.

Every function raises StoreUnavailable with what is missing and what to do about it.
"""

from __future__ import annotations

from graph.neo4j_server.jars import DEFAULT_VERSION, fetch_jars
from graph.neo4j_server.java import Java, find_java
from graph.neo4j_server.process import (
    RunningServer,
    find_server,
    free_port,
    is_answering,
    kill_server,
    start_server,
    stop_server,
)
from graph.neo4j_server.server_home import DEFAULT_HEAP, ServerPlan, password_file

__all__ = [
    "DEFAULT_HEAP",
    "DEFAULT_VERSION",
    "Java",
    "RunningServer",
    "ServerPlan",
    "fetch_jars",
    "find_java",
    "find_server",
    "free_port",
    "is_answering",
    "kill_server",
    "password_file",
    "start_server",
    "stop_server",
]
