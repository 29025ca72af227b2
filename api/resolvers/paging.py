"""Where a page lies, for lists whose edges carry their cursors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.types.paging import PageInfo


def page_info(edges: Sequence[Any], *, has_next: bool, has_previous: bool) -> PageInfo:
    """Of the edges of a page, in their order."""
    return PageInfo(
        has_next_page=has_next,
        has_previous_page=has_previous,
        start_cursor=edges[0].cursor if edges else None,
        end_cursor=edges[-1].cursor if edges else None,
    )
