"""Access strengths, strongest paths and choke points against brute force, networkx and published cases."""

from __future__ import annotations

from itertools import pairwise, permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.algorithms.access_graph import AccessTree
from queries.algorithms.choke_points import choke_points
from queries.algorithms.strongest_paths import strongest_paths_to
from queries.algorithms.thresholds import reaches
from tests.questions.access_graphs import (
    Arcs,
    access_by_relaxing,
    access_graph,
    access_graphs,
    reference_data,
)


def found_choke_points(employees: list[str], contacts: list[str], arcs: Arcs, floor: float) -> dict[str, set[str]]:
    graph = access_graph(employees, contacts, arcs)
    found = choke_points(graph, AccessTree(graph), floor)
    return {graph.keys[point]: {graph.keys[other] for other in lost} for point, lost in found.items()}


@given(access_graphs())
def test_access_strength_is_the_largest_product_over_a_path(drawn: tuple[list[str], list[str], Arcs]) -> None:
    graph = access_graph(*drawn)
    found = dict(zip(graph.keys, AccessTree(graph).strengths.tolist(), strict=True))
    assert found == pytest.approx(access_by_relaxing(*drawn), abs=1e-12)


@given(access_graphs(), st.sampled_from([0.0, 0.1, 0.25, 0.5]))
def test_choke_points_are_found_by_removing_each_person_and_starting_again(
    drawn: tuple[list[str], list[str], Arcs], floor: float
) -> None:
    employees, contacts, arcs = drawn

    def within_reach(without: str | None) -> set[str]:
        left = {pair: strength for pair, strength in arcs.items() if without not in pair}
        access = access_by_relaxing([e for e in employees if e != without], contacts, left)
        return {person for person in contacts if access[person] > 0 and reaches(access[person], floor)}

    lost = {person: within_reach(None) - within_reach(person) - {person} for person in employees + contacts}
    expected = {person: others for person, others in lost.items() if others}
    assert found_choke_points(employees, contacts, arcs, floor) == expected


@given(access_graphs())
def test_choke_points_with_a_floor_of_0_are_the_dominators(drawn: tuple[list[str], list[str], Arcs]) -> None:
    employees, contacts, arcs = drawn
    digraph = nx.DiGraph(arcs.keys())
    digraph.add_edges_from(("us", employee) for employee in employees)
    digraph.add_node("us")
    immediate = nx.immediate_dominators(digraph, "us")
    expected: dict[str, set[str]] = {}
    for person in immediate.keys() - {"us"}:
        above = immediate[person]
        while above not in ("us", None):
            expected.setdefault(above, set()).add(person)
            above = immediate[above]
    assert found_choke_points(employees, contacts, arcs, 0.0) == expected


@given(access_graphs())
def test_strongest_paths_are_those_found_by_enumerating(drawn: tuple[list[str], list[str], Arcs]) -> None:
    employees, contacts, arcs = drawn
    target, others = contacts[0], contacts[1:6]
    arcs = {pair: w for pair, w in arcs.items() if {*pair} <= {*employees, target, *others}}
    expected = []
    for employee in employees:
        ways = []
        for length in range(len(others) + 1):
            for between in permutations(others, length):
                path = (employee, *between, target)
                strength = 1.0
                for pair in pairwise(path):
                    strength *= arcs.get(pair, 0.0)
                if strength > 0:
                    ways.append((-round(strength, 12), len(path), path))
        expected += [min(ways)] if ways else []
    found = strongest_paths_to(access_graph(employees, contacts, arcs), target)
    described = [
        (-round(path.strength, 12), len(path.arcs) + 1, (*(arc.source for arc in path.arcs), target))
        for path in found
    ]
    assert described == sorted(expected)


def test_of_equally_strong_paths_the_one_with_fewer_steps_comes_first() -> None:
    arcs = {("e", "a"): 0.5, ("a", "t"): 1.0, ("e", "b"): 1.0, ("b", "c"): 0.5, ("c", "t"): 1.0}
    (path,) = strongest_paths_to(access_graph(["e"], ["a", "b", "c", "t"], arcs), "t")
    assert [arc.source for arc in path.arcs] == ["e", "a"]


def test_rounding_does_not_decide_between_equally_strong_paths() -> None:
    assert 0.7 * 0.6 * 0.1 > 0.7 * 0.1 * 0.6
    arcs = {
        ("e", "x1"): 0.7,
        ("x1", "x2"): 0.6,
        ("x2", "t"): 0.1,
        ("e", "a1"): 0.7,
        ("a1", "a2"): 0.1,
        ("a2", "t"): 0.6,
    }
    (path,) = strongest_paths_to(access_graph(["e"], ["a1", "a2", "x1", "x2", "t"], arcs), "t")
    assert [arc.source for arc in path.arcs] == ["e", "a1", "a2"]


@pytest.mark.parametrize("number", range(8))
def test_published_dominators_come_out(number: int) -> None:
    cases = reference_data("algorithm_reference", "cases.json")
    case = [found for found in cases if found["algorithm"] == "immediate_dominators"][number]
    root = str(case["root"])
    arcs = {(str(a), str(b)): 1.0 for a, b in case["edges"] if str(b) != root}
    contacts = sorted({person for pair in arcs for person in pair} - {root})
    expected: dict[str, set[str]] = {}
    immediate = {person: str(above) for person, above in case["expected"].items() if person != root}
    for person in immediate:
        above = immediate[person]
        while True:
            expected.setdefault(above, set()).add(person)
            if above == root:
                break
            above = immediate[above]
    assert found_choke_points([root], contacts, arcs, 0.0) == expected


def test_the_published_strongest_path_comes_out() -> None:
    cases = reference_data("algorithm_reference", "cases.json")
    (case,) = [found for found in cases if found["algorithm"] == "strongest path (max product)"]
    arcs = {(a, b): w for a, b, w in case["edges"]}
    contacts = sorted({person for pair in arcs for person in pair} - {"S"})
    (path,) = strongest_paths_to(access_graph(["S"], contacts, arcs), "T")
    assert path.strength == pytest.approx(case["expected"]["strength"])
    assert [arc.source for arc in path.arcs] + ["T"] == case["expected"]["best"]
