"""What a kind of record is: its bundle file, its class, its columns, and what identifies one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from functools import partial
from types import NoneType
from typing import Generic, TypeVar, get_args, get_type_hints

from graph.model.cell import Cell
from graph.model.column import Column
from graph.model.record import Record, Row, make

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Kind(Generic[R]):
    """A kind of record. Two are the same when they are one object.

    TypeError for a field without a meaning, and an identity that names no field.
    """

    name: str
    """Of the bundle file, and of all that is named after the kind."""
    record: type[R]
    identity: tuple[str, ...] = ("key",)
    ends: tuple[str, ...] = ()
    """For edges, what two periods of one edge share: the identity without `valid_from`."""
    columns: tuple[Column, ...] = field(init=False)
    """As the record declares them, in its order."""
    column_names: tuple[str, ...] = field(init=False)
    searched: tuple[str, ...] = field(init=False)
    """The columns that nodes are found by words of, first the key and the name; none for what is not searched."""
    _by_name: dict[str, Column] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        columns = tuple(_columns(self.record))
        by_name = {column.name: column for column in columns}
        strangers = {*self.identity, *self.ends} - by_name.keys()
        if strangers:
            raise TypeError(f"{self.name}: {sorted(strangers)} are not fields of {self.record.__name__}")
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "column_names", tuple(by_name))
        object.__setattr__(self, "_by_name", by_name)
        searchable = [column.name for column in columns if column.is_searchable]
        object.__setattr__(self, "searched", ("key", *searchable) if searchable else ())

    @property
    def is_edge(self) -> bool:
        """Whether rows are periods of an edge, with validity dates, certainty and source."""
        return bool(self.ends)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when there is none."""
        return self._by_name[name]

    def records(self, rows: Iterable[Row]) -> list[R]:
        """Records of rows with just their values, without a call into Python for each."""
        return list(map(partial(make, self.record), rows))


def edge_kind(name: str, record: type[R], ends: tuple[str, ...]) -> Kind[R]:
    """A kind whose records are periods of an edge between the ends."""
    return Kind(name=name, record=record, identity=(*ends, "valid_from"), ends=ends)


def _columns(record: type[Record]) -> Iterable[Column]:
    hints = get_type_hints(record, include_extras=True)
    for name in record.fields:
        said = [mark for mark in getattr(hints[name], "__metadata__", ()) if isinstance(mark, Cell)]
        if len(said) != 1:
            raise TypeError(f"{record.__name__}.{name}: expected one meaning beside the type, found {len(said)}")
        (meaning,) = said
        held = get_args(hints[name])[0]
        is_required = record.is_required(name)
        yield Column(
            name=name,
            is_required=is_required,
            is_nullable=NoneType in get_args(held),
            default=None if is_required else record.defaults[name],
            **{said.name: getattr(meaning, said.name) for said in fields(Cell)},
        )
