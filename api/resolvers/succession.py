"""`succession`: who would follow one of their people in office, and do we know them?"""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.resolvers.arguments import AsOf, Info, WhatIf, policy_changes
from api.types.key_arguments import key_of
from graph.model.words import NodeKind
from queries.succession import SUCCESSION, Succession, SuccessionParams


async def succession(
    info: Info,
    person: Annotated[
        strawberry.ID, strawberry.argument(description="Key of the contact.", metadata=key_of(NodeKind.PERSON))
    ],
    as_of: AsOf = None,
    policy: WhatIf = None,
) -> Succession:
    """The candidates for a contact's seat."""
    params = SuccessionParams(person=person, as_of=as_of, policy=policy_changes(policy))
    return await info.context.asker.ask(SUCCESSION, params)
