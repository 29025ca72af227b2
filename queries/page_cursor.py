"""Pages of lists: how long one may be, and cursors of lists in an order. Callers treat those as opaque."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeAlias

import orjson

from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.shown import said
from graph.posture import Place

PAGE_LIMIT = 100
FINDINGS_PAGE_LIMIT = 500
After: TypeAlias = Annotated[str | None, said(Told("Cursor of the edge to go on behind.", "从此游标之后继续。"))]
Cursor: TypeAlias = Annotated[str, said("Place of this edge: `after` goes on behind it.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInfo:
    """Where a page lies in the whole list."""

    has_next_page: Annotated[bool, said("Whether there is more after this page.")]
    has_previous_page: Annotated[bool, said("Whether there is something before this page.")]
    start_cursor: Annotated[str | None, said("Cursor of the first edge; null on an empty page.")]
    end_cursor: Annotated[str | None, said("Cursor of the last edge: the next page's `after`.")]


def how_many(limit: int) -> Told:
    """What is told of a parameter that says how long a page is."""
    return Told(f"How many, 1 to {limit}.", f"多少条，1 至 {limit}。")


def page_info(cursors: Sequence[str], *, has_next: bool, has_previous: bool) -> PageInfo:
    """Of a page whose edges have those cursors, in their order."""
    return PageInfo(
        has_next_page=has_next,
        has_previous_page=has_previous,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )


def to_cursor(*place: str) -> str:
    """The cursor of a row at that place: its texts in order, or the list's name and its place."""
    return urlsafe_b64encode(orjson.dumps(place)).decode().rstrip("=")


def from_cursor(name: str, cursor: str) -> str:
    """The rank that the cursor holds; QuestionRejected when it is none of the list of that name.

    >>> from_cursor("accounts", to_cursor("accounts", "a rank"))
    'a rank'
    """
    (rank,) = place_in_list(name, cursor, 1)
    return rank


def place_in_list(name: str, cursor: str, part_count: int) -> Place:
    """The place of so many texts that the cursor holds; QuestionRejected when it is none of that list."""
    of, *place = _texts(cursor, part_count + 1)
    if of != name:
        raise _not_of_this_list(cursor)
    return tuple(place)


def place_of(cursor: str) -> tuple[str, str]:
    """The two texts that the cursor holds; QuestionRejected when it is none.

    >>> place_of(to_cursor("Acme", "c-1"))
    ('Acme', 'c-1')
    """
    first, second = _texts(cursor, 2)
    return first, second


def _texts(cursor: str, count: int) -> list[str]:
    try:
        held = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (NotBase64, ValueError):
        held = None
    if not isinstance(held, list) or len(held) != count or not all(isinstance(text, str) for text in held):
        raise _not_of_this_list(cursor)
    return held


def _not_of_this_list(cursor: str) -> QuestionRejected:
    return QuestionRejected(
        Told(f"after: {cursor!r} is not a cursor of this list", f"after：{cursor!r} 不是此列表的游标")
    )
