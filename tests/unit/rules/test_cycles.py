"""Cycles over time, against a search of the graph of every single day."""

from __future__ import annotations

from array import array
from itertools import pairwise

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.companies import COMPANIES
from graph.rules.hierarchies import Line, find_all_cycles, find_cycles
from graph.rules.row_reader import InputRows
from graph.rules.state import merge

_DAYS = [f"2020-01-{day:02d}" for day in range(1, 7)]


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from("abcdef"),
                st.sampled_from("abcdef"),
                st.sampled_from(["", *_DAYS]),
                st.none() | st.sampled_from(_DAYS),
            ),
            max_size=14,
        )
    )
    return [Line(*line, place) for place, line in enumerate(drawn) if line[3] is None or line[2] < line[3]]


def valid_on(found: list[Line], day: str) -> list[Line]:
    return [line for line in found if line.valid_from <= day and (line.valid_to is None or day < line.valid_to)]


@settings(max_examples=400, deadline=None)
@given(lines())
def test_a_cycle_is_found_exactly_when_the_lines_of_some_day_form_one(drawn: list[Line]) -> None:
    cyclic_days = [
        day
        for day in ["", *_DAYS]
        if not nx.is_directed_acyclic_graph(nx.DiGraph([line[:2] for line in valid_on(drawn, day)]))
    ]
    found = find_cycles(drawn)
    assert bool(found) == bool(cyclic_days)
    for cycle in found:
        assert all(one.upper == other.lower for one, other in pairwise([*cycle, cycle[0]]))
        latest = max(line.valid_from for line in cycle)
        assert set(valid_on(cycle, latest)) == set(cycle)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))
def test_of_parents_every_cycle_is_found(parents: dict[str, str]) -> None:
    drawn = [Line(key, parent, "", None, place) for place, (key, parent) in enumerate(parents.items())]
    expected = {frozenset(cycle) for cycle in nx.simple_cycles(nx.DiGraph(list(parents.items())))}
    assert {frozenset(line.lower for line in cycle) for cycle in find_cycles(drawn)} == expected


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefghijkl"), st.none() | st.sampled_from("abcdefghijkl")))
def test_companies_are_refused_exactly_when_their_parents_form_a_cycle(parents: dict[str, str | None]) -> None:
    values: list[list[str | None]] = [list(parents), list(parents.values())]
    brought = InputRows(COMPANIES, ("key", "parent"), values, array("q", range(len(parents))))
    graph = nx.DiGraph([(key, parent) for key, parent in parents.items() if parent is not None])
    found = list(find_all_cycles(merge({"companies": [brought]}, {}, ())))
    assert len(found) == len(list(nx.simple_cycles(graph)))


def test_a_chain_of_many_thousands_is_climbed_without_recursion() -> None:
    chain = [Line(str(number), str(number + 1), "", None, number) for number in range(50_000)]
    assert find_cycles(chain) == []
    (cycle,) = find_cycles([*chain, Line("50000", "0", "", None, 50_000)])
    assert len(cycle) == 50_001
