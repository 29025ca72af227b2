"""Lookups of nodes by key. A key that names nothing gives null."""

from __future__ import annotations

from typing import Annotated, Any

import strawberry

from api.context import Context
from api.resolvers.arguments import Info
from api.types.record_fields import NODE_TYPES
from graph.model.companies import COMPANIES
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.people import PEOPLE

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
