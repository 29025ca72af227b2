"""What a record is: one fact as it was brought, in plain text and numbers, made by the names of its fields.

Dates are ISO 8601 text (they sort as dates), enumerations their names, lists tuples of text; `None` is "nothing is
known". A record is immutable, and equals one that says the same.
"""

from __future__ import annotations

import inspect
from collections import namedtuple
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, cast, dataclass_transform

Row = tuple[Any, ...]
"""The values of a record, or of some of its columns, where many are carried at once: within stores and rules."""
Identity = tuple[Any, ...]
"""The values that identify a record among those of its kind."""

# A tuple when it runs, cheap to make by the ten thousand; to the type checker none, so that nobody counts places.
if TYPE_CHECKING:

    class _Values:
        """Has no places."""

else:
    _Values = tuple

make: Callable[..., Any] = tuple.__new__
"""The record of a class and a row of just its values, unchecked."""

_REQUIRED: Any = object()


@dataclass_transform(kw_only_default=True, frozen_default=True, order_default=True)
class RecordType(type):
    """Makes classes of records: the annotated fields of the class come first, then those of its bases."""

    defaults: dict[str, Any]
    """Every field, in order, with what it holds when nothing is said of it."""

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> RecordType:
        """Every field becomes a reader of its place in the tuple, as fast as that of a named tuple."""
        made = super().__new__(mcs, name, bases, {**namespace, "__slots__": ()})
        fields = {field: namespace.get(field, _REQUIRED) for field in inspect.get_annotations(made)}
        for base in bases:
            inherited = base.defaults if isinstance(base, RecordType) else {}
            fields |= {field: default for field, default in inherited.items() if field not in fields}
        made.defaults = fields
        readers = vars(namedtuple(name, fields))
        for field in fields:
            setattr(made, field, readers[field])
        return made

    @property
    def fields(cls) -> tuple[str, ...]:
        """The names of the fields, in order."""
        return tuple(cls.defaults)

    def is_required(cls, field: str) -> bool:
        """Whether a record cannot be made without saying something of the field."""
        return cls.defaults[field] is _REQUIRED


class Record(_Values, metaclass=RecordType):
    """The base of all records.

    >>> class Seat(Record):
    ...     key: str
    ...     holder: str | None = None
    >>> seat = Seat(key="s-1")
    >>> seat, seat.replace(holder="p-1").holder
    (Seat(key='s-1', holder=None), 'p-1')
    >>> Seat("s-1")
    Traceback (most recent call last):
    TypeError: Seat is made by the names of its fields
    """

    def __new__(cls, *places: Any, **values: Any) -> Self:
        """TypeError for a field that is missing, one that there is not, and values without their names."""
        if places:
            raise TypeError(f"{cls.__name__} is made by the names of its fields")
        row = tuple({**cls.defaults, **values}.values())
        if len(row) != len(cls.defaults) or _REQUIRED in row:
            missing = [field for field in cls.fields if cls.is_required(field) and field not in values]
            unknown = [field for field in values if field not in cls.defaults]
            raise TypeError(f"{cls.__name__}: fields that are missing: {missing}, that it has not: {unknown}")
        made: Self = make(cls, row)
        return made

    def __reduce__(self) -> tuple[Any, ...]:
        """Is copied as it stands."""
        return make, (type(self), row_of(self))

    def __repr__(self) -> str:
        said = ", ".join(f"{field}={value!r}" for field, value in as_dict(self).items())
        return f"{type(self).__name__}({said})"

    def replace(self, **changes: Any) -> Self:
        """The record with other values; TypeError for a field that it has not."""
        return type(self)(**as_dict(self) | changes)


def row_of(record: Record) -> Row:
    """The values of the record, in the order of its fields."""
    return tuple(cast(Row, record))


def as_dict(record: Record) -> dict[str, Any]:
    """The values of the record by field."""
    return dict(zip(type(record).fields, row_of(record), strict=True))
