"""A workbook's sheets to rows. Row numbers are the sheet's own.

Read piece by piece and only what the rows need: a workbook's size is mostly that of its looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zipfile import ZipFile

from graph.errors import Problem
from graph.exchange.bundle.archives import Member
from graph.exchange.bundle.cell_texts import CellRefused, CellTexts
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.file_names import kind_of_sheet, unknown_sheet
from graph.exchange.bundle.file_rows import FileRows
from graph.exchange.bundle.sheet_cells import Cell, SheetCells, SheetRow, SheetTooLarge
from graph.exchange.bundle.workbook_parts import Sheet, WorkbookParts
from graph.messages.told import Told
from graph.model.column import Column
from graph.model.kind import Kind
from graph.rules.blanks import is_blank
from graph.rules.row_reader import shown

_BATCH_COUNT = 8192
_WITHOUT_CELLS = Told(
    "expected a sheet with cells, this is one of another type (a chart, a dialog)",
    "应为有单元格的工作表，此为其他类型（图表、对话框）",
)


def read_workbook(archive: ZipFile, members: Sequence[Member], contents: BundleContents) -> None:
    """Reads every sheet into the contents. Raises WorkbookUnsound and ArchiveRefused."""
    parts = WorkbookParts(archive, members)
    sheets = _sheets_by_kind(parts.sheets, contents)
    parts.require_readable([sheet for _, sheet in sheets])
    texts = parts.texts()
    cell_texts = CellTexts(parts.formats(), counts_from_1904=parts.counts_from_1904)
    for kind, sheet in sheets:
        reading = _SheetReading(kind, SheetCells(texts), cell_texts, contents)
        try:
            reading.read(parts, sheet.part.path)
        except SheetTooLarge as refusal:
            contents.reject(kind.name, refusal.told)


def _sheets_by_kind(sheets: Sequence[Sheet], contents: BundleContents) -> list[tuple[Kind[Any], Sheet]]:
    found: dict[str, tuple[Kind[Any], Sheet]] = {}
    for sheet in sheets:
        kind = kind_of_sheet(sheet.name)
        if kind is None:
            told = unknown_sheet(sheet.name)
            if sheet.is_hidden:
                told = Told(
                    f"{told}; the sheet is hidden: unhide it and delete it",
                    f"{told.chinese}；该工作表已隐藏：请取消隐藏后删除",
                )
            contents.reject(sheet.name, told)
        elif sheet.part.type != "worksheet":
            contents.reject(sheet.name, _WITHOUT_CELLS)
        elif kind.name in found:
            earlier = found[kind.name][1].name
            told = Told(
                f"expected one sheet of that name, found {earlier!r} and {sheet.name!r}",
                f"只应有一个此名称的工作表，现有 {earlier!r} 和 {sheet.name!r}",
            )
            contents.reject(kind.name, told)
        else:
            found[kind.name] = (kind, sheet)
    return list(found.values())


class _SheetReading:
    """One sheet on its way into the contents."""

    def __init__(
        self, kind: Kind[Any], cells: SheetCells, cell_texts: CellTexts, contents: BundleContents
    ) -> None:
        self._kind = kind
        self._cells = cells
        self._cell_texts = cell_texts
        self._contents = contents
        self._columns: dict[int, Column] = {}
        self._width = 0
        self._records: list[list[str]] = []
        self._numbers: list[int] = []
        self._unread: dict[int, list[Problem]] = {}

    def read(self, parts: WorkbookParts, path: str) -> None:
        """Reads the sheet at the path. Raises SheetTooLarge."""
        rows: FileRows | None = None
        with parts.open(path) as stream:
            for row in self._cells.rows(stream, path):
                if rows is None:
                    if all(map(_is_blank, row.cells.values())):
                        continue
                    rows = self._open(row)
                    if rows is None:
                        return
                else:
                    self._take(row, rows)
                    if len(self._records) == _BATCH_COUNT and not self._hand_over(rows):
                        return
        if rows is None:
            self._contents.open_file(self._kind, [])
        elif self._hand_over(rows):
            self._contents.close_file(rows)
        merged = self._cells.merged_within(self._width)
        if merged is not None:
            number, name = merged
            expected = Told(
                f"expected single cells, {name} are merged (unmerge them and fill in every row)",
                f"不应有合并单元格，{name} 已合并（请取消合并并逐行填写）",
            )
            self._contents.reject(self._kind.name, expected, row=number)

    def _open(self, row: SheetRow) -> FileRows | None:
        """Takes the header, which is the first row that is not blank; None when it is wrong."""
        header = [""] * (max(row.cells) + 1)
        for place, cell in row.cells.items():
            try:
                header[place] = self._cell_texts.of_header(cell, place, row.number)
            except CellRefused as refusal:
                self._contents.reject(self._kind.name, refusal.told, row=row.number, value=refusal.value)
                return None
        rows = self._contents.open_file(self._kind, header, row.number)
        if rows is not None:
            self._columns = {place: self._kind.column(name) for place, name in enumerate(rows.header) if name}
            self._width = len(rows.header)
        return rows

    def _take(self, row: SheetRow, rows: FileRows) -> None:
        record = [""] * self._width
        for place, cell in row.cells.items():
            column = self._columns.get(place)
            if column is None:
                if not _is_blank(cell):
                    rows.refuse_outside(row.number, place, cell.held)
                    return
                continue
            try:
                record[place] = self._cell_texts.of_column(column.type, cell, place, row.number)
            except CellRefused as refusal:
                self._unread.setdefault(row.number, []).append(_problem(self._kind, row, column, refusal))
        self._records.append(record)
        self._numbers.append(row.number)

    def _hand_over(self, rows: FileRows) -> bool:
        """Hands over the rows so far; whether there may be more."""
        rows.add(self._records, self._numbers, self._unread)
        self._records, self._numbers, self._unread = [], [], {}
        return not self._contents.has_too_many(rows)


def _is_blank(cell: Cell) -> bool:
    return cell.type == "s" and is_blank(cell.held)


def _problem(kind: Kind[Any], row: SheetRow, column: Column, refusal: CellRefused) -> Problem:
    value = None if refusal.value is None else shown(refusal.value)
    return Problem(kind.name, row.number, column.name, value, refusal.told)
