"""The Mutation type: changes of records, of the policy, of who has which contact, and work on findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import strawberry
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from api.graphql.views import output_of
from api.resolvers.finding_work import acknowledge, assign, reopen, resolve, snooze
from api.resolvers.handovers import execute_handover
from api.resolvers.record_changes import record_mutations
from api.resolvers.update_policy import update_policy
from api.types.findings import FindingPayload
from api.types.handovers import HandoverPayload
from api.types.policy_payloads import PolicyPayload


def _mutation(resolver: Callable[..., Any], description: str, payload: type[Any] | None = None) -> StrawberryField:
    """The mutation; `payload` is what its resolver gives, where that declares its type itself."""
    shown = None if payload is None else output_of(payload)
    made: StrawberryField = strawberry.mutation(resolver=resolver, description=description, graphql_type=shown)
    return made


def mutation_type() -> type[Any]:
    """All mutations."""
    fields = [
        *record_mutations(),
        _mutation(
            execute_handover,
            "Ends the employee's ties to the contacts and opens their successors', in one transaction. What was "
            "done so already is left as it is, so it may be called for parts, and again.",
            HandoverPayload,
        ),
        _mutation(acknowledge, "Says that somebody has seen the finding.", FindingPayload),
        _mutation(assign, "Says who is to take care of the finding; its state stays.", FindingPayload),
        _mutation(snooze, "Puts the finding off until a day.", FindingPayload),
        _mutation(
            resolve,
            "Says that the finding is dealt with; it is open again when its cause comes back.",
            FindingPayload,
        ),
        _mutation(reopen, "Opens the finding again.", FindingPayload),
        _mutation(
            update_policy,
            "Sets numbers that the analyses compare with, as a new version, for one customer grade or for all. "
            "What sets nothing otherwise makes no version.",
            PolicyPayload,
        ),
    ]
    return create_type("Mutation", fields, description="Changes to what is kept.")
