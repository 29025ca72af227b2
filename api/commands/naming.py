"""A name typed in the place of a key: the key of the only node that is called so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

import typer

from api.commands.plain_errors import AmbiguousName
from api.commands.speaking import spoken
from graph.errors import NotInGraph
from graph.messages.told import Told
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.kind import Kind
from graph.model.people import PEOPLE
from graph.model.words import NodeKind
from graph.nearness import with_suggestions
from graph.open_store import open_store
from graph.search_text import is_called, squeezed
from graph.settings import Settings
from graph.store import GraphStore, Hit
from graph.viewer import LOCAL, Viewer

_LOOKED_AT = 200
_LISTED = 10
_RECORDS: dict[NodeKind, tuple[Kind[Any], Told]] = {
    NodeKind.COMPANY: (COMPANIES, Told("companies", "家公司")),
    NodeKind.DEPARTMENT: (DEPARTMENTS, Told("departments", "个部门")),
    NodeKind.OPPORTUNITY: (OPPORTUNITIES, Told("opportunities", "个项目")),
    NodeKind.PERSON: (PEOPLE, Told("people", "人")),
}


async def key_of_typed(
    store: GraphStore, viewer: Viewer, kind: NodeKind, typed: str, wanted: str | None = None
) -> str:
    """The key, when it is one; else that of the only node of the kind that is called so, which a note says.

    A name is the whole name, or words of it that only one node has; in any order, Chinese as pinyin too.
    Raises AmbiguousName with those who are called so, and NotInGraph with the nearest when nobody is; `wanted` is
    what that one calls the kind, when it is not by its own name.
    """
    records, _ = _RECORDS[kind]
    if await store.find(viewer, records, "key", [typed]):
        return typed
    hits = await store.search(viewer, typed, _LOOKED_AT, (kind,))
    called = [hit for hit in hits if hit.name is not None and is_called(hit.name, typed)]
    whole = [hit for hit in called if squeezed(hit.name or "") == squeezed(typed)]
    found = whole or called
    if not found:
        raise await with_suggestions(store, viewer, NotInGraph(wanted or kind, typed))
    if len(found) > 1:
        await _refuse(store, viewer, kind, typed, found)
    key, name = found[0].key, found[0].name
    typer.echo(spoken(Told(f"{typed} is {key} ({name}).", f"{typed} 即 {key}（{name}）。")), err=True)
    return found[0].key


async def key_of_named(settings: Settings, kind: NodeKind, typed: str, wanted: str | None = None) -> str:
    """The same in the store of the settings."""
    store = await open_store(settings, for_reading=True)
    try:
        return await key_of_typed(store, LOCAL, kind, typed, wanted)
    finally:
        await store.close()


async def _refuse(store: GraphStore, viewer: Viewer, kind: NodeKind, typed: str, found: Sequence[Hit]) -> NoReturn:
    records, plural = _RECORDS[kind]
    companies: dict[str, str] = {}
    if "company" in records.column_names:
        told = await store.find(viewer, records, "key", [hit.key for hit in found[:_LISTED]])
        companies = {record.key: record.company for record in told}
    at = await store.find(viewer, COMPANIES, "key", sorted(set(companies.values())))
    names = {company.key: company.name for company in at}
    lines = [_line(hit, kind, names.get(companies.get(hit.key, ""))) for hit in found[:_LISTED]]
    if len(found) > _LISTED:
        others = len(found) - _LISTED
        more = Told(f"  and {others} others", f"  以及另外 {others} 个")
        if len(found) == _LOOKED_AT:
            more = Told(f"  and {others} or more others", f"  以及至少另外 {others} 个")
        lines.append(more)
    listed = Told("\n".join(lines), "\n".join(line.chinese for line in lines))
    raise AmbiguousName(
        Told(
            f"{len(found)} {plural} are called {typed!r}; name one by its key:\n{listed}",
            f"有 {len(found)} {plural.chinese}名为 {typed!r}；请用编号指定其一：\n{listed.chinese}",
        )
    )


def _line(hit: Hit, kind: NodeKind, company: str | None) -> Told:
    title = hit.detail if kind is NodeKind.PERSON else None
    known = list(filter(None, (hit.name, title, company)))
    return Told(f"  {hit.key}: {', '.join(known)}", f"  {hit.key}：{'，'.join(known)}")
