"""Reach without some people: the access strengths of what is left of an access graph."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from queries.algorithms.access_graph import NOWHERE, AccessGraph, AccessTree


def strengths_without(graph: AccessGraph, tree: AccessTree, people: Iterable[int]) -> NDArray[np.float64]:
    """Everybody's access strength, by number, when the people (of either side) are not there; theirs is 0.

    `tree` is that of the whole graph. Only those who have one of the people on their strongest path can lose
    anything; theirs are found again from the others' by Bellman's relaxation. Cost: one pass over the arcs into
    these for every step that the longest of the new paths takes among them.
    """
    is_gone = np.zeros(len(graph.keys), dtype=np.bool_)
    is_gone[list(people)] = True
    above = np.where(tree.parents == NOWHERE, np.arange(len(graph.keys)), tree.parents)
    is_open = is_gone
    for _ in range(tree.deepest):
        is_open = is_open | is_open[above]
    strengths = np.where(is_open, 0.0, tree.strengths)
    arcs = graph.arcs
    rows = np.flatnonzero(is_open[arcs.targets] & ~is_gone[arcs.targets] & ~is_gone[arcs.sources])
    sources, targets, weights = arcs.sources[rows], arcs.targets[rows], arcs.weights[rows]
    while True:
        found = strengths.copy()
        np.maximum.at(found, targets, strengths[sources] * weights)
        if np.array_equal(found, strengths):
            return found
        strengths = found
