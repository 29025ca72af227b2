"""Departure impact: what do we lose in every account when these people leave, and who could take over?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated

from graph.account_graph import Member
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import in_parts, node, said, word
from graph.model.words import Line, NodeKind, Severity
from queries.account_view import AccountView
from queries.algorithms.reach_without import strengths_without
from queries.algorithms.thresholds import TOLERANCE, as_ordered, reaches
from queries.before_after import FloatBeforeAfter, IntBeforeAfter
from queries.findings.order import worst_first
from queries.handovers import ContactHandover as ContactHandover
from queries.handovers import HandoverStatus as HandoverStatus
from queries.handovers import contact_handovers
from queries.heading import PolicyVersion, Revision
from queries.money import MoneyAtRisk, money_at_risk, money_of_people, summed
from queries.needs import Colleagues, Need, TeamOf
from queries.people_groups import people_by_line
from queries.question import KEYS_LIMIT, Params, Question, Scope
from queries.succession_ranking import SuccessionCandidate, is_exposed, succession_candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureImpactParams(Params):
    """Keys of the people who leave, of either side, and of somebody who leaves with a team.

    `team` is who that team is; `colleagues` are our people to ask as successors where an account has nobody left
    who stays.
    """

    as_of: Annotated[date | None, said("The day on which they are gone; today when left out.", name="on")] = None
    people: Annotated[
        tuple[str, ...], node(NodeKind.PERSON, "Keys of the people who leave, of either side, at most 1000.")
    ] = ()
    team_of: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            "Key of a person who leaves with everybody below in the solid reporting lines of the day.",
        ),
    ] = None
    team: tuple[str, ...] = ()
    colleagues: tuple[Member, ...] = ()

    @property
    def leaving(self) -> tuple[str, ...]:
        """All who leave; QuestionRejected for nobody, or for too many."""
        if (count := len(self.people)) > KEYS_LIMIT:
            told = Told(
                f"people: {count} keys; the limit is {KEYS_LIMIT}", f"people：{count} 个；上限 {KEYS_LIMIT}"
            )
            raise QuestionRejected(told)
        leaving = tuple(dict.fromkeys((*self.people, *self.team)))
        if not leaving:
            english = "people, teamOf: expected one of them at least"
            raise QuestionRejected(Told(english, "people、teamOf：至少应有其一"))
        if (count := len(leaving)) > KEYS_LIMIT:
            told = Told(
                f"people, teamOf: {count} people leave; the limit is {KEYS_LIMIT}",
                f"people、teamOf：{count} 人离开；上限 {KEYS_LIMIT}",
            )
            raise QuestionRejected(told)
        return leaving


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


@dataclass(frozen=True, slots=True)
class AccountImpact:
    """What a departure does to one account.

    Counts are of people. Who leaves counts before and not after. `share_lost` is that of the inferred decision
    without an open one; `coverage` is 0 without any contact. Opportunities with the largest loss come first, key
    people by how much harder they are to reach, seats by share; then all by key.
    """

    company: Annotated[str, node(NodeKind.COMPANY, "The company at the top of the account.")]
    revision: Revision
    people_within_reach: Annotated[IntBeforeAfter, said("Contacts within reach.", mask=Mask.JUDGEMENT)]
    key_people_covered: Annotated[IntBeforeAfter, said("Key people with a live tie.", mask=Mask.JUDGEMENT)]
    single_held: Annotated[
        IntBeforeAfter,
        said("Contacts with a live tie by exactly one of our people.", mask=Mask.JUDGEMENT),
    ]
    coverage: Annotated[
        FloatBeforeAfter, said("Part of all contacts with a live tie, 0 to 1.", mask=Mask.JUDGEMENT)
    ]
    lines: Annotated[tuple[LineCoverage, ...], said("The same by line.", mask=Mask.JUDGEMENT)]
    lost: Annotated[
        tuple[str, ...],
        node(
            NodeKind.PERSON,
            "Contacts who are within reach before and not after, those who leave included; most exposed first.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    share_lost: Annotated[
        float, said("The largest share of an open decision that is lost, 0 to 1.", mask=Mask.JUDGEMENT)
    ]
    severity: Annotated[
        str, word(Severity, "Band of the share lost, by the policy of the account.", mask=Mask.JUDGEMENT)
    ]
    money: Annotated[MoneyAtRisk, in_parts()]
    key_people: Annotated[
        tuple[KeyPersonAccess, ...],
        said("Key people who stay and whom it takes us away from.", mask=Mask.JUDGEMENT),
    ]
    opportunities: Annotated[tuple[OpportunityImpact, ...], said("Its open opportunities.")]
    handovers: Annotated[
        tuple[ContactHandover, ...],
        said("Contacts who lose live ties with us, most exposed first.", mask=Mask.JUDGEMENT),
    ]
    seats: Annotated[tuple[SeatLeft, ...], said("Seats of theirs that become empty.")]


@dataclass(frozen=True, slots=True)
class ImpactTotals:
    """What a departure does over all accounts.

    Each person counts once. An account loses something when people fall out of reach, lose a live tie, or are key
    and harder to reach.
    """

    people: Annotated[int, said("Different people who fall out of reach.", mask=Mask.JUDGEMENT)]
    money: Annotated[MoneyAtRisk, in_parts()]
    accounts: Annotated[int, said("Accounts that lose anything.", mask=Mask.JUDGEMENT)]
    orphaned: Annotated[int, said("Contacts with no live tie left.", mask=Mask.JUDGEMENT)]
    weakened: Annotated[int, said("Contacts who lose live ties and keep others.", mask=Mask.JUDGEMENT)]


@dataclass(frozen=True, slots=True)
class DepartureImpact:
    """What we lose when people leave. A risk of accounts, not a rating of anyone.

    The accounts with the most severe loss come first, then those with the largest loss of share, then of money.
    An account is listed when one of the people is on the day a contact of it, or has a valid tie into it.
    Money is ordered as `MoneyAtRisk.rank` tells: an account without an amount in the base currency comes after
    those with one.
    """

    as_of: Annotated[date, said("The day on which they are gone.")]
    policy_version: PolicyVersion
    people: Annotated[tuple[str, ...], node(NodeKind.PERSON, "All who leave.")]
    accounts: Annotated[tuple[AccountImpact, ...], said("The accounts, largest loss first.")]
    totals: Annotated[ImpactTotals, said("All of them together.")]


def impact(view: AccountView, params: DepartureImpactParams) -> AccountImpact | None:
    """What the departure does to one account, on the whole of which it is computed.

    None where none of the people is a contact or has a valid tie on the day: it may be that they only took part in
    an interaction, or had a tie once.

    Cost: at most one search of the access graph, one ranking for every contact who loses a tie, and one look at
    the reporting lines for everybody of theirs who leaves.
    """
    graph = view.graph
    leaving = params.leaving
    if not any(person in graph.contacts or person in graph.employees for person in leaving):
        return None
    departure, key_people = _Departure(view, frozenset(leaving)), view.key_people
    share_lost = view.share_of(departure.lost)
    return AccountImpact(
        company=graph.account,
        revision=graph.revision,
        people_within_reach=IntBeforeAfter(len(departure.within_reach), len(departure.still_within_reach)),
        key_people_covered=IntBeforeAfter(
            len(key_people & departure.who_know.keys()), len(key_people & departure.still_known.keys())
        ),
        single_held=IntBeforeAfter(
            _single_held(view, departure.who_know), _single_held(view, departure.still_known)
        ),
        coverage=FloatBeforeAfter(
            _covered_part(graph.contacts, departure.who_know) or 0.0,
            _covered_part(departure.staying, departure.still_known) or 0.0,
        ),
        lines=departure.lines(),
        lost=view.most_exposed_first(departure.lost),
        share_lost=share_lost,
        severity=view.policy.severity(share_lost),
        money=money_of_people(view, departure.lost),
        key_people=departure.key_people(),
        opportunities=departure.opportunities(),
        handovers=contact_handovers(view, departure.leaving, colleagues=params.colleagues),
        seats=departure.seats(),
    )


class _Departure:
    """An account before and after; people by key, contacts in order of their keys."""

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
            before, after = _covered_part(people, self.who_know), _covered_part(staying, self.still_known)
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


def _single_held(view: AccountView, who_know: Mapping[str, Sequence[str]]) -> int:
    return sum(len(view.holders_of(known)) == 1 for known in who_know.values())


def _covered_part(people: Collection[str], who_know: Mapping[str, Sequence[str]]) -> float | None:
    """The part of the people with a live tie; None when there are none."""
    return sum(person in who_know for person in people) / len(people) if people else None


def _loss(share: float, money: MoneyAtRisk, key: str) -> tuple[float, int, float, str]:
    """Sorts by the largest share lost first, then by money; what differs by rounding is equal."""
    return -as_ordered(share), *money.rank, key


def answer(parts: Sequence[AccountImpact | None], params: DepartureImpactParams) -> DepartureImpact:
    """All accounts together; none when the people are in no account."""
    found = [part for part in parts if part is not None]
    accounts = sorted(found, key=lambda one: (*worst_first(one.severity, one.share_lost, one.money), one.company))
    orphaned = _contacts(accounts, HandoverStatus.ORPHANED)
    weakened = _contacts(accounts, HandoverStatus.WEAKENED) - orphaned
    return DepartureImpact(
        as_of=params.day,
        policy_version=params.policy_version,
        people=params.leaving,
        accounts=tuple(accounts),
        totals=ImpactTotals(
            people=len({person for one in accounts for person in one.lost}),
            money=summed(one.money for one in accounts),
            accounts=sum(bool(one.lost or one.handovers or one.key_people) for one in accounts),
            orphaned=len(orphaned),
            weakened=len(weakened),
        ),
    )


def _contacts(parts: Iterable[AccountImpact], status: HandoverStatus) -> set[str]:
    return {found.contact for one in parts for found in one.handovers if found.status == status}


def _scope(params: DepartureImpactParams) -> Scope:
    first, *others = params.leaving
    return Scope(PEOPLE, first, others=tuple((PEOPLE, person) for person in others))


DEPARTURE_IMPACT: Question[DepartureImpactParams, AccountImpact | None, DepartureImpact] = Question(
    name="departure_impact",
    more="Of people, of a team or of both: `people` or `teamOf` is needed. Nothing is written.",
    params=DepartureImpactParams,
    answer=DepartureImpact,
    needs=(
        Need(
            lambda params: TeamOf(manager=params.team_of, day=params.day) if params.team_of is not None else None,
            into="team",
        ),
        Need(lambda params: Colleagues(people=params.leaving, day=params.day), into="colleagues"),
    ),
    sentence="What do we lose in every account when these people leave, and who could take over?",
    scope=_scope,
    part=impact,
    combine=answer,
)
