"""Min-cost flow between two sides: as many pairs as there is room for, and of those choices the cheapest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import maximum_flow

_SCALE = 1e6
"""The solver takes reduced costs below 1e-7 as none; so scaled, it tells costs apart that differ by 1e-12."""
_TIE_BREAK = 1e-9
"""What being the last choice costs, of pairs whose costs are equal."""


class PossiblePair(NamedTuple):
    """A row and a column, by number, that may become a pair, once; `cost` is 0 to 1."""

    row: int
    column: int
    cost: float


def cheapest_pairs(
    wanted: Sequence[int],
    room: Sequence[int],
    possible: Sequence[PossiblePair],
    reluctance: Sequence[float] | None = None,
) -> list[int]:
    """Which of the possible pairs to make: places in that list, in order.

    Row i takes part in at most `wanted[i]` pairs, column j in at most `room[j]`. The most pairs that this leaves
    room for are made, and of all ways to make so many, one with the least sum of costs: always the same one, with
    pairs that come early in `possible` rather than late where sums differ by less than 1e-9; or, when there is a
    `reluctance` of 0 to 1 for each pair, those with the least sum of it.

    The count is the value of a maximum flow; the choice a vertex of the linear programme of the transportation
    problem with that value, whose matrix is totally unimodular (Hoffman and Kruskal 1956), so that vertices are
    integral: the answer is exact, without search. Cost: that of one maximum flow and one linear programme with a
    variable for each possible pair.

    >>> cheapest_pairs([1, 1], [1, 1], [PossiblePair(0, 0, 0.1), PossiblePair(0, 1, 0.2), PossiblePair(1, 0, 0.1)])
    [1, 2]
    """
    count = _most_pairs(wanted, room, possible)
    if count == 0:
        return []
    places = np.arange(len(possible))
    rows = np.array([pair.row for pair in possible])
    columns = np.array([pair.column for pair in possible]) + len(wanted)
    ends = np.concatenate([rows, columns]), np.concatenate([places, places])
    bounded = coo_array((np.ones(2 * len(possible)), ends), shape=(len(wanted) + len(room), len(possible)))
    last_choice = places / len(possible) if reluctance is None else np.array(reluctance)
    costs = np.array([pair.cost for pair in possible]) + _TIE_BREAK * last_choice
    solved = linprog(
        costs * _SCALE,
        A_ub=csr_array(bounded),
        b_ub=np.array([*wanted, *room]),
        A_eq=csr_array(np.ones((1, len(possible)))),
        b_eq=[count],
        bounds=(0, 1),
        method="highs-ds",  # the simplex method ends in a vertex; an interior point need not
    )
    return [int(place) for place in np.flatnonzero(solved.x > 0.5)]


def _most_pairs(wanted: Sequence[int], room: Sequence[int], possible: Sequence[PossiblePair]) -> int:
    """How many pairs can be made at most."""
    if not possible:
        return 0
    rows, columns = len(wanted), len(room)
    source, sink = rows + columns, rows + columns + 1
    arcs = [(source, row, most) for row, most in enumerate(wanted)]
    arcs += [(pair.row, rows + pair.column, 1) for pair in possible]
    arcs += [(rows + column, sink, most) for column, most in enumerate(room)]
    tails, heads, capacities = zip(*arcs, strict=True)
    enough = np.minimum(capacities, len(possible)).astype(np.int32)
    network = csr_array((enough, (tails, heads)), shape=(sink + 1, sink + 1))
    return int(maximum_flow(network, source, sink).flow_value)
