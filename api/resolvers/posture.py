"""`posture`: where an account stood, day by day, as it was computed then."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.resolvers.arguments import CompanyKey, Info
from api.resolvers.kept_filters import account_of
from graph.errors import QuestionRejected
from graph.posture import Posture


async def posture(
    info: Info,
    company: CompanyKey,
    from_: Annotated[
        date | None,
        strawberry.argument(name="from", description="The first day; the first one kept when left out."),
    ] = None,
    to: Annotated[
        date | None, strawberry.argument(description="The last day; the last one kept when left out.")
    ] = None,
) -> list[Posture]:
    """The kept days of the company's account, by day."""
    if from_ is not None and to is not None and to < from_:
        raise QuestionRejected(f"to: {to}: expected {from_} or later")
    store = info.context.store
    return await store.postures.read_posture_days(
        await account_of(store, company),
        None if from_ is None else from_.isoformat(),
        None if to is None else to.isoformat(),
    )
