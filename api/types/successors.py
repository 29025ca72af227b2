"""Who of us could take over a contact: views of `queries.successors`."""

from __future__ import annotations

import strawberry

from api.types.node_refs import PersonRef
from api.types.record_fields import edge_end
from api.types.terms import Term
from graph.records import PEOPLE
from queries.successors import UnassignedReason


@strawberry.type(description="One of our people who could take over a contact.")
class Successor:
    """View of `queries.successors.Successor`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Who.")
    score: float = strawberry.field(description="How well it fits, 0 to 1: the sum of value × weight.")
    terms: list[Term] = strawberry.field(description="The terms of the score.")
    is_colleague: bool = strawberry.field(
        name="colleague",
        description="Whether from outside the account: asked only where it has nobody left.",
    )
    obstacle: UnassignedReason | None = strawberry.field(
        description="Why no plan gives them the contact, LEVEL_TOO_LOW or TOO_WEAK; null: nothing is in the way."
    )
