"""What is recorded: one record type per bundle file, and the columns each has.

A record is one fact as it was brought, in plain text and numbers: dates are ISO 8601 text (they sort as dates),
enumerations their names, lists tuples of text; `None` is "nothing is known". Stores keep and return records,
bundle files are tables of them, and `graph.account_graph` gives them their meaning on a day. Records are named
tuples: immutable, cheap to build by the ten thousand, and equal when they say the same.
"""

from __future__ import annotations

from typing import NamedTuple

from graph.model import words
from graph.record_kind import PERIOD, SAID, Column, ColumnType, RecordKind, edge, enum, key, text


class Company(NamedTuple):
    """A legal or business unit of a customer, of us, of a competitor or partner."""

    key: str
    name: str
    side: str
    parent: str | None = None
    grade: str | None = None
    industry: str | None = None
    region: str | None = None
    annual_value: float | None = None
    potential_value: float | None = None
    currency: str | None = None
    strategic_fit: int | None = None
    industry_influence: int | None = None
    credit: int | None = None
    supplier_position: str | None = None


class Department(NamedTuple):
    """A unit inside a company, in a tree."""

    key: str
    company: str
    name: str
    parent: str | None = None
    line: str | None = None


class Person(NamedTuple):
    """Someone on either side; without a name, a seat whose holder we do not know yet."""

    key: str
    name: str | None = None
    email: str | None = None
    company: str = ""
    department: str | None = None
    title: str | None = None
    level: str | None = None
    status: str | None = None
    status_since: str | None = None
    tags: tuple[str, ...] = ()


class Employment(NamedTuple):
    """WORKS_IN: a period of a person's history. People without rows here work where `Person` says."""

    person: str
    company: str
    department: str | None = None
    title: str | None = None
    level: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class ReportingLine(NamedTuple):
    """REPORTS_TO (SOLID) or DOTTED_REPORTS_TO (DOTTED): person -> manager."""

    person: str
    manager: str
    kind: str = words.ReportingKind.SOLID
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class Influence(NamedTuple):
    """INFLUENCES: how much the influenced person listens to the influencer, weight in (0, 1]."""

    influencer: str
    influenced: str
    weight: float
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class Conflict(NamedTuple):
    """CONFLICTS_WITH: a rivalry, weight in (0, 1], felt in both directions."""

    person: str
    other: str
    weight: float
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class Tie(NamedTuple):
    """TIE: what one of our employees has with a contact; trust 1 to 5."""

    employee: str
    contact: str
    trust: int | None = None
    target_trust: int | None = None
    last_contact: str | None = None
    purposes: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class Opportunity(NamedTuple):
    """A deal or project at a customer."""

    key: str
    company: str
    name: str
    value: float | None = None
    currency: str | None = None
    sale_stage: str | None = None
    decision_date: str | None = None
    status: str | None = None


class DecisionRole(NamedTuple):
    """DECISION_ROLE: the part a person plays in one stage of an opportunity's decision."""

    person: str
    opportunity: str
    stage: str
    part: str
    veto: bool | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class Position(NamedTuple):
    """POSITION: a dated assertion of power, stance, coach, leaning; on an opportunity or a company."""

    person: str
    opportunity: str | None
    company: str | None
    stated_on: str
    power: str | None = None
    stance: str | None = None
    coach: bool | None = None
    leans_to: str | None = None
    certainty: str | None = None
    source: str | None = None


class Interaction(NamedTuple):
    """A dated meeting, call, mail, visit … between people."""

    key: str
    kind: str
    on: str
    participants: tuple[str, ...]
    company: str | None = None
    opportunity: str | None = None
    subject: str | None = None


class Agreement(NamedTuple):
    """An organisational tie: strategic agreement, joint innovation centre, framework contract."""

    key: str
    company: str
    kind: str
    name: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


class Rate(NamedTuple):
    """A dated exchange rate: one unit of the currency in the policy's base currency, from that day on."""

    currency: str
    on: str
    rate: float


