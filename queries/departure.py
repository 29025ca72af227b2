"""What a departure takes from one account: how the account is before it and after, and what differs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from graph.model.masks import Mask
from graph.model.shown import in_parts, node, said, word
from graph.model.words import Line, NodeKind
from queries.account_view import AccountView
from queries.algorithms.reach_without import strengths_without
from queries.algorithms.thresholds import TOLERANCE, as_ordered, reaches
from queries.before_after import FloatBeforeAfter, IntBeforeAfter
from queries.money import MoneyAtRisk, money_at_risk
from queries.people_groups import people_by_line
from queries.succession_ranking import SuccessionCandidate, is_exposed, succession_candidates


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """A seat of theirs that becomes empty."""

    person: Annotated[str, node(NodeKind.PERSON, "Who leaves it.")]
    opportunities: Annotated[
        tuple[str, ...],
        node(NodeKind.OPPORTUNITY, "Open opportunities in whose decision the person has a part."),
    ]
    share: Annotated[float, said("The person's largest share of an open decision, 0 to 1.", mask=Mask.JUDGEMENT)]
    candidates: Annotated[tuple[SuccessionCandidate, ...], said("Who may follow, likeliest first.")]
    exposed: Annotated[
        bool,
        said("Whether we have a live tie to none of the first three candidates.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class KeyPersonAccess:
    """How near we are to a key person who stays."""

    person: Annotated[str, node(NodeKind.PERSON, "Who.", mask=Mask.JUDGEMENT)]
    access_strength: Annotated[
        FloatBeforeAfter, said("Strength of the strongest path from us, 0 to 1.", mask=Mask.JUDGEMENT)
    ]
    live_ties: Annotated[IntBeforeAfter, said("Live ties with us.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class OpportunityImpact:
    """What a departure does to an open opportunity.

    The money is what the lost share is of its value.
    """

    opportunity: Annotated[str, node(NodeKind.OPPORTUNITY, "Which.")]
    share: Annotated[FloatBeforeAfter, said("Decision share within reach, 0 to 1.", mask=Mask.JUDGEMENT)]
    money: Annotated[MoneyAtRisk, in_parts()]


@dataclass(frozen=True, slots=True)
class LineCoverage:
    """Covered part of a line's people."""

    line: Annotated[str, word(Line, "The line.")]
    before: Annotated[float | None, said("As it is, 0 to 1.", mask=Mask.JUDGEMENT)]
    after: Annotated[
        float | None, said("As it would be; null when nobody of the line stays.", mask=Mask.JUDGEMENT)
    ]


class Departure:
    """An account before and after some people leave; people by key, contacts in order of their keys."""

    def __init__(self, view: AccountView, leaving: frozenset[str]) -> None:
        self.view = view
        self.leaving = leaving
        self.staying = [contact for contact in view.graph.contacts if contact not in leaving]
        self.who_know = {contact: view.who_know(contact) for contact in view.live_ties}
        kept = (
            (contact, [employee for employee in known if employee not in leaving])
            for contact, known in self.who_know.items()
            if contact not in leaving
        )
        self.still_known = {contact: known for contact, known in kept if known}
        self.within_reach = [contact for contact in view.graph.contacts if view.is_within_reach(contact)]
        self.still_within_reach = [contact for contact in self.staying if self._is_still_within_reach(contact)]
        self.lost = tuple(sorted(set(self.within_reach) - set(self.still_within_reach)))

    @cached_property
    def strengths(self) -> Mapping[str, float]:
        """The access strengths without those who leave."""
        access = self.view.access
        gone = [access.number[person] for person in self.leaving if person in access.number]
        return dict(zip(access.keys, strengths_without(access, self.view.access_tree, gone).tolist(), strict=True))

    def _is_still_within_reach(self, contact: str) -> bool:
        strength = self.strengths[contact]
        return strength > 0 and reaches(strength, self.view.policy.reach_floor)

    def lines(self) -> tuple[LineCoverage, ...]:
        """Every line with people, in order of the lines."""
        found = []
        for line, people in people_by_line(self.view.graph.contacts).items():
            staying = [key for key in people if key not in self.leaving]
            before, after = covered_part(people, self.who_know), covered_part(staying, self.still_known)
            found.append(LineCoverage(line, before, after))
        return tuple(found)

    def key_people(self) -> tuple[KeyPersonAccess, ...]:
        """Those who stay and lose access strength or live ties."""
        found = []
        for person in self.view.key_people - self.leaving:
            strength = FloatBeforeAfter(self.view.access_strength(person), self.strengths[person])
            ties = IntBeforeAfter(len(self.who_know.get(person, ())), len(self.still_known.get(person, ())))
            if ties.before != ties.after or strength.before - strength.after > TOLERANCE:
                change = round(strength.after - strength.before, 12)
                found.append((change, person, KeyPersonAccess(person, strength, ties)))
        return tuple(access for _, _, access in sorted(found, key=lambda one: one[:2]))

    def opportunities(self) -> tuple[OpportunityImpact, ...]:
        """The open ones, the largest loss first."""
        view = self.view
        shares = zip(
            view.open_decisions,
            view.shares_of(self.within_reach),
            view.shares_of(self.still_within_reach),
            view.shares_of(self.lost),
            strict=True,
        )
        found = []
        for decision, before, after, lost in shares:
            if decision.opportunity is not None:
                money = money_at_risk([(lost, view.graph.opportunities[decision.opportunity])], view.conversion)
                impact = OpportunityImpact(decision.opportunity, FloatBeforeAfter(before, after), money)
                found.append((_loss(lost, money, decision.opportunity), impact))
        return tuple(impact for _, impact in sorted(found, key=lambda one: one[0]))

    def seats(self) -> tuple[SeatLeft, ...]:
        """One for every contact who leaves, the largest share first."""
        view = self.view
        found = []
        for person in self.leaving & view.graph.contacts.keys():
            candidates = succession_candidates(view, person, self.leaving)
            roles = view.graph.decision_roles
            found.append(
                SeatLeft(
                    person=person,
                    opportunities=tuple(
                        deal.key
                        for deal in view.graph.open_opportunities
                        if any(role.person == person for role in roles.get(deal.key, ()))
                    ),
                    share=view.share_of([person]),
                    candidates=candidates,
                    exposed=is_exposed(candidates),
                )
            )
        return tuple(sorted(found, key=lambda seat: (-as_ordered(seat.share), seat.person)))


def covered_part(people: Collection[str], who_know: Mapping[str, Sequence[str]]) -> float | None:
    """The part of the people with a live tie; None when there are none."""
    return sum(person in who_know for person in people) / len(people) if people else None


def _loss(share: float, money: MoneyAtRisk, key: str) -> tuple[float, int, float, str]:
    """Sorts by the largest share lost first, then by money; what differs by rounding is equal."""
    return -as_ordered(share), *money.rank, key
