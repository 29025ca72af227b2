"""Handovers that were carried out: views of `graph.handing_over`, and what carries one out."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import PersonRef
from api.types.payloads import UserError
from api.types.record_fields import edge_end
from graph.records import PEOPLE


@strawberry.type(description="A contact who was handed over.")
class ExecutedHandover:
    """View of `graph.handing_over.HandedOver`."""

    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    employee: PersonRef = edge_end("employee", PEOPLE, "Who handed over.", shown_as="from")
    to_employee: PersonRef = edge_end("to_employee", PEOPLE, "Who took over.", shown_as="to")
    on: date = strawberry.field(description="The first day on which the contact is the successor's.")
    actor: str = strawberry.field(name="by", description="Who carried it out, as told.")
    at: str = strawberry.field(description="When it was carried out, as ISO 8601 in UTC.")
    reason: str | None = strawberry.field(description="Why, as told.")
    note: str | None = strawberry.field(description="What else was told.")


@strawberry.type(description="A contact who is handed over, now or by an earlier call.")
class HandoverOutcome(ExecutedHandover):
    """The same with whether this call did it."""

    is_new: bool = strawberry.field(description="Whether this call did it; else it was done already.")


@strawberry.input(description="One contact and who takes over.")
class HandoverItemInput:
    """Argument form of `graph.handing_over.Handover`."""

    contact: strawberry.ID = strawberry.field(description="Key of the contact.")
    to: strawberry.ID = strawberry.field(description="Key of our employee who takes over.")


@strawberry.input(description="Contacts of one of our people to hand over on a day.")
class ExecuteHandoverInput:
    """Argument of `executeHandover`."""

    employee: strawberry.ID = strawberry.field(description="Key of our employee who hands over.")
    on: date = strawberry.field(
        description="The successors' first day with the contacts: the ties of the employee end with it."
    )
    items: list[HandoverItemInput] = strawberry.field(description="The contacts, at most 1000; some or all.")
    actor: str = strawberry.field(description="Who carries it out, at most 200 characters.")
    is_leaving: bool = strawberry.field(
        default=True,
        description="Whether the employee leaves: they are recorded as LEFT then, unless they have LEFT, MOVED or "
        "RETIRED by what is recorded already. False for somebody who stays and only gives contacts away.",
    )
    last_day: date | None = strawberry.field(
        default=None,
        description="The employee's last working day, when it is another one than the day before `on`.",
    )
    reason: str | None = strawberry.field(default=None, description="Why.")
    note: str | None = strawberry.field(default=None, description="What else is to be kept of it.")


@strawberry.type(description="What a handover did: all of it or nothing.")
class HandoverPayload:
    """Payload of `executeHandover`."""

    handovers: list[HandoverOutcome] = strawberry.field(
        description="The contacts named, in their order; empty when nothing was written."
    )
    leaves_on: date | None = strawberry.field(
        description="The first day without the employee, by what is recorded after the call; null: none is, or "
        "nothing was written."
    )
    user_errors: list[UserError] = strawberry.field(description="Why nothing was written; empty when it was.")
