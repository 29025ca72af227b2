"""Access paths: views of `queries.access_paths`."""

from __future__ import annotations

import strawberry

from api.types.node_refs import PersonRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.model.words import EdgeKind
from graph.records import PEOPLE


@strawberry.type(description="One step of a path, between two people.")
class PathStep:
    """View of `queries.access_paths.PathStep`."""

    kind: EdgeKind = strawberry.field(
        description="TIE, INFLUENCES, or the reporting line that implies the influence."
    )
    source: strawberry.ID = strawberry.field(description="Key of the person the step starts at.")
    target: strawberry.ID = strawberry.field(description="Key of the person the step leads to.")
    strength: float = strawberry.field(description="Strength of the step, above 0 and up to 1.")
    source_person: PersonRef = edge_end("source", PEOPLE, "The person the step starts at.")
    target_person: PersonRef = edge_end("target", PEOPLE, "The person the step leads to.")


@strawberry.type(description="The strongest path that one of our employees starts.")
class AccessPath:
    """View of `queries.access_paths.AccessPath`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Our employee who starts it.")
    strength: float = strawberry.field(description="Product of the strengths of its steps.")
    is_within_reach: bool = strawberry.field(
        name="withinReach", description="Whether that strength is at least the reach floor."
    )
    steps: list[PathStep] = strawberry.field(description="The steps, from the employee to the person.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
