"""Fields that show records: a column, the node that a column refers to, the records that refer to a node.

GraphQL nodes know their key; everything else is read through the loaders when it is selected, so `{ key }` reads
nothing. GraphQL edges are the records themselves.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import strawberry

from api.context import Context
from graph.errors import NotInGraph
from graph.model.column import Column
from graph.model.companies import DEPARTMENTS
from graph.model.kind import Kind
from graph.model.people import WORKS_IN, Employment
from graph.model.record_kinds import RECORD_KINDS
from graph.workplace import employment_on

NODE_TYPES: dict[str, type[Any]] = {}
"""The GraphQL type of each node kind, by the record kind's name; `api.types.nodes` fills it."""


def node(kind: Kind[Any], key: str | None) -> Any:
    """The GraphQL node of that key, unread; None for no key."""
    return None if key is None else NODE_TYPES[kind.name](key=key)


def of_column(column: Column) -> Any:
    """A column of the node's record, or the nodes that it refers to."""

    def resolve(root: Any, info: strawberry.Info[Context, None]) -> Any:
        return shown(column, root.record) if root.record is not None else read(root, info)

    async def read(root: Any, info: strawberry.Info[Context, None]) -> Any:
        return shown(column, await record_of(root, info))

    return strawberry.field(resolver=resolve, description=column.meaning)


def shown(column: Column, record: Any) -> Any:
    """What the record says there: a value, a node, or nodes."""
    value = getattr(record, column.name)
    if column.refers_to is None:
        return value
    kind = RECORD_KINDS[column.refers_to]
    return [node(kind, key) for key in value] if column.holds_many else node(kind, value)


def related(kind: Kind[Any], columns: tuple[str, ...], description: str) -> Any:
    """The records of a kind that refer to the node by one of the columns; nodes or edges."""

    async def resolve(root: Any, info: strawberry.Info[Context, None]) -> Any:
        found: list[Any] = []
        for name in columns:
            found += await info.context.loaders.related(kind, name, root.key)
        node_type = NODE_TYPES.get(kind.name)
        return [node_type(key=record.key, record=record) for record in found] if node_type else found

    return strawberry.field(resolver=resolve, description=description)


def edge_end(name: str, kind: Kind[Any], description: str, shown_as: str | None = None) -> Any:
    """The node at one end of an edge; the edge is a record, or an answer that holds the key.

    `shown_as` is the GraphQL name, where it is another one.
    """

    def resolve(root: Any) -> Any:
        return node(kind, getattr(root, name))

    return strawberry.field(resolver=resolve, description=description, name=shown_as)


def edge_ends(name: str, kind: Kind[Any], description: str) -> Any:
    """The nodes whose keys a column or a field of an answer lists."""

    def resolve(root: Any) -> Any:
        return [node(kind, key) for key in getattr(root, name)]

    return strawberry.field(resolver=resolve, description=description)


def of_today(column: Column) -> Any:
    """The same of where a person works today, by their history when they have one."""

    async def resolve(root: Any, info: strawberry.Info[Context, None]) -> Any:
        employment = await place_today(root, info)
        return None if employment is None else shown(column, employment)

    return strawberry.field(resolver=resolve, description=column.meaning)


async def place_today(root: Any, info: strawberry.Info[Context, None]) -> Employment | None:
    """The employment that holds today; None before the first one of a history."""
    person = await record_of(root, info)
    history = await info.context.loaders.related(WORKS_IN, "person", root.key)
    return employment_on(person, history, date.today().isoformat())


async def line_of(department: str | None, info: strawberry.Info[Context, None]) -> str | None:
    """The line of the department, or of the nearest one above that has one."""
    while department is not None:
        found = await info.context.loaders.node(DEPARTMENTS, department)
        if found is None or found.line is not None:
            return None if found is None else str(found.line)
        department = found.parent
    return None


async def record_of(root: Any, info: strawberry.Info[Context, None]) -> Any:
    """The node's record; NotInGraph when it has gone."""
    if root.record is None:
        root.record = await info.context.loaders.node(root.KIND, root.key)
        if root.record is None:
            raise NotInGraph(type(root).__name__.lower(), root.key)
    return root.record
