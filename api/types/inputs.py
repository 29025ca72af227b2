"""Inputs of the mutations, made from the columns of `graph.model`: what can be recorded can be written.

A column that is left out stays as it is in the store; null clears it. What identifies a record is required.
"""

from __future__ import annotations

import types
from typing import Any, NamedTuple

import strawberry

from api.types.record_types import given_type
from graph.model.column import Column
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS


class Argument(NamedTuple):
    """One column as an argument or input field."""

    name: str
    type: Any
    default: Any
    """`UNSET` when it may be left out, `REQUIRED` when it may not."""
    description: str


REQUIRED = object()


def argument(kind: Kind[Any], column: Column) -> Argument:
    """The column as an input: typed, described as its output is, required when it identifies the record."""
    is_required = column.is_required and column.name in kind.identity
    base = given_type(column)
    default: Any = REQUIRED if is_required else strawberry.UNSET
    if column.default:
        default = column.default
    description = _description(column)
    if column.is_required and not is_required:
        description += " Needed for a new record."
    return Argument(column.name, base if is_required else base | None, default, description)


def upsert_input(kind: Kind[Any]) -> type[Any]:
    """The input type that writes a record of the kind."""
    name = f"{kind.record.__name__}Input"
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


def _description(column: Column) -> str:
    """What the output field of that name says; a reference is said to be a key."""
    if column.refers_to is None:
        return column.meaning
    keys = "keys" if column.holds_many else "a key"
    return f"{column.meaning.removesuffix('.')}: {keys} of {column.refers_to}."


INPUTS: dict[str, type[Any]] = {name: upsert_input(kind) for name, kind in RECORD_KINDS.items()}
