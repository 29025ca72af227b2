"""A copy of the checkout to change, and its own command and code run in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.architecture.checkout import ROOT, tracked_files

_ASKING = """
import asyncio, sys
from httpx import ASGITransport, AsyncClient
from api.app import create_app
from graph.settings import Settings

async def main():
    app = create_app(Settings(_env_file=None, store_url=sys.argv[1], refresh_in_background=False))
    async with app.router.lifespan_context(app):
        async with AsyncClient(transport=ASGITransport(app=app), base_url="http://127.0.0.1:8080") as http:
            response = await http.post("/graphql", json={"query": sys.argv[2]})
            print("ANSWER" + response.text)

asyncio.run(main())
"""


def copy_tree(copy: Path) -> None:
    """Copies what git keeps of the checkout."""
    for path in tracked_files():
        place = copy / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def run_command(tree: Path, *typed: str, settings: Mapping[str, str] | None = None) -> str:
    """What the copy's own command prints."""
    pyproject = tomllib.loads((tree / "pyproject.toml").read_text(encoding="utf-8"))
    module, function = pyproject["project"]["scripts"]["guanxi"].split(":")
    return run_python(tree, f"from {module} import {function}\n{function}()", *typed, settings=settings)


def run_python(tree: Path, code: str, *typed: str, settings: Mapping[str, str] | None = None) -> str:
    """What code prints that imports the copy."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GUANXI_")}
    done = subprocess.run(
        [sys.executable, "-c", code, *typed],
        cwd=tree,
        env={**environment, **(settings or {}), "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def ask(tree: Path, store: str, query: str, *, settings: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the copy's service answers over GraphQL."""
    printed = run_python(tree, _ASKING, store, query, settings=settings)
    answer: dict[str, Any] = json.loads(printed.partition("ANSWER")[2].splitlines()[0])
    return answer
