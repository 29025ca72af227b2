"""The cells of a sheet as the texts that a CSV file would have for them.

In columns of keys and text a cell is read as it shows, or refused where that is not sure or not what was typed;
in columns of numbers, dates and booleans the value counts and not how it is shown.
"""

from __future__ import annotations

import math
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from graph.exchange.bundle.number_formats import NumberFormat, Shown, format_of
from graph.exchange.bundle.number_text import KEPT_DIGITS, DigitsLost, NotRendered, shown_number, shown_text
from graph.exchange.bundle.sheet_cells import Cell, cell_name
from graph.exchange.bundle.texts_and_formats import SharedFormats
from graph.exchange.bundle.xml_events import WorkbookUnsound
from graph.messages.told import Told, ToldError
from graph.model.cell import ColumnType
from graph.rules.cells import write_number

_KEYS = (ColumnType.KEY, ColumnType.KEYS)
_AS_SHOWN = (*_KEYS, ColumnType.TEXT, ColumnType.ENUM, ColumnType.ENUMS, ColumnType.CURRENCY)
"""Columns of text; of all others the value counts."""
_KEY = Told("a key", "编号")
_TEXT = Told("text", "文本")
_AS_TEXT = Told("format the column as text and type it again", "请将该列设为文本格式后重新输入")
_DOUBLE_DIGITS = 767  # that the longest number has, written exactly
_NO_DAY = 60  # 1900-02-29, which spreadsheets count and which there was not


class CellRefused(ToldError, ValueError):
    """The cell has no text that is sure; it says what was expected, `value` is what the cell holds or shows."""

    def __init__(self, expected: Told, value: str | None = None) -> None:
        super().__init__(expected)
        self.value = value


class CellTexts:
    """Reads the cells of one workbook."""

    def __init__(self, formats: SharedFormats, *, counts_from_1904: bool) -> None:
        self._shared = formats
        self._formats: dict[int, NumberFormat] = {}
        self._as_they_are: set[int] = set()
        """Styles that show text as the cell holds it."""
        self._epoch = MAC_EPOCH if counts_from_1904 else WINDOWS_EPOCH

    def of_column(self, of: ColumnType, cell: Cell, place: int, number: int) -> str:
        """The text of a cell of such a column, at a place (from 0) of the row of that number. CellRefused."""
        if cell.type == "s" and (cell.style in self._as_they_are or of not in _AS_SHOWN):
            return cell.held
        name = cell_name(place, number)
        if cell.type == "s":
            return self._shown_text(cell, name)
        if cell.type == "f":
            raise CellRefused(
                Told(
                    f"expected a value, cell {name} holds a formula that was never computed"
                    " (open and save the file in a spreadsheet program)",
                    f"应为值，单元格 {name} 是从未计算过的公式（请在电子表格软件中打开并保存该文件）",
                )
            )
        if cell.type == "e":
            raise CellRefused(
                Told(
                    f"expected a value, cell {name} holds the error {cell.held}",
                    f"应为值，单元格 {name} 为错误值 {cell.held}",
                )
            )
        if of not in _AS_SHOWN:
            return self._value(cell)
        wanted = _KEY if of in _KEYS else _TEXT
        return self._shown(cell, name, wanted)

    def of_header(self, cell: Cell, place: int, number: int) -> str:
        """The text of a cell in the header, which is the row of that number. Raises CellRefused."""
        return self.of_column(ColumnType.TEXT, cell, place, number)

    def _format(self, style: int) -> NumberFormat:
        known = self._formats.get(style)
        if known is None:
            number, code = self._shared.of_style(style)
            known = self._formats[style] = format_of(number, code)
        return known

    def _shown_text(self, cell: Cell, name: str) -> str:
        text_format = self._format(cell.style)
        if text_format.of_text is None:
            self._as_they_are.add(cell.style)
        try:
            return shown_text(cell.held, text_format)
        except NotRendered:
            raise _not_as_shown(name, cell.held) from None

    def _value(self, cell: Cell) -> str:
        if cell.type == "b":
            return "true" if _is_true(cell) else "false"
        if cell.type == "d" or self._format(cell.style).shows(Shown.DATE):
            return _written(self._moment(cell))
        return _written_number(cell)

    def _shown(self, cell: Cell, name: str, wanted: Told) -> str:
        if cell.type == "b":
            shown = "TRUE" if _is_true(cell) else "FALSE"
            if wanted is _TEXT:
                return shown
            raise CellRefused(_holds(wanted, name, Told("a truth value", "逻辑值")), shown)
        number_format = self._format(cell.style)
        if cell.type == "d" or number_format.shows(Shown.DATE):
            moment = self._moment(cell)
            what = Told("a time", "时间") if isinstance(moment, time) else Told("a date", "日期")
            raise CellRefused(_holds(wanted, name, what), _written(moment))
        number = _number(cell)
        try:
            return shown_number(number, number_format)
        except DigitsLost:
            raise CellRefused(
                Told(
                    f"expected {wanted}, cell {name} holds a number of more than {KEPT_DIGITS} digits, and a"
                    f" spreadsheet keeps no more ({_AS_TEXT})",
                    f"应为{wanted.chinese}，单元格 {name} 的数字超过 {KEPT_DIGITS} 位，电子表格只保留这么多位"
                    f"（{_AS_TEXT.chinese}）",
                ),
                write_number(number),
            ) from None
        except NotRendered:
            raise _not_as_shown(name, write_number(number)) from None

    def _moment(self, cell: Cell) -> date | time | str:
        """The day, time or both that the cell holds; its number where it is none."""
        if cell.type == "d":
            return _iso(cell.held)
        number = _number(cell)
        if number < 0 or (int(number) == _NO_DAY and self._epoch == WINDOWS_EPOCH):
            return write_number(number)
        try:
            moment = from_excel(number, self._epoch)
        except OverflowError:
            return write_number(number)
        return write_number(number) if moment is None else moment


