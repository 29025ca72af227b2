"""`decisionChain`: who really decides, stage by stage, which way it leans, and who can move it."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.model.words import NodeKind
from queries.decision_chain import DECISION_CHAIN, DecisionChain, DecisionChainParams


async def decision_chain(
    info: Info,
    opportunity: Annotated[
        strawberry.ID,
        strawberry.argument(description="Key of the opportunity.", metadata=key_of(NodeKind.OPPORTUNITY)),
    ],
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> DecisionChain:
    """The chain of an opportunity."""
    params = DecisionChainParams(opportunity=opportunity, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(DECISION_CHAIN, params)
