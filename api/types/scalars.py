"""The Date scalar: ISO 8601 text in and out."""

from __future__ import annotations

from datetime import date

import strawberry
from strawberry.types.scalar import ScalarDefinition

from api.errors import DocumentRefused
from graph.messages.told import Told

_DATE_LENGTH = len("2026-03-31")


def iso_date(value: object) -> date:
    """The day that a text like 2026-03-31 names; DocumentRefused names a value that is none.

    >>> iso_date("2026-03-31")
    datetime.date(2026, 3, 31)
    """
    if isinstance(value, str) and len(value) == _DATE_LENGTH:
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    shown = repr(value)[:40]
    raise DocumentRefused(
        Told(f"{shown} is not a date; expected a day like 2026-03-31", f"{shown} 不是日期；应如 2026-03-31")
    )


def iso_text(value: date | str) -> str:
    """ISO text of a day. Records keep days as ISO text, which passes through."""
    return value if isinstance(value, str) else value.isoformat()


DATE: ScalarDefinition = strawberry.scalar(
    name="Date",
    description="A day as ISO 8601 text, for example 2026-03-31.",
    serialize=iso_text,
    parse_value=iso_date,
)
