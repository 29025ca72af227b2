"""What several questions need of one account on one day, computed once and only when asked for.

An `AccountView` is an account graph seen with a policy. It never changes, so views and what they hold may be
kept as long as the account's revision stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from graph.account_graph import AccountGraph, account_on
from graph.model.deals import Opportunity
from graph.model.words import STANCE_VALUES, EdgeKind, Power, ReportingKind
from graph.policy import Policy
from graph.rates import NO_RATES, Conversion, Rates
from queries.algorithms.access_graph import AccessGraph, AccessTree
from queries.algorithms.choke_points import choke_points
from queries.algorithms.decision_weights import DecisionWeights, decision_weights
from queries.algorithms.influence import Settling, Vector, without_error
from queries.algorithms.influence_arcs import InfluenceArcs, arcs_of, influence_arcs, joined
from queries.algorithms.thresholds import TOLERANCE, as_ordered, reaches
from queries.algorithms.tie_strength import TieStrength, tie_strengths
from queries.likeness import Likeness

_POWERFUL = (Power.INNER_CIRCLE, Power.POLITICAL_STRUCTURE)


@dataclass(frozen=True)
class Decision:
    """One decision settled, as columns over the contacts in order of their keys.

    `opinions` are the weights of everybody's starting stance (v), `stage_opinions` those of each stage with people
    alone, `shares` is |v|.
    """

    opportunity: str | None
    weights: DecisionWeights
    opinions: Vector
    stage_opinions: Mapping[str, Vector]
    shares: Vector


class AccountView:
    """An account on a day, seen with a policy and the dated exchange rates, of which those of the day hold."""

    def __init__(self, graph: AccountGraph, policy: Policy, rates: Rates = NO_RATES) -> None:
        self.graph = graph
        self.policy = policy
        self.rates = rates
        self.number = {key: number for number, key in enumerate(graph.contacts)}
        self._decisions: dict[str | None, Decision] = {}
        self._stances: dict[str | None, Vector] = {}
        self._other_day: AccountView | None = None

    def with_policy(self, policy: Policy, rates: Rates | None = None) -> AccountView:
        """The same account seen with other numbers, and with other dated rates when they are given."""
        return AccountView(self.graph, policy, self.rates if rates is None else rates)

    @cached_property
    def conversion(self) -> Conversion:
        """How amounts become amounts of the base currency on this day."""
        return Conversion(self.policy, self.rates.on(self.graph.as_of))

    def on(self, day: date) -> AccountView:
        """The same account, of the same revision and seen with the same policy and rates, on another day."""
        if day == self.graph.as_of:
            return self
        other = self._other_day
        if other is None or other.graph.as_of != day:
            other = self._other_day = AccountView(account_on(self.graph.records, day), self.policy, self.rates)
        return other

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

    @cached_property
    def ties_to(self) -> Mapping[str, Sequence[TieStrength]]:
        """The valid ties to each contact, live or not, strongest first; contacts without one are not in it."""
        found: dict[str, list[TieStrength]] = defaultdict(list)
        for held in sorted(self.ties, key=lambda held: (-held.strength, held.tie.employee)):
            found[held.tie.contact].append(held)
        return dict(found)

    @cached_property
    def solid_reports(self) -> Mapping[str, Sequence[str]]:
        """The contacts who report to each contact in a solid line; those nobody reports to are not in it."""
        return self._reports(is_dotted=False)

    @cached_property
    def dotted_reports(self) -> Mapping[str, Sequence[str]]:
        """The contacts who report to each contact in a dotted line; those nobody reports to are not in it."""
        return self._reports(is_dotted=True)

    def _reports(self, *, is_dotted: bool) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for line in self.graph.reporting_lines:
            if (line.kind == ReportingKind.DOTTED) == is_dotted:
                found[line.manager].append(line.person)
        return dict(found)

    @cached_property
    def solid_managers(self) -> Mapping[str, Sequence[str]]:
        """The managers of each contact in a solid line, themselves contacts; those without one are not in it."""
        found: dict[str, list[str]] = defaultdict(list)
        for line in self.graph.reporting_lines:
            if line.kind != ReportingKind.DOTTED:
                found[line.person].append(line.manager)
        return dict(found)

    @cached_property
    def department_members(self) -> Mapping[str, Sequence[str]]:
        """The contacts of each department (not of those below it), by key."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, member in self.graph.contacts.items():
            if member.department is not None:
                found[member.department].append(key)
        return dict(found)

    @cached_property
    def likeness(self) -> Likeness:
        """How alike the places of two contacts are."""
        return Likeness(self.graph)

    @cached_property
    def leaving(self) -> Mapping[str, date]:
        """Our people who are there and leave within the policy's horizon, each with the first day without them."""
        ours = ((key, self.graph.everyone[key]) for key in sorted(self.graph.our_people))
        return {
            key: member.leaves_on
            for key, member in ours
            if member.leaves_on is not None and self.is_soon(member.leaves_on)
        }

    def is_soon(self, day: date) -> bool:
        """Whether the day is at most as far ahead as the policy's horizon of who is leaving."""
        return (day - self.graph.as_of).days <= self.policy.leaving_horizon_days

    def who_know(self, contact: str) -> list[str]:
        """The employees with a live tie to the contact, whether they are leaving or not; strongest first."""
        return list(dict.fromkeys(held.tie.employee for held in self.live_ties.get(contact, ())))

    def holders(self, contact: str) -> list[str]:
        """The employees who count for the redundancy of the contact, strongest first.

        Those with a live tie who are not leaving; when all of them are, the last to leave alone, then by key.
        """
        return self.holders_of(self.who_know(contact))

    def holders_of(self, known: Sequence[str]) -> list[str]:
        """The same of employees with a live tie to one contact, in their order."""
        staying = [employee for employee in known if employee not in self.leaving]
        return staying or sorted(known, key=lambda employee: (-self.leaving[employee].toordinal(), employee))[:1]

    def held_until(self, contact: str) -> date | None:
        """The first day without the contact's only holder; None when there is another, or the holder stays."""
        holders = self.holders(contact)
        return self.leaving.get(holders[0]) if len(holders) == 1 else None

    @cached_property
    def influence(self) -> InfluenceArcs:
        """Who listens to whom, between contacts as `number` counts them."""
        return influence_arcs(self.graph, self.number, self.policy)

    @cached_property
    def access(self) -> AccessGraph:
        """Every way from us to a contact."""
        employees = [key for key, member in self.graph.employees.items() if member.is_present]
        place = {key: number for number, key in enumerate((*employees, *self.graph.contacts))}
        live = [
            (held.tie.employee, held.tie.contact, held.strength)
            for held in self.ties
            if held.is_live and held.strength > 0
        ]
        said = self.influence.positive
        walkable = said.chosen(said.weights >= self.policy.walkable_influence - TOLERANCE)
        shifted = replace(
            walkable, sources=walkable.sources + len(employees), targets=walkable.targets + len(employees)
        )
        arcs = joined(arcs_of(live, EdgeKind.TIE, place), shifted)
        return AccessGraph(employees, tuple(self.graph.contacts), arcs)

    @cached_property
    def access_tree(self) -> AccessTree:
        """The tree of strongest paths."""
        return AccessTree(self.access)

    @cached_property
    def access_strengths(self) -> Mapping[str, float]:
        """The access strength of every contact and present employee; 0.0 without a path."""
        return dict(zip(self.access.keys, self.access_tree.strengths.tolist(), strict=True))

    def access_strength(self, person: str) -> float:
        """The access strength of a person; 0.0 without a path."""
        return self.access_strengths.get(person, 0.0)

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

    def lost_without(self, person: str) -> tuple[str, ...]:
        """The contacts within reach whom we lose when the person, of either side, leaves alone.

        A contact within reach is lost with itself.
        """
        others = self.choke_points.get(person, ())
        return (person, *others) if person in self.number and self.is_within_reach(person) else others

    @cached_property
    def _settling(self) -> Settling:
        return Settling(len(self.number), self.influence, self.policy.self_weight)

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
        all_weights = {key: decision_weights(self.graph, self.policy, key) for key in opportunities}
        columns: list[Mapping[str, float]] = []
        for weights in all_weights.values():
            columns += [{seat.person: seat.weight for seat in seats} for seats in weights.stages.values() if seats]
            columns += [weights.inferred] if weights.inferred else []
        start: Vector = np.zeros((len(self.number), len(columns)))
        for column, column_weights in enumerate(columns):
            for person, weight in column_weights.items():
                start[self.number[person], column] = weight
        settled = iter(self._settling.weights_of_opinions(start).T if columns else ())
        for opportunity, weights in all_weights.items():
            stage_opinions: dict[str, Vector] = {
                stage: next(settled) for stage, seats in weights.stages.items() if seats
            }
            opinions: Vector = next(settled).copy() if weights.inferred else np.zeros(len(self.number))
            for stage, of_stage in stage_opinions.items():
                opinions += self.policy.stage_weights[stage] * of_stage
            opinions = without_error(opinions)
            self._decisions[opportunity] = Decision(
                opportunity, weights, opinions, stage_opinions, np.abs(opinions)
            )

    def shares_of(self, people: Iterable[str]) -> list[float]:
        """The summed share of the people in each of the open decisions."""
        numbers = [self.number[person] for person in people if person in self.number]
        return [float(decision.shares[numbers].sum()) for decision in self.open_decisions]

    def share_of(self, people: Iterable[str]) -> float:
        """The largest summed share of the people over the open opportunities (or of the inferred decision)."""
        return max(self.shares_of(people))

    @cached_property
    def _largest_shares(self) -> list[float]:
        return [float(share) for share in np.max([each.shares for each in self.open_decisions], axis=0)]

    def most_exposed_first(self, contacts: Iterable[str]) -> tuple[str, ...]:
        """The contacts by their largest share of an open decision (or of the inferred one), then by key."""
        shares = self._largest_shares
        return tuple(sorted(contacts, key=lambda contact: (-as_ordered(shares[self.number[contact]]), contact)))

    def stances(self, opportunity: str | None) -> Vector:
        """Every contact's stance as a number from -1 to 1, NaN when it is not known."""
        if opportunity not in self._stances:
            found = np.full(len(self.number), np.nan)
            for person in self.graph.positions.people:
                stance = self.graph.positions.of(person, opportunity).stance
                found[self.number[person]] = STANCE_VALUES.get(stance, np.nan)
            self._stances[opportunity] = found
        return self._stances[opportunity]

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
        return frozenset(with_part | self.people_with_power([None, *(deal.key for deal in deals)]))

    def people_with_power(self, places: Sequence[str | None]) -> set[str]:
        """Contacts of the inner circle or political structure on one of the opportunities; None is the account."""
        positions = self.graph.positions
        return {
            person
            for person in positions.people
            if any(positions.of(person, place).power in _POWERFUL for place in places)
        }
