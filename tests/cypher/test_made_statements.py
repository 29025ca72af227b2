"""Statements that are made hold every column of their kind, where it belongs."""

from __future__ import annotations

from typing import Any

import pytest

from graph.cypher import STATEMENTS
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.stores.neo4j.shapes import EDGES, LABELS

NODES = list(LABELS)
ACCOUNT_KINDS = [kind for kind in RECORD_KINDS.values() if f"read_account_{kind.name}" in STATEMENTS]


def _name(kind: Kind[Any]) -> str:
    return kind.name


def _writing(kind: Kind[Any]) -> list[str]:
    if kind in LABELS:
        return [f"write_{kind.name}", f"change_{kind.name}"]
    return [f"write_{type.lower()}" for type in EDGES[kind].types]


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=_name)
def test_what_is_written_is_read_from_every_column_of_the_row(kind: Kind[Any]) -> None:
    for name in _writing(kind):
        expected = {*kind.column_names, *(["search_text"] if kind.searched else [])}
        if kind in EDGES:
            expected.discard(EDGES[kind].word or "")
        if kind in LABELS and name.startswith("write"):  # what is above a node may be created after it
            expected -= {column.name for column in kind.columns if column.refers_to == kind.name}
        text = STATEMENTS[name].text
        assert [column for column in sorted(expected) if f"row.{column}" not in text] == [], name


@pytest.mark.parametrize("kind", NODES, ids=_name)
def test_nodes_are_found_with_a_list_for_each_column(kind: Kind[Any]) -> None:
    assert STATEMENTS[f"find_{kind.name}"].returns == kind.column_names


@pytest.mark.parametrize("kind", ACCOUNT_KINDS, ids=_name)
def test_an_account_is_read_with_a_list_for_each_column(kind: Kind[Any]) -> None:
    assert STATEMENTS[f"read_account_{kind.name}"].returns[-len(kind.columns) :] == kind.column_names


def test_every_kind_is_read_with_its_account_but_for_rates() -> None:
    assert {*RECORD_KINDS} - {kind.name for kind in ACCOUNT_KINDS} == {"rates"}


def test_no_statement_takes_a_column_of_a_record_by_its_number() -> None:
    by_number = [name for name, statement in STATEMENTS.items() if "row[" in statement.text]
    assert by_number == []
