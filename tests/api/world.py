"""A small drawn world for the API's tests: our company with three people, one account, two other companies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.model.companies import Agreement, Company, Department
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Employment, Influence, Person, ReportingLine, Tie
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Table

DAY = "2026-06-30"

COMPANIES = (
    Company(key="us", name="Ours", side="SUPPLIER"),
    Company(
        key="acme",
        name="Acme 集团",
        side="CUSTOMER",
        grade="A",
        industry="Steel",
        annual_value=5e6,
        currency="CNY",
    ),
    Company(key="acme-east", name="Acme East", side="CUSTOMER", parent="acme", grade="B"),
    Company(key="beta", name="Beta", side="CUSTOMER", grade="S"),
    Company(key="rival", name="Rival", side="COMPETITOR"),
)
DEPARTMENTS = (
    Department(key="acme-board", company="acme", name="Board", line="MANAGEMENT"),
    Department(key="acme-it", company="acme", name="IT", line="TECHNICAL"),
    Department(key="acme-net", company="acme", name="Networks", parent="acme-it"),
    Department(key="us-sales", company="us", name="Sales"),
)
PEOPLE = (
    Person(
        key="li",
        name="李雷 Li Lei",
        email="li@us.example",
        company="us",
        department="us-sales",
        title="Account manager",
        level="MIDDLE",
        status="ACTIVE",
    ),
    Person(
        key="han",
        name="Han Meimei",
        company="us",
        department="us-sales",
        title="Director",
        level="EXECUTIVE",
        status="ACTIVE",
    ),
    Person(key="idle", name="Idle", company="us"),
    Person(
        key="boss",
        name="Boss",
        company="acme",
        department="acme-board",
        title="President",
        level="EXECUTIVE",
        status="ACTIVE",
    ),
    Person(
        key="cto",
        name="Chief",
        company="acme",
        department="acme-it",
        title="CTO",
        level="SENIOR",
        status="ACTIVE",
        tags=("RISING_STAR",),
    ),
    Person(key="net", name="Net", company="acme", department="acme-net", title="Engineer", level="STAFF"),
    Person(key="moved", name="Moved", company="acme"),
    Person(key="seat", company="acme-east"),
    Person(key="solo", name="Solo", company="beta"),
)
WORKS_IN = (
    Employment(
        person="moved",
        company="acme",
        department="acme-it",
        title="Clerk",
        level="STAFF",
        valid_from="2020-01-01",
        valid_to="2024-01-01",
    ),
    Employment(
        person="moved",
        company="acme",
        department="acme-net",
        title="Head",
        level="MIDDLE",
        valid_from="2024-01-01",
        certainty="CONFIRMED",
        source="CRM",
    ),
)
REPORTS_TO = (
    ReportingLine(person="cto", manager="boss"),
    ReportingLine(person="net", manager="cto"),
    ReportingLine(person="li", manager="han"),
)
INFLUENCES = (Influence(influencer="cto", influenced="boss", weight=0.8, certainty="ASSUMED", source="Li"),)
CONFLICTS = (Conflict(person="cto", other="net", weight=0.3),)
TIES = (
    Tie(
        employee="li",
        contact="cto",
        trust=4,
        target_trust=5,
        last_contact="2026-06-01",
        purposes=("DECISION",),
        valid_from="2025-01-01",
        certainty="CONFIRMED",
        source="CRM",
    ),
    Tie(employee="han", contact="boss", trust=2, last_contact="2026-05-01"),
)
OPPORTUNITIES = (
    Opportunity(
        key="deal",
        company="acme",
        name="Core",
        value=1e6,
        currency="CNY",
        sale_stage="Bidding",
        decision_date="2026-12-01",
    ),
    Opportunity(key="old", company="acme", name="Old one", status="WON"),
)
DECISION_ROLES = (
    DecisionRole(person="cto", opportunity="deal", stage="SPECIFICATION", part="LEADS"),
    DecisionRole(person="boss", opportunity="deal", stage="APPROVAL", part="LEADS", veto=True),
)
POSITIONS = (
    Position(
        person="cto", opportunity="deal", stated_on="2026-01-01", power="INNER_CIRCLE", stance="MENTOR", coach=True
    ),
    Position(
        person="boss",
        opportunity="deal",
        stated_on="2026-02-01",
        power="INNER_CIRCLE",
        stance="OPPONENT",
        leans_to="rival",
    ),
)
INTERACTIONS = (
    Interaction(
        key="talk",
        kind="MEETING",
        on="2026-06-15",
        participants=("cto", "li"),
        company="acme",
        opportunity="deal",
        subject="Kick-off",
    ),
)
AGREEMENTS = (Agreement(key="frame", company="acme", kind="FRAMEWORK", name="Frame", valid_from="2025-01-01"),)

_ROWS: dict[str, Sequence[Any]] = {
    "companies": COMPANIES,
    "departments": DEPARTMENTS,
    "people": PEOPLE,
    "works_in": WORKS_IN,
    "reports_to": REPORTS_TO,
    "influences": INFLUENCES,
    "conflicts": CONFLICTS,
    "ties": TIES,
    "opportunities": OPPORTUNITIES,
    "decision_roles": DECISION_ROLES,
    "positions": POSITIONS,
    "interactions": INTERACTIONS,
    "agreements": AGREEMENTS,
}


def world() -> Changes:
    """Everything above, ready to be written."""
    return Changes(upserts=[Table.of(RECORD_KINDS[name], rows) for name, rows in _ROWS.items()])
