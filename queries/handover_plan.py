"""Handover plan: which colleague takes over which contact, and by when, before an employee's last day?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from graph.account_graph import Member
from graph.errors import QuestionRejected
from graph.handing_over import HandedOver
from graph.policy import Policy
from graph.records import PEOPLE
from queries.account_view import AccountView
from queries.algorithms.assignment import AssignmentSolver as AssignmentSolver
from queries.algorithms.assignment import ScoredPair, best_assignment, greedy_assignment
from queries.handed_over import CarriedOut, all_handed_over, carried_out, taken_counts
from queries.handed_over import HandedOverContact as HandedOverContact
from queries.handovers import ContactHandover, HandoverStatus, contact_handovers
from queries.question import Params, Question, Scope
from queries.successors import Successor
from queries.terms import Term

_WEEKDAY_COUNT = 5
"""Monday to Friday, which `date.weekday` numbers from 0: what is below it is a weekday."""


@dataclass(frozen=True, slots=True)
class HandoverPlanParams(Params):
    """Who leaves, and the last working day.

    `capacity` is how many contacts one colleague may take over, None the policy's; `colleagues` are our people to
    ask where an account has nobody left who stays; `handovers` what the employee handed over already.
    """

    employee: str
    last_day: date
    capacity: int | None = None
    colleagues: tuple[Member, ...] = ()
    handovers: tuple[HandedOver, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """One contact handed over. `by` is the day it should be done by; `score` that of the successor, 0 to 1.

    `exposure` is the contact's largest share of an open decision of the account.
    """

    contact: str
    account: str
    from_employee: str
    to_employee: str
    by: date
    score: float
    terms: tuple[Term, ...]
    exposure: float
    status: HandoverStatus


@dataclass(frozen=True, slots=True)
class UnassignedContact:
    """A contact that nobody has room for; the fields mean what they do of a `HandoverItem`."""

    contact: str
    account: str
    exposure: float
    status: HandoverStatus


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """The answer: the most exposed contact first. `score` and `greedy_score` are sums over the items.

    `capacity` is the smallest of the accounts' policies, unless asked with one. `unassigned` are contacts that
    nobody has room for, most exposed first, and `unassigned_details` tells where they are; `dormant` those whose
    tie is not live any more, by key: there is nothing to hand over, the tie ends with the employee. `handed_over`
    are those whose tie ends with the last day or before, by day: they are in none of the others, and who took
    them over has so much less room.
    """

    employee: str
    last_day: date
    as_of: date
    policy_version: int
    capacity: int
    items: tuple[HandoverItem, ...]
    unassigned: tuple[str, ...]
    unassigned_details: tuple[UnassignedContact, ...]
    dormant: tuple[str, ...]
    handed_over: tuple[HandedOverContact, ...]
    score: float
    greedy_score: float
    solver: AssignmentSolver


@dataclass(frozen=True, slots=True)
class HandoversInAccount:
    """What one account has to hand over: the contacts with their successors, the dormant ones, what is done."""

    account: str
    capacity: int
    handovers: tuple[ContactHandover, ...]
    dormant: tuple[str, ...]
    carried_out: CarriedOut


def handovers_in_account(view: AccountView, params: HandoverPlanParams) -> HandoversInAccount:
    """The contacts to whom the employee has a live tie, with everybody who could take them over.

    QuestionRejected when the employee is known not to be one of ours. Cost: one ranking for every contact.
    """
    graph, employee = view.graph, params.employee
    if employee in graph.everyone and employee not in graph.our_people:
        raise QuestionRejected(f"employee: {employee!r} is not one of our people on {graph.as_of.isoformat()}")
    done = carried_out(view, employee, params.last_day, params.handovers)
    ended = {one.contact for one in done.handed_over}
    own = [held for held in view.ties if held.tie.employee == employee and held.tie.contact not in ended]
    handovers = contact_handovers(view, {employee}, capacity=params.capacity, colleagues=params.colleagues)
    return HandoversInAccount(
        account=graph.account,
        capacity=view.policy.successor_capacity,
        handovers=tuple(one for one in handovers if one.contact not in ended),
        dormant=tuple(held.tie.contact for held in own if not held.is_live),
        carried_out=done,
    )


def plan(parts: Sequence[HandoversInAccount], params: HandoverPlanParams) -> HandoverPlan:
    """One assignment over all accounts, dated. QuestionRejected when the last day is before `as_of`.

    The sum of the scores is the largest there is under the capacity, which counts over all accounts and what is
    taken over already; see `best_assignment` for how large a plan is solved so. Where several assignments have
    that sum, the more exposed contacts get the places. A contact of several accounts is handed over once, in the
    account where it is most exposed, and every successor has the best score that it has in one of them.
    """
    as_of = params.day
    if params.last_day < as_of:
        expected = f"expected {as_of.isoformat()}, the day of the plan, or later"
        raise QuestionRejected(f"last day {params.last_day.isoformat()}: {expected}")
    contacts = _contacts(parts)
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
    days = _due_days(as_of, params.last_day, len(chosen))
    assigned = {one.handover.contact for one, _ in chosen}
    waiting = {one.handover.contact for one in contacts}
    left_over = [one for one in contacts if one.handover.contact not in assigned]
    return HandoverPlan(
        employee=params.employee,
        last_day=params.last_day,
        as_of=as_of,
        policy_version=params.policy_version,
        capacity=capacity,
        items=tuple(
            HandoverItem(
                contact=one.handover.contact,
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
        unassigned=tuple(one.handover.contact for one in left_over),
        unassigned_details=tuple(
            UnassignedContact(one.handover.contact, one.account, one.handover.exposure, one.handover.status)
            for one in left_over
        ),
        dormant=tuple(sorted({contact for part in parts for contact in part.dormant} - waiting)),
        handed_over=all_handed_over(done),
        score=best.score,
        greedy_score=greedy_assignment(pairs, capacity, taken).score,
        solver=solver,
    )


@dataclass(frozen=True, slots=True)
class _Contact:
    """A contact to hand over: its account, and everybody who could take it over, by key."""

    account: str
    handover: ContactHandover
    successors: Mapping[str, Successor]


def _contacts(parts: Sequence[HandoversInAccount]) -> list[_Contact]:
    """Every contact once, most exposed first, then by key."""
    found: dict[str, _Contact] = {}
    handovers = [(part.account, handover) for part in parts for handover in part.handovers]
    for account, handover in sorted(
        handovers, key=lambda one: (-round(one[1].exposure, 12), one[1].contact, one[0])
    ):
        known = found.get(handover.contact)
        successors = dict(known.successors) if known else {}
        for successor in handover.successors:
            kept = successors.get(successor.employee)
            if kept is None or successor.score > kept.score:
                successors[successor.employee] = successor
        first = known or _Contact(account, handover, {})
        found[handover.contact] = _Contact(first.account, first.handover, successors)
    return list(found.values())


def _due_days(as_of: date, last_day: date, count: int) -> list[date]:
    """That many days, in order, spread evenly over the weekdays between; without any, the last but one.

    Who leaves on the day of the plan has that day left.

    >>> [day.isoformat() for day in _due_days(date(2026, 7, 2), date(2026, 7, 9), 2)]  # a Thursday to a Thursday
    ['2026-07-03', '2026-07-07']
    """
    begin = as_of + timedelta(days=1)
    weekday_count = int(np.busday_count(begin, last_day))
    if weekday_count <= 0:
        return [max(as_of, last_day - timedelta(days=1))] * count
    return [_weekday(begin, number * weekday_count // count) for number in range(count)]


def _weekday(begin: date, number: int) -> date:
    """The weekday from the day on that has so many before it."""
    first = begin if begin.weekday() < _WEEKDAY_COUNT else begin + timedelta(days=7 - begin.weekday())
    weeks, rest = divmod(first.weekday() + number, _WEEKDAY_COUNT)
    return first + timedelta(weeks=weeks, days=rest - first.weekday())


def _scope(params: HandoverPlanParams) -> Scope:
    if params.capacity is not None and params.capacity < 1:
        raise QuestionRejected(f"capacity: {params.capacity}: expected 1 or more")
    return Scope(PEOPLE, params.employee)


HANDOVER_PLAN: Question[HandoverPlanParams, HandoversInAccount, HandoverPlan] = Question(
    name="handover_plan",
    sentence="Which colleague takes over which contact, and by when, before an employee's last day?",
    scope=_scope,
    part=handovers_in_account,
    combine=plan,
)
