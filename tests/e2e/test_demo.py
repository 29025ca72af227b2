"""`guanxi demo` and `guanxi serve` as processes: the store stays, a signal stops them, errors are plain."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.e2e.demo_process import running_demo

COUNT = {"query": "{ companies(filter: { accountsOnly: true }, first: 100) { edges { node { key } } } }"}
ROOT = Path(__file__).parents[2]


def guanxi(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "api.cli", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_demo_loads_its_world_once_and_stops_cleanly_on_a_signal(tmp_path: Path) -> None:
    with running_demo(tmp_path) as first:
        accounts = httpx.post(f"{first.address}/graphql", json=COUNT).json()["data"]["companies"]["edges"]
        assert len(accounts) == 14
    assert first.returned == 0
    assert "Loaded" in first.printed
    assert (tmp_path / "var" / "demo.db").is_file()
    with running_demo(tmp_path) as second:
        assert httpx.get(f"{second.address}/health/ready").json()["backend"] == "sqlite"
    assert "Loaded" not in second.printed
    assert second.returned == 0


def test_serve_refuses_to_be_open_to_others_without_a_token(tmp_path: Path) -> None:
    ran = guanxi(tmp_path, "serve", "--host", "0.0.0.0", GUANXI_STORE_URL="memory:")
    assert ran.returncode == 1
    assert "GUANXI_API_TOKEN" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("typed", [["serve", "--store", "memory:"], ["demo", "--store", "memory:"]], ids=" ".join)
def test_a_port_in_use_is_told_with_the_way_to_take_another(tmp_path: Path, typed: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = guanxi(tmp_path, *typed, "--port", port)
    assert ran.returncode == 1
    told = " ".join(ran.stderr.split())
    assert f"port {port} of 127.0.0.1 is in use by another program; --port (or GUANXI_PORT) takes another" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("host", ["no such host", "192.0.2.7"])
def test_an_address_of_another_machine_is_told(tmp_path: Path, host: str) -> None:
    given = {"GUANXI_API_TOKEN": "long", "GUANXI_STORE_URL": "memory:"}
    ran = guanxi(tmp_path, "serve", "--host", host, "--port", "0", **given)
    assert ran.returncode == 1
    assert f"host {host!r}: expected an address of this machine" in ran.stderr


def test_settings_that_are_not_allowed_are_named_without_their_value(tmp_path: Path) -> None:
    ran = guanxi(tmp_path, "serve", GUANXI_PORT="secret")
    assert ran.returncode == 1
    assert "GUANXI_PORT" in ran.stderr
    assert "secret" not in ran.stderr


def test_a_store_that_cannot_be_opened_is_one_plain_sentence(tmp_path: Path) -> None:
    ran = guanxi(tmp_path, "serve", GUANXI_STORE_URL="mysql://nowhere")
    assert ran.returncode == 1
    assert "mysql" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_doctor_tells_the_store_and_how_it_is_guarded(tmp_path: Path) -> None:
    ran = guanxi(tmp_path, "doctor", GUANXI_STORE_URL="sqlite:///here.db")
    assert ran.returncode == 0, ran.stderr
    assert "sqlite" in ran.stdout
    assert "schema version" in ran.stdout
    open_to_all = guanxi(tmp_path, "doctor", GUANXI_STORE_URL="memory:", GUANXI_HOST="0.0.0.0")
    assert open_to_all.returncode == 1
    assert "GUANXI_API_TOKEN" in open_to_all.stderr


def test_migrate_brings_a_new_store_to_the_version_of_the_program(tmp_path: Path) -> None:
    ran = guanxi(tmp_path, "migrate", GUANXI_STORE_URL="sqlite:///new.db")
    assert ran.returncode == 0, ran.stderr
    assert "schema version" in ran.stderr
    assert (tmp_path / "new.db").is_file()


def test_schema_prints_what_is_exported(tmp_path: Path) -> None:
    ran = guanxi(tmp_path, "schema")
    assert ran.stdout == (ROOT / "api" / "schema.graphql").read_text(encoding="utf-8")
