"""Lookups: nodes by key, pages of companies, search, the policy. A key that names nothing gives null."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from api.context import Context
from api.cursors import check_first, from_cursor, to_cursor
from api.limits import PAGE_LIMIT
from api.types import lookups as shown
from api.types.paging import PageInfo
from api.types.record_fields import NODE_TYPES
from graph.policy import Policy
from graph.record_kind import RecordKind
from graph.store import CompanyFilter, Hit
from graph.vocabulary import Grade, Trust


async def node_by_key(context: Context, kind: RecordKind, key: str) -> Any:
    """The node of that key, or None."""
    record = await context.loaders.node(kind, key)
    return None if record is None else NODE_TYPES[kind.name](key=key, record=record)


async def companies(
    context: Context, wanted: shown.CompanyFilter | None, first: int, after: str | None
) -> shown.CompanyConnection:
    """A page of companies by (name, key). One more than asked for is read, to know whether there are more."""
    check_first(first, PAGE_LIMIT)
    name_and_key = None
    if after is not None:
        name, key = from_cursor(after, 2)
        name_and_key = (name, key)
    found = await context.store.find_companies(_store_filter(wanted), first + 1, name_and_key)
    edges = [
        shown.CompanyEdge(
            cursor=to_cursor((record.name, record.key)),
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


async def search(context: Context, text: str, first: int) -> list[Hit]:
    """What holds the text; nothing for a blank one."""
    check_first(first, PAGE_LIMIT)
    return await context.store.search(text, first) if text.strip() else []


def policy(context: Context, grade: Grade | None) -> shown.Policy:
    """The numbers for a grade, each with its meaning and source."""
    return shown.Policy(grade=grade, values=list(_values(context.asker.policies.for_grade(grade))))


def _values(policy: Policy) -> Iterator[shown.PolicyValue]:
    for item in fields(policy):
        value = getattr(policy, item.name)
        for member, one in _members(value):
            yield shown.PolicyValue(
                name=item.name,
                member=member,
                value=None if one is None or isinstance(one, str) else float(one),
                text=one if isinstance(one, str) else None,
                meaning=item.metadata["meaning"],
                source=item.metadata["source"],
            )


def _members(value: Any) -> list[tuple[str | None, Any]]:
    if isinstance(value, Mapping):
        return [(str(member), one) for member, one in value.items()]
    if isinstance(value, tuple):  # trust weights, by level
        return [(str(member), one) for member, one in zip(Trust, value, strict=True)]
    return [(None, value)]
