"""How records are described: the columns of a kind, what identifies a record, and tables of rows to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from graph.model.word import Words
from graph.model.words import Certainty

Row = tuple[Any, ...]
Identity = tuple[Any, ...]
Enumeration = type[Words]


class ColumnType(Enum):
    """What a column holds; decides how a cell is read, checked and stored."""

    KEY = auto()  # text, 1 to 200 characters; a reference when `refers_to` is set
    KEYS = auto()  # several references
    TEXT = auto()
    ENUM = auto()
    ENUMS = auto()  # several members
    DATE = auto()
    WEIGHT = auto()  # (0, 1]
    MONEY = auto()  # >= 0
    RATE = auto()  # > 0
    CURRENCY = auto()  # ISO 4217
    SCALE = auto()  # 1 to 5
    TRUST = auto()  # 1 to 5 or its name
    FLAG = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a bundle file."""

    name: str
    type: ColumnType
    is_required: bool = False
    refers_to: str | None = None
    """The record kind that the key names."""
    words: Enumeration | None = None
    """The enumeration that the cell is of."""


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record: its file name, type, columns in record order and what identifies one."""

    name: str
    record: type[Any]
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    ends: tuple[str, ...] = ()
    """For edges, what two periods of one edge share: the identity without `valid_from`."""
    column_names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        names = tuple(column.name for column in self.columns)
        if names != self.record._fields:
            raise TypeError(f"{self.name}: columns {names} are not the fields of {self.record.__name__}")
        object.__setattr__(self, "column_names", names)

    @property
    def is_edge(self) -> bool:
        """Whether rows are periods of an edge, with validity dates, certainty and source."""
        return bool(self.ends)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def key(name: str, refers_to: str | None = None, *, required: bool = True) -> Column:
    """A column that holds a key; a reference when it says of what kind."""
    return Column(name, ColumnType.KEY, required, refers_to)


def enum(name: str, of: Enumeration, *, required: bool = False) -> Column:
    """A column that holds one of the words."""
    return Column(name, ColumnType.ENUM, required, words=of)


def text(name: str, *, required: bool = False) -> Column:
    """A column that holds any text."""
    return Column(name, ColumnType.TEXT, required)


PERIOD = (Column("valid_from", ColumnType.DATE), Column("valid_to", ColumnType.DATE))
"""From when to when a record holds."""
SAID = (enum("certainty", Certainty), text("source"))
"""How sure a record is, and who said so."""


def edge(name: str, record: type[Any], columns: tuple[Column, ...], ends: tuple[str, ...]) -> RecordKind:
    """A kind whose rows are periods of an edge between the ends."""
    return RecordKind(name, record, columns + PERIOD + SAID, (*ends, "valid_from"), ends)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind, each with a value for every named column.

    `columns` holds at least the identity. A column that is not named is left as it is in the store; a named
    one with `None` becomes unknown. Values have the types of the record's fields.
    """

    kind: RecordKind
    columns: tuple[str, ...]
    rows: Sequence[Row]
