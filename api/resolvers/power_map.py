"""`powerMap`: who is who in an account, who listens to whom, and how near we are to each."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.model.words import NodeKind
from queries.power_map import POWER_MAP, PowerMap, PowerMapParams


async def power_map(
    info: Info,
    company: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Key of the company; may be left out with an opportunity.",
            metadata=key_of(NodeKind.COMPANY),
        ),
    ] = None,
    opportunity: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="Key of the opportunity whose decision is shown; else over all open ones.",
            metadata=key_of(NodeKind.OPPORTUNITY),
        ),
    ] = None,
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> PowerMap:
    """The map of a company, or of an opportunity's customer."""
    params = PowerMapParams(company=company, opportunity=opportunity, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(POWER_MAP, params)
