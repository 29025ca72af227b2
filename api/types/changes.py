"""What changed between two days: views of `queries.changes`."""

from __future__ import annotations

import strawberry

from api.types.evidence import Subject
from api.types.node_refs import OpportunityRef, PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.records import OPPORTUNITIES, PEOPLE
from queries.changes import ChangeKind


@strawberry.type(description="One difference between the account on two days.")
class Change:
    """View of `queries.changes.Change`."""

    kind: ChangeKind = strawberry.field(description="What is different.")
    subject: Subject = strawberry.field(
        description=(
            "Whom or what it is about: one of theirs or ours, of a tie the contact, of a finding its subject."
        )
    )
    before: str | None = strawberry.field(description="As it was; null where there was nothing.")
    after: str | None = strawberry.field(description="As it is; null where there is nothing.")
    employee: PersonRef | None = edge_end("employee", PEOPLE, "Our end of a tie.")
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "Where a stance is held; null: on the account."
    )
    finding: strawberry.ID | None = strawberry.field(description="Id of a finding.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
