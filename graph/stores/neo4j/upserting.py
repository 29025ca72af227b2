"""A plan into the graph, batch by batch: what is new is created, what differs is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from graph.model.kind import Kind
from graph.model.record import Row
from graph.search_text import search_text
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.planning import BATCH_SIZE, Plan
from graph.stores.neo4j.references import refuse_missing, require_references
from graph.stores.neo4j.rows import identity_of, key_of
from graph.stores.neo4j.shapes import EDGES, LABELS

_T = TypeVar("_T")

Written = Callable[[int], None]
"""Called with the number of further rows that are written."""


async def carry_out(transaction: Transaction, plan: Plan, written: Written) -> None:
    """Writes what the plan says. BadInput for a reference that names nothing."""
    kind = plan.kind
    for rows in _batches(plan.created):
        await _create(transaction, kind, rows)
        written(len(rows))
    if kind in LABELS:
        # A parent may be created after the child.
        children = [row for row in plan.created if _parent(kind, row) is not None]
        await _change_nodes(transaction, kind, [*children, *(after for _, after in plan.changed)])
    else:
        await _change_edges(transaction, plan)
    written(len(plan.changed))


async def _create(transaction: Transaction, kind: Kind[Any], rows: Sequence[Row]) -> None:
    if kind in LABELS:
        await _write(transaction, f"write_{kind.name}", kind, rows)
        return
    shape = EDGES[kind]
    for edge_type in shape.types:
        of_type = rows
        if shape.word is not None:
            place = kind.column_names.index(shape.word)
            of_type = [row for row in rows if row[place] == shape.words[edge_type]]
        if of_type:
            await _write(transaction, f"write_{edge_type.lower()}", kind, of_type)


async def _change_nodes(transaction: Transaction, kind: Kind[Any], changed: Sequence[Row]) -> None:
    for rows in _batches(changed):
        await _write(transaction, f"change_{kind.name}", kind, rows)


async def _change_edges(transaction: Transaction, plan: Plan) -> None:
    kind = plan.kind
    may_change = [(place, column) for place, column in enumerate(kind.columns) if column.name not in kind.identity]
    if plan.changed and any(column.refers_to for _, column in may_change):
        await require_references(transaction, kind, [after for _, after in plan.changed])
    for pairs in _batches(plan.changed):
        changes = {
            before.id: {column.name: after[place] for place, column in may_change} for before, after in pairs
        }
        await transaction.run("change_edges", changes=changes)


async def _write(transaction: Transaction, name: str, kind: Kind[Any], rows: Sequence[Row]) -> None:
    (written_count,) = await transaction.run_for_one(name, rows=_named(kind, rows))
    if written_count != len(rows):
        await refuse_missing(transaction, kind, rows)


def _named(kind: Kind[Any], rows: Sequence[Row]) -> list[dict[str, Any]]:
    """What a row says, by column; with the key of a node that has none, and what it is searched in."""
    named = [dict(zip(kind.column_names, row, strict=True)) for row in rows]
    if kind in LABELS and "key" not in kind.column_names:
        for values, row in zip(named, rows, strict=True):
            values["key"] = key_of(identity_of(kind, row))
    if kind.searched:
        for values in named:
            values["search_text"] = search_text(*(values[column] for column in kind.searched))
    return named


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), BATCH_SIZE):
        yield items[start : start + BATCH_SIZE]


def _parent(kind: Kind[Any], row: Row) -> str | None:
    has_parent = "parent" in kind.column_names
    return row[kind.column_names.index("parent")] if has_parent else None
