"""Pages of lists: how long one may be, and cursors of lists read by rank. Callers treat those as opaque."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

import orjson

from graph.errors import QuestionRejected

PAGE_LIMIT = 100
FINDINGS_PAGE_LIMIT = 500


def check_first(first: int, limit: int) -> None:
    """QuestionRejected, which names the limit, when a page cannot be that long."""
    if not 1 <= first <= limit:
        raise QuestionRejected(f"first: {first} is out of range; expected 1 to {limit}")


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
