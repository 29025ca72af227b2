"""The nodes of the graph. What is selected is read through data loaders; `{ key }` alone reads nothing."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import strawberry

from api.context import Context
from api.types.described import described
from api.types.edges import Conflict, DecisionRole, Employment, Influence, Position, ReportingLine, Tie
from api.types.record_fields import (
    NODE_TYPES,
    column,
    line_of,
    place,
    place_today,
    record_of,
    reference,
    references,
    related,
)
from graph import records
from graph.model.words import (
    AgreementKind,
    EmploymentStatus,
    Grade,
    InteractionKind,
    Line,
    OpportunityStatus,
    OrgLevel,
    Side,
    SupplierPosition,
    Tag,
)
from graph.record_kind import RecordKind

_KEY = "The key that whoever brought the data chose; unique among nodes of this kind."


@strawberry.type(description="A legal or business unit: of a customer, of us, of a competitor or partner.")
class Company:
    """Reads `graph.records.Company`."""

    KIND: ClassVar[RecordKind] = records.COMPANIES
    key: strawberry.ID = strawberry.field(description=_KEY)
    record: strawberry.Private[records.Company | None] = None
    name: str = column("name", "Name.")
    side: Side = column("side", "Whose company it is.")
    parent: Company | None = reference("parent", records.COMPANIES, "The company above it in the group.")
    subsidiaries: list[Company] = related(records.COMPANIES, ("parent",), "The companies directly below it.")
    grade: Grade | None = column("grade", "Customer grade.")
    industry: str | None = column("industry", "Industry.")
    region: str | None = column("region", "Region.")
    annual_value: float | None = column("annual_value", "Yearly business with us, in `currency`.")
    potential_value: float | None = column("potential_value", "Yearly business that is possible, in `currency`.")
    currency: str | None = column("currency", "Currency of the values, an ISO 4217 code.")
    strategic_fit: int | None = column("strategic_fit", "Strategic fit, 1 to 5.")
    industry_influence: int | None = column("industry_influence", "Influence in its industry, 1 to 5.")
    credit: int | None = column("credit", "Credit, 1 to 5.")
    supplier_position: SupplierPosition | None = column(
        "supplier_position", "How the customer ranks us among its suppliers."
    )
    departments: list[Department] = related(records.DEPARTMENTS, ("company",), "Its departments.")
    people: list[Person] = related(records.PEOPLE, ("company",), "People whose record names this company.")
    opportunities: list[Opportunity] = related(records.OPPORTUNITIES, ("company",), "Opportunities at it.")
    agreements: list[Agreement] = related(records.AGREEMENTS, ("company",), "Agreements with it.")


@strawberry.type(description="A unit inside a company, in a tree.")
class Department:
    """Reads `graph.records.Department`."""

    KIND: ClassVar[RecordKind] = records.DEPARTMENTS
    key: strawberry.ID = strawberry.field(description=_KEY)
    record: strawberry.Private[records.Department | None] = None
    name: str = column("name", "Name.")
    company: Company = reference("company", records.COMPANIES, "The company it is in.")
    parent: Department | None = reference("parent", records.DEPARTMENTS, "The department above it.")
    departments: list[Department] = related(records.DEPARTMENTS, ("parent",), "The departments directly below it.")
    line: Line | None = column("line", "Line, as recorded; without one, that of the department above counts.")
    people: list[Person] = related(records.PEOPLE, ("department",), "People whose record names this department.")


@strawberry.type(description="Someone on either side: our people are employees, people of a customer contacts.")
class Person:
    """Reads `graph.records.Person`, and for the place of work today the history in `works_in`."""

    KIND: ClassVar[RecordKind] = records.PEOPLE
    key: strawberry.ID = strawberry.field(description=_KEY)
    record: strawberry.Private[records.Person | None] = None
    name: str | None = column("name", "Name; null for a seat whose holder is not known yet.")
    email: str | None = column("email", "E-mail address.")
    company: Company | None = place(
        "company", "The company today; null before the first row of a history.", records.COMPANIES
    )
    department: Department | None = place("department", "The department today.", records.DEPARTMENTS)
    title: str | None = place("title", "Job title today.")
    level: OrgLevel | None = place("level", "Org level today.")
    status: EmploymentStatus | None = column("status", "Whether the person still works there.")
    status_since: date | None = column("status_since", "The day from which the status holds.")
    tags: list[Tag] = column("tags", "Tags.")
    employments: list[Employment] = related(records.WORKS_IN, ("person",), "History, when there is one.")
    reports_to: list[ReportingLine] = related(
        records.REPORTS_TO, ("person",), "Reporting lines to managers, of every date."
    )
    reports: list[ReportingLine] = related(
        records.REPORTS_TO, ("manager",), "Reporting lines of those who report to this person, of every date."
    )
    influences: list[Influence] = related(
        records.INFLUENCES, ("influencer",), "Influences on others, of every date."
    )
    influenced_by: list[Influence] = related(
        records.INFLUENCES, ("influenced",), "Influences of others, of every date."
    )
    conflicts: list[Conflict] = related(records.CONFLICTS, ("person", "other"), "Rivalries, of every date.")
    ties: list[Tie] = related(
        records.TIES, ("employee", "contact"), "Ties, of every date: an employee's or a contact's."
    )
    decision_roles: list[DecisionRole] = related(
        records.DECISION_ROLES, ("person",), "Parts in decisions, of every date."
    )
    positions: list[Position] = related(records.POSITIONS, ("person",), "Assertions of power and stance.")
    interactions: list[Interaction] = related(records.INTERACTIONS, ("participants",), "Interactions.")

    @described("Line of the department today, or of the nearest one above that has one.")
    async def line(self, info: strawberry.Info[Context, None]) -> Line | None:
        """OTHER without a line above, null without a department."""
        employment = await place_today(self, info)
        if employment is None or employment.department is None:
            return None
        return Line(await line_of(employment.department, info) or Line.OTHER)


@strawberry.type(description="A deal or project at a customer.")
class Opportunity:
    """Reads `graph.records.Opportunity`."""

    KIND: ClassVar[RecordKind] = records.OPPORTUNITIES
    key: strawberry.ID = strawberry.field(description=_KEY)
    record: strawberry.Private[records.Opportunity | None] = None
    name: str = column("name", "Name.")
    company: Company = reference("company", records.COMPANIES, "The customer.")
    value: float | None = column("value", "Value, in `currency`.")
    currency: str | None = column("currency", "Currency of the value, an ISO 4217 code.")
    sale_stage: str | None = column("sale_stage", "Stage of the sale, in the words of whoever brought the data.")
    decision_date: date | None = column("decision_date", "The day on which the decision is expected.")
    decision_roles: list[DecisionRole] = related(
        records.DECISION_ROLES, ("opportunity",), "Who plays which part in the decision, of every date."
    )
    positions: list[Position] = related(records.POSITIONS, ("opportunity",), "Assertions of power and stance.")
    interactions: list[Interaction] = related(records.INTERACTIONS, ("opportunity",), "Interactions about it.")

    @described("Whether it is decided; one without a recorded status is OPEN.")
    async def status(self, info: strawberry.Info[Context, None]) -> OpportunityStatus:
        """The recorded status, else OPEN."""
        record = await record_of(self, info)
        return OpportunityStatus(record.status or OpportunityStatus.OPEN)


@strawberry.type(description="A dated meeting, call, mail, visit, exchange or other contact of people.")
class Interaction:
    """Reads `graph.records.Interaction`."""

    KIND: ClassVar[RecordKind] = records.INTERACTIONS
    key: strawberry.ID = strawberry.field(description=_KEY)
    record: strawberry.Private[records.Interaction | None] = None
    kind: InteractionKind = column("kind", "What kind of contact it was.")
    on: date = column("on", "The day.")
    participants: list[Person] = references("participants", records.PEOPLE, "Who took part, of both sides.")
    company: Company | None = reference("company", records.COMPANIES, "The company it was held at.")
    opportunity: Opportunity | None = reference(
        "opportunity", records.OPPORTUNITIES, "The opportunity it was about."
    )
    subject: str | None = column("subject", "What it was about.")


@strawberry.type(description="An organisational tie: agreement, joint innovation centre, framework contract.")
class Agreement:
    """Reads `graph.records.Agreement`."""

    KIND: ClassVar[RecordKind] = records.AGREEMENTS
    key: strawberry.ID = strawberry.field(description=_KEY)
    record: strawberry.Private[records.Agreement | None] = None
    company: Company = reference("company", records.COMPANIES, "The company it is with.")
    kind: AgreementKind = column("kind", "What kind of agreement it is.")
    name: str | None = column("name", "Name.")
    valid_from: date | None = column("valid_from", "First day of the agreement.")
    valid_to: date | None = column("valid_to", "First day on which it no longer holds.")


_TYPES: tuple[Any, ...] = (Company, Department, Person, Opportunity, Interaction, Agreement)
NODE_TYPES.update({node_type.KIND.name: node_type for node_type in _TYPES})
