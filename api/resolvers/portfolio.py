"""`portfolio`: which accounts are at risk, and how much of what they are worth to us? From kept postures."""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from api.resolvers.arguments import After, Info
from api.resolvers.kept_filters import portfolio_filter
from api.resolvers.paging import page_info
from api.types import portfolio as shown
from graph.posture import PortfolioOrder
from queries.page_cursor import PAGE_LIMIT, check_first
from queries.portfolio import PortfolioParams


async def portfolio(
    info: Info,
    filter: Annotated[shown.PortfolioFilter | None, strawberry.argument(description="Which accounts.")] = None,
    order_by: Annotated[
        PortfolioOrder,
        strawberry.argument(
            description="The order; what is equal in it the worst first, then by the account's key."
        ),
    ] = PortfolioOrder.SEVERITY,
    first: Annotated[int, strawberry.argument(description="How many, 1 to 100.")] = 50,
    after: After = None,
) -> shown.PortfolioConnection:
    """A page of accounts."""
    check_first(first, PAGE_LIMIT)
    wanted = portfolio_filter(filter)
    params = PortfolioParams(wanted=wanted, order=order_by, first=first, after=after)
    page = await info.context.kept.portfolio(params)
    return shown.PortfolioConnection(
        edges=cast(list[shown.PortfolioEdge], page.edges),
        page_info=page_info(page.edges, has_next=page.has_next_page, has_previous=page.has_previous_page),
        wanted=wanted,
        never_computed_count=page.never_computed_count,
        policy_version=page.policy_version,
    )
