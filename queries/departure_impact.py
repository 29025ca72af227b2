"""Departure impact: what do we lose in every account when these people leave, and who could take over?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.account_graph import Member
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import in_parts, node, said, word
from graph.model.words import NodeKind, Severity
from queries.account_view import AccountView
from queries.before_after import FloatBeforeAfter, IntBeforeAfter
from queries.departure import Departure, KeyPersonAccess, LineCoverage, OpportunityImpact, SeatLeft, covered_part
from queries.findings.order import worst_first
from queries.handovers import ContactHandover as ContactHandover
from queries.handovers import HandoverStatus as HandoverStatus
from queries.handovers import contact_handovers
from queries.heading import PolicyVersion, Revision
from queries.money import MoneyAtRisk, money_of_people, summed
from queries.needs import Colleagues, Need, TeamOf
from queries.question import KEYS_LIMIT, Params, Question, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureImpactParams(Params):
    """Keys of the people who leave, of either side, and of somebody who leaves with a team.

    `team` is who that team is; `colleagues` are our people to ask as successors where an account has nobody left
    who stays.
    """

    as_of: Annotated[
        date | None,
        said(
            Told("The day on which they are gone; today when left out.", "离开的日期；省略时为今天。"), name="on"
        ),
    ] = None
    people: Annotated[
        tuple[str, ...],
        node(
            NodeKind.PERSON,
            Told(
                "Keys of the people who leave, of either side, at most 1000.",
                "离开者的编号，可为任一方，最多 1000 个。",
            ),
        ),
    ] = ()
    team_of: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            Told(
                "Key of a person who leaves with everybody below in the solid reporting lines of the day.",
                "与当日实线汇报的全部下属一同离开者的编号。",
            ),
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
    departure, key_people = Departure(view, frozenset(leaving)), view.key_people
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
            covered_part(graph.contacts, departure.who_know) or 0.0,
            covered_part(departure.staying, departure.still_known) or 0.0,
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


def _single_held(view: AccountView, who_know: Mapping[str, Sequence[str]]) -> int:
    return sum(len(view.holders_of(known)) == 1 for known in who_know.values())


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
    more=Told(
        "Of people, of a team or of both: `people` or `teamOf` is needed. Nothing is written.",
        "可问若干人、一个团队或两者：须给出 people 或 teamOf。不写入任何内容。",
    ),
    params=DepartureImpactParams,
    answer=DepartureImpact,
    needs=(
        Need(
            lambda params: TeamOf(manager=params.team_of, day=params.day) if params.team_of is not None else None,
            into="team",
        ),
        Need(lambda params: Colleagues(people=params.leaving, day=params.day), into="colleagues"),
    ),
    sentence=Told(
        "What do we lose in every account when these people leave, and who could take over?",
        "这些人离开后，我方在各客户损失什么，谁可以接手？",
    ),
    scope=_scope,
    part=impact,
    combine=answer,
)
