"""What a search finds."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from api.context import Context
from api.types.described import described
from api.types.node_refs import CompanyRef
from api.types.record_fields import node, place_today, record_of
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.model.words import NodeKind

_WITH_A_COMPANY: dict[str, Kind[Any]] = {
    NodeKind.PERSON: PEOPLE,
    NodeKind.DEPARTMENT: DEPARTMENTS,
    NodeKind.OPPORTUNITY: OPPORTUNITIES,
}


@strawberry.type(description="A node that a search found.")
class SearchHit:
    """View of `graph.store.Hit`."""

    kind: NodeKind = strawberry.field(description="What the node is.")
    key: strawberry.ID = strawberry.field(description="Its key.")
    name: str | None = strawberry.field(description="Its name.")
    detail: str | None = strawberry.field(
        description="What tells it from its namesakes: a title, or the key of its company."
    )

    @described("The company that a person works for today, or that a department or opportunity is of.")
    async def company(self, info: strawberry.Info[Context, None]) -> CompanyRef | None:
        """Read only when asked for."""
        kind = _WITH_A_COMPANY.get(self.kind)
        if kind is None:
            return None
        found = node(kind, self.key)
        at = await (place_today(found, info) if kind is PEOPLE else record_of(found, info))
        return cast(CompanyRef | None, None if at is None else node(COMPANIES, at.company))
