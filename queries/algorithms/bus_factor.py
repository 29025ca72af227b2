"""Bus factor: the fewest employees without whom a given part of the people within reach is out of reach.

Employees are where every path begins and nowhere else, so without some of them a person is still within reach
when one of the others alone reaches that person. One search an employee therefore answers every set of them: a
person is lost with a set exactly when all employees who reach the person are in it. People reached by the same
employees make one group, and what is lost with a set is the sum over the groups inside it.

The term is from software projects ("truck factor"; G. Avelino and others, "A novel approach for estimating truck
factors", 2016, also greedy).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from queries.algorithms.access_graph import AccessGraph
from queries.algorithms.thresholds import TOLERANCE, as_ordered

EXACT_UP_TO = 4
"""The largest set that is searched for exactly; beyond it, sets are chosen greedily."""

Group = tuple[int, ...]
"""Employees by number, ascending: those who reach the same people."""


class Leaving(NamedTuple):
    """Employees by number, and what part of the whole weight is out of reach without them."""

    employees: tuple[int, ...]
    lost: float


def reached_by(graph: AccessGraph, reach_floor: float) -> NDArray[np.bool_]:
    """Whether each employee alone (a row) has each contact (a column) within reach.

    Cost: one Dijkstra search over -log strength from every employee, none of them beyond the floor.
    """
    size, employees = len(graph.keys), graph.employee_count
    if not employees:
        return np.zeros((0, size), dtype=np.bool_)
    lowest = reach_floor - TOLERANCE
    matrix = csr_array(
        (np.abs(np.log(graph.arcs.weights)), (graph.arcs.sources, graph.arcs.targets)), shape=(size, size)
    )
    farthest = -np.log(lowest) + TOLERANCE if lowest > 0 else np.inf
    costs = dijkstra(matrix, indices=range(employees), limit=farthest)[:, employees:]
    return np.asarray(np.isfinite(costs) & (np.exp(-costs) >= lowest), dtype=np.bool_)


class ReachedGroups:
    """The contacts by who reaches them: `groups` of employees, and for each contact the place of its group there.

    Contacts whom nobody reaches are in none.
    """

    def __init__(self, reached: NDArray[np.bool_]) -> None:
        self._is_reached = reached.any(axis=0)
        patterns, self._places = np.unique(reached[:, self._is_reached], axis=1, return_inverse=True)
        self.groups: list[Group] = [tuple(np.flatnonzero(pattern).tolist()) for pattern in patterns.T]

    def parts(self, weights: NDArray[np.float64]) -> dict[Group, float]:
        """What the contacts of every group weigh, as a part of all that is reached; groups without weight not."""
        sums = np.bincount(self._places, weights=weights[self._is_reached], minlength=len(self.groups))
        parts = (sums / sums.sum()).tolist() if sums.any() else []
        return {group: part for group, part in zip(self.groups, parts, strict=False) if part > 0}


def smallest_set(groups: Mapping[Group, float], wanted: float, size: int) -> Leaving | None:
    """The set of that many employees that loses most, if it loses the wanted part; of equals the first by number.

    Searched by branch and bound: a group inside a set weighs the same when it is shared out evenly over its
    employees, so no set loses more than the sum of its employees' parts.
    """
    inside = {group: weight for group, weight in groups.items() if len(group) <= size}
    parts: dict[int, float] = defaultdict(float)
    for group, weight in inside.items():
        for employee in group:
            parts[employee] += weight / len(group)
    order = sorted(parts, key=lambda employee: (-parts[employee], employee))
    at_most = [0.0, *np.cumsum([parts[employee] for employee in order]).tolist()]
    best: Leaving | None = None
    waiting: list[tuple[tuple[int, ...], float, int]] = [((), 0.0, 0)]
    while waiting:
        chosen, bound, place = waiting.pop()
        missing = size - len(chosen)
        if not missing:
            found = Leaving(tuple(sorted(chosen)), _lost(inside, chosen))
            if found.lost >= wanted - TOLERANCE and (best is None or _rank(found) < _rank(best)):
                best = found
            continue
        if place + missing > len(order):
            continue
        needed = wanted if best is None else max(wanted, best.lost)
        if bound + at_most[place + missing] - at_most[place] < needed - TOLERANCE:
            continue
        employee = order[place]
        waiting.append((chosen, bound, place + 1))
        waiting.append(((*chosen, employee), bound + parts[employee], place + 1))
    return best


def greedy_set(groups: Mapping[Group, float], wanted: float) -> Leaving:
    """Employees who together lose the wanted part, the one whose leaving brings most nearer to loss first.

    An employee brings a group nearer by its weight over the number of its employees still there. In the end those
    who turned out not to be needed are taken out again, the last chosen first. ValueError when all together do not
    lose so much.
    """
    if sum(groups.values()) < wanted - TOLERANCE:
        raise ValueError("the groups together weigh less than is wanted")
    chosen: list[int] = []
    left = {frozenset(group): weight for group, weight in groups.items()}
    while _lost(groups, chosen) < wanted - TOLERANCE:
        parts: dict[int, float] = defaultdict(float)
        for group, weight in left.items():
            for employee in group:
                parts[employee] += weight / len(group)
        gone = min(parts, key=lambda employee: (-as_ordered(parts[employee]), employee))
        chosen.append(gone)
        fewer: dict[frozenset[int], float] = defaultdict(float)
        for group, weight in left.items():
            if group != {gone}:
                fewer[group - {gone}] += weight
        left = dict(fewer)
    for employee in reversed(chosen):
        others = [other for other in chosen if other != employee]
        if _lost(groups, others) >= wanted - TOLERANCE:
            chosen = others
    return Leaving(tuple(sorted(chosen)), _lost(groups, chosen))


def _lost(groups: Mapping[Group, float], chosen: Sequence[int]) -> float:
    """The weight of the groups all of whose employees are chosen."""
    if len(chosen) <= EXACT_UP_TO:
        return sum(groups.get(part, 0.0) for part in _subsets(tuple(sorted(chosen))))
    gone = set(chosen)
    return sum(weight for group, weight in groups.items() if gone.issuperset(group))


def _subsets(chosen: Group) -> Iterator[Group]:
    return chain.from_iterable(combinations(chosen, size) for size in range(1, len(chosen) + 1))


def _rank(leaving: Leaving) -> tuple[float, tuple[int, ...]]:
    return -as_ordered(leaving.lost), leaving.employees
