"""Text to values, a column at a time: each distinct text is read once, and plain keys and texts not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.record_kind import Column, ColumnType, RecordKind
from graph.rules.cells import KEY_LIMIT, CellRefused, read_cell

_SPECIAL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_VERBATIM = (ColumnType.KEY, ColumnType.TEXT)


class ColumnValues(dict[str, Any]):
    """Text to value, read when first asked for; what was refused is None and explained in `refused`."""

    def __init__(self, column: Column, default: Any) -> None:
        super().__init__()
        self.column = column
        self.default = default
        self.refused: dict[str, str] = {}
        self[""] = default

    def of_batch(self, texts: Sequence[str]) -> Sequence[Any]:
        """The values of the texts. Keys and texts as plain as most are need no look at each.

        Of equal keys all become one object: its hash is computed once, and comparing it is comparing addresses.
        """
        if self.column.type in _VERBATIM and max(map(len, texts)) <= KEY_LIMIT:
            together = "".join(texts)
            if together.isprintable() or not _SPECIAL.search(together):
                if self.column.type is ColumnType.KEY:
                    return list(map(self.setdefault, texts, texts))
                return [text or None for text in texts] if "" in texts else texts
        return list(map(self.__getitem__, texts))

    def __missing__(self, text: str) -> Any:
        try:
            value = read_cell(self.column, text)
        except CellRefused as refusal:
            self.refused[text] = str(refusal)
            value = None
        if value is None:
            value = self.default
        self[text] = value
        return value


class SharedValues:
    """Values read so far, shared by the columns that read text alike."""

    def __init__(self) -> None:
        self._values: dict[tuple[Any, ...], ColumnValues] = {}

    def of(self, kind: RecordKind, column: Column) -> ColumnValues:
        """The values of that column, and of those like it."""
        nothing = () if column.type in (ColumnType.KEYS, ColumnType.ENUMS) else None
        default = nothing if column.is_required else kind.record._field_defaults.get(column.name, nothing)
        if column.type in (ColumnType.TEXT, ColumnType.KEYS):
            return ColumnValues(column, default)
        refers_to = column.refers_to or kind.name if column.type is ColumnType.KEY else None
        alike = (column.type, refers_to, column.words, default)
        return self._values.setdefault(alike, ColumnValues(column, default))
