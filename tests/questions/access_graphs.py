"""Random and published access graphs for tests, and the slow way to compute what the product computes fast."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from graph.model.words import EdgeKind
from queries.algorithms.access_graph import AccessGraph
from queries.algorithms.influence_arcs import arcs_of

Arcs = dict[tuple[str, str], float]
STRENGTHS = st.sampled_from([0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9, 1.0]) | st.floats(0.05, 1.0)


@st.composite
def access_graphs(draw: st.DrawFn) -> tuple[list[str], list[str], Arcs]:
    """Employees, contacts and strengths of arcs: employee to contact and contact to contact."""
    employees = [f"e{number}" for number in range(draw(st.integers(0, 3)))]
    contacts = [f"c{number}" for number in range(draw(st.integers(1, 8)))]
    pairs = [(source, target) for source in employees + contacts for target in contacts if source != target]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=20)) if pairs else []
    return employees, contacts, {pair: draw(STRENGTHS) for pair in chosen}


def access_graph(employees: list[str], contacts: list[str], arcs: Arcs) -> AccessGraph:
    """The product's graph of them."""
    number = {key: number for number, key in enumerate((*employees, *contacts))}
    rows = [(source, target, strength) for (source, target), strength in arcs.items()]
    return AccessGraph(employees, contacts, arcs_of(rows, EdgeKind.TIE, number))


def access_by_relaxing(employees: list[str], contacts: list[str], arcs: Arcs) -> dict[str, float]:
    """Access strengths by relaxing every arc until nothing changes."""
    found = dict.fromkeys(employees, 1.0)
    for _ in range(len(employees) + len(contacts)):
        for (source, target), strength in arcs.items():
            found[target] = max(found.get(target, 0.0), found.get(source, 0.0) * strength)
    return {person: found.get(person, 0.0) for person in employees + contacts}


def reference_data(folder: str, name: str) -> Any:
    """A JSON file of the reference data beside the checkout; skips the test where it is absent."""
    root = Path(os.environ.get("GUANXI_TEST_DATA", Path(__file__).parents[2].parent / "shared" / "data"))
    path = root / folder / name
    if not path.exists():
        pytest.skip(f"reference data {folder} is not beside the checkout")
    return json.loads(path.read_text(encoding="utf-8"))
