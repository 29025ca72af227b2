"""What a skip means: told in an ordinary run, a failure in a strict one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT

_TESTS = """
import pytest

def test_needs_a_server():
    pytest.skip("no Neo4j: Java is not installed")

def test_needs_a_page():
    pytest.skip("chromium is not installed")

@pytest.mark.xfail(reason="not yet")
def test_that_fails():
    raise AssertionError

def test_that_passes():
    pass
"""


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    (tmp_path / "test_drawn.py").write_text(_TESTS)
    return tmp_path


def _run(folder: Path, **strict: str) -> subprocess.CompletedProcess[str]:
    ours = ("GUANXI_STRICT", "GUANXI_REQUIRE_NEO4J", "GUANXI_REQUIRE_BROWSER", "PYTEST_ADDOPTS")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment |= {"PYTHONPATH": str(ROOT), **strict}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.strict_plugin", "-p", "no:cacheprovider", "."]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_an_ordinary_run_passes_and_says_what_it_did_not_prove(drawn: Path) -> None:
    ran = _run(drawn)
    assert ran.returncode == 0
    assert "1 skipped for want of a browser" in ran.stdout
    assert "1 skipped for want of Neo4j (or Java and Maven to start one)" in ran.stdout
    assert "1 x expected to fail: not yet" in ran.stdout


def test_a_strict_run_fails_for_every_skip_and_expected_failure(drawn: Path) -> None:
    ran = _run(drawn, GUANXI_STRICT="1")
    assert ran.returncode == 1
    assert "3 failed, 1 passed" in ran.stdout
    assert "allows no such skip: chromium is not installed" in ran.stdout


@pytest.mark.parametrize(
    ("variable", "failing"),
    [("GUANXI_REQUIRE_NEO4J", "test_needs_a_server"), ("GUANXI_REQUIRE_BROWSER", "test_needs_a_page")],
)
def test_a_required_part_fails_the_skips_for_want_of_it_alone(drawn: Path, variable: str, failing: str) -> None:
    ran = _run(drawn, **{variable: "1"})
    assert ran.returncode == 1
    assert f"FAILED test_drawn.py::{failing}" in ran.stdout
    assert "1 failed, 1 passed, 1 skipped" in ran.stdout


def test_a_strict_run_fails_for_a_file_that_skips_itself(tmp_path: Path) -> None:
    (tmp_path / "test_whole.py").write_text("import pytest\npytest.importorskip('no_such_module_at_all')\n")
    assert _run(tmp_path).returncode == 5  # nothing collected
    strict = _run(tmp_path, GUANXI_STRICT="1")
    assert strict.returncode == 2
    assert "allows no such skip" in strict.stdout
