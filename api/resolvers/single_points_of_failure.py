"""`singlePointsOfFailure`: which relationships hang on one person, and what is lost without that person?"""

from __future__ import annotations

from typing import Annotated, cast

import strawberry

from api.graphql.views import given_value
from api.resolvers.arguments import After, AsOf, Info, WhatIf
from api.resolvers.paging import page_info
from api.types import single_points_of_failure as shown
from graph.policy_book import PolicyChange
from queries.page_cursor import FINDINGS_PAGE_LIMIT, check_first
from queries.single_points_of_failure import SinglePointsOfFailureParams


async def single_points_of_failure(
    info: Info,
    filter: Annotated[shown.SinglePointFilter | None, strawberry.argument(description="Which findings.")] = None,
    first: Annotated[int, strawberry.argument(description="How many, 1 to 500.")] = 50,
    after: After = None,
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> shown.SinglePointConnection:
    """A page of findings over one account or all of them."""
    check_first(first, FINDINGS_PAGE_LIMIT)
    chosen = filter or shown.SinglePointFilter()
    params = SinglePointsOfFailureParams(
        company=chosen.company,
        employee=chosen.employee,
        min_severity=chosen.min_severity,
        kind=chosen.kind,
        first=first,
        after=after,
        as_of=as_of,
        policy=given_value(tuple[PolicyChange, ...], policy or []),
    )
    page = await info.context.kept.single_points_of_failure(info.context.viewer, params)
    return shown.SinglePointConnection(
        edges=cast(list[shown.SinglePointEdge], page.edges),
        page_info=page_info(page.edges, has_next=page.has_next_page, has_previous=page.has_previous_page),
        total_count=page.total_count,
        less_severe_count=page.less_severe_count,
        stale_account_count=page.stale_account_count,
        policy_version=page.policy_version,
    )
