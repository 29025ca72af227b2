"""The oracle's algorithms against networkx, and random worlds against what always holds."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from graph.policy import Policy
from tests.oracle.access import by_strength, choke_points, simple_paths, strengths
from tests.oracle.opinions import pull
from tests.oracle.oracle import Oracle
from tests.oracle.random_days import AS_OF
from tests.oracle.small_graphs import InfluenceMap, SmallGraph, influence_maps, small_graphs
from tests.oracle.world import World, tables_of, world_from
from tests.oracle.worlds import ASKED, POLICIES, worlds

RANDOM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@RANDOM
@given(small_graphs())
def test_relaxed_strengths_are_the_strongest_simple_paths(graph: SmallGraph) -> None:
    best = strengths(graph.arcs, graph.source)
    for node in graph.nodes:
        paths = by_strength(simple_paths(graph.arcs, graph.source, node))
        assert (node in best) == bool(paths)
        assert not paths or best[node] == pytest.approx(paths[0].strength, abs=1e-12)


@RANDOM
@given(small_graphs())
def test_choke_points_with_the_floor_at_0_are_networkx_dominators(graph: SmallGraph) -> None:
    drawn = nx.DiGraph(list(graph.arcs))
    drawn.add_node(graph.source)
    above = nx.immediate_dominators(drawn, graph.source)
    expected: dict[str, set[str]] = {}
    for node in set(above) - {graph.source}:
        dominator = above[node]
        while dominator != graph.source:
            expected.setdefault(dominator, set()).add(node)
            dominator = above[dominator]
    assert choke_points(graph.arcs, graph.source, 0.0) == expected


@RANDOM
@given(influence_maps())
def test_without_conflicts_pulls_are_shares_of_the_whole_weight(drawn: InfluenceMap) -> None:
    pulls = pull(drawn.people, drawn.positive, {}, drawn.self_weight, drawn.weight)
    assert min(pulls.values()) >= -1e-12
    assert sum(pulls.values()) == pytest.approx(sum(drawn.weight.values()), abs=1e-9)


@RANDOM
@given(worlds(), POLICIES, ASKED)
def test_every_random_world_can_be_asked(world: World, policy: Policy, company: str) -> None:
    assert world_from(tables_of(world)) == world
    oracle = Oracle(world, policy, AS_OF, company)
    for decision in oracle.decisions.values():
        assert decision.lean.low <= decision.lean.value <= decision.lean.high
        assert sum(decision.weight.by_person.values()) + decision.weight.unassigned == pytest.approx(1)
