"""Text to values, a column at a time: each distinct text is read once, and plain keys and texts not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from typing import Any

from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.kind import Kind
from graph.rules.cells import EXACT_DIGITS, KEY_LIMIT, CellRefused, read_cell, read_value, write_cell

_SOMETIMES_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
"""What counts as printable, and may not be seen."""
_TEXTS = (ColumnType.KEY, ColumnType.TEXT, ColumnType.ENUM, ColumnType.DATE, ColumnType.CURRENCY)
"""The columns whose values are text."""
_NUMBERS = (ColumnType.WEIGHT, ColumnType.MONEY, ColumnType.RATE)


class ColumnValues(dict[str, Any]):
    """Text to value, read when first asked for; what was refused is None and explained in `refused`."""

    def __init__(self, column: Column, default: Any) -> None:
        super().__init__()
        self.column = column
        self.default = default
        self.refused: dict[str, Told] = {}
        self[""] = default

    def of_batch(self, texts: Sequence[str]) -> Sequence[Any]:
        """The values of the texts. Keys, texts and numbers as plain as most are need no look at each."""
        if self.column.type is ColumnType.KEY:
            return self._keys(texts)
        if texts.count(texts[0]) == len(texts):
            return [self[texts[0]]] * len(texts)
        if self.column.type is ColumnType.TEXT and _are_plain(texts):
            return [text or None for text in texts] if "" in texts else texts
        numbers = _plain_numbers(self.column, texts) if self.column.type in _NUMBERS else None
        return list(map(self.__getitem__, texts)) if numbers is None else numbers

    def _keys(self, texts: Sequence[str]) -> list[Any]:
        """Of equal keys all become one object: its hash is computed once, comparing it is comparing addresses."""
        known_count = len(self)
        keys = list(map(self.setdefault, texts, texts))
        new = list(islice(reversed(self), len(self) - known_count))
        if not new or _are_plain(new):
            return keys
        for text in new:
            del self[text]
        return list(map(self.__getitem__, texts))

    def __missing__(self, text: str) -> Any:
        try:
            value = read_cell(self.column, text)
        except CellRefused as refusal:
            self.refused[text] = refusal.told
            value = None
        if value is None:
            value = self.default
        self[text] = value
        return value

    def why(self, text: str) -> Told | None:
        """Why the text was refused; None when it was not."""
        return self.refused.get(text)

    def text_of(self, text: str) -> str:
        """The text itself."""
        return text


class TypedValues:
    """The same for values of the column's type, as a program brings them; text among them is read as text is."""

    def __init__(self, texts: ColumnValues) -> None:
        self.default = texts.default
        self.refused = texts.refused
        """By the text that a cell would hold."""
        self._texts = texts
        self._column = texts.column

    def of_batch(self, values: Sequence[Any]) -> Sequence[Any]:
        """The values as they are kept."""
        if self._column.type in _TEXTS:
            return self._texts.of_batch(["" if value is None else str(value) for value in values])
        return [self._read(value) for value in values]

    def why(self, value: Any) -> Told | None:
        """Why the value was refused; None when it was not."""
        return self.refused.get(self.text_of(value)) if self.refused else None

    def text_of(self, value: Any) -> str:
        """The text that a cell would hold."""
        return write_cell(self._column, value)

    def _read(self, value: Any) -> Any:
        try:
            read = read_value(self._column, value)
        except CellRefused as refusal:
            self.refused[self.text_of(value)] = refusal.told
            read = None
        return self.default if read is None else read


def _are_plain(texts: Sequence[str]) -> bool:
    """Whether the texts are keys and texts as they stand."""
    if max(map(len, texts)) > KEY_LIMIT:
        return False
    together = "".join(texts)
    if not together.isprintable() or list(map(str.strip, texts)) != list(texts):
        return False
    if together.isascii():
        return True
    return unicodedata.is_normalized("NFC", together) and not _SOMETIMES_UNSEEN.search(together)


def _plain_numbers(column: Column, texts: Sequence[str]) -> list[float] | None:
    """The numbers, when all are of digits with a point or without and are what the column takes; else None."""
    together = "".join(texts)
    if not (together.isascii() and together.replace(".", "").isdecimal()) or max(map(len, texts)) > KEY_LIMIT:
        return None
    try:
        numbers = list(map(float, texts))
    except ValueError:
        return None
    if column.type is ColumnType.MONEY and max(map(len, texts)) > EXACT_DIGITS:
        return None
    fits = column.type is ColumnType.MONEY or min(numbers) > 0
    if column.type is ColumnType.WEIGHT:
        fits = fits and max(numbers) <= 1
    return numbers if fits else None


class SharedValues:
    """Values read so far, shared by the columns that read text alike."""

    def __init__(self) -> None:
        self._values: dict[tuple[Any, ...], ColumnValues] = {}

    def of(self, kind: Kind[Any], column: Column) -> ColumnValues:
        """The values of that column, and of those like it."""
        nothing = () if column.type in (ColumnType.KEYS, ColumnType.ENUMS) else None
        default = nothing if column.is_required else column.default
        if column.type in (ColumnType.TEXT, ColumnType.KEYS):
            return ColumnValues(column, default)
        refers_to = column.refers_to or kind.name if column.type is ColumnType.KEY else None
        alike = (column.type, refers_to, column.words, default, column.years_ahead)
        return self._values.setdefault(alike, ColumnValues(column, default))
