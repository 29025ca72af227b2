"""The search for the smallest set of employees against trying all, and what the greedy choice promises."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.algorithms.bus_factor import (
    EXACT_UP_TO,
    Group,
    ReachedGroups,
    greedy_set,
    reached_by,
    smallest_set,
)
from tests.questions.access_graphs import Arcs, access_by_relaxing, access_graph, access_graphs

EMPLOYEES = 7
GROUPS = st.dictionaries(
    st.sets(st.integers(0, EMPLOYEES - 1), min_size=1, max_size=EMPLOYEES).map(lambda group: tuple(sorted(group))),
    st.sampled_from([0.05, 0.1, 0.1, 0.2, 0.4]) | st.floats(0.01, 1.0),
    min_size=1,
    max_size=10,
)
WANTED = st.sampled_from([0.1, 0.5, 0.5, 0.9, 1.0])


def lost(groups: dict[Group, float], leaving: tuple[int, ...]) -> float:
    return sum(weight for group, weight in groups.items() if set(group) <= set(leaving))


@given(GROUPS, WANTED)
def test_the_smallest_set_is_the_one_found_by_trying_all(groups: dict[Group, float], part: float) -> None:
    wanted = part * sum(groups.values())
    for size in range(EXACT_UP_TO + 1):
        tried = [
            leaving for leaving in combinations(range(EMPLOYEES), size) if lost(groups, leaving) >= wanted - 1e-12
        ]
        found = smallest_set(groups, wanted, size)
        if not tried:
            assert found is None
            continue
        best = min(tried, key=lambda leaving: (-round(lost(groups, leaving), 12), leaving))
        assert found is not None
        assert (found.employees, found.lost) == (best, pytest.approx(lost(groups, best)))
        return  # a larger set may hold employees that lose nothing: it is not asked for


@given(GROUPS, WANTED)
def test_the_greedy_set_loses_enough_and_nobody_in_it_can_be_spared(
    groups: dict[Group, float], part: float
) -> None:
    wanted = part * sum(groups.values())
    found = greedy_set(groups, wanted)
    assert found.lost == pytest.approx(lost(groups, found.employees))
    assert found.lost >= wanted - 1e-9
    for spared in found.employees:
        others = tuple(each for each in found.employees if each != spared)
        assert lost(groups, others) < wanted + 1e-9


def test_more_than_there_is_cannot_be_lost() -> None:
    with pytest.raises(ValueError, match="less than is wanted"):
        greedy_set({(0,): 0.5}, 0.6)


@given(access_graphs(), st.sampled_from([0.0, 0.1, 0.25, 0.5]))
def test_whom_an_employee_reaches_is_whom_one_reaches_with_that_employee_alone(
    drawn: tuple[list[str], list[str], Arcs], floor: float
) -> None:
    employees, contacts, arcs = drawn
    reached = reached_by(access_graph(employees, contacts, arcs), floor)
    for row, employee in enumerate(employees):
        others = set(employees) - {employee}
        access = access_by_relaxing([employee], contacts, {p: w for p, w in arcs.items() if p[0] not in others})
        naive = [access[key] > 0 and access[key] >= floor - 1e-12 for key in contacts]
        assert reached[row].tolist() == naive


def test_groups_are_people_whom_the_same_employees_reach() -> None:
    reached = np.array([[True, True, False, False, True], [False, False, True, False, True]])
    parts = ReachedGroups(reached).parts(np.array([1.0, 2.0, 4.0, 8.0, 0.0]))
    assert parts == {(0,): pytest.approx(3 / 7), (1,): pytest.approx(4 / 7)}


@pytest.mark.parametrize("held_by", [1, 2, 3, 4])
def test_sixty_employees_of_like_weight_are_searched_without_trying_every_set(held_by: int) -> None:
    """The sets of four out of sixty are half a million, twelve times over: this ends as most are never tried."""
    dice = Random(held_by)
    for _ in range(12):
        groups: dict[Group, float] = {}
        for _ in range(300):
            group = tuple(sorted(dice.sample(range(60), held_by)))
            groups[group] = groups.get(group, 0.0) + 1 / 300
        assert [smallest_set(groups, 0.5, size) for size in range(EXACT_UP_TO + 1)] == [None] * (EXACT_UP_TO + 1)
        assert len(greedy_set(groups, 0.5).employees) > EXACT_UP_TO
