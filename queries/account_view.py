"""What several questions need of one account on one day, computed once and only when asked for.

An `AccountView` is an account graph seen with a policy. It never changes, so views and what they hold may be
kept as long as the account's revision stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.account_graph import AccountGraph
from graph.policy import Policy
from graph.records import Opportunity
from graph.vocabulary import STANCE_VALUES, EdgeKind, Power
from queries.algorithms.access_graph import AccessArc, AccessGraph, AccessTree
from queries.algorithms.choke_points import choke_points
from queries.algorithms.decision_weights import DecisionWeights, decision_weights
from queries.algorithms.influence import Settling, Vector
from queries.algorithms.influence_arcs import InfluenceArcs, influence_arcs
from queries.algorithms.thresholds import reaches
from queries.algorithms.tie_strength import TieStrength, tie_strengths


@dataclass(frozen=True)
class Decision:
    """One decision settled: `opinions[p]` is the weight of p's starting stance (v), `stage_opinions` per stage.

    `shares[p]` is |v|, for everyone with one.
    """

    opportunity: str | None
    weights: DecisionWeights
    opinions: Mapping[str, float]
    stage_opinions: Mapping[str, Mapping[str, float]]
    shares: Mapping[str, float]

    def share_of(self, people: Iterable[str]) -> float:
        """The summed share of the people."""
        return sum(self.shares.get(person, 0.0) for person in people)


class AccountView:
    """An account on a day, seen with a policy."""

    def __init__(self, graph: AccountGraph, policy: Policy) -> None:
        self.graph = graph
        self.policy = policy
        self._decisions: dict[str | None, Decision] = {}

    @cached_property
    def ties(self) -> list[TieStrength]:
        """Every valid tie with its strength."""
        return tie_strengths(self.graph, self.policy)

    @cached_property
    def live_ties(self) -> Mapping[str, Sequence[TieStrength]]:
        """The live ties to each contact, strongest first; contacts without one are not in it."""
        found: dict[str, list[TieStrength]] = defaultdict(list)
        for held in self.ties:
            if held.is_live:
                found[held.tie.contact].append(held)
        for ties in found.values():
            ties.sort(key=lambda held: (-held.strength, held.tie.employee))
        return dict(found)

    def holders(self, contact: str) -> list[str]:
        """The employees with a live tie to the contact."""
        return [held.tie.employee for held in self.live_ties.get(contact, ())]

    @cached_property
    def influence(self) -> InfluenceArcs:
        """Who listens to whom."""
        return influence_arcs(self.graph, self.policy)

    @cached_property
    def access(self) -> AccessGraph:
        """Every way from us to a contact."""
        employees = [key for key, member in self.graph.employees.items() if member.is_present]
        return AccessGraph(employees, tuple(self.graph.contacts), self._access_arcs())

    def _access_arcs(self) -> Iterable[AccessArc]:
        for held in self.ties:
            if held.is_live and held.strength > 0:
                yield AccessArc(held.tie.employee, held.tie.contact, held.strength, EdgeKind.TIE)
        for (source, target), arc in self.influence.positive.items():
            if reaches(arc.weight, self.policy.walkable_influence):
                yield AccessArc(source, target, arc.weight, arc.kind)

    @cached_property
    def access_tree(self) -> AccessTree:
        """The tree of strongest paths."""
        return AccessTree(self.access)

    def access_strength(self, person: str) -> float:
        """The access strength of a person; 0.0 without a path."""
        number = self.access.number.get(person)
        return 0.0 if number is None else self.access_tree.strengths[number]

    def is_within_reach(self, person: str) -> bool:
        """Whether there is a path to the person that is strong enough."""
        strength = self.access_strength(person)
        return strength > 0 and reaches(strength, self.policy.reach_floor)

    @cached_property
    def choke_points(self) -> Mapping[str, tuple[str, ...]]:
        """For every choke point the other people who fall out of reach without it, both by key."""
        keys = self.access.keys
        found = choke_points(self.access, self.access_tree, self.policy.reach_floor)
        lost = {keys[point]: tuple(sorted(keys[number] for number in others)) for point, others in found.items()}
        return dict(sorted(lost.items()))

    @cached_property
    def _settling(self) -> Settling:
        number = {key: position for position, key in enumerate(self.graph.contacts)}
        return Settling(
            len(number),
            {(number[a], number[b]): arc.weight for (a, b), arc in self.influence.positive.items()},
            {(number[a], number[b]): weight for (a, b), weight in self.influence.negative.items()},
            self.policy.self_weight,
        )

    def decision(self, opportunity: str | None) -> Decision:
        """The decision on an opportunity; with None, the account's inferred one."""
        if opportunity not in self._decisions:
            self._settle([opportunity])
        return self._decisions[opportunity]

    @cached_property
    def open_decisions(self) -> tuple[Decision, ...]:
        """The decisions on all open opportunities; without any, the account's inferred one."""
        keys: list[str | None] = [found.key for found in self.graph.open_opportunities] or [None]
        self._settle([key for key in keys if key not in self._decisions])
        return tuple(self._decisions[key] for key in keys)

    def _settle(self, opportunities: Sequence[str | None]) -> None:
        """Settles several decisions in one go: a column for every stage with people, or for inferred weights."""
        number = {key: position for position, key in enumerate(self.graph.contacts)}
        all_weights = {key: decision_weights(self.graph, self.policy, key) for key in opportunities}
        columns: list[dict[str, float]] = []
        for weights in all_weights.values():
            columns += [{seat.person: seat.weight for seat in seats} for seats in weights.stages.values() if seats]
            columns += [weights.inferred] if weights.inferred else []
        start: Vector = np.zeros((len(number), len(columns)))
        for column, column_weights in enumerate(columns):
            for person, weight in column_weights.items():
                start[number[person], column] = weight
        settled = iter(self._settling.weights_of_opinions(start).T if columns else ())
        for opportunity, weights in all_weights.items():
            total = np.zeros(len(number))
            stage_opinions: dict[str, Mapping[str, float]] = {}
            for stage, seats in weights.stages.items():
                if seats:
                    opinions: Vector = next(settled)
                    total += self.policy.stage_weights[stage] * opinions
                    stage_opinions[stage] = self._by_person(opinions)
            if weights.inferred:
                total += next(settled)
            opinions_of = self._by_person(total)
            shares = {person: abs(value) for person, value in opinions_of.items()}
            self._decisions[opportunity] = Decision(opportunity, weights, opinions_of, stage_opinions, shares)

    def _by_person(self, opinions: Vector) -> dict[str, float]:
        return {key: value for key, value in zip(self.graph.contacts, opinions.tolist(), strict=True) if value}

    def share_of(self, people: Iterable[str]) -> float:
        """The largest summed share of the people over the open opportunities (or of the inferred decision)."""
        group = tuple(people)
        return max(decision.share_of(group) for decision in self.open_decisions)

    def stance(self, person: str, opportunity: str | None) -> str:
        """The stance that holds; UNKNOWN when none does."""
        return self.graph.positions.of(person, opportunity).stance

    def stance_value(self, person: str, opportunity: str | None) -> float | None:
        """The stance as a number from -1 to 1; None when it is not known."""
        return STANCE_VALUES.get(self.stance(person, opportunity))

    @cached_property
    def key_people(self) -> frozenset[str]:
        """Contacts with a decision part in an open opportunity, or with power there or on the account."""
        graph = self.graph
        deals: tuple[Opportunity, ...] = graph.open_opportunities
        with_part = {role.person for deal in deals for role in graph.decision_roles.get(deal.key, ())}
        places: list[str | None] = [None, *(deal.key for deal in deals)]
        with_power = {
            person
            for person in graph.contacts
            if any(
                graph.positions.of(person, place).power in (Power.INNER_CIRCLE, Power.POLITICAL_STRUCTURE)
                for place in places
            )
        }
        return frozenset(with_part | with_power)
