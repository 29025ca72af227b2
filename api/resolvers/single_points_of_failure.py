"""`singlePointsOfFailure`: which relationships hang on one person, and what is lost without that person?"""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.cursors import check_first
from api.limits import FINDINGS_PAGE_LIMIT
from api.resolvers.arguments import After, AsOf, Info, WhatIf, policy_changes
from api.types import single_points_of_failure as shown
from api.types.paging import PageInfo
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams


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
        policy=policy_changes(policy),
    )
    page = await info.context.asker.ask(SINGLE_POINTS_OF_FAILURE, params)
    return shown.SinglePointConnection(
        edges=page.edges,  # type: ignore[arg-type]
        page_info=PageInfo(
            has_next_page=page.has_next_page,
            has_previous_page=page.has_previous_page,
            start_cursor=page.edges[0].cursor if page.edges else None,
            end_cursor=page.edges[-1].cursor if page.edges else None,
        ),
        total_count=page.total_count,
        policy_version=page.policy_version,
    )
