"""Neo4j's own language support finds nothing to say about a statement, and would not format it otherwise."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from graph.cypher import STATEMENTS, Statement
from graph.model.record_kinds import RECORD_KINDS
from graph.model.words import EdgeKind, NodeKind
from graph.stores.neo4j.labels import STORE_LABELS, STORE_PROPERTIES, STORE_RELATIONSHIP_TYPES
from tests.cypher.sample_parameters import sample_parameters

HERE = Path(__file__).parent

SCHEMA = {
    "labels": [*NodeKind, *STORE_LABELS],
    "relationshipTypes": [*EdgeKind, *STORE_RELATIONSHIP_TYPES],
    "propertyKeys": sorted(
        {name for kind in RECORD_KINDS.values() for name in kind.column_names}.union(STORE_PROPERTIES)
    ),
}


def _lint(texts: dict[str, Statement]) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules").is_dir():
        reason = "Node and the linter's packages are missing (npm ci --prefix tests/cypher)"
        if os.environ.get("GUANXI_REQUIRE_NEO4J") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    asked = {
        "schema": SCHEMA,
        "statements": {
            name: {"text": statement.text, "parameters": sample_parameters(statement.params)}
            for name, statement in texts.items()
        },
    }
    run = subprocess.run(
        [node, "lint.mjs"], input=json.dumps(asked), capture_output=True, text=True, cwd=HERE, check=True
    )
    said: dict[str, Any] = json.loads(run.stdout)
    return said


@pytest.fixture(scope="module")
def linted() -> dict[str, Any]:
    return _lint(STATEMENTS)


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_linter_has_no_remark(linted: dict[str, Any], name: str) -> None:
    assert linted[name]["remarks"] == []


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_formatter_changes_nothing(linted: dict[str, Any], name: str) -> None:
    assert linted[name]["formatted"].rstrip() + "\n" == STATEMENTS[name].text


def test_a_label_and_a_type_outside_of_the_vocabulary_are_remarked() -> None:
    text = "MATCH (n:Persn)-[:KNOWS]->(:Person {key: $key}) RETURN n.key AS key"
    remarks = _lint({"wrong": Statement("wrong", "", ("key",), ("key",), text)})["wrong"]["remarks"]
    assert any("Persn" in remark for remark in remarks)
    assert any("KNOWS" in remark for remark in remarks)
