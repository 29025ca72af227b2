"""How records lie in the graph: labels, relationship types, and where each column of a record is.

A node has its label, its key and what its record says; references are edges. A person's company and department
are an EMPLOYED_BY and a WORKS_IN without properties. An employment of its history is a WORKS_IN to the department,
or to the company when no department is known; its property `company` tells it from the other. The competitor that
a position leans to is a property. The key of a rate is its currency and day, as "USD 2026-11-01". Dates are
ISO 8601 text, as in the records; what is unknown is no property.

Statements that follow from this are written by `make generate`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.companies import AGREEMENTS, COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.exchange_rates import RATES
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.model.record_kinds import RECORD_KINDS
from graph.model.words import EdgeKind, NodeKind, ReportingKind
from graph.stores.neo4j.labels import StoreWord

LABELS: dict[Kind[Any], str] = {
    COMPANIES: NodeKind.COMPANY,
    DEPARTMENTS: NodeKind.DEPARTMENT,
    PEOPLE: NodeKind.PERSON,
    OPPORTUNITIES: NodeKind.OPPORTUNITY,
    INTERACTIONS: NodeKind.INTERACTION,
    AGREEMENTS: NodeKind.AGREEMENT,
    RATES: StoreWord.RATE,
}
"""The kinds that are nodes."""

REFERENCES: dict[Kind[Any], dict[str, str]] = {
    COMPANIES: {"parent": EdgeKind.SUBSIDIARY_OF},
    DEPARTMENTS: {"company": EdgeKind.DEPARTMENT_OF, "parent": EdgeKind.SUBDEPARTMENT_OF},
    PEOPLE: {"company": StoreWord.EMPLOYED_BY, "department": EdgeKind.WORKS_IN},
    OPPORTUNITIES: {"company": EdgeKind.OPPORTUNITY_AT},
    INTERACTIONS: {
        "participants": EdgeKind.PARTICIPATES,
        "company": EdgeKind.HELD_AT,
        "opportunity": EdgeKind.ABOUT,
    },
    AGREEMENTS: {"company": EdgeKind.AGREEMENT_WITH},
    RATES: {},
}
"""The type of edge that a column of a node is: from the node, but from the people to what they participate in."""


@dataclass(frozen=True, slots=True)
class EdgeShape:
    """A kind that is edges, all from the person of the first column."""

    types: tuple[str, ...]
    targets: tuple[str, ...]
    """The columns that name where an edge leads: to the first of them that is known."""
    kept: tuple[str, ...] = ()
    """Those of them that are properties too."""
    word: str | None = None
    """The column that is no property, because the type of the edge says it."""
    words: dict[str, str] = field(default_factory=dict)
    """What that column says, by the type."""


EDGES: dict[Kind[Any], EdgeShape] = {
    WORKS_IN: EdgeShape((EdgeKind.WORKS_IN,), ("department", "company"), kept=("company",)),
    REPORTS_TO: EdgeShape(
        (EdgeKind.REPORTS_TO, EdgeKind.DOTTED_REPORTS_TO),
        ("manager",),
        word="kind",
        words={
            EdgeKind.REPORTS_TO: str(ReportingKind.SOLID),
            EdgeKind.DOTTED_REPORTS_TO: str(ReportingKind.DOTTED),
        },
    ),
    INFLUENCES: EdgeShape((EdgeKind.INFLUENCES,), ("influenced",)),
    CONFLICTS: EdgeShape((EdgeKind.CONFLICTS_WITH,), ("other",)),
    TIES: EdgeShape((EdgeKind.TIE,), ("contact",)),
    DECISION_ROLES: EdgeShape((EdgeKind.DECISION_ROLE,), ("opportunity",)),
    POSITIONS: EdgeShape((EdgeKind.POSITION,), ("opportunity", "company")),
}
"""The kinds that are edges."""

EDGE_KINDS: dict[str, Kind[Any]] = {name: kind for kind, shape in EDGES.items() for name in shape.types}
"""The kind of record that an edge of a type is."""


@dataclass(frozen=True, slots=True)
class End:
    """A column that names nodes, with the label that they have."""

    column: str
    label: str
    is_required: bool
    is_list: bool


def _ends(kind: Kind[Any]) -> dict[str, End]:
    return {
        column.name: End(
            column.name,
            LABELS[RECORD_KINDS[column.refers_to]],
            column.is_required,
            column.type is ColumnType.KEYS,
        )
        for column in kind.columns
        if column.refers_to is not None
    }


ENDS: dict[Kind[Any], dict[str, End]] = {kind: _ends(kind) for kind in RECORD_KINDS.values()}
"""Every column that names nodes, an edge's source too."""


def _is_property(kind: Kind[Any], column: Column) -> bool:
    if kind in LABELS:
        return column.name not in ("key", *REFERENCES[kind])
    shape = EDGES[kind]
    elsewhere = (kind.identity[0], shape.word, *shape.targets)
    return column.name not in elsewhere or column.name in shape.kept


PROPERTIES: dict[Kind[Any], tuple[str, ...]] = {
    kind: tuple(column.name for column in kind.columns if _is_property(kind, column))
    for kind in RECORD_KINDS.values()
}
"""The columns that are properties of the node beside its key, or of the edge."""


def _edge_targets() -> dict[str, list[str]]:
    types: dict[str, list[str]] = defaultdict(list)
    for name, kind in EDGE_KINDS.items():
        for column in EDGES[kind].targets:
            if column not in EDGES[kind].kept:
                types[ENDS[kind][column].label].append(name)
    return dict(types)


EDGE_TARGETS: dict[str, list[str]] = _edge_targets()
"""By label, the types of edges that are found by the node that they lead to."""


def _reference_targets() -> dict[str, list[str]]:
    types: dict[str, list[str]] = defaultdict(list)
    for kind, columns in REFERENCES.items():
        for column, name in columns.items():
            if not ENDS[kind][column].is_list:
                types[ENDS[kind][column].label].append(name)
    return dict(types)


REFERENCE_TARGETS: dict[str, list[str]] = _reference_targets()
"""By label, the types of edges to such nodes that columns of other nodes are."""
