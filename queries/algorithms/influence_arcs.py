"""Who listens to whom: influences said and implied, and conflicts, as one arc per pair and direction."""

from __future__ import annotations

from typing import NamedTuple

from graph.account_graph import AccountGraph
from graph.policy import Policy
from graph.vocabulary import EdgeKind, ReportingKind

Pair = tuple[str, str]


class Arc(NamedTuple):
    """How strongly a pair's second person listens to the first, and the edge that says or implies it."""

    weight: float
    kind: str


class InfluenceArcs(NamedTuple):
    """Arcs by (from, to). A pair may have both: a conflict replaces nothing."""

    positive: dict[Pair, Arc]
    negative: dict[Pair, float]


def influence_arcs(graph: AccountGraph, policy: Policy) -> InfluenceArcs:
    """The arcs between the account's contacts. Several edges of a pair in one direction: the strongest.

    A reporting line implies influence in both directions, where no INFLUENCES edge of that direction is known.
    """
    positive: dict[Pair, Arc] = {}
    for edge in graph.influences:
        pair = edge.influencer, edge.influenced
        if pair not in positive or positive[pair].weight < edge.weight:
            positive[pair] = Arc(edge.weight, EdgeKind.INFLUENCES)
    implied: dict[Pair, Arc] = {}
    for line in graph.reporting_lines:
        is_dotted = line.kind == ReportingKind.DOTTED
        factor = policy.dotted_factor if is_dotted else 1.0
        kind = EdgeKind.DOTTED_REPORTS_TO if is_dotted else EdgeKind.REPORTS_TO
        for pair, weight in (
            ((line.manager, line.person), policy.manager_influence * factor),
            ((line.person, line.manager), policy.report_influence * factor),
        ):
            if weight > 0 and pair not in positive and (pair not in implied or implied[pair].weight < weight):
                implied[pair] = Arc(weight, kind)
    negative: dict[Pair, float] = {}
    for rivalry in graph.conflicts:
        for pair in ((rivalry.person, rivalry.other), (rivalry.other, rivalry.person)):
            negative[pair] = max(negative.get(pair, 0.0), rivalry.weight)
    return InfluenceArcs(positive | implied, negative)
