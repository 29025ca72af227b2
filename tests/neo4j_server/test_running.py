"""`guanxi neo4j start`, `status` and `stop`, with a real server."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.errors import StoreUnavailable
from graph.model.companies import COMPANIES, Company
from graph.neo4j_server import (
    DEFAULT_VERSION,
    ServerPlan,
    fetch_jars,
    find_java,
    find_server,
    free_port,
    kill_server,
    password_file,
    start_server,
)
from graph.store import Changes, Table
from graph.stores.neo4j_store import Neo4jStore
from graph.viewer import LOCAL

ACME = Company(key="acme", name="Acme", side="CUSTOMER")


@pytest.fixture(autouse=True)
def a_server_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUANXI_NEO4J_PASSWORD", raising=False)
    try:
        fetch_jars(DEFAULT_VERSION, find_java(DEFAULT_VERSION), lambda _: None)
    except StoreUnavailable as error:
        pytest.skip(str(error))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "neo4j"
    kill_server(tmp_path / "neo4j")


def guanxi(*arguments: str | Path) -> tuple[int, str]:
    """The exit code and what the command says."""
    done = CliRunner().invoke(app, ["neo4j", *map(str, arguments)])
    return done.exit_code, done.output


def assert_password_is_private(home: Path, pid: int, password: str) -> None:
    """It is in its own file alone: not in another one, not in the arguments or environment of the server."""
    assert len(password) >= 20
    assert stat.S_IMODE(password_file(home).stat().st_mode) == 0o600
    kept = [path for path in home.rglob("*") if path.is_file() and path != password_file(home)]
    process = Path(f"/proc/{pid}")
    if process.exists():
        kept += [process / "cmdline", process / "environ"]
    assert [path for path in kept if password.encode() in path.read_bytes()] == []


async def open_store(home: Path, password: str) -> Neo4jStore:
    server = find_server(home)
    assert server is not None
    store = await Neo4jStore.open(
        server.bolt_url, user="neo4j", password=password, database="neo4j", timeout_seconds=30
    )
    await store.migrate()
    return store


async def test_data_is_there_after_stop_and_start_and_the_password_stays_private(home: Path) -> None:
    place = ("--home", home)
    ports = ("--bolt-port", str(free_port()), "--http-port", str(free_port()))
    code, said = guanxi("status", *place)
    assert (code, said) == (1, f"No Neo4j is running from {home}.\n")

    code, said = guanxi("start", *place, *ports, "--heap", "512m")
    assert code == 0, said
    server = find_server(home)
    assert server is not None
    assert f"GUANXI_STORE_URL={server.bolt_url}" in said
    assert str(password_file(home)) in said

    password = password_file(home).read_text()
    assert_password_is_private(home, server.pid, password)
    assert password not in said

    store = await open_store(home, password)
    await store.write(LOCAL, Changes([Table.of_rows(COMPANIES, COMPANIES.column_names, [ACME])]))
    await store.close()

    code, said = guanxi("start", *place, *ports)
    assert (code, said.splitlines()[0]) == (0, f"Neo4j {DEFAULT_VERSION} was already running.")
    assert find_server(home) == server
    code, said = guanxi("status", *place)
    assert code == 0
    assert f"process {server.pid} and answers" in said

    assert guanxi("stop", *place) == (0, "Neo4j is stopped.\n")
    assert find_server(home) is None
    assert guanxi("stop", *place) == (0, "No Neo4j was running here.\n")

    assert guanxi("start", *place, *ports, "--heap", "512m")[0] == 0
    store = await open_store(home, password)
    assert [tuple(row) for row in await store.find(LOCAL, COMPANIES, "key", ["acme"])] == [tuple(ACME)]
    await store.close()


async def test_the_password_of_the_environment_is_taken_and_not_written_down(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUANXI_NEO4J_PASSWORD", "a-password-of-mine")
    start_server(ServerPlan(home, bolt_port=free_port(), http_port=free_port(), heap="512m"))
    assert not password_file(home).exists()
    store = await open_store(home, "a-password-of-mine")
    await store.close()
    with pytest.raises(StoreUnavailable, match="refuses the user or the password") as refusal:
        await open_store(home, "another-password")
    assert "another-password" not in str(refusal.value)


def test_a_port_that_is_taken_is_named(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = guanxi("start", "--home", home, "--bolt-port", str(port), "--http-port", str(free_port()))
    assert code == 1
    assert f"port {port} of 127.0.0.1 is taken" in " ".join(said.split())
    assert find_server(home) is None


def test_a_server_that_cannot_start_leaves_no_process_and_shows_its_log(home: Path) -> None:
    plan = ServerPlan(
        home, bolt_port=free_port(), http_port=free_port(), settings={"server.memory.pagecache.size": "nonsense"}
    )
    with pytest.raises(StoreUnavailable, match=r"(?s)did not start.*console\.log.*nonsense"):
        start_server(plan)
    assert find_server(home) is None


def test_a_process_of_the_same_number_is_not_taken_for_the_server(home: Path) -> None:
    (home / "run").mkdir(parents=True)
    state = f'{{"pid": {os.getpid()}, "version": "5.26.29", "bolt_port": 1, "http_port": 2}}'
    (home / "run" / "server.json").write_text(state)
    assert find_server(home) is None
    kill_server(home)  # would end this very process
