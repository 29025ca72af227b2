"""Types of the lookups: pages of companies, search hits."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from api.context import Context
from api.types.described import described
from api.types.key_arguments import key_of
from api.types.node_refs import CompanyRef
from api.types.nodes import Company
from api.types.paging import PageInfo
from api.types.record_fields import node, place_today, record_of
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.model.words import Grade, NodeKind, Side

_WITH_A_COMPANY: dict[str, Kind[Any]] = {
    NodeKind.PERSON: PEOPLE,
    NodeKind.DEPARTMENT: DEPARTMENTS,
    NodeKind.OPPORTUNITY: OPPORTUNITIES,
}


@strawberry.type(description="A company and its place in the list.")
class CompanyEdge:
    """Relay's edge."""

    cursor: str = strawberry.field(description="Place of this edge: `after` goes on behind it.")
    node: Company = strawberry.field(description="The company.")


@strawberry.type(description="A page of companies, by name and key.")
class CompanyConnection:
    """Relay's connection."""

    edges: list[CompanyEdge] = strawberry.field(description="The companies of this page.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")


@strawberry.input(description="Which companies to list; what is left out does not filter.")
class CompanyFilter:
    """Arguments of `graph.store.CompanyFilter`."""

    side: Side | None = strawberry.field(default=None, description="Whose companies.")
    grade: Grade | None = strawberry.field(default=None, description="Customer grade.")
    industry: str | None = strawberry.field(default=None, description="Industry, as recorded.")
    region: str | None = strawberry.field(default=None, description="Region, as recorded.")
    parent: strawberry.ID | None = strawberry.field(
        default=None, description="Key of the company above.", metadata=key_of(NodeKind.COMPANY)
    )
    text: str | None = strawberry.field(default=None, description="Words of the name or key, as in `search`.")
    accounts_only: bool = strawberry.field(
        default=False, description="Only the companies at the top of a customer's group."
    )


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
