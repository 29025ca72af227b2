"""Access strengths without some people, against starting again on the rest of the graph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.algorithms.access_graph import AccessTree
from queries.algorithms.reach_without import strengths_without
from tests.questions.access_graphs import Arcs, access_by_relaxing, access_graph, access_graphs


def found_without(employees: list[str], contacts: list[str], arcs: Arcs, gone: set[str]) -> dict[str, float]:
    graph = access_graph(employees, contacts, arcs)
    strengths = strengths_without(graph, AccessTree(graph), [graph.number[person] for person in gone])
    return dict(zip(graph.keys, strengths.tolist(), strict=True))


@given(access_graphs(), st.data())
def test_what_is_left_is_what_the_rest_of_the_graph_reaches(
    drawn: tuple[list[str], list[str], Arcs], data: st.DataObject
) -> None:
    employees, contacts, arcs = drawn
    gone = data.draw(st.sets(st.sampled_from(employees + contacts)))
    left = {pair: strength for pair, strength in arcs.items() if not gone & {*pair}}
    expected = access_by_relaxing([e for e in employees if e not in gone], contacts, left)
    assert found_without(*drawn, gone) == pytest.approx(
        {person: 0.0 if person in gone else expected.get(person, 0.0) for person in employees + contacts},
        abs=1e-12,
    )


def test_without_anybody_the_strengths_are_those_of_the_whole_graph() -> None:
    arcs = {("e", "a"): 0.5, ("a", "b"): 0.5}
    assert found_without(["e"], ["a", "b"], arcs, set()) == {"e": 1.0, "a": 0.5, "b": 0.25}


def test_a_cycle_of_full_strength_does_not_keep_itself_within_reach() -> None:
    arcs = {("e", "a"): 1.0, ("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "b"): 1.0}
    assert found_without(["e"], ["a", "b", "c"], arcs, {"a"}) == {"e": 1.0, "a": 0.0, "b": 0.0, "c": 0.0}


def test_a_weaker_way_around_takes_the_place_of_the_one_that_is_gone() -> None:
    arcs = {("e", "a"): 1.0, ("a", "t"): 0.9, ("e", "b"): 0.5, ("b", "c"): 0.8, ("c", "t"): 0.5}
    assert found_without(["e"], ["a", "b", "c", "t"], arcs, {"a"})["t"] == pytest.approx(0.5 * 0.8 * 0.5)
