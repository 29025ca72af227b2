"""Choke points: the people without whom somebody else falls out of reach.

Without a person x, only the people below x in the tree of strongest paths can lose anything. An arc that alone
keeps somebody within reach is good; it still is without x when it comes from somebody who is neither x nor below
x. So only people all of whose good arcs come from x or below it can be lost with x. Those whose good arcs all come
from x itself are; for the rest, recomputing the people below x from their other neighbours is exact. Few need
that, and the whole is near-linear over all x.

With a floor of 0 these are the dominators of the access graph (R. T. Prosser 1959). Articulation points of the
undirected graph would be wrong: ties among our own people do not reach the customer.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush

import numpy as np

from queries.algorithms.access_graph import NOWHERE, AccessGraph, AccessTree
from queries.algorithms.thresholds import TOLERANCE, reaches


def choke_points(graph: AccessGraph, tree: AccessTree, reach_floor: float) -> dict[int, list[int]]:
    """For every choke point the *other* people within reach who fall out of it, both as numbers of people."""
    lost: dict[int, list[int]] = defaultdict(list)
    unclear: set[int] = set()
    for point, person, is_certain in _endangered(graph, tree, reach_floor):
        if is_certain:
            lost[point].append(person)
        else:
            unclear.add(point)
    if unclear:
        children = _children(tree)
        for point in unclear:
            lost[point] = _lost_without(point, children, graph, tree, reach_floor)
    return {point: sorted(lost[point]) for point in sorted(lost) if lost[point]}


def _endangered(graph: AccessGraph, tree: AccessTree, reach_floor: float) -> list[tuple[int, int, bool]]:
    """Pairs (x, person) where no good arc into the person comes from elsewhere than x and the people below x.

    Certain when all of them come from x itself. Goes up the tree one depth at a time; `ends` and `starts` are,
    for both ends of every good arc, the person at that depth on the strongest path.
    """
    access = tree.strengths[graph.arcs.sources] * graph.arcs.weights
    is_good = (access > 0) & (access >= reach_floor - TOLERANCE)
    starts, ends = graph.arcs.sources[is_good], graph.arcs.targets[is_good]
    sources, targets = starts, ends
    good_arcs = np.bincount(targets, minlength=len(graph.keys))
    found: list[tuple[int, int, bool]] = []
    for depth in range(tree.deepest - 1, -1, -1):
        starts, ends = tree.climbed(starts, depth), tree.climbed(ends, depth)
        is_below = (tree.depths[targets] > depth) & (starts == ends)
        inside = np.bincount(targets[is_below], minlength=len(graph.keys))
        direct = np.bincount(targets[is_below & (sources == ends)], minlength=len(graph.keys))
        points = np.full(len(graph.keys), NOWHERE, dtype=np.intp)
        points[targets[is_below]] = ends[is_below]
        people = np.flatnonzero((inside == good_arcs) & (inside > 0))
        certain = (direct == good_arcs)[people]
        found += zip(points[people].tolist(), people.tolist(), certain.tolist(), strict=True)
    return found


def _children(tree: AccessTree) -> dict[int, list[int]]:
    """The children of every person in the tree."""
    children: dict[int, list[int]] = defaultdict(list)
    for child, parent in enumerate(tree.parents.tolist()):
        if parent != NOWHERE:
            children[parent].append(child)
    return children


def _lost_without(
    point: int, children: dict[int, list[int]], graph: AccessGraph, tree: AccessTree, reach_floor: float
) -> list[int]:
    """The people below the point whose strongest other path is under the floor."""
    strengths = tree.strengths
    below = [*children[point]]
    for number in below:
        below.extend(children[number])
    cut_off = {number for number in below if reaches(strengths[number], reach_floor)}
    without = {point, *below}
    waiting: list[tuple[float, int]] = []
    for number in cut_off:
        outside = ((strengths[s] * w) for s, w, _ in graph.arcs_into[number] if s not in without)
        best = max(outside, default=0.0)
        if best > 0 and reaches(best, reach_floor):
            heappush(waiting, (-best, number))
    while waiting:
        negative, number = heappop(waiting)
        if number not in cut_off:
            continue
        cut_off.remove(number)
        for target, strength in graph.arcs_from[number]:
            if target in cut_off and reaches(-negative * strength, reach_floor):
                heappush(waiting, (negative * strength, target))
    return sorted(cut_off)
