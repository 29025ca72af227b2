"""Rows of records, and the values that go to the server and come back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Table
from graph.stores.neo4j.shapes import EDGE_KINDS, EDGES, ENDS

_LISTS = (ColumnType.ENUMS, ColumnType.KEYS)
_NUMBERS = (ColumnType.MONEY, ColumnType.WEIGHT, ColumnType.RATE)
_LIST_COLUMNS = {
    name: tuple((i, c.type is ColumnType.KEYS) for i, c in enumerate(kind.columns) if c.type in _LISTS)
    for name, kind in RECORD_KINDS.items()
}
_IDENTITY_PLACES = {
    name: tuple(kind.column_names.index(part) for part in kind.identity) for name, kind in RECORD_KINDS.items()
}

_TARGET_COLUMNS = {
    (kind.name, ENDS[kind][column].label): column for kind, shape in EDGES.items() for column in shape.targets
}

EdgeRow = Sequence[Any]
"""What the statements named find_edges_… return of one: id, type, source key, target label and key, properties."""


def whole_rows(table: Table, start: int = 0, stop: int | None = None) -> list[Row]:
    """The rows with all columns of the kind, `None` where they say nothing, values as the server keeps them."""
    count = len(range(table.row_count)[start:stop])
    whole: list[Sequence[Any]] = []
    for column in table.kind.columns:
        values = table.columns[column.name][start:stop] if column.name in table.columns else [None] * count
        if column.type in _LISTS:
            of_set = column.type is ColumnType.KEYS
            values = [_list_to_server(value, of_set) for value in values]
        elif column.type in _NUMBERS:
            values = [float(value) if isinstance(value, int) else value for value in values]
        elif column.default is not None:
            values = [column.default if value is None else value for value in values]
        whole.append(values)
    return list(zip(*whole, strict=True))


def _with(row: Row, index: int, value: Any) -> Row:
    return (*row[:index], value, *row[index + 1 :])


def _list_to_server(members: Sequence[str] | None, of_set: bool) -> list[str] | None:
    if not members:
        return None
    return sorted(set(members)) if of_set else list(members)


def list_columns(kind: Kind[Any]) -> tuple[tuple[int, bool], ...]:
    """Where the lists of a record are, and which of them are sets of keys."""
    return _LIST_COLUMNS[kind.name]


def column_from_server(values: Iterable[Any], is_set: bool) -> list[tuple[str, ...]]:
    """A column of lists as records have it."""
    if is_set:
        return [tuple(sorted(value)) if value else () for value in values]
    return [tuple(value) if value else () for value in values]


def rows_from_columns(kind: Kind[Any], columns: Sequence[Sequence[Any]]) -> Iterator[Row]:
    """The rows of a kind, from a list of values for each column in the order of the record."""
    read = list(columns)
    for index, is_set in list_columns(kind):
        read[index] = column_from_server(read[index], is_set)
    return zip(*read, strict=True)


def row_from_server(kind: Kind[Any], values: Sequence[Any]) -> Row:
    """A row that `whole_rows` would make of the same record: lists as lists, sets in order, empty ones None."""
    row = tuple(values)
    for index, is_set in list_columns(kind):
        row = _with(row, index, _list_to_server(row[index], is_set))
    return row


def row_from_edge(edge: EdgeRow) -> tuple[Kind[Any], Row]:
    """The record that an edge is, as a row of its kind."""
    _, type_name, source, target_label, target, properties = edge
    kind = EDGE_KINDS[type_name]
    said = properties | {kind.identity[0]: source, _TARGET_COLUMNS[kind.name, target_label]: target}
    if word := EDGES[kind].word:
        said[word] = EDGES[kind].words[type_name]
    row = tuple(map(said.get, kind.column_names))
    for index, is_set in list_columns(kind):
        row = _with(row, index, column_from_server([row[index]], is_set)[0])
    return kind, row


def key_of(identity: Sequence[str]) -> str:
    """The key of the node of that identity: of a rate its currency and day, which sort as the key does."""
    return " ".join(identity)


def identity_of(kind: Kind[Any], row: Row) -> Row:
    """The identity of a whole row, with '' for an unknown part: it sorts first, as None does."""
    places = _IDENTITY_PLACES[kind.name]
    return tuple([row[place] or "" for place in places])


def highest_keys(kind: Kind[Any], rows: Collection[Row]) -> list[str]:
    """The keys of companies or departments that stand below none of the others given: all is below these."""
    records = kind.records(rows)
    given = {record.key for record in records}
    return sorted({record.key for record in records if record.parent not in given})
