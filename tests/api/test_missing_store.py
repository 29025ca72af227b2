"""A command that asks a store which is not there says so, and makes none."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app

ASKING = {
    "ask": ["ask", "portfolio"],
    "review": ["review", "li", "--last-day", "2026-07-31"],
    "refresh": ["refresh"],
    "export": ["export", "out.zip"],
}


@pytest.mark.parametrize("typed", ASKING.values(), ids=ASKING)
@pytest.mark.parametrize("is_option", [True, False], ids=["--store", "GUANXI_STORE_URL"])
def test_a_store_that_is_not_there_is_named_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], is_option: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    url = "sqlite:///var/none.db"
    monkeypatch.setenv("GUANXI_STORE_URL", "memory:" if is_option else url)
    done = CliRunner().invoke(app, [*typed, "--store", url] if is_option else typed)
    assert done.exit_code == 1
    told = " ".join(done.stderr.split())
    assert told.startswith(
        "guanxi: var/none.db: expected a store, there is no such file; guanxi import, guanxi demo"
    )
    assert "Traceback" not in done.output
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_in_memory_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["ask", "policy", "--store", "memory:"])
    assert (done.exit_code, "reach_floor" in done.stdout) == (0, True)


@pytest.mark.parametrize("command", ["migrate", "doctor"])
def test_migrate_and_doctor_make_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("GUANXI_STORE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    assert CliRunner().invoke(app, [command]).exit_code == 0
    assert (tmp_path / "new.db").exists()
