"""The rows of one file or sheet: those that are data, and those that do not fit its header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from graph.errors import Problem
from graph.messages.told import Told
from graph.rules.blanks import is_blank
from graph.rules.row_reader import RowReader, shown


class FileRows:
    """Takes records and hands those that are rows to the reader. `problems` names those of another shape."""

    def __init__(self, reader: RowReader, header: Sequence[str]) -> None:
        """`header` has a name for each place, or none where the file has no column."""
        self.reader = reader
        self.header = header
        self.problems: list[Problem] = []
        self._unnamed = [place for place, name in enumerate(header) if not name]
        required = {column.name for column in reader.kind.columns if column.is_required}
        self._required_cell = itemgetter(next(place for place, name in enumerate(header) if name in required))

    def add(
        self,
        records: Sequence[Sequence[str]],
        numbers: Sequence[int],
        unread: Mapping[int, Sequence[Problem]] | None = None,
    ) -> None:
        """Records and their row numbers; blank ones, and blanks outside the table, are passed over.

        `unread` has, by the number of the row, why cells of it could not be read; they are empty in the record.
        """
        unread = unread or {}
        if not unread and self._are_rows(records):
            self.reader.add(records, numbers)
            return
        rows: list[Sequence[str]] = []
        kept: list[int] = []
        for record, number in zip(records, numbers, strict=True):
            if number not in unread and all(map(is_blank, record)):
                continue
            if len(record) < self.reader.width:
                self._refuse_width(number, len(record))
            elif not self._has_value_outside(record, number):
                rows.append(record[: self.reader.width])
                kept.append(number)
        self.reader.add(rows, kept, unread)

    def refuse_outside(self, number: int, place: int, text: str) -> None:
        """Notes a row with a value at a place (from 0) that the header does not name."""
        if place >= self.reader.width:
            self._refuse_width(number, place + 1)
            return
        expected = Told(
            f"expected nothing in cell {place + 1}, the header has no name for it",
            f"第 {place + 1} 个单元格应为空，表头没有对应的列名",
        )
        self.problems.append(Problem(self.reader.kind.name, number, None, shown(text), expected))

    def _refuse_width(self, number: int, found_count: int) -> None:
        expected = Told(
            f"expected {self.reader.width} cells as in the header, found {found_count}",
            f"应与表头一样有 {self.reader.width} 个单元格，实为 {found_count} 个",
        )
        self.problems.append(Problem(self.reader.kind.name, number, None, None, expected))

    def _has_value_outside(self, record: Sequence[str], number: int) -> bool:
        outside = [*range(len(record) - 1, self.reader.width - 1, -1), *self._unnamed]
        place = next((place for place in outside if not is_blank(record[place])), None)
        if place is not None:
            self.refuse_outside(number, place, record[place])
        return place is not None

    def _are_rows(self, records: Sequence[Sequence[str]]) -> bool:
        """Whether all are, to a quick look: of the header's width, with something to see in a required cell."""
        if self._unnamed or {*map(len, records)} != {self.reader.width}:
            return False
        cells = list(map(self._required_cell, records))
        return "".join(cells).isprintable() and all(map(str.strip, cells))
