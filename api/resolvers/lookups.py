"""Lookups: nodes by key, pages of companies, search. A key that names nothing gives null."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from api.context import Context
from api.resolvers.arguments import After, Info
from api.types import lookups as shown
from api.types.paging import PageInfo
from api.types.record_fields import NODE_TYPES
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.store import CompanyFilter, Hit
from queries.page_cursor import PAGE_LIMIT, check_first, place_of, to_cursor

Key = Annotated[strawberry.ID, strawberry.argument(description="The key.")]


async def company(info: Info, key: Key) -> Any:
    """The company, or None."""
    return await _node_by_key(info.context, COMPANIES, key)


async def person(info: Info, key: Key) -> Any:
    """The person, or None."""
    return await _node_by_key(info.context, PEOPLE, key)


async def opportunity(info: Info, key: Key) -> Any:
    """The opportunity, or None."""
    return await _node_by_key(info.context, OPPORTUNITIES, key)


async def _node_by_key(context: Context, kind: Kind[Any], key: str) -> Any:
    record = await context.loaders.node(kind, key)
    return None if record is None else NODE_TYPES[kind.name](key=key, record=record)


async def companies(
    info: Info,
    filter: Annotated[shown.CompanyFilter | None, strawberry.argument(description="Which companies.")] = None,
    first: Annotated[int, strawberry.argument(description="How many, 1 to 100.")] = 50,
    after: After = None,
) -> shown.CompanyConnection:
    """A page of companies by (name, key). One more than asked for is read, to know whether there are more."""
    check_first(first, PAGE_LIMIT)
    behind = None if after is None else place_of(after)
    found = await info.context.store.find_companies(_store_filter(filter), first + 1, behind)
    edges = [
        shown.CompanyEdge(
            cursor=to_cursor(record.name, record.key),
            node=NODE_TYPES["companies"](key=record.key, record=record),
        )
        for record in found[:first]
    ]
    return shown.CompanyConnection(
        edges=edges,
        page_info=PageInfo(
            has_next_page=len(found) > first,
            has_previous_page=after is not None,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
    )


def _store_filter(wanted: shown.CompanyFilter | None) -> CompanyFilter:
    if wanted is None:
        return CompanyFilter()
    return CompanyFilter(
        side=wanted.side,
        grade=wanted.grade,
        industry=wanted.industry,
        region=wanted.region,
        parent=wanted.parent,
        text=wanted.text,
        accounts_only=wanted.accounts_only,
    )


async def search(
    info: Info,
    text: Annotated[str, strawberry.argument(description="The text to look for.")],
    first: Annotated[int, strawberry.argument(description="How many at most, 1 to 100.")] = 20,
) -> list[Hit]:
    """What holds the text; nothing for a blank one."""
    check_first(first, PAGE_LIMIT)
    return await info.context.store.search(text, first)
