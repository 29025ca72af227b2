"""Who listens to whom (section 2)."""

from __future__ import annotations

from graph.policy import Policy
from tests.oracle.days import is_valid
from tests.oracle.world import World

Arcs = dict[tuple[str, str], float]
"""(who is listened to, who listens) -> magnitude."""


def positive_influence(world: World, policy: Policy, contacts: list[str], as_of: str) -> Arcs:
    """INFLUENCES, and where a pair has none in a direction, what its reporting lines imply; the strongest."""
    said: Arcs = {}
    for edge in world["influences"]:
        pair = (edge.influencer, edge.influenced)
        if is_valid(edge, as_of) and set(pair) <= set(contacts):
            said[pair] = max(edge.weight, said.get(pair, 0))
    implied: Arcs = {}
    for line in world["reports_to"]:
        if is_valid(line, as_of) and {line.person, line.manager} <= set(contacts):
            factor = policy.dotted_factor if line.kind == "DOTTED" else 1.0
            down, up = (line.manager, line.person), (line.person, line.manager)
            implied[down] = max(policy.manager_influence * factor, implied.get(down, 0))
            implied[up] = max(policy.report_influence * factor, implied.get(up, 0))
    return {**implied, **said}


def negative_influence(world: World, contacts: list[str], as_of: str) -> Arcs:
    """CONFLICTS_WITH in both directions, the strongest of a pair."""
    arcs: Arcs = {}
    for edge in world["conflicts"]:
        if is_valid(edge, as_of) and {edge.person, edge.other} <= set(contacts):
            for pair in ((edge.person, edge.other), (edge.other, edge.person)):
                arcs[pair] = max(edge.weight, arcs.get(pair, 0))
    return arcs
