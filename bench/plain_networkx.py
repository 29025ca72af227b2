"""The plain way to the same numbers: a networkx graph, its Dijkstra, and starting again without each person.

It starts from the same account graph and gives the same answers (the benchmark compares them). Decision shares
are iterated on networkx's own sparse matrix, as its PageRank does; a dense or factorising solve would be slower.
Choke points: whoever has somebody below in the tree of strongest paths is taken out and the search run again;
nobody else can be one.
"""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
import numpy as np

from graph.account_graph import AccountGraph
from graph.model.words import ReportingKind
from graph.policy import Policy
from queries.algorithms.decision_weights import decision_weights
from queries.algorithms.tie_strength import tie_strength

SOURCE = ""
_ROUNDING = 1e-12


def influence_graph(account: AccountGraph, policy: Policy) -> nx.DiGraph[Any]:
    """Arcs from who is listened to; attributes `positive` and `negative`."""
    found: nx.DiGraph[Any] = nx.DiGraph()
    found.add_nodes_from(account.contacts)
    implied: dict[tuple[str, str], float] = {}
    for line in account.reporting_lines:
        factor = policy.dotted_factor if line.kind == ReportingKind.DOTTED else 1.0
        down, up = (line.manager, line.person), (line.person, line.manager)
        implied[down] = max(implied.get(down, 0.0), policy.manager_influence * factor)
        implied[up] = max(implied.get(up, 0.0), policy.report_influence * factor)
    for (source, target), weight in implied.items():
        found.add_edge(source, target, positive=weight, negative=0.0)
    said: dict[tuple[str, str], float] = {}
    for edge in account.influences:
        pair = edge.influencer, edge.influenced
        said[pair] = max(said.get(pair, 0.0), edge.weight)
    for (source, target), weight in said.items():
        found.add_edge(source, target, positive=weight, negative=0.0)
    for rivalry in account.conflicts:
        for source, target in ((rivalry.person, rivalry.other), (rivalry.other, rivalry.person)):
            if not found.has_edge(source, target):
                found.add_edge(source, target, positive=0.0, negative=0.0)
            edge_data = found.edges[source, target]
            edge_data["negative"] = max(edge_data["negative"], rivalry.weight)
    return found


def decision_shares(
    influence: nx.DiGraph[Any], account: AccountGraph, policy: Policy, deal: str
) -> dict[str, float]:
    """The share of everyone in the decision on the opportunity."""
    order = list(account.contacts)
    positive = nx.to_scipy_sparse_array(influence, order, weight="positive")
    negative = nx.to_scipy_sparse_array(influence, order, weight="negative")
    total = np.asarray((positive + negative).sum(axis=0)).ravel()
    spread = (positive - negative) / (total + policy.self_weight)
    weights = decision_weights(account, policy, deal)
    start = np.zeros(len(order))
    for stage, seats in weights.stages.items():
        for seat in seats:
            start[order.index(seat.person)] += policy.stage_weights[stage] * seat.weight
    settled, step = start, start
    while np.abs(step).sum() > 1e-13:
        step = spread @ step
        settled = settled + step
    opinions = settled * policy.self_weight / (total + policy.self_weight)
    return dict(zip(order, np.abs(opinions).tolist(), strict=True))


def access_graph(account: AccountGraph, influence: nx.DiGraph[Any], policy: Policy) -> nx.DiGraph[Any]:
    """The access graph from `SOURCE`, with -log strength as `cost`."""
    found: nx.DiGraph[Any] = nx.DiGraph()
    found.add_node(SOURCE)
    for key, member in account.employees.items():
        if member.is_present:
            found.add_edge(SOURCE, key, cost=0.0)
    for held in account.ties:
        strength = tie_strength(held.tie.trust, held.last_contact, account.as_of, policy)
        if account.employees[held.tie.employee].is_present and strength >= policy.live_tie_strength - _ROUNDING:
            found.add_edge(held.tie.employee, held.tie.contact, cost=-math.log(strength))
    for source, target, weight in influence.edges(data="positive"):
        if weight >= policy.walkable_influence - _ROUNDING:
            found.add_edge(source, target, cost=-math.log(weight))
    return found


def access_strengths(access: nx.DiGraph[Any]) -> dict[str, float]:
    """The access strength of everyone with a path."""
    costs, _ = nx.single_source_dijkstra(access, SOURCE, weight="cost")
    return {person: math.exp(-cost) for person, cost in costs.items() if person != SOURCE}


def choke_points(access: nx.DiGraph[Any], reach_floor: float) -> dict[str, list[str]]:
    """For every choke point the others who fall out of reach without it."""

    def people_within_reach() -> set[str]:
        return {key for key, strength in access_strengths(access).items() if strength >= reach_floor - _ROUNDING}

    before = people_within_reach()
    _, paths = nx.single_source_dijkstra(access, SOURCE, weight="cost")
    inner = {path[-2] for path in paths.values() if len(path) > 2}
    found = {}
    for removed in sorted(inner):
        edges = [*access.in_edges(removed, data=True), *access.out_edges(removed, data=True)]
        access.remove_node(removed)
        after = people_within_reach()
        access.add_edges_from(edges)
        lost = sorted(before - after - {removed})
        if lost:
            found[removed] = lost
    return found
