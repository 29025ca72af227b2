"""`changes`: what is different in an account between two days?"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.resolvers.arguments import CompanyKey, Info, WhatIf, policy_changes
from queries.changes import CHANGES, Change, ChangesParams


async def changes(
    info: Info,
    company: CompanyKey,
    from_: Annotated[date, strawberry.argument(name="from", description="The earlier day.")],
    to: Annotated[date | None, strawberry.argument(description="The later day; today when left out.")] = None,
    policy: WhatIf = None,
) -> tuple[Change, ...]:
    """What joined, left, moved, turned, opened, ended, appeared and disappeared."""
    context = info.context
    later = to or context.asker.today()
    params = ChangesParams(
        company=company, from_day=from_, to_day=later, as_of=later, policy=policy_changes(policy)
    )
    return await context.asker.ask(CHANGES, params)
