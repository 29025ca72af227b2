"""A workbook's sheets to rows, each cell as the text that a CSV file would have for it.

A key that the spreadsheet took for a number is read as it shows: 1001, also when it is kept as 1001.0. Row
numbers are the sheet's own.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import closing, nullcontext
from datetime import date, datetime
from itertools import zip_longest
from typing import IO, Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from graph.errors import Problem
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.limits import SHEET_ROW_LIMIT
from graph.exchange.bundle.sheet_text import unescape
from graph.record_kind import RecordKind
from graph.records import RECORD_KINDS
from graph.rules.cells import write_number

_BATCH_COUNT = 8192
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_CHUNK_BYTES = 2**20

# what openpyxl leaves out (validations, extensions) is nothing that a bundle has
warnings.filterwarnings("ignore", module="openpyxl")


class CellUnreadable(ValueError):
    """A cell holds no value; the message says what was expected."""


def read_workbook(stream: IO[bytes], archive: ZipFile, contents: BundleContents) -> None:
    """Reads every sheet into the contents; `archive` is the same file, already checked."""
    workbook = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    # values and formulas are two readings of a workbook; the second is needed only where there are formulas
    formulas = load_workbook(stream, read_only=True, keep_links=False) if _has_formulas(archive) else None
    with closing(workbook), closing(formulas) if formulas is not None else nullcontext():
        _read_sheets(workbook, formulas, contents)


def _read_sheets(workbook: Workbook, formulas: Workbook | None, contents: BundleContents) -> None:
    for name in workbook.sheetnames:
        kind = RECORD_KINDS.get(name)
        if kind is None:
            contents.reject(name, f"unknown sheet, expected {', '.join(RECORD_KINDS)}")
            continue
        _read_sheet(kind, workbook[name], None if formulas is None else formulas[name], contents)


def _has_formulas(archive: ZipFile) -> bool:
    for member in archive.infolist():
        if not member.filename.startswith("xl/worksheets/"):
            continue
        with archive.open(member) as sheet:
            rest = b""
            while chunk := sheet.read(_CHUNK_BYTES):
                if _FORMULA.search(rest + chunk):
                    return True
                rest = chunk[-64:]
    return False


def _read_sheet(kind: RecordKind, sheet: Any, formulas: Any, contents: BundleContents) -> None:
    rows = _texts(kind, sheet, formulas, contents)
    try:
        _, header = next(rows, (1, []))
    except CellUnreadable as refusal:
        contents.reject(kind.name, str(refusal), row=1)
        return
    reader = contents.open_file(kind, header)
    if reader is None:
        return
    batch: list[list[str]] = []
    numbers: list[int] = []
    for number, cells in rows:
        if number > SHEET_ROW_LIMIT:
            contents.reject(kind.name, f"expected at most {SHEET_ROW_LIMIT:,} rows in a sheet")
            return
        if cells:
            batch.append(cells + [""] * (reader.width - len(cells)))
            numbers.append(number)
        if len(batch) == _BATCH_COUNT:
            contents.add_records(reader, batch, numbers)
            batch, numbers = [], []
            if contents.has_too_many(kind, reader):
                return
    contents.add_records(reader, batch, numbers)
    if not contents.has_too_many(kind, reader):
        contents.close_file(reader)


def _texts(
    kind: RecordKind, sheet: Any, formulas: Any, contents: BundleContents
) -> Iterator[tuple[int, list[str]]]:
    """Number and texts of each row, without the empty cells at its end. Rows with an unreadable cell are told."""
    sheet.reset_dimensions()  # writers get them wrong; a wrong one would hide cells
    if formulas is not None:
        formulas.reset_dimensions()
    written = iter(()) if formulas is None else formulas.iter_rows()
    for number, (cells, formula_cells) in enumerate(
        zip_longest(sheet.iter_rows(), written, fillvalue=()), start=1
    ):
        try:
            _require_computed(cells, formula_cells)
            texts = [_text(cell) for cell in cells]
        except CellUnreadable as refusal:
            if number == 1:
                raise
            contents.row_problems.append(Problem(kind.name, number, None, None, str(refusal)))
            continue
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _require_computed(cells: Any, formula_cells: Any) -> None:
    """A formula is worth the value it was last computed to; one that never was has none."""
    for cell, formula in zip(cells, formula_cells, strict=False):
        # type "str" is a formula that was computed to an empty text
        if formula.data_type == "f" and cell.value is None and cell.data_type != "str":
            raise CellUnreadable(
                f"expected a value, cell {formula.coordinate} holds a formula that was never computed"
                " (open and save the file in a spreadsheet program)"
            )


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        raise CellUnreadable(f"expected a value, cell {cell.coordinate} holds the error {value}")
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return write_number(value)
    if isinstance(value, datetime):
        has_time = (value.hour, value.minute, value.second, value.microsecond) != (0, 0, 0, 0)
        return value.isoformat() if has_time else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    raise CellUnreadable(f"expected text, a number, a date or true/false in cell {cell.coordinate}, found {value}")
