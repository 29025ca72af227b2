"""A value that a program brings obeys the rules of the cell that would hold it, with the same texts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.cells import TEXT_LIMIT, CellRefused, read_cell, read_value, write_cell

COLUMNS = [column for kind in RECORD_KINDS.values() for column in kind.columns]
NUMBERS = st.floats() | st.integers() | st.sampled_from([0, 1, 5, 0.5, 1.0, -0.0, 2**53 + 1, 10**400])
ITEMS = st.lists(st.sampled_from(["P1", " P1", "P2", "", " ", "a;b", "DECISION", "decision", "a\u200b", "\x00"]))
VALUES: dict[ColumnType, st.SearchStrategy[Any]] = {
    ColumnType.KEYS: ITEMS | ITEMS.map(tuple),
    ColumnType.ENUMS: ITEMS,
    ColumnType.FLAG: st.booleans() | st.integers(0, 2),
}


def outcome(read: Any, column: Column, value: Any) -> Any:
    """The value with its type, or why it was refused."""
    try:
        kept = read(column, value)
    except CellRefused as refusal:
        return str(refusal), refusal.told.chinese
    return type(kept), kept


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.name} {column.type.name}")
@given(data=st.data())
def test_a_value_is_read_as_the_cell_that_holds_it(column: Column, data: st.DataObject) -> None:
    value = data.draw(VALUES.get(column.type, NUMBERS) | st.none() | st.text())
    assert outcome(read_value, column, value) == outcome(
        lambda of, brought: read_cell(of, write_cell(of, brought)), column, value
    )


def test_a_list_that_no_cell_can_hold_is_refused() -> None:
    column = RECORD_KINDS["interactions"].column("participants")
    with pytest.raises(CellRefused, match="expected at most 131,072 characters"):
        read_value(column, [f"P{number:06}" for number in range(TEXT_LIMIT // 7)])
