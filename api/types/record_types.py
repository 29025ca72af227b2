"""GraphQL types of records, made from their declarations: a field for each column, with what it means.

A class says only what its declaration does not: lists of what refers to a node, and what holds today.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import GenericAlias
from typing import Any, ClassVar, TypeVar, get_type_hints

import strawberry

from api.types import node_refs
from api.types.record_fields import NODE_TYPES, edge_end, of_column, of_today
from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.edge import Edge
from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.model.record_kinds import RECORD_KINDS

T = TypeVar("T")

_GIVEN: dict[ColumnType, Any] = {
    ColumnType.KEY: strawberry.ID,
    ColumnType.KEYS: list[strawberry.ID],
    ColumnType.TEXT: str,
    ColumnType.CURRENCY: str,
    ColumnType.DATE: date,
    ColumnType.WEIGHT: float,
    ColumnType.MONEY: float,
    ColumnType.RATE: float,
    ColumnType.SCALE: int,
    ColumnType.TRUST: int,
    ColumnType.FLAG: bool,
}

_NODES: dict[str, Any] = {
    COMPANIES.name: node_refs.CompanyRef,
    DEPARTMENTS.name: node_refs.DepartmentRef,
    PEOPLE.name: node_refs.PersonRef,
    OPPORTUNITIES.name: node_refs.OpportunityRef,
}

Field = tuple[Any, Any]
"""The type of a field, and the field."""


class Node:
    """What is at hand of a node; its record is read when something of it is selected."""

    KIND: ClassVar[Kind[Any]]
    key: strawberry.ID
    record: strawberry.Private[Any]


N = TypeVar("N", bound=Node)


def node_type(
    kind: Kind[Any],
    *,
    first: Sequence[str] = (),
    today: Sequence[str] = (),
    behind: Mapping[str, str] | None = None,
) -> Callable[[type[N]], type[N]]:
    """Makes the GraphQL type of a kind of node.

    The columns `first` are shown before the others; `today` are those that a person's history may tell. Fields of
    the class come last, but for those that `behind` puts behind a column.
    """
    fields: dict[str, Field] = {
        "key": (strawberry.ID, strawberry.field(description=kind.column("key").meaning)),
        "record": (get_type_hints(Node, include_extras=True)["record"], None),
    }
    for column in sorted(kind.columns, key=lambda column: column.name not in first):
        if column.name in today:
            fields[column.name] = _type_of(column) | None, of_today(column)
        elif column.name != "key":
            fields[column.name] = _nullable(column), of_column(column)

    def made(shown: type[N]) -> type[N]:
        shown.KIND = kind
        NODE_TYPES[kind.name] = shown
        return _shown(kind, shown, fields, behind or {})

    return made


def edge_type(kind: Kind[Any]) -> Callable[[type[T]], type[T]]:
    """Makes the GraphQL type of a kind whose records are shown as they are."""
    in_common = Edge.fields if kind.is_edge else ()
    fields: dict[str, Field] = {}
    for column in sorted(kind.columns, key=lambda column: column.name not in in_common):
        end = column.refers_to
        field = (
            strawberry.field(description=column.meaning)
            if end is None
            else edge_end(column.name, RECORD_KINDS[end], column.meaning)
        )
        fields[column.name] = _nullable(column), field
    return lambda shown: _shown(kind, shown, fields, {})


def _shown(kind: Kind[Any], shown: type[T], fields: Mapping[str, Field], behind: Mapping[str, str]) -> type[T]:
    own = inspect.get_annotations(shown)
    annotations: dict[str, Any] = {}
    for name, (of, field) in fields.items():
        if name not in vars(shown):
            annotations[name] = of
            setattr(shown, name, field)
        annotations |= {other: own[other] for other, column in behind.items() if column == name}
    shown.__annotations__ = annotations | {name: of for name, of in own.items() if name not in behind}
    return strawberry.type(shown, description=" ".join((kind.record.__doc__ or "").split()))


def given_type(column: Column) -> Any:
    """The type of a value of the column as it is given: of a reference the key."""
    if column.words is None:
        return _GIVEN[column.type]
    return GenericAlias(list, (column.words,)) if column.holds_many else column.words


def _type_of(column: Column) -> Any:
    if column.refers_to is None:
        return given_type(column)
    one = _NODES[column.refers_to]
    return GenericAlias(list, (one,)) if column.holds_many else one


def _nullable(column: Column) -> Any:
    return _type_of(column) | None if column.is_nullable else _type_of(column)
