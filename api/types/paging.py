"""Pages: Relay's connections with keyset cursors, which stay right while rows are added."""

from __future__ import annotations

import strawberry


@strawberry.type(description="Where a page lies in the whole list.")
class PageInfo:
    """Relay's PageInfo."""

    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there is something before this page.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first edge; null on an empty page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last edge: the next page's `after`.")
