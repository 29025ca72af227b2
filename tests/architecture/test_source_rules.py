"""Rules of the house that import contracts cannot say, read off the syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.posture_store import PostureStore
from graph.store import GraphStore
from tests.architecture.checkout import PACKAGES, ROOT, python_files, shown, tracked_files

_EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "base",
    "misc",
    "shared",
    "stuff",
    "core",
}
_ASYNC = (ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await)
_CYPHER = re.compile(
    r"\b(MATCH|MERGE)\s*\(\s*\w*\s*[:{)]|\bUNWIND\s+\S+\s+AS\b|\bDETACH\s+DELETE\b|\bCREATE\s+CONSTRAINT\b"
    r"|\bCALL\s+(db|dbms|apoc)\.|\bSHOW\s+(INDEXES|CONSTRAINTS)\b",
    re.IGNORECASE,
)
_LINES_AT_MOST = 400


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _texts(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string of the module that is not a docstring or a comment-like statement."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def test_thinking_is_not_async_only_the_asker_is() -> None:
    """A pure answer can be tested without a loop and run on any thread."""
    found = [
        f"{shown(path)}:{node.lineno}"
        for path in python_files("queries")
        if path != ROOT / "queries" / "ask.py" and path.parent != ROOT / "queries" / "asking"
        for node in ast.walk(_tree(path))
        if isinstance(node, _ASYNC)
    ]
    assert found == []


def test_who_shows_answers_reads_no_store() -> None:
    """What a question needs the asker reads: so what somebody may see is decided in one place."""
    ports = (GraphStore, PostureStore)
    reads = {
        name
        for port in ports
        for name in vars(port)
        if name.startswith(("read_", "find_", "get_", "count_", "search"))
    }
    shows = [*python_files("api/graphql", "api/resolvers", "api/review"), ROOT / "api" / "handover_download.py"]
    found = [
        f"{shown(path)}:{node.lineno}"
        for path in shows
        for node in ast.walk(_tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in reads)
        or (isinstance(node, ast.ImportFrom) and node.module in ("graph.teams", "graph.customer_figures"))
    ]
    assert found == []


def test_cypher_stands_in_cypher_files_only() -> None:
    """There its header, plan and formatting are checked; in a Python string nothing checks it."""
    found = [
        f"{shown(path)}:{text.lineno}: {text.value.strip()[:60]}"
        for path in python_files(*PACKAGES)
        for text in _texts(_tree(path))
        if _CYPHER.search(str(text.value))
    ]
    assert found == []


def test_the_cypher_rule_knows_cypher_from_prose_and_sql() -> None:
    assert _CYPHER.search("MATCH (p:Person) RETURN p")
    assert _CYPHER.search("unwind $rows as row merge (p:Person {key: row.key})")
    assert not _CYPHER.search("both match (see the list); the rows merge (in order)")
    assert not _CYPHER.search("SELECT key FROM search WHERE search MATCH ? ORDER BY key")


def test_no_module_is_named_after_nothing() -> None:
    """A file called utils has no reason not to take the next function."""
    named = [
        shown(path)
        for path in python_files(*PACKAGES, "tests", "bench")
        if _EMPTY_WORDS & set(path.stem.lower().split("_"))
    ]
    assert named == []


def test_no_source_file_is_longer_than_a_reader_keeps_in_mind() -> None:
    suffixes = {".py", ".cypher", ".ts", ".js", ".mjs", ".sql"}
    long = {
        shown(path): count
        for path in tracked_files()
        if path.suffix in suffixes
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > _LINES_AT_MOST
    }
    assert long == {}


def test_no_exception_is_caught_without_saying_which() -> None:
    def is_broad(handler: ast.ExceptHandler) -> bool:
        caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        return any(
            kind is None or (isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException"))
            for kind in caught
        )

    def hands_on(handler: ast.ExceptHandler) -> bool:
        return any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))

    found = [
        f"{shown(path)}:{node.lineno}"
        for path in python_files(*PACKAGES)
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ExceptHandler) and is_broad(node) and not hands_on(node)
    ]
    assert found == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_module_says_what_it_is(package: str) -> None:
    silent = [
        shown(path)
        for path in python_files(package)
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(_tree(path))
    ]
    assert silent == []
