"""What is recorded: one record type per bundle file, and the columns each has.

A record is one fact as it was brought, in plain text and numbers: dates are ISO 8601 text (they sort as dates),
enumerations their names, lists tuples of text; `None` is "nothing is known". Stores keep and return records,
bundle files are tables of them, and `graph.account_graph` gives them their meaning on a day. Records are named
tuples: immutable, cheap to build by the ten thousand, and equal when they say the same.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from graph import vocabulary as words
from graph.record_kind import Column, ColumnType, RecordKind


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


_T = ColumnType


def _key(name: str, refers_to: str | None = None, *, required: bool = True) -> Column:
    return Column(name, _T.KEY, required, refers_to)


def _enum(name: str, of: type[StrEnum], *, required: bool = False) -> Column:
    return Column(name, _T.ENUM, required, words=of)


def _text(name: str, *, required: bool = False) -> Column:
    return Column(name, _T.TEXT, required)


_PERIOD = (Column("valid_from", _T.DATE), Column("valid_to", _T.DATE))
_SAID = (_enum("certainty", words.Certainty), _text("source"))


def _edge(name: str, record: type[Any], columns: tuple[Column, ...], ends: tuple[str, ...]) -> RecordKind:
    return RecordKind(name, record, columns + _PERIOD + _SAID, (*ends, "valid_from"), ends)


COMPANIES = RecordKind(
    "companies",
    Company,
    (
        _key("key"),
        _text("name", required=True),
        _enum("side", words.Side, required=True),
        _key("parent", "companies", required=False),
        _enum("grade", words.Grade),
        _text("industry"),
        _text("region"),
        Column("annual_value", _T.MONEY),
        Column("potential_value", _T.MONEY),
        Column("currency", _T.CURRENCY),
        Column("strategic_fit", _T.SCALE),
        Column("industry_influence", _T.SCALE),
        Column("credit", _T.SCALE),
        _enum("supplier_position", words.SupplierPosition),
    ),
    ("key",),
)
DEPARTMENTS = RecordKind(
    "departments",
    Department,
    (
        _key("key"),
        _key("company", "companies"),
        _text("name", required=True),
        _key("parent", "departments", required=False),
        _enum("line", words.Line),
    ),
    ("key",),
)
PEOPLE = RecordKind(
    "people",
    Person,
    (
        _key("key"),
        _text("name"),
        _text("email"),
        _key("company", "companies"),
        _key("department", "departments", required=False),
        _text("title"),
        _enum("level", words.OrgLevel),
        _enum("status", words.EmploymentStatus),
        Column("status_since", _T.DATE),
        Column("tags", _T.ENUMS, words=words.Tag),
    ),
    ("key",),
)
WORKS_IN = _edge(
    "works_in",
    Employment,
    (
        _key("person", "people"),
        _key("company", "companies"),
        _key("department", "departments", required=False),
        _text("title"),
        _enum("level", words.OrgLevel),
    ),
    ("person", "company", "department"),
)
REPORTS_TO = _edge(
    "reports_to",
    ReportingLine,
    (_key("person", "people"), _key("manager", "people"), _enum("kind", words.ReportingKind)),
    ("person", "manager", "kind"),
)
INFLUENCES = _edge(
    "influences",
    Influence,
    (
        _key("influencer", "people"),
        _key("influenced", "people"),
        Column("weight", _T.WEIGHT, is_required=True),
    ),
    ("influencer", "influenced"),
)
CONFLICTS = _edge(
    "conflicts",
    Conflict,
    (_key("person", "people"), _key("other", "people"), Column("weight", _T.WEIGHT, is_required=True)),
    ("person", "other"),
)
TIES = _edge(
    "ties",
    Tie,
    (
        _key("employee", "people"),
        _key("contact", "people"),
        Column("trust", _T.TRUST),
        Column("target_trust", _T.TRUST),
        Column("last_contact", _T.DATE),
        Column("purposes", _T.ENUMS, words=words.Purpose),
    ),
    ("employee", "contact"),
)
OPPORTUNITIES = RecordKind(
    "opportunities",
    Opportunity,
    (
        _key("key"),
        _key("company", "companies"),
        _text("name", required=True),
        Column("value", _T.MONEY),
        Column("currency", _T.CURRENCY),
        _text("sale_stage"),
        Column("decision_date", _T.DATE),
        _enum("status", words.OpportunityStatus),
    ),
    ("key",),
)
DECISION_ROLES = _edge(
    "decision_roles",
    DecisionRole,
    (
        _key("person", "people"),
        _key("opportunity", "opportunities"),
        _enum("stage", words.Stage, required=True),
        _enum("part", words.Part, required=True),
        Column("veto", _T.FLAG),
    ),
    ("person", "opportunity", "stage"),
)
POSITIONS = RecordKind(
    "positions",
    Position,
    (
        _key("person", "people"),
        _key("opportunity", "opportunities", required=False),
        _key("company", "companies", required=False),
        Column("stated_on", _T.DATE, is_required=True),
        _enum("power", words.Power),
        _enum("stance", words.Stance),
        Column("coach", _T.FLAG),
        _key("leans_to", "companies", required=False),
        *_SAID,
    ),
    ("person", "opportunity", "company", "stated_on"),
)
INTERACTIONS = RecordKind(
    "interactions",
    Interaction,
    (
        _key("key"),
        _enum("kind", words.InteractionKind, required=True),
        Column("on", _T.DATE, is_required=True),
        Column("participants", _T.KEYS, True, "people"),
        _key("company", "companies", required=False),
        _key("opportunity", "opportunities", required=False),
        _text("subject"),
    ),
    ("key",),
)
AGREEMENTS = RecordKind(
    "agreements",
    Agreement,
    (
        _key("key"),
        _key("company", "companies"),
        _enum("kind", words.AgreementKind, required=True),
        _text("name"),
        *_PERIOD,
    ),
    ("key",),
)

RECORD_KINDS: dict[str, RecordKind] = {
    kind.name: kind
    for kind in (
        COMPANIES,
        DEPARTMENTS,
        PEOPLE,
        WORKS_IN,
        REPORTS_TO,
        INFLUENCES,
        CONFLICTS,
        TIES,
        OPPORTUNITIES,
        DECISION_ROLES,
        POSITIONS,
        INTERACTIONS,
        AGREEMENTS,
    )
}
"""Every kind, by name, in an order in which what is referred to comes first (parents aside)."""
