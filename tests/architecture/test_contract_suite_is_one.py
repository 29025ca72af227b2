"""The contract suite is one: every store passes the same tests with the same expectations.

A test that skips for one store, or expects of one what it does not of another, makes two contracts of one; what
the stores do differently then grows unseen. So the test modules of tests/contract do not know which store they
run against: only its conftest.py, which makes them, names stores.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.checkout import ROOT

CONTRACT = ROOT / "tests" / "contract"
_STORES = ("sqlite", "neo4j", "memory")
_WAYS_OUT = {"skip", "skipif", "xfail", "importorskip"}
_FIXTURES_THAT_KNOW = {"request", "tmp_path"}


def _names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name, attribute, argument, import and text of the module, docstrings aside."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
                yield getattr(node, "lineno", 0), name
            case ast.ImportFrom(module=str(name)) | ast.alias(name=name):
                yield getattr(node, "lineno", 0), name
            case ast.Constant(value=str(name)) if id(node) not in docstrings:
                yield node.lineno, name
            case _:
                pass


def _offences(source: str) -> list[str]:
    found = []
    for line, name in _names(ast.parse(source)):
        is_store = any(store in name.lower() for store in _STORES)
        if is_store or name in _WAYS_OUT or name in _FIXTURES_THAT_KNOW:
            found.append(f"{line}: {name}")
    return found


def _modules() -> list[Path]:
    return sorted(path for path in CONTRACT.rglob("*.py") if path.name != "conftest.py")


@pytest.mark.parametrize("path", _modules(), ids=lambda path: path.name)
def test_a_contract_test_does_not_know_its_store(path: Path) -> None:
    assert _offences(path.read_text(encoding="utf-8")) == []


def test_the_suite_is_where_it_is_looked_for() -> None:
    assert len([path for path in _modules() if path.name.startswith("test_")]) >= 8


@pytest.mark.parametrize(
    "source",
    [
        "import pytest\n@pytest.mark.skipif(True, reason='')\ndef test_a(store): ...",
        "import pytest\ndef test_a(store): pytest.skip('later')",
        "import pytest\n@pytest.mark.xfail\ndef test_a(store): ...",
        "from graph.stores.sqlite_store import SqliteStore",
        "def test_a(store): assert type(store).__name__ == 'Neo4jStore'",
        "async def test_a(store):\n    if (await store.get_health()).backend == 'memory': return",
        "def test_a(store, request): ...",
    ],
)
def test_every_way_to_treat_one_store_apart_is_seen(source: str) -> None:
    assert _offences(source)
