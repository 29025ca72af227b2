"""Rows to the sheets of a workbook, in one pass and little memory.

Text is written as text, also where it begins like a formula; numbers, dates and booleans as such where that keeps
them exactly, else as text that reads back the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from graph.errors import BadInput, Problem
from graph.exchange.bundle.limits import SHEET_CELL_LIMIT, SHEET_ROW_LIMIT
from graph.exchange.bundle.sheet_text import escape
from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.kind import Kind
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.cells import write_cell

_FIRST_DAY = "1900-03-01"
"""Days before are counted in different ways by different programs (1900 had no 29 February)."""


class XlsxWriter:
    """Writes a new workbook with a sheet for every kind."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._workbook = Workbook(write_only=True)
        self._sheets = {name: self._workbook.create_sheet(name) for name in RECORD_KINDS}

    def write_kind(self, kind: Kind[Any]) -> XlsxSheet:
        """Begins the sheet of the kind."""
        return XlsxSheet(kind, self._sheets[kind.name])

    def finish(self) -> None:
        """Puts the file together."""
        self._workbook.save(self._path)

    def abandon(self) -> None:
        """Lets go of what was written for the sheets so far."""
        for sheet in self._sheets.values():
            sheet.close()


class XlsxSheet:
    """One sheet: the header, then rows as they come. BadInput names what does not fit into a workbook."""

    def __init__(self, kind: Kind[Any], sheet: Any) -> None:
        self._kind = kind
        self._sheet = sheet
        self._row_count = 1
        sheet.append(kind.column_names)

    def write(self, rows: Sequence[Row]) -> None:
        """Adds rows in record order."""
        if self._row_count + len(rows) > SHEET_ROW_LIMIT:
            expected = Told(
                f"expected at most {SHEET_ROW_LIMIT - 1:,} records for an .xlsx, export a folder or .zip",
                f".xlsx 最多 {SHEET_ROW_LIMIT - 1:,} 条记录，请导出为文件夹或 .zip",
            )
            raise BadInput([Problem(self._kind.name, None, None, None, expected)])
        for row in rows:
            self._row_count += 1
            self._sheet.append(
                [self._cell(column, value) for column, value in zip(self._kind.columns, row, strict=True)]
            )

    def close(self) -> None:
        """The sheet is closed with the workbook."""

    def _cell(self, column: Column, value: Any) -> Any:
        if value is None or value == ():
            return None
        if isinstance(value, (bool, int)):
            return value
        if isinstance(value, float) and float(f"{value:.16g}") == value:  # the digits that openpyxl writes
            return value
        if column.type is ColumnType.DATE and value >= _FIRST_DAY:
            return date.fromisoformat(value)
        text = escape(write_cell(column, value))
        if len(text) > SHEET_CELL_LIMIT:
            expected = Told(
                f"expected at most {SHEET_CELL_LIMIT:,} characters in a cell of an .xlsx, found {len(text):,},"
                " export a folder or .zip",
                f".xlsx 的单元格最多 {SHEET_CELL_LIMIT:,} 个字符，实为 {len(text):,} 个，请导出为文件夹或 .zip",
            )
            raise BadInput([Problem(self._kind.name, self._row_count, column.name, None, expected)])
        cell = WriteOnlyCell(self._sheet, text)
        cell.data_type = "s"  # openpyxl takes text like =A1 for a formula and #N/A for an error
        return cell
