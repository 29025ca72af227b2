"""A small drawn world for the API's tests: our company with three people, one account, two other companies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph import records as r
from graph.record_kind import RecordKind, Table
from graph.store import Changes

DAY = "2026-06-30"

COMPANIES = (
    r.Company("us", "Ours", "SUPPLIER"),
    r.Company("acme", "Acme 集团", "CUSTOMER", grade="A", industry="Steel", annual_value=5e6, currency="CNY"),
    r.Company("acme-east", "Acme East", "CUSTOMER", parent="acme", grade="B"),
    r.Company("beta", "Beta", "CUSTOMER", grade="S"),
    r.Company("rival", "Rival", "COMPETITOR"),
)
DEPARTMENTS = (
    r.Department("acme-board", "acme", "Board", line="MANAGEMENT"),
    r.Department("acme-it", "acme", "IT", line="TECHNICAL"),
    r.Department("acme-net", "acme", "Networks", parent="acme-it"),
    r.Department("us-sales", "us", "Sales"),
)
PEOPLE = (
    r.Person("li", "李雷 Li Lei", "li@us.example", "us", "us-sales", "Account manager", "MIDDLE", "ACTIVE"),
    r.Person("han", "Han Meimei", None, "us", "us-sales", "Director", "EXECUTIVE", "ACTIVE"),
    r.Person("idle", "Idle", None, "us"),
    r.Person("boss", "Boss", None, "acme", "acme-board", "President", "EXECUTIVE", "ACTIVE"),
    r.Person("cto", "Chief", None, "acme", "acme-it", "CTO", "SENIOR", "ACTIVE", None, ("RISING_STAR",)),
    r.Person("net", "Net", None, "acme", "acme-net", "Engineer", "STAFF"),
    r.Person("moved", "Moved", None, "acme"),
    r.Person("seat", None, None, "acme-east"),
    r.Person("solo", "Solo", None, "beta"),
)
WORKS_IN = (
    r.Employment("moved", "acme", "acme-it", "Clerk", "STAFF", "2020-01-01", "2024-01-01"),
    r.Employment("moved", "acme", "acme-net", "Head", "MIDDLE", "2024-01-01", None, "CONFIRMED", "CRM"),
)
REPORTS_TO = (r.ReportingLine("cto", "boss"), r.ReportingLine("net", "cto"), r.ReportingLine("li", "han"))
INFLUENCES = (r.Influence("cto", "boss", 0.8, certainty="ASSUMED", source="Li"),)
CONFLICTS = (r.Conflict("cto", "net", 0.3),)
TIES = (
    r.Tie("li", "cto", 4, 5, "2026-06-01", ("DECISION",), "2025-01-01", None, "CONFIRMED", "CRM"),
    r.Tie("han", "boss", 2, last_contact="2026-05-01"),
)
OPPORTUNITIES = (
    r.Opportunity("deal", "acme", "Core", 1e6, "CNY", "Bidding", "2026-12-01"),
    r.Opportunity("old", "acme", "Old one", status="WON"),
)
DECISION_ROLES = (
    r.DecisionRole("cto", "deal", "SPECIFICATION", "LEADS"),
    r.DecisionRole("boss", "deal", "APPROVAL", "LEADS", True),
)
POSITIONS = (
    r.Position("cto", "deal", None, "2026-01-01", "INNER_CIRCLE", "MENTOR", True),
    r.Position("boss", "deal", None, "2026-02-01", "INNER_CIRCLE", "OPPONENT", None, "rival"),
)
INTERACTIONS = (r.Interaction("talk", "MEETING", "2026-06-15", ("cto", "li"), "acme", "deal", "Kick-off"),)
AGREEMENTS = (r.Agreement("frame", "acme", "FRAMEWORK", "Frame", "2025-01-01"),)

_ROWS: dict[RecordKind, Sequence[Any]] = {
    r.COMPANIES: COMPANIES,
    r.DEPARTMENTS: DEPARTMENTS,
    r.PEOPLE: PEOPLE,
    r.WORKS_IN: WORKS_IN,
    r.REPORTS_TO: REPORTS_TO,
    r.INFLUENCES: INFLUENCES,
    r.CONFLICTS: CONFLICTS,
    r.TIES: TIES,
    r.OPPORTUNITIES: OPPORTUNITIES,
    r.DECISION_ROLES: DECISION_ROLES,
    r.POSITIONS: POSITIONS,
    r.INTERACTIONS: INTERACTIONS,
    r.AGREEMENTS: AGREEMENTS,
}


def world() -> Changes:
    """Everything above, ready to be written."""
    return Changes(upserts=[Table(kind, kind.column_names, rows) for kind, rows in _ROWS.items()])
