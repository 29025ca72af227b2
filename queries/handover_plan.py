"""Handover plan: which colleague takes over which contact, and by when, before an employee's last day?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.account_graph import Member
from graph.errors import QuestionRejected
from graph.handing_over import HandedOver
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import node, said
from graph.model.words import NodeKind
from graph.policy import Policy
from queries.account_view import AccountView
from queries.algorithms.assignment import AssignmentSolver as AssignmentSolver
from queries.algorithms.assignment import ScoredPair, best_assignment, greedy_assignment
from queries.algorithms.due_days import due_days
from queries.handed_over import CarriedOut, all_handed_over, carried_out, taken_counts
from queries.handed_over import HandedOverContact as HandedOverContact
from queries.handovers import ContactHandover, HandoverStatus, contact_handovers
from queries.heading import PolicyVersion
from queries.needs import Colleagues, ExecutedHandovers, Need, OurPeople
from queries.outside_help import OutsideHelp
from queries.question import Params, Question, Scope
from queries.staying import HandoverDays, days_of_handover, handover_days
from queries.terms import Term
from queries.unassigned import UnassignedContact, handed_contacts, unassigned_contacts


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPlanParams(Params):
    """Who leaves, and the last working day. A plan is of today, but of the last day when that is over.

    `colleagues` are our people to ask where an account has nobody left who stays; `team` our people at large, of
    whom help is sought for contacts that go to nobody; both are there on the days of the handover. `handovers` are
    what the employee handed over already.
    """

    employee: Annotated[
        str, node(NodeKind.PERSON, Told("Key of our employee who leaves.", "离开的我方员工的编号。"))
    ]
    last_day: Annotated[
        date,
        said(
            Told(
                "The last working day. One that is over is asked about as of itself.",
                "最后工作日；已过去的，按当日的状态回答。",
            )
        ),
    ]
    capacity: Annotated[
        int | None,
        said(
            Told(
                "How many contacts one colleague may take over; the policy's number when left out.",
                "每名同事最多接手的联系人数；省略时按政策。",
            )
        ),
    ] = None
    colleagues: tuple[Member, ...] = ()
    team: tuple[Member, ...] = ()
    handovers: tuple[HandedOver, ...] = ()

    def day_meant(self, today: date) -> date:
        """Today, but the last day when that is over."""
        return min(today, self.last_day)


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """One contact to hand over."""

    contact: Annotated[str, node(NodeKind.PERSON, "The contact.")]
    account: Annotated[str, node(NodeKind.COMPANY, "The company at the top of the contact's group.")]
    from_employee: Annotated[str, node(NodeKind.PERSON, "Who hands over.", name="from")]
    to_employee: Annotated[str, node(NodeKind.PERSON, "Who takes over.", name="to")]
    by: Annotated[date, said("The day by which it should be done.")]
    score: Annotated[float, said("How well the successor fits, 0 to 1.", mask=Mask.JUDGEMENT)]
    terms: Annotated[tuple[Term, ...], said("The terms of the score.", mask=Mask.JUDGEMENT)]
    exposure: Annotated[
        float,
        said("The contact's largest share of an open decision of the account, 0 to 1.", mask=Mask.JUDGEMENT),
    ]
    status: Annotated[
        HandoverStatus,
        said("Whether the contact would have any live tie left without a handover.", mask=Mask.JUDGEMENT),
    ]


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """Who takes over which contact, and by when.

    `capacity` is the smallest of the accounts' policies, unless asked with one. `unassigned` come most exposed
    first, `dormant` by key: the tie ends with the employee. `handed_over` come by day: they are in none of the
    others, and who took them over has so much less room.
    """

    employee: Annotated[str, node(NodeKind.PERSON, "Who leaves.")]
    last_day: Annotated[date, said("The last working day.")]
    as_of: Annotated[date, said("The day of the plan.")]
    policy_version: PolicyVersion
    capacity: Annotated[int, said("How many contacts one colleague may take over.")]
    items: Annotated[tuple[HandoverItem, ...], said("The contacts, most exposed first.")]
    unassigned: Annotated[tuple[str, ...], node(NodeKind.PERSON, "Contacts that go to nobody.")]
    unassigned_details: Annotated[
        tuple[UnassignedContact, ...],
        said("Where those are that go to nobody, why, and what would help; in the same order."),
    ]
    dormant: Annotated[
        tuple[str, ...],
        node(
            NodeKind.PERSON,
            "Contacts whose tie is not live any more: there is nothing to hand over.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    handed_over: Annotated[
        tuple[HandedOverContact, ...],
        said("Contacts whose tie ends with the last day or before: there is nothing left to plan for them."),
    ]
    score: Annotated[float, said("Sum of the scores of all items.", mask=Mask.JUDGEMENT)]
    greedy_score: Annotated[
        float,
        said("What handing out the best pair first would have reached.", mask=Mask.JUDGEMENT),
    ]
    mean_fit: Annotated[
        float | None,
        said("Mean of the scores of the items, 0 to 1; null without items.", mask=Mask.JUDGEMENT),
    ]
    lowest_fit: Annotated[
        float | None,
        said("The lowest score of an item; null without items.", mask=Mask.JUDGEMENT),
    ]
    solver: Annotated[AssignmentSolver, said("How it was solved.")]


@dataclass(frozen=True, slots=True)
class HandoversInAccount:
    """What one account has to hand over: the contacts with their successors, the dormant ones, what is done."""

    account: str
    capacity: int
    handovers: tuple[ContactHandover, ...]
    dormant: tuple[str, ...]
    carried_out: CarriedOut
    helps: Mapping[str, OutsideHelp]


def handovers_in_account(view: AccountView, params: HandoverPlanParams) -> HandoversInAccount:
    """The contacts whom the employee's leaving costs a live tie, with everybody who could take them over.

    Contacts with a live tie on the day of the view and, where they have no valid one then, on the last day; who is
    no contact any more on the last day needs no successor. Those who could are there on the day and on the days of
    the handover, and about to leave neither then nor now.
    QuestionRejected when the employee is known not to be one of ours. Cost: one ranking for every contact.
    """
    graph, employee = view.graph, params.employee
    if employee in graph.everyone and employee not in graph.our_people:
        day = graph.as_of.isoformat()
        raise QuestionRejected(
            Told(
                f"employee: {employee!r} is not one of our people on {day}",
                f"employee：{employee!r} 在 {day} 不是我方人员",
            )
        )
    days = handover_days(view, params.last_day)
    done = carried_out(view, days, employee, params.handovers)
    stay = days.last.graph.contacts.keys() - {one.contact for one in done.handed_over}
    now = {held.tie.contact for held in view.ties if held.tie.employee == employee}
    waiting = [_Waiting(view, stay & now, days, params), _Waiting(days.last, stay - now, days, params)]
    return HandoversInAccount(
        account=graph.account,
        capacity=view.policy.successor_capacity,
        handovers=tuple(handover for part in waiting for handover in part.handovers),
        dormant=tuple(contact for part in waiting for contact in part.dormant),
        carried_out=done,
        helps={contact: part.help for part in waiting for contact in part.contacts},
    )


class _Waiting:
    """Some contacts of an account that are to be handed over, as they stand on a day."""

    def __init__(
        self, view: AccountView, contacts: Set[str], days: HandoverDays, params: HandoverPlanParams
    ) -> None:
        self.contacts = contacts
        away = days.unavailable(view.graph.employees)
        self.handovers = contact_handovers(
            view,
            {params.employee},
            among=contacts,
            capacity=params.capacity,
            colleagues=days.staying(params.colleagues),
            unavailable=away,
        )
        self.dormant = [
            held.tie.contact
            for held in view.ties
            if held.tie.employee == params.employee and held.tie.contact in contacts and not held.is_live
        ]
        self.help = OutsideHelp(
            view,
            {params.employee},
            capacity=params.capacity,
            team=days.staying(params.team),
            unavailable=away,
        )


def plan(parts: Sequence[HandoversInAccount], params: HandoverPlanParams) -> HandoverPlan:
    """One assignment over all accounts, dated. QuestionRejected when the last day is before `as_of`.

    The sum of the scores is the largest there is under the capacity, which counts over all accounts and what is
    taken over already; see `best_assignment` for how large a plan is solved so. Where several assignments have
    that sum, the more exposed contacts get the places. A contact of several accounts is handed over once, in the
    account where it is most exposed, and every successor has the best score that it has in one of them, of those
    that the account's policy lets a pair be made with.
    """
    as_of = params.day
    if params.last_day < as_of:
        last_day = params.last_day.isoformat()
        raise QuestionRejected(
            Told(
                f"last day {last_day}: expected {as_of.isoformat()}, the day of the plan, or later",
                f"最后工作日 {last_day}：应不早于计划日 {as_of.isoformat()}",
            )
        )
    contacts = handed_contacts((part.account, handover) for part in parts for handover in part.handovers)
    default = min((part.capacity for part in parts), default=Policy().successor_capacity)
    capacity = params.capacity or default
    columns = {key: place for place, key in enumerate(sorted({key for one in contacts for key in one.successors}))}
    pairs = [
        ScoredPair(row, columns[key], successor.score, one.handover.exposure)
        for row, one in enumerate(contacts)
        for key, successor in one.successors.items()
    ]
    done = [part.carried_out for part in parts]
    taken = {columns[key]: count for key, count in taken_counts(done).items() if key in columns}
    best, solver = best_assignment(pairs, capacity, taken)
    employees = list(columns)
    chosen = [(contacts[pair.row], contacts[pair.row].successors[employees[pair.column]]) for pair in best.pairs]
    scores = [successor.score for _, successor in chosen]
    days = due_days(as_of, params.last_day, len(chosen))
    assigned, waiting = {one.key for one, _ in chosen}, {one.key for one in contacts}
    left_over = [one for one in contacts if one.key not in assigned]
    given = taken_counts(done) + Counter(successor.employee for _, successor in chosen)
    helps = {part.account: part.helps for part in parts}
    return HandoverPlan(
        employee=params.employee,
        last_day=params.last_day,
        as_of=as_of,
        policy_version=params.policy_version,
        capacity=capacity,
        items=tuple(
            HandoverItem(
                contact=one.key,
                account=one.account,
                from_employee=params.employee,
                to_employee=successor.employee,
                by=day,
                score=successor.score,
                terms=successor.terms,
                exposure=one.handover.exposure,
                status=one.handover.status,
            )
            for (one, successor), day in zip(chosen, days, strict=True)
        ),
        unassigned=tuple(one.key for one in left_over),
        unassigned_details=tuple(unassigned_contacts(left_over, helps, given, capacity)),
        dormant=tuple(sorted({contact for part in parts for contact in part.dormant} - waiting)),
        handed_over=all_handed_over(done),
        score=best.score,
        greedy_score=greedy_assignment(pairs, capacity, taken).score,
        mean_fit=sum(scores) / len(scores) if scores else None,
        lowest_fit=min(scores, default=None),
        solver=solver,
    )


def _scope(params: HandoverPlanParams) -> Scope:
    if params.capacity is not None and params.capacity < 1:
        raise QuestionRejected(
            Told(f"capacity: {params.capacity}: expected 1 or more", f"capacity：{params.capacity}：应为 1 或以上")
        )
    return Scope(PEOPLE, params.employee)


def _colleagues(params: HandoverPlanParams) -> Colleagues:
    days = days_of_handover(params.last_day)
    return Colleagues(people=(params.employee,), day=params.day, also_on=days)


def _team(params: HandoverPlanParams) -> OurPeople:
    return OurPeople(day=params.day, also_on=days_of_handover(params.last_day))


HANDOVER_PLAN: Question[HandoverPlanParams, HandoversInAccount, HandoverPlan] = Question(
    name="handover_plan",
    more=Told("Nothing is written.", "不写入任何内容。"),
    params=HandoverPlanParams,
    answer=HandoverPlan,
    needs=(
        Need(_colleagues, into="colleagues"),
        Need(lambda params: ExecutedHandovers(employee=params.employee), into="handovers"),
        Need(_team, into="team", lacking=lambda plan: bool(plan.unassigned)),
    ),
    sentence=Told(
        "Which colleague takes over which contact, and by when, before an employee's last day?",
        "员工离开之前，由哪位同事接手哪位联系人，何时之前完成？",
    ),
    scope=_scope,
    part=handovers_in_account,
    combine=plan,
)
