"""What was read from a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.errors import Problem
from graph.exchange.bundle.limits import ROW_LIMIT
from graph.record_kind import RecordKind
from graph.rules.cell_values import SharedValues
from graph.rules.row_reader import InputRows, RowReader, shown


@dataclass(slots=True)
class BundleContents:
    """The rows of a bundle's files, and what is wrong with them.

    `file_problems` are those because of which a file cannot be read on (a wrong header, a broken archive);
    `row_problems` concern single rows, which can be left out.
    """

    rows: list[InputRows] = field(default_factory=list)
    row_problems: list[Problem] = field(default_factory=list)
    file_problems: list[Problem] = field(default_factory=list)
    shared: SharedValues = field(default_factory=SharedValues)

    def reject(self, file: str, expected: str, *, row: int | None = None, value: str | None = None) -> None:
        """Notes why a file cannot be read."""
        self.file_problems.append(Problem(file, row, None, None if value is None else shown(value), expected))

    def row_count(self) -> int:
        """The rows read so far."""
        return sum(part.row_count for part in self.rows)

    def open_file(self, kind: RecordKind, header: Sequence[str]) -> RowReader | None:
        """A reader for the rows of a file with that header; None when there is something wrong with it."""
        if not any(header):
            self.reject(kind.name, "expected a header row with the names of the columns", row=1)
            return None
        found = len(self.file_problems)
        named = [name for name in header if name]
        for place, name in enumerate(header, start=1):
            if not name:
                self.reject(
                    kind.name, f"expected a name in every cell of the header, cell {place} is empty", row=1
                )
        for name in dict.fromkeys(named):
            if name not in kind.column_names:
                self._refuse_column(kind, name, _expected_columns(kind, name))
            elif named.count(name) > 1:
                self._refuse_column(kind, name, "expected every column once")
        for column in kind.columns:
            if column.is_required and column.name not in named:
                self._refuse_column(kind, column.name, "expected this column, it is required")
        return RowReader(kind, header, self.shared) if len(self.file_problems) == found else None

    def add_records(self, reader: RowReader, records: Sequence[Sequence[str]], numbers: Sequence[int]) -> None:
        """Hands over those of the records that are rows: not blank, and of as many cells as the header."""
        width = reader.width
        if not records or (set(map(len, records)) == {width} and all(map(any, records))):
            reader.add(records, numbers)
            return
        kept: list[int] = []
        for index, record in enumerate(records):
            if not any(record):
                continue
            if len(record) == width:
                kept.append(index)
            else:
                expected = f"expected {width} cells as in the header, found {len(record)}"
                self.row_problems.append(Problem(reader.kind.name, numbers[index], None, None, expected))
        reader.add([records[index] for index in kept], [numbers[index] for index in kept])

    def close_file(self, reader: RowReader) -> None:
        """Takes the rows of a file that was read to its end, or as far as possible."""
        self.rows.append(reader.finish())
        self.row_problems += reader.problems

    def has_too_many(self, kind: RecordKind, reader: RowReader) -> bool:
        """Whether the rows are more than a bundle may have; notes it."""
        if self.row_count() + reader.finish().row_count <= ROW_LIMIT:
            return False
        self.reject(kind.name, f"expected at most {ROW_LIMIT:,} rows in a bundle")
        return True

    def _refuse_column(self, kind: RecordKind, name: str, expected: str) -> None:
        self.file_problems.append(Problem(kind.name, 1, shown(name), None, expected))


def _expected_columns(kind: RecordKind, name: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in name):
        return "expected UTF-8 text (in Excel: save as CSV UTF-8)"
    columns = f"expected one of the columns {', '.join(kind.column_names)}"
    if ";" in name or "\t" in name:
        return f"expected columns separated by commas; {columns}"
    return f"unknown column, {columns}"
