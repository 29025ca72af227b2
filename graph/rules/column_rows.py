"""Columns, to be taken as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from graph.model.record import Row


class ColumnRows(Sequence[Row]):
    """Rows made from columns of equal length when a slice of them is taken: never all at once."""

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[Row]:
        return zip(*self._columns, strict=True)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, int):
            return tuple(values[at] for values in self._columns)
        return list(zip(*(values[at] for values in self._columns), strict=True))
