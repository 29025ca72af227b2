"""A column read as a whole says what each of its cells says."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis import example, given

from graph.model.column import Column
from graph.model.companies import COMPANIES
from graph.model.kind import Kind
from graph.model.people import INFLUENCES, PEOPLE, TIES
from graph.rules.cell_values import SharedValues
from graph.rules.cells import CellRefused, read_cell

_COLUMNS = [
    (INFLUENCES, "weight"),
    (COMPANIES, "annual_value"),
    (PEOPLE, "key"),
    (PEOPLE, "name"),
    (PEOPLE, "company"),
    (PEOPLE, "level"),
    (PEOPLE, "tags"),
    (TIES, "last_contact"),
]
_TEXTS = st.one_of(
    st.sampled_from(
        ["", "A", "B", "0.5", ".5", "1.", "0", "1", "1.1", ".", "1.2.3", "-0", "1e2", "²", "٣", "9" * 400]
    ),
    st.sampled_from(
        ["a\tb", "a\x85b", "\ud800", "k" * 200, "k" * 201, "\u3000", "STAFF", "GATEKEEPER", "2024-02-30"]
    ),
    st.text(max_size=3),
    st.floats(0, 2, allow_nan=False).map(lambda number: f"{number:.17f}"),
)


def one_by_one(kind: Kind[Any], column: Column, texts: list[str]) -> tuple[list[object], set[str]]:
    default = SharedValues().of(kind, column).default
    values: list[object] = []
    refused: set[str] = set()
    for text in texts:
        try:
            value = read_cell(column, text)
        except CellRefused:
            refused.add(text)
            value = None
        values.append(default if value is None else value)
    return values, refused


@given(st.sampled_from(_COLUMNS), st.lists(st.lists(_TEXTS, min_size=1, max_size=5), min_size=1, max_size=3))
@example((INFLUENCES, "weight"), [["0.25", "1", ".5"], ["0.0", "0.5"], ["1.0000001", "0.5"]])
@example((COMPANIES, "annual_value"), [["1", "2."], ["9" * 400, "1"], ["1", ""]])
@example((PEOPLE, "company"), [["A", "B"], ["a\tb", "C", "A"], ["a\tb", "C"]])
def test_batches_of_a_column_read_as_each_cell_does(
    named: tuple[Kind[Any], str], batches: list[list[str]]
) -> None:
    kind, name = named
    column = kind.column(name)
    values = SharedValues().of(kind, column)
    for texts in batches:
        expected, refused = one_by_one(kind, column, texts)
        assert list(values.of_batch(tuple(texts))) == expected
        assert {text for text in texts if text in values.refused} == refused
