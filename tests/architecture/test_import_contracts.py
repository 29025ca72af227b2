"""Who may import whom: the contracts of pyproject.toml, run."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.checkout import ROOT, pyproject


def test_every_import_contract_is_kept() -> None:
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    ran = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_package_is_under_a_contract_that_gives_each_new_module_a_place() -> None:
    contracts = pyproject()["tool"]["importlinter"]["contracts"]
    exhaustive = {
        container for contract in contracts if contract.get("exhaustive") for container in contract["containers"]
    }
    assert exhaustive >= {"graph", "queries", "api"}
