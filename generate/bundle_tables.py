"""What docs/bundle.md says of each file: its columns, and a row as an export writes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from generate.bundle_examples import EXAMPLES
from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.kind import Kind
from graph.model.record import as_dict
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.cells import write_cell

_HELD: dict[ColumnType, str] = {
    ColumnType.TEXT: "text",
    ColumnType.ENUM: "[word](#the-words)",
    ColumnType.ENUMS: "list of [words](#the-words)",
    ColumnType.DATE: "date",
    ColumnType.WEIGHT: "weight",
    ColumnType.MONEY: "amount",
    ColumnType.RATE: "rate",
    ColumnType.CURRENCY: "currency",
    ColumnType.SCALE: "scale",
    ColumnType.TRUST: "scale, or one of the [words](#the-words)",
    ColumnType.FLAG: "boolean",
}
_EXAMPLES = {type(record): record for record in EXAMPLES}


def bundle_tables() -> dict[str, str]:
    """The part of each file, by its name."""
    return {name: "\n".join(_part(kind)) for name, kind in RECORD_KINDS.items()}


def _part(kind: Kind[Any]) -> Iterator[str]:
    yield "| column | label | holds | meaning |"
    yield "|---|---|---|---|"
    for column in kind.columns:
        name = f"**{column.name}**" if column.is_required else column.name
        yield f"| {name} | {column.english} {column.chinese} | {_held(column)} | {column.meaning} |"
    yield from ("", f"```csv {kind.name}", *_example(kind), "```")


def _held(column: Column) -> str:
    if column.type is ColumnType.KEY:
        return f"key of `{column.refers_to}`" if column.refers_to else "key"
    return f"list of keys of `{column.refers_to}`" if column.type is ColumnType.KEYS else _HELD[column.type]


def _example(kind: Kind[Any]) -> Iterator[str]:
    values = as_dict(_EXAMPLES[kind.record])
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(kind.column_names)
    rows.writerow(write_cell(column, values[column.name]) for column in kind.columns)
    yield from text.getvalue().splitlines()
