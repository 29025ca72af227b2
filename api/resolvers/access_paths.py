"""`accessPaths`: through whom do we reach someone?"""

from __future__ import annotations

from datetime import date

from api.context import Context
from api.cursors import check_first
from api.limits import PAGE_LIMIT
from queries.access_paths import ACCESS_PATHS, AccessPath, AccessPathsParams


async def access_paths(
    context: Context, to: str, employee: str | None, first: int | None, as_of: date | None
) -> tuple[AccessPath, ...]:
    """The strongest path of each employee, strongest first."""
    if first is not None:
        check_first(first, PAGE_LIMIT)
    params = AccessPathsParams(to=to, employee=employee, first=first, as_of=as_of)
    return await context.asker.ask(ACCESS_PATHS, params)
