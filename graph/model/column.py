"""What a column is: a field of a record, with what its declaration says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.model.cell import Cell, ColumnType


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Cell):
    """One field of a kind of record: one column of its bundle file."""

    name: str
    is_required: bool
    """Whether a record cannot be without a value."""
    is_nullable: bool
    """Whether the record may hold None: what is neither required nor nullable has another default."""
    default: Any
    """What a record holds that says nothing of it; None for a required one."""

    @property
    def holds_many(self) -> bool:
        """Whether a value of it is a list."""
        return self.type in (ColumnType.KEYS, ColumnType.ENUMS)
