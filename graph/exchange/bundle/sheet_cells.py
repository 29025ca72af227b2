"""The cells of one sheet that hold something, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

from graph.exchange.bundle.limits import SHEET_COLUMN_LIMIT, SHEET_ROW_LIMIT
from graph.exchange.bundle.sheet_text import unescape
from graph.exchange.bundle.texts_and_formats import whole_number
from graph.exchange.bundle.xml_events import WorkbookUnsound, XmlEvents
from graph.messages.told import Told, ToldError

_TOO_MANY_ROWS = Told(
    f"expected at most {SHEET_ROW_LIMIT:,} rows in a sheet", f"一个工作表最多 {SHEET_ROW_LIMIT:,} 行"
)


class SheetTooLarge(ToldError, ValueError):
    """The sheet has more rows or columns than the format knows; it says what was expected."""


@dataclass(slots=True)
class Cell:
    """What a cell holds, as the file has it; an empty cell is none.

    `type` is that of the format: `n` for numbers and dates, `b`, `e`, `d` for dates in ISO 8601; but `s` is every
    text, and `f` a formula without a value.
    """

    type: str
    style: int
    held: str


@dataclass(slots=True)
class SheetRow:
    """A row that holds something: its number, and its cells by their place (from 0)."""

    number: int
    cells: Mapping[int, Cell]


class SheetCells(XmlEvents):
    """Reads a sheet once."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts
        self._rows: list[SheetRow] = []
        self._places: dict[str, int] = {}
        self._merged: dict[int, tuple[int, str]] = {}
        """By their first place: the row and name of the uppermost cells that are shown as one."""
        self._last_number = 0
        self._number = 0
        self._place = -1
        self._cells: dict[int, Cell] | None = None
        self._type: str | None = None
        self._style = 0
        self._held: list[str] = []
        self._is_held = False
        self._is_formula = False
        self._is_reading_aid = False

    def rows(self, stream: IO[bytes], part: str) -> Iterator[SheetRow]:
        """The rows that hold something. Raises WorkbookUnsound."""
        for _ in self.read(stream, part):
            yield from self._rows
            self._rows = []

    def merged_within(self, width: int) -> tuple[int, str] | None:
        """Row and name of the uppermost merged cells in a table of that width; known when all rows are read."""
        within = [merged for place, merged in self._merged.items() if place < width]
        return min((merged for merged in within if merged[0] <= self._last_number), default=None)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self._is_held = self._type is not None and not self._is_reading_aid
        elif name == "f":
            self._is_formula = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "rPh":
            self._is_reading_aid = True
        elif name == "mergeCell":
            self._take_merged(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name in ("v", "t"):
            self._is_held = False
        elif name == "row":
            if self._cells:
                self._rows.append(SheetRow(number=self._number, cells=self._cells))
                self._last_number = self._number
            self._cells = None
        elif name == "rPh":
            self._is_reading_aid = False

    def text(self, text: str) -> None:
        if self._is_held:
            self._held.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "").lstrip("0")
        if reference.isdecimal() and len(reference) > len(str(SHEET_ROW_LIMIT)):
            raise SheetTooLarge(_TOO_MANY_ROWS)
        number = whole_number(reference) if "r" in attributes else self._number + 1
        if self._cells is not None or number <= self._number:
            raise WorkbookUnsound(Told(f"row {number} stands where it cannot", f"第 {number} 行的位置有误"))
        if number > SHEET_ROW_LIMIT:
            raise SheetTooLarge(_TOO_MANY_ROWS)
        self._number = number
        self._place = -1
        self._cells = {}

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self._place = self._place + 1 if reference is None else self._place_of(reference)
        if self._cells is None or self._type is not None or self._place in self._cells:
            raise WorkbookUnsound(
                Told(
                    f"a cell stands where it cannot, in or after row {self._number}",
                    f"第 {self._number} 行或其后有单元格位置有误",
                )
            )
        self._type = attributes.get("t", "n")
        self._style = whole_number(attributes.get("s", "0"))
        self._is_formula = False
        if self._held:
            self._held = []

    def _end_cell(self) -> None:
        type_, held = self._type, "".join(self._held)
        self._type = None
        if self._cells is None or not (held or self._is_formula):
            return
        if type_ == "s" and held:
            index = whole_number(held)
            if index >= len(self._texts):
                name = cell_name(self._place, self._number)
                raise WorkbookUnsound(
                    Told(f"cell {name} names a text that is not there", f"单元格 {name} 引用的文本不存在")
                )
            held = self._texts[index]
        elif type_ in ("inlineStr", "str"):
            type_, held = "s", unescape(held)
        elif not held:
            type_ = "f"
        if held or type_ == "f":
            self._cells[self._place] = Cell(type=type_ or "n", style=self._style, held=held)

    def _place_of(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        place = self._places.get(letters)
        if place is None:
            place = _place_of_letters(letters)
            self._places[letters] = place
        return place

    def _take_merged(self, name: str) -> None:
        first, _, last = name.replace("$", "").partition(":")
        if first == last or not last:
            return
        letters = first.rstrip("0123456789")
        place, merged = self._place_of(letters), (whole_number(first[len(letters) :]), name)
        self._merged[place] = min(merged, self._merged.get(place, merged))


def cell_name(place: int, number: int) -> str:
    """The name of a cell by its place (from 0) and the number of its row (from 1).

    >>> cell_name(0, 1), cell_name(27, 3)
    ('A1', 'AB3')
    """
    letters = ""
    rest = place + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{number}"


def _place_of_letters(letters: str) -> int:
    place = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            found = letters[:40]
            raise WorkbookUnsound(
                Told(
                    f"expected the name of a cell as B2, found one with {found!r}",
                    f"单元格名称应如 B2，实际含有 {found!r}",
                )
            )
        place = place * 26 + ord(letter) - ord("A") + 1
        if place > SHEET_COLUMN_LIMIT:
            raise SheetTooLarge(
                Told(
                    f"expected at most {SHEET_COLUMN_LIMIT:,} columns in a sheet",
                    f"一个工作表最多 {SHEET_COLUMN_LIMIT:,} 列",
                )
            )
    if not place:
        raise WorkbookUnsound(
            Told("expected the name of a cell as B2, found one without letters", "单元格名称应如 B2，实际没有字母")
        )
    return place - 1
