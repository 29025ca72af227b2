"""How we reach someone (section 4): strongest products by relaxing every arc until nothing changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cmp_to_key
from typing import NamedTuple

Arcs = dict[tuple[str, str], float]

OUR_COMPANY = ""
"""The source of the access graph; no key is empty."""

EQUAL = 1e-12
"""Strengths that differ by less are the same, multiplied in another order."""


class Path(NamedTuple):
    """Its nodes from the start on, and the product of its arcs."""

    nodes: tuple[str, ...]
    strength: float


def access_graph(present_employees: Iterable[str], live: Arcs, positive: Arcs, walkable_influence: float) -> Arcs:
    """Source -> employees (1), employee -> contact (live ties), contact -> contact (walkable influence)."""
    arcs = {(OUR_COMPANY, employee): 1.0 for employee in present_employees}
    arcs.update(live)
    arcs.update({pair: weight for pair, weight in positive.items() if weight >= walkable_influence})
    return arcs


def strengths(arcs: Arcs, source: str) -> dict[str, float]:
    """The largest product to everyone to whom there is a path."""
    best = {source: 1.0}
    while True:
        before = dict(best)
        for (start, end), weight in arcs.items():
            if start in best and best[start] * weight > best.get(end, -1.0):
                best[end] = best[start] * weight
        if best == before:
            return best


def within_reach(best: dict[str, float], floor: float) -> set[str]:
    """Those with a path of at least the floor."""
    return {node for node, strength in best.items() if strength >= floor - EQUAL}


def without(arcs: Arcs, node: str) -> Arcs:
    """The graph with the node taken out."""
    return {pair: weight for pair, weight in arcs.items() if node not in pair}


def choke_points(arcs: Arcs, source: str, floor: float) -> dict[str, set[str]]:
    """Node -> the others within reach that fall out of reach when it is taken out; those with any."""
    today = within_reach(strengths(arcs, source), floor)
    found = {}
    for node in {end for pair in arcs for end in pair} - {source}:
        rest = within_reach(strengths(without(arcs, node), source), floor)
        fallen = today - rest - {node}
        if fallen:
            found[node] = fallen
    return found


def simple_paths(arcs: Arcs, start: str, target: str) -> Iterator[Path]:
    """Every path from start to target that visits nobody twice."""

    def walk(nodes: tuple[str, ...], strength: float) -> Iterator[Path]:
        if nodes[-1] == target:
            yield Path(nodes, strength)
            return
        for (here, there), weight in arcs.items():
            if here == nodes[-1] and there not in nodes:
                yield from walk((*nodes, there), strength * weight)

    return walk((start,), 1.0)


def by_strength(paths: Iterable[Path]) -> list[Path]:
    """Strongest first; of equals the one with fewer steps, then by keys."""

    def compare(one: Path, other: Path) -> int:
        if abs(one.strength - other.strength) > EQUAL:
            return -1 if one.strength > other.strength else 1
        mine, its = (len(one.nodes), one.nodes), (len(other.nodes), other.nodes)
        return (mine > its) - (mine < its)

    return sorted(paths, key=cmp_to_key(compare))


def strongest_path(arcs: Arcs, start: str, target: str) -> Path | None:
    """The first of all simple paths; None when there is none."""
    paths = by_strength(simple_paths(arcs, start, target))
    return paths[0] if paths else None


def access_paths(arcs: Arcs, target: str) -> list[Path]:
    """For each employee who starts one, the strongest path to the target, strongest first."""
    starts = sorted(end for start, end in arcs if start == OUR_COMPANY)
    paths = [strongest_path(arcs, employee, target) for employee in starts]
    return by_strength(path for path in paths if path is not None)
