"""Handover plan: which colleague takes over which contact, and by when, before an employee's last day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.account_graph import Member
from queries.question import Params
from queries.terms import Term


@dataclass(frozen=True, slots=True)
class HandoverPlanParams(Params):
    """Who leaves, and the last working day.

    `capacity` is how many contacts one colleague may take over, None the policy's; `colleagues` are our people to
    ask where an account has nobody left who stays.
    """

    employee: str
    last_day: date
    capacity: int | None = None
    colleagues: tuple[Member, ...] = ()


class AssignmentSolver(StrEnum):
    """LINEAR_SUM_ASSIGNMENT and MIN_COST_FLOW find the best total there is, GREEDY need not."""

    LINEAR_SUM_ASSIGNMENT = "LINEAR_SUM_ASSIGNMENT"
    MIN_COST_FLOW = "MIN_COST_FLOW"
    GREEDY = "GREEDY"


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
    status: str


@dataclass(frozen=True, slots=True)
class HandoverPlan:
    """The answer: the most exposed contact first. `score` and `greedy_score` are sums over the items.

    `unassigned` are contacts that nobody has room for; `dormant` those whose tie is not live any more: there is
    nothing to hand over, the tie ends with the employee.
    """

    employee: str
    last_day: date
    as_of: date
    policy_version: int
    capacity: int
    items: tuple[HandoverItem, ...]
    unassigned: tuple[str, ...]
    dormant: tuple[str, ...]
    score: float
    greedy_score: float
    solver: AssignmentSolver
