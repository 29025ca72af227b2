"""Rows of a Table into the store.

Into a table that was empty at the start of the write, rows go directly: all there is in the end is new. Else they
wait in a scratch table first, so that those which will alter something are known before anything is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from graph.model.kind import Kind
from graph.store import Progress, Table
from graph.stores.sqlite.columns import placeholders, quoted, rows_to_store, same_identity, statement

_CHUNK = 10_000
_PARAMETER_LIMIT = 999
"""Of one statement: what every build of SQLite takes."""

_WAIT = "INSERT INTO temp.incoming_{kind} ({columns}) VALUES {rows}"

_UPSERT = "INSERT INTO main.{kind} ({columns}) {source} ON CONFLICT ({identity}) DO {action}"

_WAITING = "SELECT {columns} FROM temp.incoming_{kind} WHERE rowid > ? AND rowid <= ?"

_MARK = """
INSERT OR IGNORE INTO temp.altered_{kind} ({identity}, is_new)
SELECT {incoming_identity}, t."{first}" IS NULL
FROM temp.incoming_{kind} AS s
LEFT JOIN main.{kind} AS t ON {same}
WHERE s.rowid > ? AND s.rowid <= ? AND (t."{first}" IS NULL OR {differs})
"""

_PARTICIPATIONS = (
    """
    DELETE FROM participations WHERE interaction IN (SELECT key FROM {altered})
    """,
    # The list as JSON: what separates its members becomes a comma between quotation marks.
    """
    INSERT INTO participations (interaction, person)
    SELECT t.key, part.value
    FROM {altered} AS s
    CROSS JOIN interactions AS t ON t.key = s.key
    CROSS JOIN json_each(
      '["' || replace(replace(replace(t.participants, '\\', '\\\\'), '"', '\\"'), char(31), '","') || '"]'
    ) AS part
    WHERE t.participants IS NOT NULL
    """,
)


@dataclass(slots=True)
class Waiting:
    """Where the rows of one Table wait: scratch rows after `start`, up to `end`."""

    table: Table
    start: int
    end: int


def is_empty(connection: sqlite3.Connection, kind: Kind[Any]) -> bool:
    """Whether there is no record of the kind."""
    return connection.execute(statement("SELECT 1 FROM main.{kind} LIMIT 1", kind=kind.name)).fetchone() is None


def insert_directly(connection: sqlite3.Connection, table: Table, progress: Progress) -> int:
    """Upserts the rows; returns how many of them altered something."""
    return _execute_rows(connection, partial(upsert_of, table), table, progress)


def keep_waiting(connection: sqlite3.Connection, table: Table, progress: Progress) -> Waiting:
    """Takes the rows in without writing them, and marks the identities of those that will alter something."""
    kind = table.kind
    start = _last_waiting(connection, kind)
    _execute_rows(connection, partial(_wait_of, table), table, progress)
    waiting = Waiting(table, start, _last_waiting(connection, kind))
    others = [name for name in table.columns if name not in kind.identity]
    mark = statement(
        _MARK,
        kind=kind.name,
        identity=quoted(kind.identity),
        incoming_identity=quoted(kind.identity, "s."),
        first=kind.identity[0],
        same=same_identity(kind, "t", "s"),
        differs=_differ(others, "t.", "s."),
    )
    connection.execute(mark, (waiting.start, waiting.end))
    return waiting


def insert_waiting(connection: sqlite3.Connection, waiting: Waiting) -> int:
    """Upserts the rows that waited; returns how many of them altered something."""
    table = waiting.table
    source = statement(_WAITING, columns=quoted(table.columns), kind=table.kind.name)
    before = connection.total_changes
    connection.execute(_upsert(table, source), (waiting.start, waiting.end))
    return connection.total_changes - before


def keep_participations(connection: sqlite3.Connection, altered: str) -> None:
    """Brings the table of participations to what the altered interactions say."""
    for command in _PARTICIPATIONS:
        connection.execute(statement(command, altered=altered))


def upsert_of(table: Table, row_count: int) -> str:
    """The statement that upserts that many rows of the table, whose values are its parameters."""
    return _upsert(table, statement("VALUES {rows}", rows=_parameters(table, row_count)))


def _wait_of(table: Table, row_count: int) -> str:
    rows = _parameters(table, row_count)
    return statement(_WAIT, kind=table.kind.name, columns=quoted(table.columns), rows=rows)


def _parameters(table: Table, row_count: int) -> str:
    return ", ".join([f"({placeholders(table.kind, table.columns)})"] * row_count)


def _upsert(table: Table, source: str) -> str:
    kind = table.kind
    others = [name for name in table.columns if name not in kind.identity]
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in others)
    differs = _differ(others, f"{kind.name}.", "excluded.")
    return statement(
        _UPSERT,
        kind=kind.name,
        columns=quoted(table.columns),
        source=source,
        identity=quoted(kind.identity),
        action=f"UPDATE SET {settings} WHERE {differs}" if others else "NOTHING",
    )


def _differ(columns: list[str], left: str, right: str) -> str:
    return f"({quoted(columns, left)}) IS NOT ({quoted(columns, right)})" if columns else "false"


def _last_waiting(connection: sqlite3.Connection, kind: Kind[Any]) -> int:
    command = statement("SELECT coalesce(max(rowid), 0) FROM temp.incoming_{kind}", kind=kind.name)
    return int(connection.execute(command).fetchone()[0])


def _execute_rows(
    connection: sqlite3.Connection, command_of: Callable[[int], str], table: Table, progress: Progress
) -> int:
    """Many rows a statement: starting one takes longer than a row. What is left over goes one by one."""
    before = connection.total_changes
    total = table.row_count
    group = _PARAMETER_LIMIT // len(table.columns)
    chunk = _CHUNK // group * group
    for start in range(0, total, chunk):
        rows = rows_to_store(table, start, start + chunk)
        grouped = len(rows) // group * group
        if grouped:
            values = (list(chain.from_iterable(rows[at : at + group])) for at in range(0, grouped, group))
            connection.executemany(command_of(group), values)
        connection.executemany(command_of(1), rows[grouped:])
        progress(table.kind.name, start + len(rows), total)
    return connection.total_changes - before
