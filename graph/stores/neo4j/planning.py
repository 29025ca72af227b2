"""What the rows of a write will alter, found out before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.model.kind import Kind
from graph.model.people import TIES
from graph.model.record import Identity, Row
from graph.store import Table
from graph.stores.neo4j.connection import Transaction
from graph.stores.neo4j.finding import find_nodes
from graph.stores.neo4j.references import refuse_incomplete
from graph.stores.neo4j.rows import identity_of, key_of, row_from_edge, row_from_server, whole_rows
from graph.stores.neo4j.shapes import EDGES, LABELS

BATCH_SIZE = 5_000
"""Rows that one statement looks up or writes."""


@dataclass(frozen=True, slots=True)
class Existing:
    """A record that is there, and the id of the edge that it is."""

    row: Row
    id: str | None = None


@dataclass(slots=True)
class Plan:
    """What the tables of one kind alter: rows whole, values as the server keeps them."""

    kind: Kind[Any]
    given_count: int = 0
    created: list[Row] = field(default_factory=list)
    changed: list[tuple[Existing, Row]] = field(default_factory=list)
    """What is there, and what is to be there."""
    altering_count: int = 0
    """Rows that create or change something; several may do so to one record."""


async def make_plan(transaction: Transaction, kind: Kind[Any], tables: Sequence[Table], *, is_empty: bool) -> Plan:
    """The plan for the tables of one kind; BadInput for a new record without a required column.

    `is_empty` says that there is no record of the kind yet, so that none needs to be looked up.
    """
    plan = Plan(kind, sum(table.row_count for table in tables))
    if is_empty and len(tables) == 1:
        rows = whole_rows(tables[0])
        if len({identity_of(kind, row) for row in rows}) == len(rows):
            refuse_incomplete(tables[0], rows)
            plan.created, plan.altering_count = rows, len(rows)
            return plan
    there: dict[Row, Existing] = {}
    wanted: dict[Row, Row] = {}
    for table in tables:
        created = []
        is_named = [name in table.columns for name in kind.column_names]
        for rows in _batches(table):
            if not is_empty:
                there |= await find_existing(transaction, kind, [identity_of(kind, row) for row in rows])
            for row in rows:
                identity = identity_of(kind, row)
                before = wanted.get(identity) or (there[identity].row if identity in there else None)
                if before is None:
                    created.append(row)
                after = row if before is None else _merged(is_named, before, row)
                if after != before:
                    plan.altering_count += 1
                    wanted[identity] = after
        refuse_incomplete(table, created)
    plan.created = [row for identity, row in wanted.items() if identity not in there]
    plan.changed = [
        (there[identity], row)
        for identity, row in wanted.items()
        if identity in there and there[identity].row != row
    ]
    return plan


async def find_existing(
    transaction: Transaction, kind: Kind[Any], identities: Collection[Identity]
) -> dict[Identity, Existing]:
    """Those of the records that are there, by identity as `identity_of` has it; others too, found on the way."""
    if kind in LABELS:
        nodes = await find_nodes(transaction, kind, sorted(set(map(key_of, identities))))
        return {identity_of(kind, row): Existing(row_from_server(kind, row)) for row in nodes}
    # A contact has few ties, an employee may have thousands.
    place, name = (1, "find_edges_into_people") if kind is TIES else (0, "find_edges_of_people")
    keys = sorted({identity[place] for identity in identities})
    (edges,) = await transaction.run_for_one(name, keys=keys, types=EDGES[kind].types)
    existing = (Existing(row_from_server(kind, row_from_edge(edge)[1]), edge[0]) for edge in edges)
    return {identity_of(kind, found.row): found for found in existing}


def _batches(table: Table) -> Iterator[list[Row]]:
    for start in range(0, table.row_count, BATCH_SIZE):
        yield whole_rows(table, start, start + BATCH_SIZE)


def _merged(is_named: list[bool], before: Row, row: Row) -> Row:
    """The record after a row that may say something on some columns only."""
    if all(is_named):
        return row
    return tuple([new if is_new else old for is_new, old, new in zip(is_named, before, row, strict=True)])
