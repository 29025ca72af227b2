"""Reach without some people: the access strengths of what is left of an access graph."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from queries.algorithms.access_graph import AccessGraph, AccessTree


def strengths_without(graph: AccessGraph, tree: AccessTree, people: Iterable[int]) -> NDArray[np.float64]:
    """Everybody's access strength, by number, when the people (of either side) are not there; theirs is 0.

    Only those who have one of the people on their strongest path can lose anything. `tree` is that of the whole
    graph. Cost: one search of the rest of the graph; none when nobody's strongest path leads over the people.
    """
    is_gone = np.zeros(len(graph.keys), dtype=np.bool_)
    is_gone[list(people)] = True
    strengths = tree.strengths
    if is_gone[tree.parents[tree.parents >= 0]].any():
        arcs = graph.arcs
        staying = arcs.chosen(~(is_gone[arcs.sources] | is_gone[arcs.targets]))
        employees, contacts = graph.keys[: graph.employee_count], graph.keys[graph.employee_count :]
        strengths = AccessTree(AccessGraph(employees, contacts, staying)).strengths
    return np.where(is_gone, 0.0, strengths)
