"""The edges of the graph and exchange rates: GraphQL views of records, which know nothing beside their record."""

from __future__ import annotations

from api.types.record_types import edge_type
from graph.model.deals import DECISION_ROLES, POSITIONS
from graph.model.exchange_rates import RATES
from graph.model.people import CONFLICTS, INFLUENCES, REPORTS_TO, TIES, WORKS_IN


@edge_type(WORKS_IN)
class Employment:
    """As it is recorded."""


@edge_type(REPORTS_TO)
class ReportingLine:
    """As it is recorded."""


@edge_type(INFLUENCES)
class Influence:
    """As it is recorded."""


@edge_type(CONFLICTS)
class Conflict:
    """As it is recorded."""


@edge_type(TIES)
class Tie:
    """As it is recorded."""


@edge_type(DECISION_ROLES)
class DecisionRole:
    """As it is recorded."""


@edge_type(POSITIONS)
class Position:
    """As it is recorded."""


@edge_type(RATES)
class Rate:
    """As it is recorded."""