COMPANIES = RecordKind(
    "companies",
    Company,
    (
        key("key"),
        text("name", required=True),
        enum("side", words.Side, required=True),
        key("parent", "companies", required=False),
        enum("grade", words.Grade),
        text("industry"),
        text("region"),
        Column("annual_value", ColumnType.MONEY),
        Column("potential_value", ColumnType.MONEY),
        Column("currency", ColumnType.CURRENCY),
        Column("strategic_fit", ColumnType.SCALE),
        Column("industry_influence", ColumnType.SCALE),
        Column("credit", ColumnType.SCALE),
        enum("supplier_position", words.SupplierPosition),
    ),
    ("key",),
)
DEPARTMENTS = RecordKind(
    "departments",
    Department,
    (
        key("key"),
        key("company", "companies"),
        text("name", required=True),
        key("parent", "departments", required=False),
        enum("line", words.Line),
    ),
    ("key",),
)
PEOPLE = RecordKind(
    "people",
    Person,
    (
        key("key"),
        text("name"),
        text("email"),
        key("company", "companies"),
        key("department", "departments", required=False),
        text("title"),
        enum("level", words.OrgLevel),
        enum("status", words.EmploymentStatus),
        Column("status_since", ColumnType.DATE),
        Column("tags", ColumnType.ENUMS, words=words.Tag),
    ),
    ("key",),
)
WORKS_IN = edge(
    "works_in",
    Employment,
    (
        key("person", "people"),
        key("company", "companies"),
        key("department", "departments", required=False),
        text("title"),
        enum("level", words.OrgLevel),
    ),
    ("person", "company", "department"),
)
REPORTS_TO = edge(
    "reports_to",
    ReportingLine,
    (key("person", "people"), key("manager", "people"), enum("kind", words.ReportingKind)),
    ("person", "manager", "kind"),
)
INFLUENCES = edge(
    "influences",
    Influence,
    (
        key("influencer", "people"),
        key("influenced", "people"),
        Column("weight", ColumnType.WEIGHT, is_required=True),
    ),
    ("influencer", "influenced"),
)
CONFLICTS = edge(
    "conflicts",
    Conflict,
    (key("person", "people"), key("other", "people"), Column("weight", ColumnType.WEIGHT, is_required=True)),
    ("person", "other"),
)
TIES = edge(
    "ties",
    Tie,
    (
        key("employee", "people"),
        key("contact", "people"),
        Column("trust", ColumnType.TRUST),
        Column("target_trust", ColumnType.TRUST),
        Column("last_contact", ColumnType.DATE),
        Column("purposes", ColumnType.ENUMS, words=words.Purpose),
    ),
    ("employee", "contact"),
)
OPPORTUNITIES = RecordKind(
    "opportunities",
    Opportunity,
    (
        key("key"),
        key("company", "companies"),
        text("name", required=True),
        Column("value", ColumnType.MONEY),
        Column("currency", ColumnType.CURRENCY),
        text("sale_stage"),
        Column("decision_date", ColumnType.DATE),
        enum("status", words.OpportunityStatus),
    ),
    ("key",),
)
DECISION_ROLES = edge(
    "decision_roles",
    DecisionRole,
    (
        key("person", "people"),
        key("opportunity", "opportunities"),
        enum("stage", words.Stage, required=True),
        enum("part", words.Part, required=True),
        Column("veto", ColumnType.FLAG),
    ),
    ("person", "opportunity", "stage"),
)
POSITIONS = RecordKind(
    "positions",
    Position,
    (
        key("person", "people"),
        key("opportunity", "opportunities", required=False),
        key("company", "companies", required=False),
        Column("stated_on", ColumnType.DATE, is_required=True),
        enum("power", words.Power),
        enum("stance", words.Stance),
        Column("coach", ColumnType.FLAG),
        key("leans_to", "companies", required=False),
        *SAID,
    ),
    ("person", "opportunity", "company", "stated_on"),
)
INTERACTIONS = RecordKind(
    "interactions",
    Interaction,
    (
        key("key"),
        enum("kind", words.InteractionKind, required=True),
        Column("on", ColumnType.DATE, is_required=True),
        Column("participants", ColumnType.KEYS, True, "people"),
        key("company", "companies", required=False),
        key("opportunity", "opportunities", required=False),
        text("subject"),
    ),
    ("key",),
)
AGREEMENTS = RecordKind(
    "agreements",
    Agreement,
    (
        key("key"),
        key("company", "companies"),
        enum("kind", words.AgreementKind, required=True),
        text("name"),
        *PERIOD,
    ),
    ("key",),
)
RATES = RecordKind(
    "rates",
    Rate,
    (
        Column("currency", ColumnType.CURRENCY, is_required=True),
        Column("on", ColumnType.DATE, is_required=True),
        Column("rate", ColumnType.RATE, is_required=True),
    ),
    ("currency", "on"),
)

RECORD_KINDS: dict[str, RecordKind] = {
    kind.name: kind
    for kind in (
        *(COMPANIES, DEPARTMENTS, PEOPLE, WORKS_IN, REPORTS_TO, INFLUENCES, CONFLICTS, TIES),
        *(OPPORTUNITIES, DECISION_ROLES, POSITIONS, INTERACTIONS, AGREEMENTS, RATES),
    )
}
"""Every kind, by name, in an order in which what is referred to comes first (parents aside)."""
