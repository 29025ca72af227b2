"""What the graph would hold after a change: the rows brought, over those of the store that matter to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from graph.messages.told import Told
from graph.model.kind import Kind
from graph.model.record import Row
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.row_reader import InputRows


class Finding(NamedTuple):
    """A rule broken. `origin` is the index of the row among those brought of the kind; None if of none."""

    kind: str
    origin: int | None
    column: str | None
    value: str | None
    expected: Told


def identify(kind: Kind[Any]) -> Callable[[Row], Any]:
    """From a row to what identifies it; a bare value if that is one column."""
    return itemgetter(*map(kind.column_names.index, kind.identity))


@dataclass(slots=True)
class Records:
    """The rows of one kind, in record order: those brought first, then the store's that they do not replace."""

    kind: Kind[Any]
    columns: Sequence[Sequence[Any]]
    """The values of each column, one per row."""
    origins: Sequence[int]
    """Of the first rows: their index among those brought."""
    _rows: list[Row] | None = None
    _unique: dict[tuple[str, ...], bool] = field(default_factory=dict)

    @classmethod
    def of_rows(cls, kind: Kind[Any], rows: list[Row], origins: Sequence[int]) -> Records:
        """The same from rows."""
        columns = list(zip(*rows, strict=True)) if rows else [()] * len(kind.columns)
        return cls(kind, columns, origins, rows)

    @property
    def rows(self) -> list[Row]:
        """The rows; made when first asked for."""
        if self._rows is None:
            self._rows = list(zip(*self.columns, strict=True))
        return self._rows

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.columns[0])

    def column(self, name: str) -> Sequence[Any]:
        """The values of a column, one per row."""
        return self.columns[self.kind.column_names.index(name)]

    def brought(self, name: str) -> Sequence[Any]:
        """The values of a column in the rows brought."""
        values = self.column(name)
        return values if len(values) == len(self.origins) else values[: len(self.origins)]

    def are_unique(self, columns: Sequence[str]) -> bool:
        """Whether no two rows have the same values in the columns."""
        known = self._unique.get(tuple(columns))
        if known is None:
            first, others = columns[:1], columns[1:]
            if others and self.are_unique(first):
                known = True
            else:
                values = zip(*map(self.column, columns), strict=True) if others else self.column(*first)
                known = len(set(values)) == self.row_count
            self._unique[tuple(columns)] = known
        return known

    def origin(self, index: int) -> int | None:
        """Where the row at that index was brought; None for a row of the store."""
        return self.origins[index] if index < len(self.origins) else None

    def finding(self, index: int, column: str | None, expected: Told) -> Finding:
        """A rule broken by the row at that index."""
        value = None if column is None else self.column(column)[index]
        return Finding(self.kind.name, self.origin(index), column, value, expected)


@dataclass(slots=True)
class State:
    """The records after the change, as far as they matter to it.

    `stored` are rows of the store by identity; `moved` the people whose company, or whose company's side, the
    change alters.
    """

    records: Mapping[str, Records]
    inputs: Mapping[str, Sequence[InputRows]]
    stored: Mapping[str, Mapping[Any, Row]]
    moved: frozenset[str] = frozenset()
    _keys: dict[str, set[str]] = field(default_factory=dict)

    def of(self, kind: Kind[Any]) -> Records:
        """The records of the kind."""
        return self.records[kind.name]

    def columns_of(self, kind: Kind[Any], origin: int) -> tuple[str, ...]:
        """The columns that the row brought names."""
        return self._part_of(kind, origin)[0].columns

    def place_of(self, records: Records, index: int) -> Told:
        """Where the row at that index of the records comes from."""
        origin = records.origin(index)
        if origin is None:
            return Told("the store", "存储库中")
        part, place = self._part_of(records.kind, origin)
        return Told(f"row {part.numbers[place]}", f"第 {part.numbers[place]} 行")

    def _part_of(self, kind: Kind[Any], origin: int) -> tuple[InputRows, int]:
        """The part of the input that brought the row, and its index there."""
        for part in self.inputs[kind.name]:
            if origin < part.row_count:
                return part, origin
            origin -= part.row_count
        raise IndexError(origin)

    def keys(self, kind: Kind[Any]) -> set[str]:
        """The keys of a kind of node."""
        found = self._keys.get(kind.name)
        if found is None:
            found = self._keys[kind.name] = set(self.of(kind).column("key"))
        return found

    def attribute(self, kind: Kind[Any], key_column: str, value_column: str) -> dict[str, Any]:
        """One column of the kind by another."""
        records = self.of(kind)
        return dict(zip(records.column(key_column), records.column(value_column), strict=True))


def group_by_kind(inputs: Iterable[InputRows]) -> dict[str, list[InputRows]]:
    """The input by the kind's name, kinds in the order of RECORD_KINDS."""
    grouped: dict[str, list[InputRows]] = {}
    for part in inputs:
        grouped.setdefault(part.kind.name, []).append(part)
    return {name: grouped[name] for name in RECORD_KINDS if name in grouped}


def merge(
    inputs: Mapping[str, Sequence[InputRows]],
    stored: Mapping[str, Mapping[Any, Row]],
    moved: Iterable[str],
) -> State:
    """The state after the input: its rows win by identity, columns they do not name keep the stored value."""
    records: dict[str, Records] = {}
    for name, kind in RECORD_KINDS.items():
        held = stored.get(name, {})
        parts = [_full_columns(part, held) for part in inputs.get(name, ())]
        count = sum(part.row_count for part in inputs.get(name, ()))
        columns: list[Sequence[Any]] = [[] for _ in kind.columns]
        if len(parts) == 1:
            columns = parts[0]
        elif parts:
            columns = [list(chain(*pieces)) for pieces in zip(*parts, strict=True)]
        if held:
            brought = set(_identities(kind, dict(zip(kind.column_names, columns, strict=True))))
            kept = [row for identity, row in held.items() if identity not in brought]
            if kept:
                more = zip(*kept, strict=True)
                columns = [[*values, *others] for values, others in zip(columns, more, strict=True)]
        records[name] = Records(kind, columns, range(count))
    return State(records, inputs, stored, frozenset(moved))


def _identities(kind: Kind[Any], columns: Mapping[str, Sequence[Any]]) -> Iterable[Any]:
    """What identifies each row, as `identify` says it of one."""
    values = [columns[name] for name in kind.identity]
    return values[0] if len(values) == 1 else zip(*values, strict=True)


def _full_columns(part: InputRows, stored: Mapping[Any, Row]) -> list[Sequence[Any]]:
    """The values of every column of the kind, one per row of the part."""
    kind = part.kind
    brought = dict(zip(part.columns, part.values, strict=True))
    is_whole = len(brought) == len(kind.columns)
    held = list(map(stored.get, _identities(kind, brought))) if stored and not is_whole else None
    columns: list[Sequence[Any]] = []
    for place, column in enumerate(kind.columns):
        if column.name in brought:
            columns.append(brought[column.name])
        elif held is None:
            columns.append([column.default] * part.row_count)
        else:
            columns.append([column.default if row is None else row[place] for row in held])
    return columns
