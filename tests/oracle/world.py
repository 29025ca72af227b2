"""A world: everything recorded, as plain lists of records by the name of their kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.model.record_kinds import RECORD_KINDS
from graph.store import Table

World = dict[str, list[Any]]
"""Name of a record kind (`people`, `ties`, …) -> its records, all kinds present."""


def empty_world() -> World:
    """A world in which nothing is recorded."""
    return {name: [] for name in RECORD_KINDS}


def world_of(**records: list[Any]) -> World:
    """A world with the records of the kinds named and nothing else."""
    unknown = set(records) - set(RECORD_KINDS)
    if unknown:
        raise KeyError(f"no such record kind: {', '.join(sorted(unknown))}")
    return {**empty_world(), **records}


def tables_of(world: World) -> list[Table]:
    """One table with all columns for every kind that has records, what is referred to first."""
    return [
        Table.of_rows(kind, kind.column_names, [tuple(record) for record in world[name]])
        for name, kind in RECORD_KINDS.items()
        if world[name]
    ]


def world_from(tables: Iterable[Table]) -> World:
    """The records that the tables spell out; columns that a table does not name keep the record's default."""
    world = empty_world()
    for table in tables:
        for row in table.rows():
            world[table.kind.name].append(table.kind.record(**dict(zip(table.columns, row, strict=True))))
    return world


def by_key(world: World, kind: str) -> dict[str, Any]:
    """The records of a kind of node by their key."""
    return {record.key: record for record in world[kind]}
