"""`handoverPlan`: which colleague takes over which contact, and by when, before an employee's last day?"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from graph.teams import colleagues_of
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams


async def handover_plan(
    info: Info,
    employee: Annotated[strawberry.ID, strawberry.argument(description="Key of our employee who leaves.")],
    last_day: Annotated[
        date,
        strawberry.argument(description="The last working day. One that is over is asked about as of itself."),
    ],
    capacity: Annotated[
        int | None,
        strawberry.argument(
            description="How many contacts one colleague may take over; the policy's number when left out."
        ),
    ] = None,
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> HandoverPlan:
    """The plan for all contacts of one employee."""
    context = info.context
    day = as_of or min(context.asker.today(), last_day)
    params = HandoverPlanParams(
        employee=employee,
        last_day=last_day,
        capacity=capacity,
        colleagues=tuple(await colleagues_of(context.store, (employee,), day)),
        as_of=day,
        policy=policy_changes(policy),
    )
    return await context.asker.ask(HANDOVER_PLAN, params)
