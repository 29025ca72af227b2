"""`powerMap`: who is who in an account, who listens to whom, and how near we are to each."""

from __future__ import annotations

from datetime import date

from api.context import Context
from queries.power_map import POWER_MAP, PowerMap, PowerMapParams


async def power_map(
    context: Context, company: str | None, opportunity: str | None, as_of: date | None
) -> PowerMap:
    """The map of a company, or of an opportunity's customer."""
    return await context.asker.ask(
        POWER_MAP, PowerMapParams(company=company, opportunity=opportunity, as_of=as_of)
    )
