"""What `make` sets up for whom, read off the commands that it would run in a fresh checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT


def would_run(target: str, fresh: Path) -> str:
    """The commands for an environment that is not there, and with a linter's lock that has changed (-W)."""
    command = ["make", "-n", "-C", str(ROOT), target, f"VENV={fresh}", "-W", "tests/cypher/package-lock.json"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("target", ["demo", "serve"])
def test_who_only_runs_guanxi_gets_neither_the_linter_nor_what_tests_need(tmp_path: Path, target: str) -> None:
    commands = would_run(target, tmp_path / "venv")
    assert "npm" not in commands
    (sync,) = [line for line in commands.splitlines() if "uv sync" in line]
    assert "--no-dev" in sync
    assert "--inexact" in sync, "a developer's environment would lose its tests"


@pytest.mark.parametrize("target", ["setup", "test"])
def test_who_develops_gets_both(tmp_path: Path, target: str) -> None:
    commands = would_run(target, tmp_path / "venv")
    assert "npm ci" in commands
    (sync,) = [line for line in commands.splitlines() if "uv sync" in line]
    assert "--no-dev" not in sync
