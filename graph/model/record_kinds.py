"""Every kind of record."""

from __future__ import annotations

from typing import Any

from graph.model.companies import AGREEMENTS, COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN

RECORD_KINDS: dict[str, Kind[Any]] = {
    kind.name: kind
    for kind in (
        *(COMPANIES, DEPARTMENTS, PEOPLE, WORKS_IN, REPORTS_TO, INFLUENCES, CONFLICTS, TIES),
        *(OPPORTUNITIES, DECISION_ROLES, POSITIONS, INTERACTIONS, AGREEMENTS, RATES),
    )
}
"""Every kind, by name, in an order in which what is referred to comes first (parents aside)."""
