"""Assignment under capacities, against trying every one; on all ways of solving it."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.algorithms import assignment
from queries.algorithms.assignment import (
    Assignment,
    AssignmentSolver,
    ScoredPair,
    best_assignment,
    greedy_assignment,
)

SCORES = st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.5, 0.75, 1.0]) | st.floats(0, 1)


@st.composite
def possible_pairs(draw: st.DrawFn) -> list[ScoredPair]:
    """Up to five rows and four columns, some of which may not be put together."""
    places = list(product(range(draw(st.integers(1, 5))), range(draw(st.integers(1, 4)))))
    chosen = draw(st.lists(st.sampled_from(places), unique=True))
    priorities = draw(st.lists(st.sampled_from([0.0, 0.01, 0.1, 0.3, 0.6]), min_size=5, max_size=5))
    return [ScoredPair(row, column, draw(SCORES), priorities[row]) for row, column in chosen]


def every_assignment(pairs: list[ScoredPair], capacity: int) -> list[tuple[ScoredPair, ...]]:
    rows = sorted({pair.row for pair in pairs})
    ways = [[None, *(pair for pair in pairs if pair.row == row)] for row in rows]
    found = [tuple(pair for pair in chosen if pair) for chosen in product(*ways)]
    return [chosen for chosen in found if all(n <= capacity for n in Counter(p.column for p in chosen).values())]


def assert_allowed(found: Assignment, pairs: list[ScoredPair], capacity: int) -> None:
    assert set(found.pairs) <= set(pairs)
    assert len({pair.row for pair in found.pairs}) == len(found.pairs)
    assert all(count <= capacity for count in Counter(pair.column for pair in found.pairs).values())
    assert found.score == sum(pair.score for pair in found.pairs)
    assert list(found.pairs) == sorted(found.pairs)


@given(possible_pairs(), st.integers(1, 3))
def test_no_assignment_has_a_larger_sum_and_none_of_that_sum_more_pairs(
    pairs: list[ScoredPair], capacity: int
) -> None:
    found, solver = best_assignment(pairs, capacity)
    assert solver == AssignmentSolver.LINEAR_SUM_ASSIGNMENT
    assert_allowed(found, pairs, capacity)
    all_ways = [(sum(pair.score for pair in chosen), len(chosen)) for chosen in every_assignment(pairs, capacity)]
    best = max(score for score, _ in all_ways)
    assert found.score == pytest.approx(best, abs=1e-9)
    assert len(found.pairs) >= max(count for score, count in all_ways if score >= best)


@st.composite
def pairs_of_few_scores(draw: st.DrawFn) -> list[ScoredPair]:
    """Pairs of which many score the same, in multiples of a quarter, so that sums are exact."""
    scores = st.sampled_from([0.0, 0.25, 0.5])
    return [pair._replace(score=draw(scores)) for pair in draw(possible_pairs())]


@pytest.mark.parametrize("solver", [AssignmentSolver.LINEAR_SUM_ASSIGNMENT, AssignmentSolver.MIN_COST_FLOW])
@settings(max_examples=60)
@given(pairs_of_few_scores(), st.integers(1, 3), st.sampled_from([{}, {0: 1}, {0: 3, 1: 1}]))
def test_of_equal_sums_the_one_with_more_pairs_and_then_more_priority_is_taken(
    solver: AssignmentSolver, pairs: list[ScoredPair], capacity: int, taken: dict[int, int]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        if solver == AssignmentSolver.MIN_COST_FLOW:
            patch.setattr(assignment, "MATRIX_STEP_LIMIT", -1)
        found, how = best_assignment(pairs, capacity, taken)
    assert how == solver
    all_ways = [
        chosen
        for chosen in every_assignment(pairs, capacity)
        if all(
            n + taken.get(column, 0) <= capacity for column, n in Counter(pair.column for pair in chosen).items()
        )
    ]
    assert set(found.pairs) in [set(chosen) for chosen in all_ways]
    assert worth(found.pairs) == max(worth(chosen) for chosen in all_ways)


def worth(chosen: tuple[ScoredPair, ...]) -> tuple[float, int, float]:
    return sum(pair.score for pair in chosen), len(chosen), round(sum(pair.priority for pair in chosen), 9)


def test_the_greedy_assignment_goes_by_priority_where_scores_are_equal_and_has_less_room_where_some_is_taken() -> (
    None
):
    pairs = [ScoredPair(row, column, 0.5, row / 10) for row in range(4) for column in range(2)]
    assert [pair.row for pair in greedy_assignment(pairs, 1).pairs] == [2, 3]
    assert [(pair.row, pair.column) for pair in greedy_assignment(pairs, 1, {0: 1}).pairs] == [(3, 1)]
    assert greedy_assignment(pairs, 1, {0: 1, 1: 2}).pairs == ()


def test_priority_decides_among_a_hundred_rows_for_forty_places() -> None:
    pairs = [ScoredPair(row, column, 0.3, (row * 37 % 100) / 1e4) for row in range(100) for column in range(2)]
    found, solver = best_assignment(pairs, 20)
    assert solver == AssignmentSolver.LINEAR_SUM_ASSIGNMENT
    assert {round(pair.priority * 1e4) for pair in found.pairs} == set(range(60, 100))
    assert found.score == pytest.approx(12.0, abs=1e-12), "the plain sum"


@given(possible_pairs(), st.integers(1, 3))
def test_the_greedy_assignment_is_never_better(pairs: list[ScoredPair], capacity: int) -> None:
    greedy = greedy_assignment(pairs, capacity)
    assert_allowed(greedy, pairs, capacity)
    assert greedy.score <= best_assignment(pairs, capacity)[0].score + 1e-9


@settings(max_examples=50)
@given(possible_pairs(), st.integers(1, 3))
def test_as_a_flow_the_sum_is_the_same(pairs: list[ScoredPair], capacity: int) -> None:
    exact, _ = best_assignment(pairs, capacity)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assignment, "MATRIX_STEP_LIMIT", -1)
        found, solver = best_assignment(pairs, capacity)
    assert solver == AssignmentSolver.MIN_COST_FLOW
    assert_allowed(found, pairs, capacity)
    assert found.score == pytest.approx(exact.score, abs=1e-7)


def test_beyond_both_bounds_the_greedy_one_is_the_answer_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [ScoredPair(0, 0, 0.9), ScoredPair(0, 1, 0.8), ScoredPair(1, 0, 0.8), ScoredPair(1, 1, 0.1)]
    assert best_assignment(pairs, 1)[0].score == pytest.approx(1.6)
    monkeypatch.setattr(assignment, "MATRIX_STEP_LIMIT", -1)
    monkeypatch.setattr(assignment, "FLOW_PAIR_LIMIT", 3)
    assert best_assignment(pairs, 1) == (greedy_assignment(pairs, 1), AssignmentSolver.GREEDY)


def test_a_pair_that_scores_nothing_is_made_where_there_is_room() -> None:
    found, _ = best_assignment([ScoredPair(0, 0, 0.0), ScoredPair(1, 0, 0.5), ScoredPair(1, 1, 0.5)], 1)
    assert found.pairs == (ScoredPair(0, 0, 0.0), ScoredPair(1, 1, 0.5))


def test_a_hundred_rows_for_columns_with_room_for_twenty_are_solved_exactly() -> None:
    pairs = [
        ScoredPair(row, column, ((row * 7 + column * 13) % 11) / 10) for row in range(100) for column in range(6)
    ]
    found, solver = best_assignment(pairs, 20)
    assert solver == AssignmentSolver.LINEAR_SUM_ASSIGNMENT
    assert_allowed(found, pairs, 20)
    assert len(found.pairs) == 100


def test_nothing_to_assign_is_an_empty_assignment() -> None:
    assert best_assignment([], 3) == (Assignment((), 0), AssignmentSolver.LINEAR_SUM_ASSIGNMENT)
