"""How the records of a kind lie in its table, and how rows go in and come out.

The table of a kind has its name, and a column for each field. The few differences between a record and its row:
an unknown part of an identity is '' (see the schema), a list is one text, a flag 0 or 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graph.model.cell import ColumnType
from graph.model.kind import Kind, R
from graph.model.record import Row
from graph.store import Table

LIST_SEPARATOR = "\x1f"
"""Separates the members of a list; keys and enumeration members hold no control characters."""


def statement(template: str, /, **names: str) -> str:
    """The SQL with its {places} filled. For names of tables and columns only: values are always parameters."""
    return template.format_map(names)


def quoted(names: Iterable[str], alias: str = "") -> str:
    """Column names for a statement, separated by commas."""
    return ", ".join(f'{alias}"{name}"' for name in names)


def same_identity(kind: Kind[Any], left: str, right: str) -> str:
    """The condition that two rows of the kind have one identity."""
    return " AND ".join(f'{left}."{name}" = {right}."{name}"' for name in kind.identity)


def optional_identity(kind: Kind[Any]) -> frozenset[str]:
    """The parts of the identity that may be unknown."""
    return frozenset(name for name in kind.identity if not kind.column(name).is_required)


def selected(kind: Kind[Any], alias: str = "t") -> str:
    """The columns of a record, in its order, for a SELECT."""
    optional = optional_identity(kind)
    return ", ".join(
        f"nullif({alias}.\"{name}\", '')" if name in optional else f'{alias}."{name}"'
        for name in kind.column_names
    )


def places(kind: Kind[Any], columns: Sequence[str]) -> str:
    """The columns by their number in `selected`, for the ORDER BY of several SELECTs."""
    return ", ".join(str(kind.column_names.index(name) + 1) for name in columns)


def looked_up(kind: Kind[Any], column: str, alias: str = "t") -> str:
    """The column as a condition compares it with known values: the generated one where an index has that."""
    if column not in optional_identity(kind):
        return f'{alias}."{column}"'
    if kind.column(column).refers_to is not None:
        return f'{alias}."{column}_ref"'
    return f"nullif({alias}.\"{column}\", '')"


def placeholders(kind: Kind[Any], columns: Iterable[str]) -> str:
    """A parameter for each of the columns."""
    optional = optional_identity(kind)
    return ", ".join("coalesce(?, '')" if name in optional else "?" for name in columns)


def stored_identity(identity: Iterable[Any]) -> tuple[Any, ...]:
    """An identity as the table has it."""
    return tuple("" if part is None else part for part in identity)


def _join_set(members: Sequence[str]) -> str:
    return LIST_SEPARATOR.join(sorted(set(members)))


def _split(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split(LIST_SEPARATOR)) if joined is not None else ()


def _flag(number: int | None) -> bool | None:
    return None if number is None else bool(number)


_INTO: dict[ColumnType, Callable[[Sequence[str]], str]] = {
    ColumnType.ENUMS: LIST_SEPARATOR.join,
    ColumnType.KEYS: _join_set,
}
_OUT: dict[ColumnType, Callable[[Any], Any]] = {
    ColumnType.ENUMS: _split,
    ColumnType.KEYS: _split,
    ColumnType.FLAG: _flag,
}


def rows_to_store(table: Table, start: int = 0, stop: int | None = None) -> list[Row]:
    """The rows of the table from one place to another, with their lists as the store has them."""
    columns = []
    for name, values in table.columns.items():
        join = _INTO.get(table.kind.column(name).type)
        some = values[start:stop]
        columns.append(some if join is None else [join(value) if value else None for value in some])
    return list(zip(*columns, strict=True))


def records_from_store(kind: Kind[R], rows: list[Row]) -> list[R]:
    """The records that a SELECT of `selected` gave."""
    for index, column in enumerate(kind.columns):
        convert = _OUT.get(column.type)
        if convert is not None:
            rows = [(*row[:index], convert(row[index]), *row[index + 1 :]) for row in rows]
    return kind.records(rows)
