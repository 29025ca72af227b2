"""Cursors: the sort key of a row as text. Callers treat them as opaque."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

import orjson

from graph.errors import QuestionRejected


def to_cursor(sort_key: Sequence[str]) -> str:
    """The cursor of the row with that sort key."""
    return base64.urlsafe_b64encode(orjson.dumps(list(sort_key))).decode("ascii").rstrip("=")


def from_cursor(cursor: str, length: int) -> tuple[str, ...]:
    """The sort key of a cursor; QuestionRejected when it is none of this list's.

    >>> from_cursor(to_cursor(["Acme", "c-1"]), 2)
    ('Acme', 'c-1')
    """
    try:
        decoded = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        values = orjson.loads(decoded)
    except (binascii.Error, UnicodeEncodeError, orjson.JSONDecodeError):
        values = None
    if not isinstance(values, list) or len(values) != length or not all(isinstance(v, str) for v in values):
        raise QuestionRejected("after: not a cursor of this list")
    return tuple(values)
