"""Many rows of text to rows of values: column by column, each distinct text once."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

from graph.errors import Problem
from graph.records import Column, ColumnType, RecordKind, Row, Table
from graph.rules.cells import KEY_LIMIT, CellRefused, read_cell, write_cell

_SHOWN_LIMIT = 300
_SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_VERBATIM = (ColumnType.KEY, ColumnType.TEXT)


@dataclass(slots=True)
class InputRows:
    """Rows of one kind as they were brought, readable ones only.

    A row some cells of which were refused is kept with None in them and its index in `refused`, so that what
    refers to it is not called unknown. `numbers` are row numbers for people, one per row.
    """

    kind: RecordKind
    columns: tuple[str, ...]
    rows: list[Row]
    numbers: array[int]
    refused: set[int] = field(default_factory=set)

    def without(self, dropped: set[int]) -> InputRows:
        """The same without the rows at those indexes."""
        if not dropped:
            return self
        kept = [index for index in range(len(self.rows)) if index not in dropped]
        rows = [self.rows[index] for index in kept]
        return InputRows(self.kind, self.columns, rows, array("q", [self.numbers[index] for index in kept]))


class _Values(dict[str, Any]):
    """Text to value, read when first asked for; what was refused is None and explained in `refused`."""

    def __init__(self, column: Column, default: Any) -> None:
        super().__init__()
        self.column = column
        self.default = default
        self.refused: dict[str, str] = {}
        self[""] = default

    def of_batch(self, texts: Sequence[str]) -> Sequence[Any]:
        """The values of the texts. Keys and texts as plain as most are need no look at each.

        Of equal keys all become one object: its hash is computed once, and comparing it is comparing addresses.
        """
        if self.column.type in _VERBATIM and max(map(len, texts)) <= KEY_LIMIT:
            together = "".join(texts)
            if together.isprintable() or not _SPECIAL.search(together):
                if self.column.type is ColumnType.KEY:
                    return list(map(self.setdefault, texts, texts))
                return [text or None for text in texts] if "" in texts else texts
        return list(map(self.__getitem__, texts))

    def __missing__(self, text: str) -> Any:
        try:
            value = read_cell(self.column, text)
        except CellRefused as refusal:
            self.refused[text] = str(refusal)
            value = None
        if value is None:
            value = self.default
        self[text] = value
        return value


class SharedValues:
    """Values read so far, shared by the columns that read text alike."""

    def __init__(self) -> None:
        self._values: dict[tuple[Any, ...], _Values] = {}

    def of(self, kind: RecordKind, column: Column) -> _Values:
        """The values of that column, and of those like it."""
        nothing = () if column.type in (ColumnType.KEYS, ColumnType.ENUMS) else None
        default = nothing if column.is_required else kind.record._field_defaults.get(column.name, nothing)
        if column.type in (ColumnType.TEXT, ColumnType.KEYS):
            return _Values(column, default)
        refers_to = column.refers_to or kind.name if column.type is ColumnType.KEY else None
        alike = (column.type, refers_to, column.words, default)
        return self._values.setdefault(alike, _Values(column, default))


class RowReader:
    """Reads the rows of one file. `problems` says, by row and column, what was refused."""

    def __init__(self, kind: RecordKind, header: Sequence[str], shared: SharedValues) -> None:
        """`header` names columns of the kind, each once, in the order of the cells."""
        wanted = [column for column in kind.columns if column.name in header or column.name in kind.identity]
        self.problems: list[Problem] = []
        self.kind = kind
        self.width = len(header)
        self._columns = [
            (column, header.index(column.name) if column.name in header else None, shared.of(kind, column))
            for column in wanted
        ]
        self._rows = InputRows(kind, tuple(column.name for column in wanted), [], array("q"))

    def add(self, records: Sequence[Sequence[str]], numbers: Sequence[int]) -> None:
        """Rows of as many cells as the header has, and their numbers."""
        if not records:
            return
        cells = list(zip(*records, strict=True))
        columns: list[Sequence[Any]] = []
        refused: dict[int, list[Problem]] = {}
        for column, place, values in self._columns:
            if place is None:
                columns.append(list(repeat(values.default, len(records))))
                continue
            columns.append(values.of_batch(cells[place]))
            if values.refused or (column.is_required and "" in cells[place]):
                self._refuse(column, cells[place], values, numbers, refused)
        rows = zip(*columns, strict=True)
        if not refused:
            self._rows.rows.extend(rows)
            self._rows.numbers.extend(numbers)
        else:
            self._keep_readable(list(rows), numbers, refused)

    def finish(self) -> InputRows:
        """All rows added so far."""
        return self._rows

    def _refuse(
        self,
        column: Column,
        texts: Sequence[str],
        values: _Values,
        numbers: Sequence[int],
        refused: dict[int, list[Problem]],
    ) -> None:
        for index, text in enumerate(texts):
            expected = values.refused.get(text)
            if not text and column.is_required:
                expected = "expected a value, the column is required"
            if expected is not None:
                problem = Problem(self.kind.name, numbers[index], column.name, shown(text), expected)
                refused.setdefault(index, []).append(problem)

    def _keep_readable(
        self,
        rows: Sequence[Row],
        numbers: Sequence[int],
        refused: dict[int, list[Problem]],
    ) -> None:
        """Keeps the rows that can be identified."""
        for index, row in enumerate(rows):
            if index in refused:
                self.problems.extend(refused[index])
                if any(problem.column in self.kind.identity for problem in refused[index]):
                    continue
                self._rows.refused.add(len(self._rows.rows))
            self._rows.rows.append(row)
            self._rows.numbers.append(numbers[index])


def shown(text: str) -> str | None:
    """The text of a cell as a message can carry it: no broken characters, and not more than a line or two."""
    if not text:
        return None
    if len(text) > _SHOWN_LIMIT:
        text = text[:_SHOWN_LIMIT] + "…"
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a surrogate pair, which only JSON can bring
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def read_tables(tables: Sequence[Table]) -> tuple[list[InputRows], list[Problem]]:
    """The rows of the tables as the bundle would read them, numbered from 1 within each kind."""
    shared = SharedValues()
    inputs: list[InputRows] = []
    problems: list[Problem] = []
    next_number: dict[str, int] = {}
    for table in tables:
        columns = [table.kind.column(name) for name in table.columns]
        reader = RowReader(table.kind, table.columns, shared)
        first = next_number.get(table.kind.name, 1)
        next_number[table.kind.name] = first + len(table.rows)
        texts = [
            [write_cell(column, value) for column, value in zip(columns, row, strict=True)] for row in table.rows
        ]
        reader.add(texts, range(first, first + len(texts)))
        inputs.append(reader.finish())
        problems.extend(reader.problems)
    return inputs, problems
