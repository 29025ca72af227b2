"""The oracle's algorithms on the published cases that apply; the folder beside the checkout holds them."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.access import by_strength, choke_points, simple_paths, strengths

_DATA = Path(os.environ.get("GUANXI_TEST_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    """Every published case."""
    file = _DATA / "algorithm_reference" / "cases.json"
    if not file.exists():
        pytest.skip(f"no published cases: {file} is absent")
    return json.loads(file.read_text(encoding="utf-8"))


def _of(cases: list[dict[str, Any]], algorithm: str) -> list[dict[str, Any]]:
    found = [case for case in cases if case["algorithm"].startswith(algorithm)]
    assert found, f"no case for {algorithm}"
    return found


def test_with_the_floor_at_0_choke_points_are_the_dominators(cases: list[dict[str, Any]]) -> None:
    for case in _of(cases, "immediate_dominators"):
        root = str(case["root"])
        arcs = {(str(start), str(end)): 0.5 for start, end in case["edges"]}
        immediate = {node: str(above) for node, above in case["expected"].items() if node != root}
        expected: dict[str, set[str]] = {}
        for node in immediate:
            above = immediate[node]
            while above != root:
                expected.setdefault(above, set()).add(node)
                above = immediate[above]
        assert choke_points(arcs, root, 0.0) == expected, case["id"]
        unreachable = {str(node) for node in case.get("unreachable", [])}
        assert not unreachable & set(strengths(arcs, root)), case["id"]


def test_paths_by_product_are_paths_by_sum_of_logarithms(cases: list[dict[str, Any]]) -> None:
    for case in _of(cases, "k_shortest_paths"):
        arcs = {(start, end): math.exp(-length / 100) for start, end, length in case["edges"]}
        paths = by_strength(simple_paths(arcs, case["source_node"], case["target_node"]))
        lengths = [-100 * math.log(path.strength) for path in paths[: case["k"]]]
        assert lengths == pytest.approx(case["expected"]), case["id"]


def test_the_strongest_path_beats_the_direct_link(cases: list[dict[str, Any]]) -> None:
    for case in _of(cases, "strongest path"):
        arcs = {(start, end): weight for start, end, weight in case["edges"]}
        paths = by_strength(simple_paths(arcs, case["source_node"], case["target_node"]))
        assert list(paths[0].nodes) == case["expected"]["best"], case["id"]
        assert [path.strength for path in paths] == pytest.approx(case["expected"]["order"])
        best = strengths(arcs, case["source_node"])[case["target_node"]]
        assert best == pytest.approx(case["expected"]["strength"])
