"""Choke points: the people without whom somebody else falls out of reach.

Without a person x, only the people below x in the tree of strongest paths can lose anything. Recomputing just
those, from their other neighbours, is exact. Most people need not even that: somebody with two good arcs
from different branches loses nothing with any single person above. What remains is near-linear over all x.

With a floor of 0 these are the dominators of the access graph (R. T. Prosser 1959). Articulation points of the
undirected graph would be wrong: ties among our own people do not reach the customer.
"""

from __future__ import annotations

from heapq import heappop, heappush

from queries.algorithms.access_graph import NOWHERE, AccessGraph, AccessTree
from queries.algorithms.thresholds import reaches


def choke_points(graph: AccessGraph, tree: AccessTree, reach_floor: float) -> dict[int, list[int]]:
    """For every choke point the *other* people within reach who fall out of it, both as numbers of people."""
    is_within = [strength > 0 and reaches(strength, reach_floor) for strength in tree.strengths]
    suspects: set[int] = set()
    for number in tree.order:
        if is_within[number] and tree.parents[number] != NOWHERE:
            meeting = _where_good_arcs_meet(graph, tree, number, reach_floor)
            while meeting != NOWHERE and meeting not in suspects:
                suspects.add(meeting)
                meeting = tree.parents[meeting]
    arcs_from = _arcs_from(graph) if suspects else []
    found = {}
    for suspect in sorted(suspects):
        lost = _lost_without(suspect, graph, tree, arcs_from, is_within, reach_floor)
        if lost:
            found[suspect] = lost
    return found


def _where_good_arcs_meet(graph: AccessGraph, tree: AccessTree, number: int, reach_floor: float) -> int:
    """The lowest person above all arcs that alone keep this one within reach; NOWHERE when they share none."""
    meeting: int | None = None
    for source, strength, _ in graph.arcs_into[number]:
        access = tree.strengths[source] * strength
        if access <= 0 or not reaches(access, reach_floor) or _is_at_or_below(tree, source, number):
            continue
        meeting = source if meeting is None else meeting
        while meeting != NOWHERE and not _is_at_or_below(tree, source, meeting):
            meeting = tree.parents[meeting]
        if meeting == NOWHERE:
            break
    return NOWHERE if meeting is None else meeting


def _is_at_or_below(tree: AccessTree, number: int, above: int) -> bool:
    return tree.place[above] <= tree.place[number] < tree.end[above]


def _lost_without(
    removed: int,
    graph: AccessGraph,
    tree: AccessTree,
    arcs_from: list[list[tuple[int, float]]],
    is_within: list[bool],
    reach_floor: float,
) -> list[int]:
    """The people below the removed one whose strongest other path is under the floor."""
    first, end = tree.place[removed], tree.end[removed]
    below = {number for number in tree.order[first + 1 : end] if is_within[number]}
    waiting: list[tuple[float, int]] = []
    for number in below:
        best = 0.0
        for source, strength, _ in graph.arcs_into[number]:
            if not first <= tree.place[source] < end and tree.strengths[source] * strength > best:
                best = tree.strengths[source] * strength
        if best > 0 and reaches(best, reach_floor):
            heappush(waiting, (-best, number))
    while waiting:
        negative, number = heappop(waiting)
        if number not in below:
            continue
        below.remove(number)
        for target, strength in arcs_from[number]:
            if target in below and reaches(-negative * strength, reach_floor):
                heappush(waiting, (negative * strength, target))
    return sorted(below)


def _arcs_from(graph: AccessGraph) -> list[list[tuple[int, float]]]:
    arcs_from: list[list[tuple[int, float]]] = [[] for _ in graph.keys]
    for target, arcs in enumerate(graph.arcs_into):
        for source, strength, _ in arcs:
            arcs_from[source].append((target, strength))
    return arcs_from
