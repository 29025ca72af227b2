"""Why a finding is one: views of `queries.findings.evidence` and `queries.findings.subject`."""

from __future__ import annotations

from typing import Any

import strawberry

from api.context import Context
from api.types.node_refs import PersonRef
from api.types.record_fields import edge_ends
from graph.model.people import PEOPLE
from graph.model.words import EdgeKind
from queries.findings.subject import SubjectKind

HELD_UNTIL = "The first day without the one of ours who alone holds the contact; null: none is known."


def sentence(name: str, description: str, part: str | None = None) -> Any:
    """A field told in the asker's language: the method of that name of what is shown, or of a part of it."""

    def resolve(root: Any, info: strawberry.Info[Context, None]) -> str:
        found = root if part is None else getattr(root, part)
        told: str = getattr(found, name)(info.context.language)
        return told

    return strawberry.field(resolver=resolve, description=description)


@strawberry.type(description="A number with its name.")
class Figure:
    """View of `queries.findings.evidence.Figure`."""

    name: str = strawberry.field(description="What the number is.")
    value: float = strawberry.field(description="The number, unrounded.")


@strawberry.type(description="An edge that a finding rests on.")
class EvidenceEdge:
    """View of `queries.findings.evidence.EvidenceEdge`."""

    kind: EdgeKind = strawberry.field(description="What the edge says.")
    source: strawberry.ID = strawberry.field(description="Key of the person it starts at.")
    target: strawberry.ID = strawberry.field(description="Key of the person or opportunity it ends at.")
    strength: float | None = strawberry.field(description="Its strength or weight on the day, 0 to 1.")


@strawberry.type(description="What a finding rests on, and the policy values it was compared with.")
class Evidence:
    """View of `queries.findings.evidence.Evidence`."""

    people: list[PersonRef] = edge_ends("people", PEOPLE, "The people that cause it.")
    edges: list[EvidenceEdge] = strawberry.field(description="The edges that cause it.")
    figures: list[Figure] = strawberry.field(description="The numbers that went in.")
    policy: list[Figure] = strawberry.field(description="The policy's numbers it was compared with.")


@strawberry.type(description="What a finding is about.")
class Subject:
    """View of `queries.findings.subject.Subject`."""

    kind: SubjectKind = strawberry.field(description="What it is: a node, or a line of the organisation.")
    key: strawberry.ID = strawberry.field(description="The node's key, or the line's name.")
    name: str | None = strawberry.field(description="What people call it.")
