"""Handover plan: views of `queries.handover_plan`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from api.types.successors import Successor
from api.types.terms import Term
from graph.model.words import Line, OrgLevel
from graph.records import COMPANIES, PEOPLE
from queries.departure_impact import HandoverStatus
from queries.handover_plan import AssignmentSolver
from queries.successors import UnassignedReason


@strawberry.type(description="One contact to hand over.")
class HandoverItem:
    """View of `queries.handover_plan.HandoverItem`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the contact's group.")
    from_employee: PersonRef = edge_end("from_employee", PEOPLE, "Who hands over.", shown_as="from")
    to_employee: PersonRef = edge_end("to_employee", PEOPLE, "Who takes over.", shown_as="to")
    by: date = strawberry.field(description="The day by which it should be done.")
    score: float = strawberry.field(description="How well the successor fits, 0 to 1.")
    terms: list[Term] = strawberry.field(description="The terms of the score.")
    exposure: float = strawberry.field(
        description="The contact's largest share of an open decision of the account, 0 to 1."
    )
    status: HandoverStatus = strawberry.field(
        description="Whether the contact would have any live tie left without a handover."
    )


@strawberry.type(description="Whom to hire or appoint.")
class Seat:
    """View of `queries.outside_help.Seat`."""

    level: OrgLevel = strawberry.field(description="The lowest level that will do; UNKNOWN: any.")
    line: Line = strawberry.field(description="The line, which is the contact's.")


@strawberry.type(description="A contact that goes to nobody, why, and what would help.")
class UnassignedContact:
    """View of `queries.unassigned.UnassignedContact`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the contact's group.")
    exposure: float = strawberry.field(
        description="The contact's largest share of an open decision of the account, 0 to 1."
    )
    status: HandoverStatus = strawberry.field(
        description="Whether the contact would have any live tie left without a handover."
    )
    reason: UnassignedReason = strawberry.field(description="Why it goes to nobody.")
    bring_in: Successor | None = strawberry.field(
        description="The best of our people without a tie into the account who has room; one without an "
        "`obstacle` before any other. Null: there is nobody."
    )
    appoint: Seat | None = strawberry.field(
        description="Whom to hire or appoint. Null: by the policy's least score, nobody new will do."
    )


@strawberry.type(description="A contact of the employee that is handed over already, for a later day.")
class HandedOverContact:
    """View of `queries.handover_plan.HandedOverContact`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    on: date = strawberry.field(description="The first day on which the employee's tie does not hold any more.")
    to_employee: PersonRef | None = edge_end(
        "to_employee", PEOPLE, "Who took it over, or whose tie begins on that day; null: not known.", shown_as="to"
    )


@strawberry.type(description="Who takes over which contact, and by when.")
class HandoverPlan:
    """View of `queries.handover_plan.HandoverPlan`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Who leaves.")
    last_day: date = strawberry.field(description="The last working day.")
    as_of: date = strawberry.field(description="The day of the plan.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    capacity: int = strawberry.field(description="How many contacts one colleague may take over.")
    items: list[HandoverItem] = strawberry.field(description="The contacts, most exposed first.")
    unassigned: list[PersonRef] = edge_ends("unassigned", PEOPLE, "Contacts that go to nobody.")
    unassigned_details: list[UnassignedContact] = strawberry.field(
        description="Where those are that go to nobody, why, and what would help; in the same order."
    )
    dormant: list[PersonRef] = edge_ends(
        "dormant", PEOPLE, "Contacts whose tie is not live any more: there is nothing to hand over."
    )
    handed_over: list[HandedOverContact] = strawberry.field(
        description="Contacts whose tie ends with the last day or before: there is nothing left to plan for them."
    )
    score: float = strawberry.field(description="Sum of the scores of all items.")
    greedy_score: float = strawberry.field(description="What handing out the best pair first would have reached.")
    mean_fit: float | None = strawberry.field(
        description="Mean of the scores of the items, 0 to 1; null without items."
    )
    lowest_fit: float | None = strawberry.field(description="The lowest score of an item; null without items.")
    solver: AssignmentSolver = strawberry.field(description="How it was solved.")
