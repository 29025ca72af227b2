"""What the graph would hold after a change: the rows brought, over those of the store that matter to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from graph.record_kind import RecordKind, Row
from graph.records import RECORD_KINDS
from graph.rules.row_reader import InputRows


class Finding(NamedTuple):
    """A rule broken. `origin` is the index of the row among those brought of the kind; None if of none."""

    kind: str
    origin: int | None
    column: str | None
    value: str | None
    expected: str


def identify(kind: RecordKind, columns: Sequence[str] | None = None) -> Callable[[Row], Any]:
    """From a row with those columns (default: all) to what identifies it; a bare value if that is one column."""
    return itemgetter(*((columns or kind.column_names).index(name) for name in kind.identity))


@dataclass(slots=True)
class Records:
    """The rows of one kind, in record order: those brought first, then the store's that they do not replace."""

    kind: RecordKind
    rows: list[Row]
    origins: Sequence[int]
    """Of the first rows: their index among those brought."""
    _unique: dict[tuple[str, ...], bool] = field(default_factory=dict)

    def column(self, name: str) -> list[Any]:
        """The values of a column, one per row."""
        return list(map(itemgetter(self.kind.column_names.index(name)), self.rows))

    def brought(self, name: str) -> list[Any]:
        """The values of a column in the rows brought."""
        values = self.column(name)
        del values[len(self.origins) :]
        return values

    def are_unique(self, columns: Sequence[str]) -> bool:
        """Whether no two rows have the same values in the columns."""
        known = self._unique.get(tuple(columns))
        if known is None:
            values = map(itemgetter(*map(self.kind.column_names.index, columns)), self.rows)
            known = self._unique[tuple(columns)] = len(set(values)) == len(self.rows)
        return known

    def origin(self, index: int) -> int | None:
        """Where the row at that index was brought; None for a row of the store."""
        return self.origins[index] if index < len(self.origins) else None

    def finding(self, index: int, column: str | None, expected: str) -> Finding:
        """A rule broken by the row at that index."""
        value = None if column is None else self.rows[index][self.kind.column_names.index(column)]
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
    _by_key: dict[str, dict[str, Row]] = field(default_factory=dict)

    def of(self, kind: RecordKind) -> Records:
        """The records of the kind."""
        return self.records[kind.name]

    def by_key(self, kind: RecordKind) -> dict[str, Row]:
        """The records of a kind of node by key."""
        found = self._by_key.get(kind.name)
        if found is None:
            rows = self.records[kind.name].rows
            found = self._by_key[kind.name] = dict(zip(map(itemgetter(0), rows), rows, strict=True))
        return found

    def attribute(self, kind: RecordKind, key_column: str, value_column: str) -> dict[str, Any]:
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
        parts = [_full_rows(part, held) for part in inputs.get(name, ())]
        rows = parts[0] if len(parts) == 1 else list(chain.from_iterable(parts))
        origins = range(len(rows))
        if held:
            brought = set(map(identify(kind), rows))
            rows = rows + [row for identity, row in held.items() if identity not in brought]
        records[name] = Records(kind, rows, origins)
    return State(records, inputs, stored, frozenset(moved))


def _full_rows(part: InputRows, stored: Mapping[Any, Row]) -> list[Row]:
    """The rows of the part in record order, each with every column."""
    kind, names = part.kind, part.columns
    if names == kind.column_names:
        return part.rows
    held = list(map(stored.get, map(identify(kind, names), part.rows))) if stored else None
    columns: list[Iterable[Any]] = []
    for place, column in enumerate(kind.columns):
        if column.name in names:
            columns.append(map(itemgetter(names.index(column.name)), part.rows))
            continue
        default = None if column.is_required else kind.record._field_defaults.get(column.name)
        if held is None:
            columns.append(repeat(default, len(part.rows)))
        else:
            columns.append([default if row is None else row[place] for row in held])
    return list(zip(*columns, strict=True))
