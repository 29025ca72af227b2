"""Assignment under capacities: every row to at most one column, with the largest sum of scores there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from graph.model.word import Words
from queries.algorithms.min_cost_flow import PossiblePair, cheapest_pairs

MATRIX_STEP_LIMIT = 1_000_000_000
"""Steps that solving the whole matrix may take: cells × the shorter side, which it needs in the worst case only.

That many take about a second and a half then, and a hundredth of it as a rule; 1,000 rows and 1,000 places are as
many. Short sides count as 100, so that the matrix has at most ten million cells.
"""
FLOW_PAIR_LIMIT = 50_000
"""Possible pairs that are solved as a flow where the matrix would be too large: a few seconds at most."""
_EQUAL = 1e-9
"""Sums that differ by less are equal; then the one with more pairs is better."""


class AssignmentSolver(Words):
    """LINEAR_SUM_ASSIGNMENT and MIN_COST_FLOW find the best total there is, GREEDY need not."""

    LINEAR_SUM_ASSIGNMENT = (
        "LINEAR_SUM_ASSIGNMENT",
        "No other plan has a larger sum",
        "总和最大",
        "As an assignment problem; no other plan has a larger total.",
    )
    MIN_COST_FLOW = (
        "MIN_COST_FLOW",
        "No other plan has a larger sum",
        "总和最大",
        "As a flow of least cost; no other plan has a larger total.",
    )
    GREEDY = (
        "GREEDY",
        "The best pair first: another plan may have a larger sum",
        "贪心分配",
        "The best pair first; another plan may have a larger total.",
    )


class ScoredPair(NamedTuple):
    """A row and a column, by number, that may be put together; the score is 0 to 1.

    `priority` is the row's, not below 0 and the same in all of its pairs.
    """

    row: int
    column: int
    score: float
    priority: float = 0.0


class Assignment(NamedTuple):
    """The pairs chosen, in order of rows, and the sum of their scores."""

    pairs: tuple[ScoredPair, ...]
    score: float


def greedy_assignment(
    pairs: Sequence[ScoredPair], capacity: int, taken: Mapping[int, int] | None = None
) -> Assignment:
    """The pair of the highest score first, as long as there is room.

    Of equal scores that of the higher priority, then of the lower numbers. Each column has room for `capacity`
    rows, less what is `taken` of it.
    """
    taken = taken or {}
    room: dict[int, int] = {}
    chosen: dict[int, ScoredPair] = {}
    order = sorted(pairs, key=lambda one: (-round(one.score, 12), -round(one.priority, 12), one.row, one.column))
    for pair in order:
        left = room.setdefault(pair.column, capacity - taken.get(pair.column, 0))
        if pair.row not in chosen and left > 0:
            chosen[pair.row] = pair
            room[pair.column] = left - 1
    return _of(chosen.values())


def best_assignment(
    pairs: Sequence[ScoredPair], capacity: int, taken: Mapping[int, int] | None = None
) -> tuple[Assignment, AssignmentSolver]:
    """The assignment with the largest sum of scores, and how it was found.

    Each column has room for `capacity` rows, less what is `taken` of it; each pair comes once. Of equal sums one
    with the most pairs, of those one with the most priority; the greedy one where it does as well. Exact whenever
    that is cheap: as a matrix with a column for every place (`MATRIX_STEP_LIMIT`; the shortest augmenting
    paths of D. F. Crouse 2016, which SciPy has), else as a flow over the possible pairs alone
    (`FLOW_PAIR_LIMIT`); only beyond both is the greedy one the answer.

    >>> pairs = [ScoredPair(0, 0, 0.9), ScoredPair(0, 1, 0.8), ScoredPair(1, 0, 0.8), ScoredPair(1, 1, 0.1)]
    >>> best_assignment(pairs, 1)[0].score, greedy_assignment(pairs, 1).score
    (1.6, 1.0)
    """
    taken = taken or {}
    pairs = [pair for pair in pairs if taken.get(pair.column, 0) < capacity]
    greedy = greedy_assignment(pairs, capacity, taken)
    rows = sorted({pair.row for pair in pairs})
    counts = Counter(pair.column for pair in pairs)
    places = {column: min(capacity - taken.get(column, 0), count) for column, count in counts.items()}
    place_count = sum(places.values())
    shorter = max(min(len(rows), place_count), 100)
    if len(rows) * place_count * shorter <= MATRIX_STEP_LIMIT:
        best, solver = _by_matrix(pairs, rows, places), AssignmentSolver.LINEAR_SUM_ASSIGNMENT
    elif len(pairs) <= FLOW_PAIR_LIMIT:
        best, solver = _by_flow(pairs, rows, places), AssignmentSolver.MIN_COST_FLOW
    else:
        return greedy, AssignmentSolver.GREEDY
    is_as_good = (
        greedy.score >= best.score - _EQUAL
        and len(greedy.pairs) >= len(best.pairs)
        and _priority(greedy.pairs) >= _priority(best.pairs) - _EQUAL
    )
    return (greedy if is_as_good else best), solver


def _by_matrix(pairs: Sequence[ScoredPair], rows: Sequence[int], places: Mapping[int, int]) -> Assignment:
    """A column for every place. What may not be put together scores 0, and counts as left out where it is chosen.

    The small bonus for a pair makes more pairs better than fewer, where the sums are equal; what is added to it by
    priority is less than one bonus in all.
    """
    columns = sorted(places)
    first = dict(zip(columns, np.cumsum([0, *(places[column] for column in columns)]).tolist(), strict=False))
    row_place = {row: place for place, row in enumerate(rows)}
    scores = np.zeros((len(rows), sum(places.values())))
    bonus = _EQUAL / (len(rows) + 1)
    whole = 1 + _priority_of_rows(pairs)
    by_place: dict[tuple[int, int], ScoredPair] = {}
    for pair in pairs:
        row, start = row_place[pair.row], first[pair.column]
        scores[row, start : start + places[pair.column]] = pair.score + bonus * (1 + pair.priority / whole)
        by_place[row, pair.column] = pair
    column_of = np.repeat(columns, [places[column] for column in columns])
    chosen_rows, chosen_places = linear_sum_assignment(scores, maximize=True)
    chosen = zip(chosen_rows.tolist(), column_of[chosen_places].tolist(), strict=True)
    return _of(by_place[place] for place in chosen if place in by_place)


def _by_flow(pairs: Sequence[ScoredPair], rows: Sequence[int], places: Mapping[int, int]) -> Assignment:
    """Every row has a place of its own too, which scores nothing and is the last choice, so that pairs go first.

    That of a row with more priority is a later choice still; the priority of all rows counts for less than a pair.
    """
    columns = {column: place for place, column in enumerate(sorted(places))}
    row_place = {row: place for place, row in enumerate(rows)}
    possible = [PossiblePair(row_place[pair.row], columns[pair.column], 1 - pair.score) for pair in pairs]
    possible += [PossiblePair(place, len(columns) + place, 1.0) for place in range(len(rows))]
    room = [*(places[column] for column in sorted(places)), *(1 for _ in rows)]
    priority, whole = {pair.row: pair.priority for pair in pairs}, 1 + _priority_of_rows(pairs)
    reluctance = [0.0] * len(pairs) + [(1 + priority[row] / whole) / 2 for row in rows]
    chosen = cheapest_pairs([1] * len(rows), room, possible, reluctance)
    return _of(pairs[place] for place in chosen if place < len(pairs))


def _priority(pairs: Iterable[ScoredPair]) -> float:
    return sum(pair.priority for pair in pairs)


def _priority_of_rows(pairs: Iterable[ScoredPair]) -> float:
    return sum({pair.row: pair.priority for pair in pairs}.values())


def _of(chosen: Iterable[ScoredPair]) -> Assignment:
    pairs = tuple(sorted(chosen))
    return Assignment(pairs, sum(pair.score for pair in pairs))
