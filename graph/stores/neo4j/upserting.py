"""A plan into the graph, batch by batch: what is new is created, what differs is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from graph import records as kinds
from graph.model.words import ReportingKind
from graph.record_kind import RecordKind, Row
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.planning import BATCH_SIZE, Plan
from graph.stores.neo4j.references import refuse_missing, require_references
from graph.stores.neo4j.searching import with_search_texts
from graph.stores.neo4j.shapes import FIRST_PROPERTY, LABELS

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


async def _create(transaction: Transaction, kind: RecordKind, rows: Sequence[Row]) -> None:
    groups: dict[str, Sequence[Row]]
    if kind is kinds.REPORTS_TO:
        solid = [row for row in rows if row[2] == ReportingKind.SOLID]
        dotted = [row for row in rows if row[2] != ReportingKind.SOLID]
        groups = {"write_reports_to": solid, "write_dotted_reports_to": dotted}
    else:
        groups = {f"write_{kind.name}": rows}
    for name, group in groups.items():
        if group:
            await _write(transaction, name, kind, group)


async def _change_nodes(transaction: Transaction, kind: RecordKind, changed: Sequence[Row]) -> None:
    for rows in _batches(changed):
        await _write(transaction, f"change_{kind.name}", kind, rows)


async def _change_edges(transaction: Transaction, plan: Plan) -> None:
    first = FIRST_PROPERTY[plan.kind]
    names = plan.kind.column_names[first:]
    if plan.kind is kinds.POSITIONS and plan.changed:
        await require_references(transaction, plan.kind, [after for _, after in plan.changed])
    for pairs in _batches(plan.changed):
        changes = {before.id: dict(zip(names, after[first:], strict=True)) for before, after in pairs}
        await transaction.run("change_edges", changes=changes)


async def _write(transaction: Transaction, name: str, kind: RecordKind, rows: Sequence[Row]) -> None:
    (written_count,) = await transaction.run_for_one(name, rows=with_search_texts(kind, rows))
    if written_count != len(rows):
        await refuse_missing(transaction, kind, rows)


def _batches(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), BATCH_SIZE):
        yield items[start : start + BATCH_SIZE]


def _parent(kind: RecordKind, row: Row) -> str | None:
    has_parent = "parent" in kind.column_names
    return row[kind.column_names.index("parent")] if has_parent else None
