"""`decisionChain`: who really decides, stage by stage, which way it leans, and who can move it."""

from __future__ import annotations

from datetime import date

from api.context import Context
from queries.decision_chain import DECISION_CHAIN, DecisionChain, DecisionChainParams


async def decision_chain(context: Context, opportunity: str, as_of: date | None) -> DecisionChain:
    """The chain of an opportunity."""
    return await context.asker.ask(DECISION_CHAIN, DecisionChainParams(opportunity=opportunity, as_of=as_of))
