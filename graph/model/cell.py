"""What a field of a record holds: the type of its cells, its labels, what it means, and who may not see it.

A record is declared as a class whose fields are annotated with these, as in
`phone: Annotated[str | None, cell.text("Phone", "电话", "Telephone number.")] = None`. Whether a value is
required, and what is meant without one, follows from the annotation and the default (`graph.model.kind`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from graph.model.masks import Mask
from graph.model.word import Words

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands beside the type in the annotation of a field."""

    type: ColumnType
    english: str
    chinese: str
    meaning: str
    """In a sentence or two; the GraphQL schema and docs/bundle.md show it."""
    refers_to: str | None = None
    """The name of the record kind that the key is of."""
    words: Enumeration | None = None
    """The enumeration that the cell is of."""
    mask: Mask | None = None
    """The group of fields with which it may be withheld."""
    is_searchable: bool = False
    """Whether nodes are found by words of it."""
    years_ahead: int | None = 50
    """How many years ahead of today a day of it is believed; None for any."""


def said(
    of: ColumnType,
    english: str,
    chinese: str,
    meaning: str,
    *,
    refers_to: str | None = None,
    words: Enumeration | None = None,
    mask: Mask | None = None,
    is_searchable: bool = False,
    years_ahead: int | None = 50,
) -> Cell:
    """What the annotation of a field says."""
    return Cell(
        type=of,
        english=english,
        chinese=chinese,
        meaning=meaning,
        refers_to=refers_to,
        words=words,
        mask=mask,
        is_searchable=is_searchable,
        years_ahead=years_ahead,
    )


key = partial(said, ColumnType.KEY)
keys = partial(said, ColumnType.KEYS)
text = partial(said, ColumnType.TEXT)
enum = partial(said, ColumnType.ENUM)
enums = partial(said, ColumnType.ENUMS)
day = partial(said, ColumnType.DATE)
weight = partial(said, ColumnType.WEIGHT)
money = partial(said, ColumnType.MONEY, mask=Mask.MONEY)
rate = partial(said, ColumnType.RATE)
currency = partial(said, ColumnType.CURRENCY)
scale = partial(said, ColumnType.SCALE)
trust = partial(said, ColumnType.TRUST, mask=Mask.JUDGEMENT)
flag = partial(said, ColumnType.FLAG)
