"""Min-cost flow against every choice of pairs that there is."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.algorithms.min_cost_flow import PossiblePair, cheapest_pairs

COSTS = st.sampled_from([0.0, 0.25, 0.5, 0.5, 1.0]) | st.floats(0.0, 1.0)


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[int], list[int], list[PossiblePair]]:
    """Up to four rows and three columns, and at most nine pairs."""
    wanted = draw(st.lists(st.integers(0, 3), min_size=0, max_size=4))
    room = draw(st.lists(st.integers(0, 3), min_size=0, max_size=3))
    cells = [(row, column) for row in range(len(wanted)) for column in range(len(room))]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, max_size=9)) if cells else []
    return wanted, room, [PossiblePair(*cell, draw(COSTS)) for cell in sorted(chosen)]


def fits(wanted: list[int], room: list[int], pairs: tuple[PossiblePair, ...]) -> bool:
    rows, columns = [pair.row for pair in pairs], [pair.column for pair in pairs]
    return all(rows.count(row) <= most for row, most in enumerate(wanted)) and all(
        columns.count(column) <= most for column, most in enumerate(room)
    )


def best_by_search(wanted: list[int], room: list[int], possible: list[PossiblePair]) -> tuple[int, float]:
    """The largest number of pairs that fit, and the least sum of costs of so many."""
    for count in range(len(possible), -1, -1):
        found = [chosen for chosen in combinations(possible, count) if fits(wanted, room, chosen)]
        if found:
            return count, min(sum(pair.cost for pair in chosen) for chosen in found)
    raise AssertionError("no pairs at all always fit")


@given(problems())
def test_the_choice_is_the_cheapest_of_the_largest(
    problem: tuple[list[int], list[int], list[PossiblePair]],
) -> None:
    wanted, room, possible = problem
    chosen = tuple(possible[place] for place in cheapest_pairs(wanted, room, possible))
    assert fits(wanted, room, chosen)
    count, cost = best_by_search(wanted, room, possible)
    assert len(chosen) == count
    assert sum(pair.cost for pair in chosen) == pytest.approx(cost, abs=2e-9)


def test_of_equal_choices_the_pairs_that_come_first_are_made() -> None:
    equal = [PossiblePair(row, column, 0.5) for row in range(3) for column in range(3)]
    assert cheapest_pairs([1, 0, 0], [1, 1, 1], equal) == [0]
    assert cheapest_pairs([1, 1, 1], [9, 9, 9], equal) == [0, 3, 6]


def test_costs_that_differ_by_a_millionth_are_told_apart() -> None:
    close = [PossiblePair(0, 0, 0.500001), PossiblePair(0, 1, 0.5)]
    assert cheapest_pairs([1], [1, 1], close) == [1]


def test_room_without_a_bound_is_no_problem() -> None:
    assert cheapest_pairs([10**12], [10**12], [PossiblePair(0, 0, 1.0)]) == [0]
