"""Cursors of lists that are read by rank: which list, and the rank of the row. Callers treat them as opaque."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

import orjson

from graph.errors import QuestionRejected


def to_cursor(name: str, rank: str) -> str:
    """The cursor of the row with that rank in the list of that name."""
    return urlsafe_b64encode(orjson.dumps([name, rank])).decode().rstrip("=")


def from_cursor(name: str, cursor: str) -> str:
    """The rank that the cursor holds; QuestionRejected when it is none of the list of that name.

    >>> from_cursor("accounts", to_cursor("accounts", "a rank"))
    'a rank'
    """
    try:
        said = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (NotBase64, ValueError):
        said = None
    match said:
        case [str() as of, str() as rank] if of == name:
            return rank
    raise QuestionRejected(f"after: {cursor!r} is not a cursor of this list")