def _not_as_shown(name: str, held: str) -> CellRefused:
    return CellRefused(
        Told(
            f"expected a cell that shows plain text or digits, the number format of cell {name} shows it in"
            f" another way ({_AS_TEXT})",
            f"单元格应显示为普通文本或数字，单元格 {name} 的数字格式使其显示不同（{_AS_TEXT.chinese}）",
        ),
        held,
    )


def _holds(wanted: Told, name: str, what: Told) -> Told:
    return Told(
        f"expected {wanted}, cell {name} holds {what} ({_AS_TEXT})",
        f"应为{wanted.chinese}，单元格 {name} 为{what.chinese}（{_AS_TEXT.chinese}）",
    )


def _is_true(cell: Cell) -> bool:
    return cell.held.strip().lower() in ("1", "true")


def _number(cell: Cell) -> float:
    try:
        number = float(cell.held)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or "_" in cell.held:
        held = cell.held[:40]
        raise WorkbookUnsound(
            Told(f"expected a number in a cell, found {held!r}", f"单元格应为数字，实为 {held!r}")
        )
    return number


def _written_number(cell: Cell) -> str:
    """The number as `write_number` has it; a whole one that loses digits as the file has it.

    What programs write of a number, in as many digits as they like, is that number: 0.1 as 0.10000000000000001.
    """
    number = _number(cell)
    kept, held = write_number(number), Decimal(cell.held)
    if held == Decimal(kept) or held != held.to_integral_value():
        return kept
    digits = len("".join(map(str, held.as_tuple().digits)).rstrip("0"))
    is_of_number = Decimal(f"{number:.{min(digits, _DOUBLE_DIGITS)}g}") == held
    return kept if is_of_number else format(held, "f")


def _iso(text: str) -> date | time | str:
    text = text.strip().removesuffix("Z")
    try:
        return datetime.fromisoformat(text) if "-" in text else time.fromisoformat(text)
    except ValueError:
        return text


def _written(moment: date | time | str) -> str:
    """As ISO 8601 has it; without the time where that is midnight."""
    if isinstance(moment, str):
        return moment
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat()
