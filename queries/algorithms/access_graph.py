"""The access graph: every way from our company to a person, over live ties and walkable influence.

A source (our company) has an arc of strength 1 to every present employee; an employee one to each contact with a
live tie; a contact one to everybody whom it influences enough. The access strength of a person is the largest
product of strengths over a path from the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

NOWHERE = -1


class AccessArc(NamedTuple):
    """An arc between two people's keys; `kind` is the edge that makes it one."""

    source: str
    target: str
    strength: float
    kind: str


class AccessGraph:
    """People by number, employees first, and the arcs between them.

    `keys[i]` is person i; `arcs_into[i]` lists (from, strength, kind) of the arcs into i.
    """

    def __init__(self, employees: Sequence[str], contacts: Sequence[str], arcs: Iterable[AccessArc]) -> None:
        self.keys = (*employees, *contacts)
        self.employee_count = len(employees)
        self.number = {key: number for number, key in enumerate(self.keys)}
        self.arcs_into: list[list[tuple[int, float, str]]] = [[] for _ in self.keys]
        self._sources: list[int] = []
        self._targets: list[int] = []
        self._strengths: list[float] = []
        for arc in arcs:
            source, target = self.number[arc.source], self.number[arc.target]
            self.arcs_into[target].append((source, arc.strength, arc.kind))
            self._sources.append(source)
            self._targets.append(target)
            self._strengths.append(arc.strength)

    def predecessors(self) -> list[int]:
        """For each person the one before on a strongest path; NOWHERE for employees and people without a path.

        Cost: one Dijkstra search over -log strength from all employees at once.
        """
        if not self.employee_count:
            return [NOWHERE] * len(self.keys)
        costs = -np.log(np.array(self._strengths, dtype=np.float64))
        shape = (len(self.keys), len(self.keys))
        matrix = csr_array((np.abs(costs), (self._sources, self._targets)), shape=shape)
        _, found, _ = dijkstra(matrix, indices=range(self.employee_count), min_only=True, return_predecessors=True)
        return [number if number >= 0 else NOWHERE for number in found.tolist()]


class AccessTree:
    """The tree of strongest paths. `strengths[i]` is the access strength of person i, 0.0 without a path.

    `order` lists the people with a path parents first, everybody below a person right after it;
    `order[place[i] : end[i]]` is person i with all below.
    """

    def __init__(self, graph: AccessGraph) -> None:
        size = len(graph.keys)
        self.parents = graph.predecessors()
        self.strengths = [0.0] * size
        self.place = [NOWHERE] * size
        self.end = [NOWHERE] * size
        self.order: list[int] = []
        children: list[list[int]] = [[] for _ in range(size)]
        for child, parent in enumerate(self.parents):
            if parent != NOWHERE:
                children[parent].append(child)
        for employee in range(graph.employee_count):
            self.strengths[employee] = 1.0
            self._lay_out(employee, children)
        for number in self.order[:]:
            parent = self.parents[number]
            if parent != NOWHERE:
                best = max(strength for source, strength, _ in graph.arcs_into[number] if source == parent)
                self.strengths[number] = self.strengths[parent] * best

    def _lay_out(self, root: int, children: list[list[int]]) -> None:
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number < 0:  # everything below is laid out
                self.end[~number] = len(self.order)
                continue
            self.place[number] = len(self.order)
            self.order.append(number)
            waiting.append(~number)
            waiting.extend(children[number])
