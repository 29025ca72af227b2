"""What carries a handover out, and what that did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import strawberry

from api.types.payloads import UserError
from graph.model.shown import said
from queries.questions.handovers import ExecutedHandover


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverOutcome(ExecutedHandover):
    """A contact who is handed over, now or by an earlier call."""

    is_new: Annotated[bool, said("Whether this call did it; else it was done already.", name="is_new")]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPayload:
    """What a handover did: all of it or nothing."""

    handovers: Annotated[
        tuple[HandoverOutcome, ...],
        said("The contacts named, in their order; empty when nothing was written."),
    ]
    leaves_on: Annotated[
        date | None,
        said(
            "The first day without the employee, by what is recorded after the call; null: none is, or nothing "
            "was written."
        ),
    ]
    user_errors: Annotated[tuple[UserError, ...], said("Why nothing was written; empty when it was.")]
