"""The tables that the migrations make are those that the records declare."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.stores.sqlite.columns import optional_identity
from graph.stores.sqlite.connections import connect
from graph.stores.sqlite.migrating import migrate

HELD = {
    ColumnType.WEIGHT: "REAL",
    ColumnType.MONEY: "REAL",
    ColumnType.RATE: "REAL",
    ColumnType.SCALE: "INTEGER",
    ColumnType.TRUST: "INTEGER",
    ColumnType.FLAG: "INTEGER",
}
DERIVED = {"account", "search_text"}
EVERY_KIND = pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=RECORD_KINDS)


@pytest.fixture(scope="module")
def tables() -> Iterator[sqlite3.Connection]:
    connection = connect(None, is_writer=True, busy_timeout_seconds=1)
    migrate(connection)
    yield connection
    connection.close()


@EVERY_KIND
def test_a_table_has_the_columns_of_its_kind_with_their_types(tables: sqlite3.Connection, kind: Kind[Any]) -> None:
    rows = tables.execute("SELECT name, type FROM pragma_table_xinfo(?)", (kind.name,)).fetchall()
    generated = {f"{name}_ref" for name in optional_identity(kind)}
    held = {name: of for name, of in rows if name not in DERIVED | generated}
    assert held == {column.name: HELD.get(column.type, "TEXT") for column in kind.columns}


@EVERY_KIND
def test_a_table_is_keyed_by_what_identifies_a_record(tables: sqlite3.Connection, kind: Kind[Any]) -> None:
    command = "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk"
    assert tuple(name for (name,) in tables.execute(command, (kind.name,))) == kind.identity


@EVERY_KIND
def test_a_table_refers_to_what_its_records_refer_to(tables: sqlite3.Connection, kind: Kind[Any]) -> None:
    command = 'SELECT "from", "table" FROM pragma_foreign_key_list(?)'
    generated = {f"{name}_ref": name for name in optional_identity(kind)}
    held = {generated.get(name, name): table for name, table in tables.execute(command, (kind.name,))}
    one_each = [column for column in kind.columns if column.refers_to and not column.holds_many]
    assert held == {column.name: column.refers_to for column in one_each}


@EVERY_KIND
def test_what_is_searched_is_kept_beside_a_searched_record(tables: sqlite3.Connection, kind: Kind[Any]) -> None:
    names = {name for (name,) in tables.execute("SELECT name FROM pragma_table_xinfo(?)", (kind.name,))}
    assert ("search_text" in names) == bool(kind.searched)
