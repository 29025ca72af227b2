"""An answer as CSV tables: one of its own values, one for each list in it; what each holds is read off the schema.

So a table has the same columns for every answer, also without a row. Rows of a list within a list begin with whose
they are. Values are exact, as JSON has them; what a finding rests on (`evidence`) is left to JSON.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graphql import (
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_object_type,
)

from api.commands.asking.questions import hyphened, questions, selected_fields
from api.commands.asking.tables import is_left_out, is_told_in_a_cell

OWN = "answer"
"""The table of the answer's own values; of an answer that is a list, that list."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes a text for a formula by."""
_MAIN = {"finding": OWN, "grading": OWN, "coverage-gaps": "findings"}
"""Where the first list is not what is asked for."""

Path = tuple[str, ...]


class CsvTable(NamedTuple):
    """The columns, and the rows as texts."""

    columns: list[str]
    rows: list[list[str]]

    def text(self) -> str:
        """By RFC 4180, with a header."""
        written = io.StringIO()
        csv.writer(written, lineterminator="\r\n").writerows([self.columns, *self.rows])
        return written.getvalue()


class _Column(NamedTuple):
    name: str
    path: Path
    is_text: bool


class _List(NamedTuple):
    name: str
    path: Path
    of: GraphQLObjectType


def csv_tables(question: str, answer: Any) -> dict[str, CsvTable]:
    """All tables of an answer by name, in the order of the schema."""
    of = questions()[question].type
    found: dict[str, CsvTable] = {}
    is_list = is_list_type(get_nullable_type(of))
    rows = [((), row) for row in (answer if is_list else [answer])]
    _collect(found, OWN, _object(of), rows, (), is_labelled=is_list)
    return found


def main_table(question: str) -> str:
    """The one that is meant when none is named: the first list, of an answer without one its own values."""
    of = questions()[question].type
    if question in _MAIN or is_list_type(get_nullable_type(of)):
        return _MAIN.get(question, OWN)
    return next((found.name for found in _lists(_object(of), (), "") if len(found.path) == 1), OWN)


def _collect(
    found: dict[str, CsvTable],
    name: str,
    of: GraphQLObjectType,
    rows: Sequence[tuple[tuple[Any, ...], Mapping[str, Any]]],
    whose: Sequence[str],
    *,
    is_labelled: bool = True,
) -> None:
    """Adds the table of the rows, each with the values that say whose it is, and those of the lists in them."""
    columns = list(_columns(of, (), ""))
    own_names = {column.name for column in columns}
    header = [f"of_{said}" if said in own_names else said for said in whose]
    found[name] = CsvTable(
        [*header, *(column.name for column in columns)],
        [list(map(_cell, (*owner, *(_at(row, column.path) for column in columns)))) for owner, row in rows],
    )
    label = _label(columns) if is_labelled else []
    for within in _lists(of, (), ""):
        _collect(
            found,
            within.name if name == OWN else f"{name}.{within.name}",
            within.of,
            [
                ((*owner, *(_at(row, column.path) for column in label)), one.get("node", one))
                for owner, row in rows
                for one in _at(row, within.path) or ()
            ],
            [*header, *(column.name for column in label)],
        )


def _columns(of: GraphQLObjectType, path: Path, prefix: str) -> Iterator[_Column]:
    """What fits a cell each, objects within it too."""
    for name, field in selected_fields(of):
        within, is_list = get_named_type(field.type), is_list_type(get_nullable_type(field.type))
        here, called = (*path, name), prefix + hyphened(name).replace("-", "_")
        if is_left_out(name):
            continue
        if is_leaf_type(within) or (is_list and _is_told_in_a_cell(within)):
            yield _Column(called, here, not is_list and within.name in ("String", "ID"))
        elif not is_list:
            yield from _columns(_object(within), here, f"{called}_")


def _lists(of: GraphQLObjectType, path: Path, prefix: str) -> Iterator[_List]:
    """The lists that need a table, objects' within it too."""
    for name, field in selected_fields(of):
        within, is_list = get_named_type(field.type), is_list_type(get_nullable_type(field.type))
        here, called = (*path, name), prefix + hyphened(name)
        if is_left_out(name) or is_leaf_type(within) or (is_list and _is_told_in_a_cell(within)):
            continue
        if is_list:
            found = _object(within)
            is_page = name == "edges" and "node" in found.fields
            of_rows = _object(found.fields["node"].type) if is_page else found
            yield _List(f"{prefix}page" if is_page else called, here, of_rows)
        else:
            yield from _lists(_object(within), here, f"{called}-")


def _label(columns: Sequence[_Column]) -> list[_Column]:
    """The columns that say which row it is: of the first node, else the first text."""
    keys = [column for column in columns if column.path[-1] == "key"]
    if keys:
        node = keys[0].path[:-1]
        return [column for column in columns if column.path[:-1] == node and column.path[-1] in ("key", "name")]
    return [column for column in columns if column.is_text][:1]


def _is_told_in_a_cell(of: Any) -> bool:
    return is_told_in_a_cell({name for name, _ in selected_fields(_object(of))})


def _object(of: Any) -> GraphQLObjectType:
    named = get_named_type(of)
    if not is_object_type(named):
        raise TypeError(f"{named} has no fields")
    return named


def _at(row: Any, path: Path) -> Any:
    """The value at the path; None where something on the way is none."""
    for name in path:
        if row is None:
            return None
        row = row[name]
    return row


def _cell(value: Any) -> str:
    """The value as it is; a text that a spreadsheet would take for a formula after an apostrophe.

    >>> _cell("=1+1"), _cell(-1.5), _cell(True), _cell([{"key": "a", "name": "A"}, {"key": "b", "name": "B"}])
    ("'=1+1", '-1.5', 'true', 'a; b')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(map(_member, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _member(value: Any) -> str:
    """One of a list in a cell: of a node its key, of a small row its values, and a dash for one not known.

    >>> _member({"name": "tenure", "value": None, "weight": 0.02})
    'tenure – 0.02'
    """
    if not isinstance(value, Mapping):
        return str(value)
    parts = [value["key"]] if "key" in value else value.values()
    return " ".join("–" if part is None else str(part) for part in parts)
