"""Many rows as they are brought to rows of values: column by column, each distinct text once."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

from graph.errors import Problem
from graph.messages.told import Told
from graph.model.column import Column
from graph.model.kind import Kind
from graph.rules.cell_values import ColumnValues, SharedValues, TypedValues
from graph.store import Table

_SHOWN_LIMIT = 300


@dataclass(slots=True)
class InputRows:
    """Rows of one kind as they were brought, readable ones only, as the values of each column.

    A row some cells of which were refused is kept with None in them and its index in `refused`, so that what
    refers to it is not called unknown. `numbers` are row numbers for people, one per row.
    """

    kind: Kind[Any]
    columns: tuple[str, ...]
    values: list[list[Any]]
    numbers: array[int]
    refused: set[int] = field(default_factory=set)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.numbers)

    @property
    def table(self) -> Table:
        """What they say, to be written."""
        return Table(self.kind, dict(zip(self.columns, self.values, strict=True)))

    def column(self, name: str) -> list[Any]:
        """The values of a column that was brought, one per row."""
        return self.values[self.columns.index(name)]

    def without(self, dropped: set[int]) -> InputRows:
        """The same without the rows at those indexes."""
        if not dropped:
            return self
        kept = [index for index in range(self.row_count) if index not in dropped]
        values = [[column[index] for index in kept] for column in self.values]
        return InputRows(self.kind, self.columns, values, array("q", [self.numbers[index] for index in kept]))


class RowReader:
    """Reads the rows of one file or table. `problems` says, by row and column, what was refused."""

    def __init__(
        self, kind: Kind[Any], header: Sequence[str], shared: SharedValues, *, is_typed: bool = False
    ) -> None:
        """`header` names columns of the kind, each once, in the order of the cells.

        Cells are text, or values of the types of their columns.
        """
        wanted = [column for column in kind.columns if column.name in header or column.name in kind.identity]
        self.problems: list[Problem] = []
        self.kind = kind
        self.width = len(header)
        values = [
            TypedValues(each) if is_typed else each for each in (shared.of(kind, column) for column in wanted)
        ]
        places = [header.index(column.name) if column.name in header else None for column in wanted]
        self._columns = list(zip(wanted, places, values, strict=True))
        names = tuple(column.name for column in wanted)
        self._rows = InputRows(kind, names, [[] for _ in wanted], array("q"))

    def add(
        self,
        records: Sequence[Sequence[str]],
        numbers: Sequence[int],
        unread: Mapping[int, Sequence[Problem]] | None = None,
    ) -> None:
        """Rows of as many cells as the header has, and their numbers.

        `unread` has, by the number of a row, why some of its cells have no text; they are empty in the record.
        """
        if not records:
            return
        refused = {
            place: list(unread[number]) for place, number in enumerate(numbers) if unread and number in unread
        }
        self._add(list(zip(*records, strict=True)), numbers, refused)

    def add_columns(self, cells: Sequence[Sequence[Any]], numbers: Sequence[int]) -> None:
        """The same from the cells of each column."""
        if numbers:
            self._add(cells, numbers, {})

    def _add(
        self, cells: Sequence[Sequence[Any]], numbers: Sequence[int], refused: dict[int, list[Problem]]
    ) -> None:
        columns: list[Sequence[Any]] = []
        for column, place, values in self._columns:
            if place is None:
                columns.append(list(repeat(values.default, len(numbers))))
                continue
            read = values.of_batch(cells[place])
            columns.append(read)
            if values.refused or (column.is_required and values.default in read):
                self._refuse(column, cells[place], values, numbers, read, refused)
        if refused:
            kept = self._keep_readable(len(numbers), refused)
            columns = [[values[index] for index in kept] for values in columns]
            numbers = [numbers[index] for index in kept]
        for known, more in zip(self._rows.values, columns, strict=True):
            known.extend(more)
        self._rows.numbers.extend(numbers)

    def finish(self) -> InputRows:
        """All rows added so far."""
        return self._rows

    def _refuse(
        self,
        column: Column,
        cells: Sequence[Any],
        values: ColumnValues | TypedValues,
        numbers: Sequence[int],
        read: Sequence[Any],
        refused: dict[int, list[Problem]],
    ) -> None:
        for index, cell in enumerate(cells):
            expected = values.why(cell)
            if expected is None and column.is_required and read[index] == values.default:
                expected = Told("expected a value, the column is required", "此列必填")
            is_told = any(problem.column == column.name for problem in refused.get(index, ()))
            if expected is not None and not is_told:
                text = shown(values.text_of(cell))
                problem = Problem(self.kind.name, numbers[index], column.name, text, expected)
                refused.setdefault(index, []).append(problem)

    def _keep_readable(self, count: int, refused: dict[int, list[Problem]]) -> list[int]:
        """Tells the problems of the rows to be added; the indexes of those rows that can be identified."""
        kept: list[int] = []
        for index in range(count):
            problems = refused.get(index, ())
            self.problems.extend(problems)
            if any(problem.column in self.kind.identity for problem in problems):
                continue
            if problems:
                self._rows.refused.add(self._rows.row_count + len(kept))
            kept.append(index)
        return kept


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
    """The rows of the tables, checked as those of a bundle are, numbered from 1 within each kind."""
    shared = SharedValues()
    inputs: list[InputRows] = []
    problems: list[Problem] = []
    next_number: dict[str, int] = {}
    for table in tables:
        reader = RowReader(table.kind, tuple(table.columns), shared, is_typed=True)
        first = next_number.get(table.kind.name, 1)
        next_number[table.kind.name] = first + table.row_count
        reader.add_columns(list(table.columns.values()), range(first, first + table.row_count))
        inputs.append(reader.finish())
        problems.extend(reader.problems)
    return inputs, problems
