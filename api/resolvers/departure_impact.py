"""`departureImpact`: what do we lose in every account when these people leave, and who could take over?"""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.limits import KEYS_LIMIT
from api.resolvers.arguments import Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.errors import QuestionRejected
from graph.model.words import NodeKind
from graph.teams import colleagues_of, team_of
from queries.departure_impact import DEPARTURE_IMPACT, DepartureImpact, DepartureImpactParams


async def departure_impact(
    info: Info,
    people: Annotated[
        list[strawberry.ID] | None,
        strawberry.argument(
            description="Keys of the people who leave, of either side, at most 1000.",
            metadata=key_of(NodeKind.PERSON),
        ),
    ] = None,
    team_of_: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            name="teamOf",
            description="Key of a person who leaves with everybody below in the solid reporting lines of the day.",
            metadata=key_of(NodeKind.PERSON),
        ),
    ] = None,
    on: Annotated[
        date | None, strawberry.argument(description="The day on which they are gone; today when left out.")
    ] = None,
    policy: WhatIf = None,
) -> DepartureImpact:
    """The impact of people, of a team, or of both together."""
    context = info.context
    day = on or context.asker.today()
    if len(people or ()) > KEYS_LIMIT:
        raise QuestionRejected(f"people: {len(people or ())} keys; the limit is {KEYS_LIMIT}")
    team = await team_of(context.store, team_of_, day) if team_of_ is not None else ()
    leaving = tuple(dict.fromkeys((*(people or ()), *team)))
    if not leaving:
        raise QuestionRejected("people, teamOf: expected one of them at least")
    if len(leaving) > KEYS_LIMIT:
        raise QuestionRejected(f"people, teamOf: {len(leaving)} people leave; the limit is {KEYS_LIMIT}")
    params = DepartureImpactParams(
        people=leaving,
        colleagues=await colleagues_of(context.store, leaving, day),
        as_of=day,
        policy=policy_changes(policy),
    )
    return await context.asker.ask(DEPARTURE_IMPACT, params)
