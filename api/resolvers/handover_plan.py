"""`handoverPlan`: which colleague takes over which contact, and by when, before an employee's last day?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.handing_over import read_handovers
from graph.model.words import NodeKind
from graph.policy_book import PolicyChange
from graph.store import GraphStore
from graph.teams import colleagues_of, our_people
from queries.ask import Asker
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams
from queries.staying import days_of_handover


async def handover_plan(
    info: Info,
    employee: Annotated[
        strawberry.ID,
        strawberry.argument(description="Key of our employee who leaves.", metadata=key_of(NodeKind.PERSON)),
    ],
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
    context, what_if = info.context, policy_changes(policy)
    return await plan_handover(context.store, context.asker, employee, last_day, capacity, as_of, what_if)


async def plan_handover(
    store: GraphStore,
    asker: Asker,
    employee: str,
    last_day: date,
    capacity: int | None,
    as_of: date | None,
    policy: Sequence[PolicyChange] = (),
) -> HandoverPlan:
    """The plan as of the day, or else of today, but of the last day when that is over; with colleagues to ask.

    Our people at large are read, and the plan made again with their help, only when a contact goes to nobody.
    """
    day = as_of or min(asker.today(), last_day)
    days = days_of_handover(last_day)
    params = HandoverPlanParams(
        employee=employee,
        last_day=last_day,
        capacity=capacity,
        colleagues=await colleagues_of(store, (employee,), day, also_on=days),
        handovers=tuple(await read_handovers(store, employee)),
        as_of=day,
        policy=tuple(policy),
    )
    plan = await asker.ask(HANDOVER_PLAN, params)
    if not plan.unassigned:
        return plan
    return await asker.ask(HANDOVER_PLAN, replace(params, team=await our_people(store, day, also_on=days)))
