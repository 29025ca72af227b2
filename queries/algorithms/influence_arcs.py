"""Who listens to whom: influences said and implied, and conflicts, as one arc per pair and direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.account_graph import AccountGraph
from graph.model.words import EdgeKind, ReportingKind
from graph.policy import Policy

Numbers = NDArray[np.intp]
Weights = NDArray[np.float64]
ARC_KINDS = (
    EdgeKind.TIE,
    EdgeKind.INFLUENCES,
    EdgeKind.REPORTS_TO,
    EdgeKind.DOTTED_REPORTS_TO,
    EdgeKind.CONFLICTS_WITH,
)
"""The edges that make an arc; arcs name them by their place here."""


@dataclass(frozen=True, slots=True)
class Arcs:
    """Arcs as columns: from and to as numbers of people, the weight, and the kind of edge that made it."""

    sources: Numbers
    targets: Numbers
    weights: Weights
    kinds: Numbers

    def chosen(self, rows: NDArray[np.bool_] | Numbers) -> Arcs:
        """The arcs of those rows."""
        return Arcs(self.sources[rows], self.targets[rows], self.weights[rows], self.kinds[rows])


@dataclass(frozen=True, slots=True)
class InfluenceArcs:
    """How strongly people listen to each other. A pair may have both: a conflict replaces nothing."""

    positive: Arcs
    negative: Arcs


def arcs_of(
    rows: list[tuple[str, str, float]], kind: EdgeKind, number: Mapping[str, int], reverse: bool = False
) -> Arcs:
    """The rows (from, to, weight) as arcs between numbered people; reversed when asked."""
    sources = np.array([number[row[0]] for row in rows], dtype=np.intp)
    targets = np.array([number[row[1]] for row in rows], dtype=np.intp)
    weights = np.array([row[2] for row in rows], dtype=np.float64)
    kinds = np.full(len(rows), ARC_KINDS.index(kind), dtype=np.intp)
    return Arcs(targets, sources, weights, kinds) if reverse else Arcs(sources, targets, weights, kinds)


def joined(*parts: Arcs) -> Arcs:
    """All arcs of the parts."""
    return Arcs(
        np.concatenate([part.sources for part in parts]),
        np.concatenate([part.targets for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([part.kinds for part in parts]),
    )


def influence_arcs(graph: AccountGraph, number: Mapping[str, int], policy: Policy) -> InfluenceArcs:
    """The arcs between the account's contacts. Several edges of a pair in one direction: the strongest.

    A reporting line implies influence in both directions, where no INFLUENCES edge of that direction is known.
    """
    said = _strongest(
        arcs_of([(x.influencer, x.influenced, x.weight) for x in graph.influences], EdgeKind.INFLUENCES, number),
        len(number),
    )
    lines = []
    for kind, edge, factor in (
        (ReportingKind.SOLID, EdgeKind.REPORTS_TO, 1.0),
        (ReportingKind.DOTTED, EdgeKind.DOTTED_REPORTS_TO, policy.dotted_factor),
    ):
        of_kind = [(line.manager, line.person) for line in graph.reporting_lines if line.kind == kind]
        down, up = policy.manager_influence * factor, policy.report_influence * factor
        lines.append(arcs_of([(manager, report, down) for manager, report in of_kind], edge, number))
        lines.append(arcs_of([(manager, report, up) for manager, report in of_kind], edge, number, reverse=True))
    implied = _strongest(joined(*lines), len(number))
    is_new = ~np.isin(_pairs(implied, len(number)), _pairs(said, len(number)))
    rivalries = [(rivalry.person, rivalry.other, rivalry.weight) for rivalry in graph.conflicts]
    one_way = arcs_of(rivalries, EdgeKind.CONFLICTS_WITH, number)
    other_way = arcs_of(rivalries, EdgeKind.CONFLICTS_WITH, number, reverse=True)
    return InfluenceArcs(
        positive=joined(said, implied.chosen(is_new & (implied.weights > 0))),
        negative=_strongest(joined(one_way, other_way), len(number)),
    )


def _pairs(arcs: Arcs, size: int) -> Numbers:
    """One number for each arc's pair of people."""
    return arcs.sources * size + arcs.targets


def _strongest(arcs: Arcs, size: int) -> Arcs:
    """The strongest arc of each pair, in order of the pairs."""
    pairs = _pairs(arcs, size)
    order = np.lexsort((arcs.kinds, -arcs.weights, pairs))
    is_first = np.ones(len(order), dtype=np.bool_)
    is_first[1:] = pairs[order[1:]] != pairs[order[:-1]]
    return arcs.chosen(order[is_first])
