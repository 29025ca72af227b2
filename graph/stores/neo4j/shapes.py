"""How records lie in the graph: labels, relationship types, and where each column of a record is.

A node has its label, its key and what its record says; references are edges. A person's company and department
are an EMPLOYED_BY and a WORKS_IN without properties. An employment of its history is a WORKS_IN to the department,
or to the company when no department is known; its property `company` tells it from the other. The competitor that
a position leans to is a property. The key of a rate is its currency and day, as "USD 2026-11-01". Dates are
ISO 8601 text, as in the records; what is unknown is no property.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph import records as kinds
from graph.model.words import EdgeKind, NodeKind
from graph.record_kind import RecordKind
from graph.stores.neo4j.labels import StoreWord


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of a node's record that is an edge from the node."""

    type: str
    target: RecordKind


LABELS: dict[RecordKind, str] = {
    kinds.COMPANIES: NodeKind.COMPANY,
    kinds.DEPARTMENTS: NodeKind.DEPARTMENT,
    kinds.PEOPLE: NodeKind.PERSON,
    kinds.OPPORTUNITIES: NodeKind.OPPORTUNITY,
    kinds.INTERACTIONS: NodeKind.INTERACTION,
    kinds.AGREEMENTS: NodeKind.AGREEMENT,
    kinds.RATES: StoreWord.RATE,
}
"""The kinds that are nodes."""

REFERENCES: dict[RecordKind, dict[str, Reference]] = {
    kinds.RATES: {},
    kinds.COMPANIES: {"parent": Reference(EdgeKind.SUBSIDIARY_OF, kinds.COMPANIES)},
    kinds.DEPARTMENTS: {
        "company": Reference(EdgeKind.DEPARTMENT_OF, kinds.COMPANIES),
        "parent": Reference(EdgeKind.SUBDEPARTMENT_OF, kinds.DEPARTMENTS),
    },
    kinds.PEOPLE: {
        "company": Reference(StoreWord.EMPLOYED_BY, kinds.COMPANIES),
        "department": Reference(EdgeKind.WORKS_IN, kinds.DEPARTMENTS),
    },
    kinds.OPPORTUNITIES: {"company": Reference(EdgeKind.OPPORTUNITY_AT, kinds.COMPANIES)},
    kinds.INTERACTIONS: {
        "company": Reference(EdgeKind.HELD_AT, kinds.COMPANIES),
        "opportunity": Reference(EdgeKind.ABOUT, kinds.OPPORTUNITIES),
    },
    kinds.AGREEMENTS: {"company": Reference(EdgeKind.AGREEMENT_WITH, kinds.COMPANIES)},
}
"""The columns that are edges to one other node; `participants` are PARTICIPATES edges of people."""

EDGE_TYPES: dict[RecordKind, tuple[str, ...]] = {
    kinds.WORKS_IN: (EdgeKind.WORKS_IN,),
    kinds.REPORTS_TO: (EdgeKind.REPORTS_TO, EdgeKind.DOTTED_REPORTS_TO),
    kinds.INFLUENCES: (EdgeKind.INFLUENCES,),
    kinds.CONFLICTS: (EdgeKind.CONFLICTS_WITH,),
    kinds.TIES: (EdgeKind.TIE,),
    kinds.DECISION_ROLES: (EdgeKind.DECISION_ROLE,),
    kinds.POSITIONS: (EdgeKind.POSITION,),
}
"""The kinds that are edges, all from a person."""

EDGE_KINDS: dict[str, RecordKind] = {name: kind for kind, names in EDGE_TYPES.items() for name in names}
"""The kind of record that an edge of a type is."""

FIRST_PROPERTY: dict[RecordKind, int] = {
    kinds.WORKS_IN: 3,
    kinds.REPORTS_TO: 3,
    kinds.INFLUENCES: 2,
    kinds.CONFLICTS: 2,
    kinds.TIES: 2,
    kinds.DECISION_ROLES: 3,
    kinds.POSITIONS: 4,
}
"""The column of an edge's record from which on all are properties that may change."""
