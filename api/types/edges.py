"""The edges of the graph: GraphQL views of the records of `graph.records`."""

from __future__ import annotations

from datetime import date

import strawberry

from api.types.node_refs import CompanyRef, DepartmentRef, OpportunityRef, PersonRef
from api.types.record_fields import edge_end
from graph.model.words import Certainty, OrgLevel, Part, Power, Purpose, ReportingKind, Stage, Stance
from graph.records import COMPANIES, DEPARTMENTS, OPPORTUNITIES, PEOPLE


@strawberry.type(description="An edge that holds from a day to a day, with how sure that is and who said so.")
class Edge:
    """What every edge with validity dates has; not a type of the schema itself."""

    valid_from: date | None = strawberry.field(
        description="First day on which it holds; null: it always did. A part of what identifies the period."
    )
    valid_to: date | None = strawberry.field(
        description="First day on which it no longer holds; null: still true."
    )
    certainty: Certainty | None = strawberry.field(description="How sure it is.")
    source: str | None = strawberry.field(description="Who or what said so.")


@strawberry.type(description="WORKS_IN: a period of a person's history.")
class Employment(Edge):
    """View of `graph.records.Employment`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who works there.")
    company: CompanyRef = edge_end("company", COMPANIES, "The company.")
    department: DepartmentRef | None = edge_end("department", DEPARTMENTS, "The department, when it is known.")
    title: str | None = strawberry.field(description="Job title there.")
    level: OrgLevel | None = strawberry.field(description="Org level there.")


@strawberry.type(description="REPORTS_TO or DOTTED_REPORTS_TO: a person and the manager.")
class ReportingLine(Edge):
    """View of `graph.records.ReportingLine`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who reports.")
    manager: PersonRef = edge_end("manager", PEOPLE, "To whom.")
    kind: ReportingKind = strawberry.field(description="SOLID, the line manager, or DOTTED.")


@strawberry.type(description="INFLUENCES: how much the influenced person listens to the influencer.")
class Influence(Edge):
    """View of `graph.records.Influence`."""

    influencer: PersonRef = edge_end("influencer", PEOPLE, "Who is listened to.")
    influenced: PersonRef = edge_end("influenced", PEOPLE, "Who listens.")
    weight: float = strawberry.field(description="How much, above 0 and up to 1.")


@strawberry.type(description="CONFLICTS_WITH: a rivalry, felt in both directions.")
class Conflict(Edge):
    """View of `graph.records.Conflict`."""

    person: PersonRef = edge_end("person", PEOPLE, "One of the two.")
    other: PersonRef = edge_end("other", PEOPLE, "The other.")
    weight: float = strawberry.field(description="How much, above 0 and up to 1.")


@strawberry.type(description="TIE: what one of our employees has with a contact; one for all opportunities.")
class Tie(Edge):
    """View of `graph.records.Tie`."""

    employee: PersonRef = edge_end("employee", PEOPLE, "Our employee.")
    contact: PersonRef = edge_end("contact", PEOPLE, "The contact.")
    trust: int | None = strawberry.field(
        description="Trust 1 to 5: business contact 正常商务往来, familiar 长期陪伴, personal 朋友式交往, "
        "career support 帮助个人业绩, strategic ally 帮助事业成功; null: not known."
    )
    target_trust: int | None = strawberry.field(description="The trust aimed at, 1 to 5.")
    last_contact: date | None = strawberry.field(
        description="Last contact as recorded with the tie; interactions may tell of a later one."
    )
    purposes: list[Purpose] = strawberry.field(description="What the tie is kept for.")


@strawberry.type(description="DECISION_ROLE: the part a person plays in one stage of an opportunity's decision.")
class DecisionRole(Edge):
    """View of `graph.records.DecisionRole`."""

    person: PersonRef = edge_end("person", PEOPLE, "Who decides.")
    opportunity: OpportunityRef = edge_end("opportunity", OPPORTUNITIES, "What is decided.")
    stage: Stage = strawberry.field(description="The stage of the decision.")
    part: Part = strawberry.field(description="The part played there.")
    veto: bool | None = strawberry.field(description="Whether the person may veto.")


@strawberry.type(
    description="POSITION: a dated assertion of a person's power and stance, on an opportunity or an account. "
    "The latest one that states an attribute holds; UNKNOWN withdraws it."
)
class Position:
    """View of `graph.records.Position`."""

    person: PersonRef = edge_end("person", PEOPLE, "Whose position it is.")
    opportunity: OpportunityRef | None = edge_end(
        "opportunity", OPPORTUNITIES, "The opportunity it is about; null when it is about a company."
    )
    company: CompanyRef | None = edge_end(
        "company", COMPANIES, "The company it is about; null when it is about an opportunity."
    )
    stated_on: date = strawberry.field(description="The day of the assertion.")
    power: Power | None = strawberry.field(description="Power over the decision; null says nothing.")
    stance: Stance | None = strawberry.field(description="Stance towards us; null says nothing.")
    coach: bool | None = strawberry.field(description="Whether the person gives us inside information.")
    leans_to: CompanyRef | None = edge_end("leans_to", COMPANIES, "The competitor the person leans to.")
    certainty: Certainty | None = strawberry.field(description="How sure it is.")
    source: str | None = strawberry.field(description="Who or what said so.")
