"""The access graph: every way from our company to a person, over live ties and walkable influence.

A source (our company) has an arc of strength 1 to every present employee; an employee one to each contact with a
live tie; a contact one to everybody whom it influences enough. The access strength of a person is the largest
product of strengths over a path from the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from queries.algorithms.influence_arcs import Arcs, Numbers

NOWHERE = -1


class AccessGraph:
    """People by number, employees first, and the arcs between them, ordered by target.

    `keys[i]` is person i, `number` its inverse. The arcs into i are the rows `first[i]` to `first[i + 1]` of
    `arcs`.
    """

    def __init__(self, employees: Sequence[str], contacts: Sequence[str], arcs: Arcs) -> None:
        self.keys = (*employees, *contacts)
        self.number = {key: number for number, key in enumerate(self.keys)}
        self.employee_count = len(employees)
        self.arcs = arcs.chosen(np.lexsort((arcs.sources, arcs.targets)))
        self.first = np.searchsorted(self.arcs.targets, np.arange(len(self.keys) + 1))

    @cached_property
    def arcs_into(self) -> list[list[tuple[int, float, int]]]:
        """For each person the arcs into it, as (from, strength, kind)."""
        arcs = list(
            zip(self.arcs.sources.tolist(), self.arcs.weights.tolist(), self.arcs.kinds.tolist(), strict=True)
        )
        first = self.first.tolist()
        return [arcs[first[number] : first[number + 1]] for number in range(len(self.keys))]

    @cached_property
    def arcs_from(self) -> list[list[tuple[int, float]]]:
        """For each person the arcs from it, as (to, strength)."""
        found: list[list[tuple[int, float]]] = [[] for _ in self.keys]
        for target, arcs in enumerate(self.arcs_into):
            for source, strength, _ in arcs:
                found[source].append((target, strength))
        return found


class AccessTree:
    """The tree of strongest paths, as columns over the people of an access graph.

    `parents[i]` is the person before i on its strongest path, NOWHERE for employees and people without a path;
    `strengths[i]` the access strength, 0.0 without a path; `depths[i]` the steps from the employee, who has 0,
    and NOWHERE without a path; `arc_rows[i]` the row of the arc from the parent. Cost: one Dijkstra search over
    -log strength, from all employees at once, and one pass a step of depth.
    """

    def __init__(self, graph: AccessGraph) -> None:
        size, employees = len(graph.keys), graph.employee_count
        arcs = graph.arcs
        self.parents = np.full(size, NOWHERE, dtype=np.intp)
        if employees:
            costs = np.abs(np.log(arcs.weights))
            matrix = csr_array((costs, (arcs.sources, arcs.targets)), shape=(size, size))
            _, found, _ = dijkstra(matrix, indices=range(employees), min_only=True, return_predecessors=True)
            self.parents = np.where(found >= 0, found, NOWHERE).astype(np.intp)
        self.arc_rows = np.full(size, NOWHERE, dtype=np.intp)
        rows = np.flatnonzero(self.parents[arcs.targets] == arcs.sources)
        self.arc_rows[arcs.targets[rows]] = rows
        self.strengths: NDArray[np.float64] = np.zeros(size)
        self.strengths[:employees] = 1.0
        self.depths = np.full(size, NOWHERE, dtype=np.intp)
        self.depths[:employees] = 0
        self.deepest = 0
        waiting = np.flatnonzero(self.parents != NOWHERE)
        while len(waiting):
            is_next = self.depths[self.parents[waiting]] == self.deepest
            level, waiting = waiting[is_next], waiting[~is_next]
            self.deepest += 1
            self.depths[level] = self.deepest
            self.strengths[level] = self.strengths[self.parents[level]] * arcs.weights[self.arc_rows[level]]

    def climbed(self, numbers: Numbers, depth: int) -> Numbers:
        """Those deeper than the depth replaced by their parents; the others as they are."""
        return np.where(self.depths[numbers] > depth, self.parents[numbers], numbers)
