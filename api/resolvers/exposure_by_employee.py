"""`exposureByEmployee`: how much of our accounts hangs on each of our people alone? From kept postures."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from api.resolvers.arguments import After, Info
from api.resolvers.kept_filters import portfolio_filter
from api.resolvers.paging import page_info
from api.types import exposure_by_employee as shown
from api.types.portfolio import PortfolioFilter
from queries.exposure import ExposureOrder, ExposureParams
from queries.page_cursor import PAGE_LIMIT, check_first


async def exposure_by_employee(
    info: Info,
    filter: Annotated[PortfolioFilter | None, strawberry.argument(description="In which accounts.")] = None,
    order_by: Annotated[
        ExposureOrder,
        strawberry.argument(description="The order; what is equal in it the worst first, then by key."),
    ] = ExposureOrder.SEVERITY,
    first: Annotated[int, strawberry.argument(description="How many, 1 to 100.")] = 50,
    after: After = None,
) -> shown.ExposureConnection:
    """A page of our people with live ties into the accounts."""
    check_first(first, PAGE_LIMIT)
    params = ExposureParams(wanted=portfolio_filter(filter), order=order_by, first=first, after=after)
    page = await info.context.kept.exposure_by_employee(params)
    return shown.ExposureConnection(
        edges=cast(list[shown.ExposureEdge], page.edges),
        page_info=page_info(page.edges, has_next=page.has_next_page, has_previous=page.has_previous_page),
        total_count=page.total_count,
        stale_account_count=page.stale_account_count,
        missing_account_count=page.never_computed_count,
        policy_version=page.policy_version,
    )
