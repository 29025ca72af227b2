"""Handover plan: views of `queries.handover_plan`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end, edge_ends
from api.types.terms import Term
from graph.records import COMPANIES, PEOPLE
from queries.departure_impact import HandoverStatus
from queries.handover_plan import AssignmentSolver


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


@strawberry.type(description="A contact that nobody has room for.")
class UnassignedContact:
    """View of `queries.handover_plan.UnassignedContact`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of the contact's group.")
    exposure: float = strawberry.field(
        description="The contact's largest share of an open decision of the account, 0 to 1."
    )
    status: HandoverStatus = strawberry.field(
        description="Whether the contact would have any live tie left without a handover."
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
    unassigned: list[PersonRef] = edge_ends("unassigned", PEOPLE, "Contacts that nobody has room for.")
    unassigned_details: list[UnassignedContact] = strawberry.field(
        description="Where those are whom nobody has room for, in the same order."
    )
    dormant: list[PersonRef] = edge_ends(
        "dormant", PEOPLE, "Contacts whose tie is not live any more: there is nothing to hand over."
    )
    handed_over: list[HandedOverContact] = strawberry.field(
        description="Contacts whose tie ends with the last day or before: there is nothing left to plan for them."
    )
    score: float = strawberry.field(description="Sum of the scores of all items.")
    greedy_score: float = strawberry.field(description="What handing out the best pair first would have reached.")
    solver: AssignmentSolver = strawberry.field(description="How it was solved.")
