"""`rates`: the dated exchange rates, as they are recorded."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.resolvers.arguments import Info
from graph.records import Rate


async def rates(
    info: Info,
    currency: Annotated[
        str | None, strawberry.argument(description="Those of this currency alone, an ISO 4217 code.")
    ] = None,
    on: Annotated[
        date | None,
        strawberry.argument(description="Those that hold on the day, one of each currency; all when left out."),
    ] = None,
) -> list[Rate]:
    """By currency and day."""
    known = await info.context.asker.rates()
    chosen = known.by_currency if on is None else {name: (held,) for name, held in known.on(on).items()}
    return [
        Rate(name, held.on.isoformat(), held.rate)
        for name, dated in chosen.items()
        if currency in (None, name)
        for held in dated
    ]
