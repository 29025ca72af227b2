"""The power map 权力地图: views of `queries.power_map`."""

from __future__ import annotations

from datetime import date
from typing import Any

import strawberry

from api.types.node_refs import CompanyRef, OpportunityRef
from api.types.policy_version import POLICY_VERSION
from api.types.record_fields import edge_end
from graph.model.words import (
    Certainty,
    EdgeKind,
    EmploymentStatus,
    Line,
    NodeKind,
    OpportunityStatus,
    OrgLevel,
    Part,
    Power,
    Side,
    Stage,
    Stance,
    Tag,
)
from graph.records import COMPANIES, OPPORTUNITIES
from queries import power_map as answer


def _status_of(kind: NodeKind, description: str) -> Any:
    """The status of a node of that kind; null for another kind."""

    def resolve(root: strawberry.Parent[answer.MapNode]) -> Any:
        return root.status if root.kind == kind else None

    return strawberry.field(resolver=resolve, description=description)


@strawberry.type(description="A node of the power map. What a kind of node does not have is null.")
class PowerMapNode:
    """View of `queries.power_map.MapNode`."""

    id: strawberry.ID = strawberry.field(description="Unique over all kinds; edges refer to it.")
    key: strawberry.ID = strawberry.field(description="The node's key, unique among its kind.")
    kind: NodeKind = strawberry.field(description="What the node is.")
    name: str | None = strawberry.field(description="Name; null for a seat whose holder is not known.")
    side: Side | None = strawberry.field(description="Whose company it is, or the person works for.")
    title: str | None = strawberry.field(description="Job title on the day.")
    level: OrgLevel | None = strawberry.field(description="Org level on the day.")
    line: Line | None = strawberry.field(description="Line of the department on the day.")
    company: strawberry.ID | None = strawberry.field(description="Key of the company.")
    department: strawberry.ID | None = strawberry.field(description="Key of the department.")
    status: EmploymentStatus | None = _status_of(NodeKind.PERSON, "Employment status of a person.")
    opportunity_status: OpportunityStatus | None = _status_of(
        NodeKind.OPPORTUNITY, "Status of an opportunity; null when none is recorded, which counts as OPEN."
    )
    tags: list[Tag] = strawberry.field(description="Tags.")
    is_placeholder: bool = strawberry.field(
        name="placeholder", description="A seat whose holder is not known yet."
    )
    is_outsider: bool = strawberry.field(
        name="outsider", description="Of no company of the account, with an edge into it."
    )
    is_employee: bool = strawberry.field(name="employee", description="One of our people.")
    is_key_person: bool = strawberry.field(
        name="keyPerson", description="Has a part in an open decision, or power."
    )
    power: Power | None = strawberry.field(description="Power on the day.")
    stance: Stance | None = strawberry.field(description="Stance towards us on the day.")
    is_coach: bool | None = strawberry.field(name="coach", description="Gives us inside information.")
    leans_to: strawberry.ID | None = strawberry.field(description="Key of the competitor the person leans to.")
    decision_share: float | None = strawberry.field(description="Share of the decision, 0 to 1.")
    access_strength: float | None = strawberry.field(
        description="Strength of the strongest path from us to the person, 0 to 1."
    )
    is_within_reach: bool | None = strawberry.field(
        name="withinReach", description="Whether that strength is at least the reach floor."
    )
    live_tie_count: int | None = strawberry.field(description="Live ties: of an employee, or to a contact.")


@strawberry.type(description="An edge of the power map, between two of its nodes.")
class PowerMapEdge:
    """View of `queries.power_map.MapEdge`."""

    id: strawberry.ID = strawberry.field(description="Unique in the map.")
    kind: EdgeKind = strawberry.field(description="What the edge says.")
    source: strawberry.ID = strawberry.field(description="Id of the node it starts at.")
    target: strawberry.ID = strawberry.field(description="Id of the node it ends at.")
    weight: float | None = strawberry.field(description="Weight of an influence or conflict, above 0 and up to 1.")
    strength: float | None = strawberry.field(description="Strength of a tie on the day, 0 to 1.")
    is_live: bool | None = strawberry.field(name="live", description="Whether a tie is live.")
    trust: int | None = strawberry.field(description="Trust of a tie, 1 to 5.")
    last_contact: date | None = strawberry.field(description="Last contact of a tie known on the day.")
    stage: Stage | None = strawberry.field(description="Stage of a decision role.")
    part: Part | None = strawberry.field(description="Part of a decision role.")
    valid_from: date | None = strawberry.field(description="First day on which it holds.")
    valid_to: date | None = strawberry.field(description="First day on which it no longer holds.")
    certainty: Certainty | None = strawberry.field(description="How sure it is.")
    stated_by: str | None = strawberry.field(description="Who or what said so.")


@strawberry.type(
    description="Who is who in an account on a day, who listens to whom, and how near we are to each."
)
class PowerMap:
    """View of `queries.power_map.PowerMap`."""

    company: CompanyRef = edge_end("company", COMPANIES, "The company that is shown.")
    account: CompanyRef = edge_end("account", COMPANIES, "The company at the top of its group.")
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "The opportunity whose decision shares are shown."
    )
    as_of: date = strawberry.field(description="The day that is shown.")
    revision: int = strawberry.field(description="Revision of the account; it grows with every change.")
    policy_version: int = strawberry.field(description=POLICY_VERSION)
    nodes: list[PowerMapNode] = strawberry.field(description="People, companies, departments, opportunities.")
    edges: list[PowerMapEdge] = strawberry.field(description="What connects them.")
    completeness: float = strawberry.field(
        description="Known part of people's levels, lines, powers and stances, 0 to 1."
    )
