"""Inputs of the mutations, made from the columns of `graph.records`: what can be recorded can be written.

A column that is left out stays as it is in the store; null clears it. What identifies a record is required.
"""

from __future__ import annotations

import types
from datetime import date
from typing import Any, NamedTuple

import strawberry
from strawberry.types.base import get_object_definition

from api.types import edges, nodes, rates
from graph import records
from graph.model.words import ReportingKind
from graph.record_kind import Column, ColumnType, RecordKind
from graph.records import RECORD_KINDS

TYPES: dict[str, type[Any]] = {
    **{node.KIND.name: node for node in (nodes.Company, nodes.Department, nodes.Person, nodes.Opportunity)},
    records.INTERACTIONS.name: nodes.Interaction,
    records.AGREEMENTS.name: nodes.Agreement,
    records.WORKS_IN.name: edges.Employment,
    records.REPORTS_TO.name: edges.ReportingLine,
    records.INFLUENCES.name: edges.Influence,
    records.CONFLICTS.name: edges.Conflict,
    records.TIES.name: edges.Tie,
    records.DECISION_ROLES.name: edges.DecisionRole,
    records.POSITIONS.name: edges.Position,
    records.RATES.name: rates.Rate,
}
"""The GraphQL type that shows the records of each kind."""

_PYTHON_TYPES: dict[ColumnType, Any] = {
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


class Argument(NamedTuple):
    """One column as an argument or input field."""

    name: str
    type: Any
    default: Any
    """`UNSET` when it may be left out, `REQUIRED` when it may not."""
    description: str


REQUIRED = object()


def argument(kind: RecordKind, column: Column) -> Argument:
    """The column as an input: typed, described as its output is, required when it identifies the record."""
    is_required = column.is_required and column.name in kind.identity
    base = _type_of(column)
    default: Any = REQUIRED if is_required else strawberry.UNSET
    if column.words is ReportingKind:
        default = ReportingKind.SOLID
    description = _description(kind, column)
    if column.is_required and not is_required:
        description += " Needed for a new record."
    return Argument(column.name, base if is_required else base | None, default, description)


def upsert_input(kind: RecordKind) -> type[Any]:
    """The input type that writes a record of the kind."""
    name = f"{TYPES[kind.name].__name__}Input"
    namespace: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for column in kind.columns:
        made = argument(kind, column)
        namespace["__annotations__"][made.name] = made.type
        namespace[made.name] = (
            strawberry.field(description=made.description)
            if made.default is REQUIRED
            else strawberry.field(description=made.description, default=made.default)
        )
    made_type = types.new_class(name, (), {}, lambda into: into.update(namespace))
    described = f"A record of `{kind.name}`: what is left out stays as it is, null clears it."
    return strawberry.input(made_type, name=name, description=described)


def _type_of(column: Column) -> Any:
    if column.type is ColumnType.ENUM:
        return column.words
    if column.type is ColumnType.ENUMS:
        return list[column.words]  # type: ignore[name-defined]
    return _PYTHON_TYPES[column.type]


def _description(kind: RecordKind, column: Column) -> str:
    """What the output field of that name says; a reference is said to be a key."""
    definition = get_object_definition(TYPES[kind.name], strict=True)
    described = next(field.description for field in definition.fields if field.python_name == column.name)
    text = described or ""
    if column.refers_to is None:
        return text
    return (
        f"{text.removesuffix('.')}: {'keys' if column.type is ColumnType.KEYS else 'a key'} of {column.refers_to}."
    )


INPUTS: dict[str, type[Any]] = {name: upsert_input(kind) for name, kind in RECORD_KINDS.items()}
