"""`accessPaths`: through whom do we reach someone?"""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.cursors import check_first
from api.limits import PAGE_LIMIT
from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.model.words import NodeKind
from queries.access_paths import ACCESS_PATHS, AccessPath, AccessPathsParams


async def access_paths(
    info: Info,
    to: Annotated[
        strawberry.ID,
        strawberry.argument(description="Key of the person to reach.", metadata=key_of(NodeKind.PERSON)),
    ],
    from_: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            name="from",
            description="Key of one employee to start from; any when left out.",
            metadata=key_of(NodeKind.PERSON),
        ),
    ] = None,
    first: Annotated[
        int | None, strawberry.argument(description="How many at most, 1 to 100; all when left out.")
    ] = None,
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> tuple[AccessPath, ...]:
    """The strongest path of each employee, strongest first."""
    if first is not None:
        check_first(first, PAGE_LIMIT)
    params = AccessPathsParams(to=to, employee=from_, first=first, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(ACCESS_PATHS, params)
