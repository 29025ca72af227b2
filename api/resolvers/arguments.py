"""Arguments that many fields have."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

import strawberry

from api.context import Context
from api.types.key_arguments import key_of
from api.types.policy import PolicyChangeInput
from graph.model.words import NodeKind

Info: TypeAlias = strawberry.Info[Context, None]

AsOf = Annotated[date | None, strawberry.argument(description="The day that is asked about; today when left out.")]
After = Annotated[str | None, strawberry.argument(description="Cursor of the edge to go on behind.")]
CompanyKey = Annotated[
    strawberry.ID,
    strawberry.argument(
        name="company", description="Key of the company, any of an account.", metadata=key_of(NodeKind.COMPANY)
    ),
]
WhatIf = Annotated[
    list[PolicyChangeInput] | None,
    strawberry.argument(
        description="What if: numbers of the policy for this answer alone, whatever the customer's grade."
    ),
]
