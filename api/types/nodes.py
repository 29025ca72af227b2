"""The nodes of the graph. What is selected is read through data loaders; `{ key }` alone reads nothing."""

from __future__ import annotations

import strawberry

from api.context import Context
from api.types.described import described
from api.types.edges import Conflict, DecisionRole, Employment, Influence, Position, ReportingLine, Tie
from api.types.record_fields import line_of, place_today, record_of, related
from api.types.record_types import Node, node_type
from graph.model.companies import AGREEMENTS, COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.model.words import Line, OpportunityStatus


@node_type(COMPANIES, behind={"subsidiaries": "parent"})
class Company(Node):
    """With what refers to it."""

    subsidiaries: list[Company] = related(COMPANIES, ("parent",), "The companies directly below it.")
    departments: list[Department] = related(DEPARTMENTS, ("company",), "Its departments.")
    people: list[Person] = related(PEOPLE, ("company",), "People whose record names this company.")
    opportunities: list[Opportunity] = related(OPPORTUNITIES, ("company",), "Opportunities at it.")
    agreements: list[Agreement] = related(AGREEMENTS, ("company",), "Agreements with it.")


@node_type(DEPARTMENTS, first=("name",), behind={"departments": "parent"})
class Department(Node):
    """With what refers to it."""

    departments: list[Department] = related(DEPARTMENTS, ("parent",), "The departments directly below it.")
    people: list[Person] = related(PEOPLE, ("department",), "People whose record names this department.")


@node_type(PEOPLE, today=("company", "department", "title", "level"))
class Person(Node):
    """With what refers to it, and the line of where the person works today."""

    employments: list[Employment] = related(WORKS_IN, ("person",), "History, when there is one.")
    reports_to: list[ReportingLine] = related(
        REPORTS_TO, ("person",), "Reporting lines to managers, of every date."
    )
    reports: list[ReportingLine] = related(
        REPORTS_TO, ("manager",), "Reporting lines of those who report to this person, of every date."
    )
    influences: list[Influence] = related(INFLUENCES, ("influencer",), "Influences on others, of every date.")
    influenced_by: list[Influence] = related(INFLUENCES, ("influenced",), "Influences of others, of every date.")
    conflicts: list[Conflict] = related(CONFLICTS, ("person", "other"), "Rivalries, of every date.")
    ties: list[Tie] = related(TIES, ("employee", "contact"), "Ties, of every date: an employee's or a contact's.")
    decision_roles: list[DecisionRole] = related(DECISION_ROLES, ("person",), "Parts in decisions, of every date.")
    positions: list[Position] = related(POSITIONS, ("person",), "Assertions of power and stance.")
    interactions: list[Interaction] = related(INTERACTIONS, ("participants",), "Interactions.")

    @described("Line of the department today, or of the nearest one above that has one.")
    async def line(self, info: strawberry.Info[Context, None]) -> Line | None:
        """OTHER without a line above, null without a department."""
        employment = await place_today(self, info)
        if employment is None or employment.department is None:
            return None
        return Line(await line_of(employment.department, info) or Line.OTHER)


@node_type(OPPORTUNITIES, first=("name",))
class Opportunity(Node):
    """With what refers to it, and a status where none is recorded."""

    decision_roles: list[DecisionRole] = related(
        DECISION_ROLES, ("opportunity",), "Who plays which part in the decision, of every date."
    )
    positions: list[Position] = related(POSITIONS, ("opportunity",), "Assertions of power and stance.")
    interactions: list[Interaction] = related(INTERACTIONS, ("opportunity",), "Interactions about it.")

    @described(OPPORTUNITIES.column("status").meaning)
    async def status(self, info: strawberry.Info[Context, None]) -> OpportunityStatus:
        """The recorded status, else OPEN."""
        record = await record_of(self, info)
        return OpportunityStatus(record.status or OpportunityStatus.OPEN)


@node_type(INTERACTIONS)
class Interaction(Node):
    """As it is recorded."""


@node_type(AGREEMENTS)
class Agreement(Node):
    """As it is recorded."""
