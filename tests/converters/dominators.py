"""From immediate dominators to everyone who is lost without a node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping


def dominated_by(immediate: Mapping[str, str], root: str = "S") -> dict[str, set[str]]:
    """By node other than the root, all nodes that it dominates; nodes that dominate none are left out."""
    below: dict[str, set[str]] = defaultdict(set)
    for node in immediate:
        above = immediate[node]
        while above != root:
            below[above].add(node)
            above = immediate[above]
    return dict(below)
