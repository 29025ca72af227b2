"""`repairPlan`: which few ties give every key person the redundancy we want, and who should make each?"""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.model.words import NodeKind
from queries.repair_plan import REPAIR_PLAN, RepairPlan, RepairPlanParams


async def repair_plan(
    info: Info,
    company: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Key of a company: the key people of its part of its account.",
            metadata=key_of(NodeKind.COMPANY),
        ),
    ] = None,
    opportunity: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Key of an opportunity: the people of its decision. One of the two.",
            metadata=key_of(NodeKind.OPPORTUNITY),
        ),
    ] = None,
    redundancy: Annotated[
        int | None,
        strawberry.argument(
            description="Live ties by different employees wanted for a key person; else the policy's number."
        ),
    ] = None,
    capacity: Annotated[
        int | None,
        strawberry.argument(description="How many new ties one employee may make; else the policy's number."),
    ] = None,
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> RepairPlan:
    """The smallest repair of a company or an opportunity."""
    params = RepairPlanParams(
        company=company,
        opportunity=opportunity,
        redundancy=redundancy,
        capacity=capacity,
        as_of=as_of,
        policy=policy_changes(policy),
    )
    return await info.context.asker.ask(REPAIR_PLAN, params)
