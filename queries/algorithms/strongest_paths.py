"""Strongest paths to one person: for each employee who can start one, the best path there."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import NamedTuple

from queries.algorithms.access_graph import AccessGraph
from queries.algorithms.influence_arcs import ARC_KINDS


class AccessArc(NamedTuple):
    """An arc between two people's keys; `kind` is the edge that makes it one."""

    source: str
    target: str
    strength: float
    kind: str


class StrongestPath(NamedTuple):
    """A path from an employee; `strength` is the product of the arcs' strengths, in the order of the path."""

    strength: float
    arcs: tuple[AccessArc, ...]


def strongest_paths_to(graph: AccessGraph, target: str) -> list[StrongestPath]:
    """The strongest path from every employee who has one; strongest first, then fewest steps, then keys.

    Strengths that differ by rounding only (below 1e-12) count as equal. Cost: one Dijkstra search backwards.
    """
    goal = graph.number[target]
    settled: dict[int, tuple[AccessArc, ...]] = {}
    waiting: list[tuple[float, int, tuple[str, ...], float, int, tuple[AccessArc, ...]]] = [
        (-1.0, 0, (target,), 1.0, goal, ())
    ]
    while waiting:
        _, steps, keys, strength, number, arcs = heappop(waiting)
        if number in settled:
            continue
        settled[number] = arcs
        for source, weight, kind in graph.arcs_into[number]:
            if source not in settled:
                product = weight * strength
                arc = AccessArc(graph.keys[source], keys[0], weight, ARC_KINDS[kind])
                rank = (-round(product, 12), steps + 1, (arc.source, *keys))
                heappush(waiting, (*rank, product, source, (arc, *arcs)))
    paths = [_path(settled[employee]) for employee in range(graph.employee_count) if employee in settled]
    return sorted(paths, key=_rank)


def _path(arcs: tuple[AccessArc, ...]) -> StrongestPath:
    strength = 1.0
    for arc in arcs:
        strength *= arc.strength
    return StrongestPath(strength, arcs)


def _rank(path: StrongestPath) -> tuple[float, int, tuple[str, ...]]:
    return -round(path.strength, 12), len(path.arcs), tuple(arc.source for arc in path.arcs)
