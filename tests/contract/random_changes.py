"""Random writes over a small world of keys, so that they meet, repeat and collide."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.kind import Kind
from graph.model.record import as_dict
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Delete, Table
from tests.contract.model import Model

_KEYS = {
    "companies": [f"c{number}" for number in range(6)],
    "departments": [f"d{number}" for number in range(4)],
    "people": [f"p{number}" for number in range(7)],
    "opportunities": ["o0", "o1"],
    "interactions": ["i0", "i1", "i2"],
    "agreements": ["a0", "a1"],
}
_DATES = st.sampled_from([None, None, "2025-01-01", "2026-01-01"])
_VALUES: dict[ColumnType, st.SearchStrategy[Any]] = {
    ColumnType.TEXT: st.sampled_from([None, "x", "中文"]),
    ColumnType.DATE: _DATES,
    ColumnType.WEIGHT: st.sampled_from([0.5, 1.0]),
    ColumnType.MONEY: st.sampled_from([None, 0.0, 10.5]),
    ColumnType.RATE: st.sampled_from([0.125, 8.0]),
    ColumnType.CURRENCY: st.sampled_from([None, "EUR", "USD"]),
    ColumnType.SCALE: st.sampled_from([None, 1, 5]),
    ColumnType.TRUST: st.sampled_from([None, 1, 2]),
    ColumnType.FLAG: st.sampled_from([None, True, False]),
}
_SIDES = st.sampled_from(["SUPPLIER", *["CUSTOMER"] * 4, "PARTNER", "COMPETITOR"])


def whole_world() -> Changes:
    """Companies and people under every key: customers in a row, the first company ours."""
    companies = [(key, key, "SUPPLIER" if key == "c0" else "CUSTOMER") for key in _KEYS["companies"]]
    people = [(key, f"c{number % 6}") for number, key in enumerate(_KEYS["people"])]
    kinds = RECORD_KINDS["companies"], RECORD_KINDS["people"]
    return Changes(
        [
            Table.of_rows(kinds[0], ("key", "name", "side"), companies),
            Table.of_rows(kinds[1], ("key", "company"), people),
        ]
    )


@st.composite
def changes(draw: Any, model: Model) -> Changes:
    """Some tables, whole or of some columns only, and sometimes a delete. Not every reference needs to hold."""
    kinds = draw(st.lists(st.sampled_from(list(RECORD_KINDS.values())), min_size=1, max_size=4, unique=True))
    upserts = [draw(_table(kind, model)) for kind in kinds]
    deletes = []
    known = [(kind, identity) for kind in RECORD_KINDS.values() for identity in model.records[kind.name]]
    if known and draw(st.integers(0, 2)) == 0:
        deletes = [Delete(*found) for found in draw(st.lists(st.sampled_from(known), max_size=2, unique_by=str))]
    # A row that refers to nothing and is deleted again by the same write may be refused or not.
    return Changes(upserts, deletes if model.accepts(Changes(upserts)) else ())


@st.composite
def _table(draw: Any, kind: Kind[Any], model: Model) -> Table:
    known = model.records[kind.name]
    if known and draw(st.booleans()):
        again = draw(st.lists(st.sampled_from(list(known)), min_size=1, max_size=2, unique=True))
        rows = {identity: draw(_changed(kind, as_dict(known[identity]))) for identity in again}
        others = [name for name in kind.column_names if name not in kind.identity]
        columns = (*kind.identity, *draw(st.just(others) | st.lists(st.sampled_from(others), unique=True)))
    else:
        drawn = draw(st.lists(_row(kind), min_size=1, max_size=3))
        rows = {tuple(row[name] for name in kind.identity): row for row in drawn}
        columns = kind.column_names
    return Table.of_rows(kind, columns, [tuple(row[name] for name in columns) for row in rows.values()])


@st.composite
def _changed(draw: Any, kind: Kind[Any], row: dict[str, Any]) -> dict[str, Any]:
    """The row with other values in some columns or in none."""
    others = [column for column in kind.columns if column.name not in kind.identity]
    changed = draw(st.lists(st.sampled_from(others), max_size=2, unique_by=lambda column: column.name))
    return _without_cycle(row | {column.name: draw(_value(kind, column)) for column in changed})


@st.composite
def _row(draw: Any, kind: Kind[Any]) -> dict[str, Any]:
    row = {column.name: draw(_value(kind, column)) for column in kind.columns}
    if kind.name == "positions":
        row["company" if draw(st.booleans()) else "opportunity"] = None
        if row["company"] is row["opportunity"] is None:
            row["company"] = "c1"
    return _without_cycle(row)


def _without_cycle(row: dict[str, Any]) -> dict[str, Any]:
    """A parent's key is always smaller."""
    return row | {"parent": None} if row.get("parent") and row["parent"] >= row["key"] else row


def _value(kind: Kind[Any], column: Column) -> st.SearchStrategy[Any]:
    if column.name == "key":
        return st.sampled_from(_KEYS[kind.name])
    if column.name == "side":
        return _SIDES
    if column.type is ColumnType.KEYS:
        return st.lists(st.sampled_from(_KEYS["people"]), min_size=1, max_size=3).map(tuple)
    if column.refers_to is not None:
        keys = st.sampled_from(_KEYS[column.refers_to])
        return keys if column.is_required else st.none() | keys
    if column.words is not None:
        words = [str(word) for word in list(column.words)[:2]]
        if column.type is ColumnType.ENUMS:
            return st.lists(st.sampled_from(words), unique=True).map(tuple)
        is_needed = column.is_required or column.name in kind.identity
        return st.sampled_from(words if is_needed else [None, *words])
    if column.is_required:
        return _VALUES[column.type].filter(lambda value: value is not None)
    return _VALUES[column.type]
