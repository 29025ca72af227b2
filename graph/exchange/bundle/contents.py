"""What was read from a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.errors import Problem
from graph.exchange.bundle.file_rows import FileRows
from graph.exchange.bundle.headers import problems_of_header, read_header
from graph.exchange.bundle.limits import ROW_LIMIT
from graph.messages.told import Told
from graph.model.kind import Kind
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

    def reject(self, file: str, expected: Told, *, row: int | None = None, value: str | None = None) -> None:
        """Notes why a file cannot be read."""
        self.file_problems.append(Problem(file, row, None, None if value is None else shown(value), expected))

    def row_count(self) -> int:
        """The rows read so far."""
        return sum(part.row_count for part in self.rows)

    def open_file(self, kind: Kind[Any], cells: Sequence[str], number: int = 1) -> FileRows | None:
        """What takes the rows of a file with those cells in its header; None when the header is wrong.

        `number` is that of the header's row.
        """
        header = read_header(kind, cells)
        problems = problems_of_header(kind, header, number)
        self.file_problems += problems
        return None if problems else FileRows(RowReader(kind, header, self.shared), header)

    def close_file(self, rows: FileRows) -> None:
        """Takes the rows of a file that was read to its end, or as far as possible."""
        self.rows.append(rows.reader.finish())
        self.row_problems += rows.problems
        self.row_problems += rows.reader.problems

    def has_too_many(self, rows: FileRows) -> bool:
        """Whether the rows are more than a bundle may have; notes it."""
        if self.row_count() + rows.reader.finish().row_count <= ROW_LIMIT:
            return False
        told = Told(f"expected at most {ROW_LIMIT:,} rows in a bundle", f"一个数据包最多 {ROW_LIMIT:,} 行")
        self.reject(rows.reader.kind.name, told)
        return True
