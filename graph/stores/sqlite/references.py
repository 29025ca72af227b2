"""What keeps a write from being committed: keys that name nothing, and records without a required column."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from graph.errors import BadInput, Problem
from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Table
from graph.stores.sqlite.columns import same_identity, statement

_DANGLING = """
SELECT DISTINCT t."{column}" FROM {table} AS t
WHERE t."{column}" <> '' AND NOT EXISTS (SELECT 1 FROM {target} AS node WHERE node.key = t."{column}")
ORDER BY 1
"""

_LACKING = """
SELECT DISTINCT t."{first}" FROM {altered} AS s JOIN {table} AS t ON {same}
WHERE t."{column}" IS NULL
ORDER BY 1
"""


def refuse_incomplete(connection: sqlite3.Connection, tables: Iterable[tuple[Table, str]]) -> None:
    """BadInput when a row of a Table that does not name a required column made a new record."""
    problems = []
    for table, altered in tables:
        kind = table.kind
        for column in kind.columns:
            if not column.is_required or column.name in table.columns:
                continue
            command = statement(
                _LACKING,
                first=kind.identity[0],
                altered=altered,
                table=kind.name,
                same=same_identity(kind, "t", "s"),
                column=column.name,
            )
            expected = Told(f"a new record needs the column {column.name}", f"新记录须有 {column.name} 列")
            for (key,) in connection.execute(command):
                problems.append(Problem(kind.name, None, kind.identity[0], key, expected))
    if problems:
        raise BadInput(problems)


def dangling_references(connection: sqlite3.Connection) -> list[Problem]:
    """Every reference to a key that is not there. Cost: one pass over the whole store."""
    problems = []
    for kind in RECORD_KINDS.values():
        for column in kind.columns:
            if column.refers_to is None:
                continue
            is_set = column.type is ColumnType.KEYS
            table, name = ("participations", "person") if is_set else (kind.name, column.name)
            command = statement(_DANGLING, table=table, column=name, target=column.refers_to)
            expected = Told(f"a key of {column.refers_to}", f"应为 {column.refers_to} 中的编号")
            for (key,) in connection.execute(command):
                problems.append(Problem(kind.name, None, column.name, key, expected))
    return problems
