"""`findings` and `finding`: what was found in all accounts, who takes care of it and how far it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import orjson
import strawberry

from api.context import Context
from api.cursors import check_first
from api.limits import FINDINGS_PAGE_LIMIT
from api.resolvers.arguments import After, Info
from api.resolvers.kept_filters import account_of, severities
from api.resolvers.paging import page_info
from api.types import findings as shown
from graph.journal import JournalEntry, JournalKind
from graph.posture import FindingFilter, KeptFinding
from queries.kept_findings import finding_of
from queries.page_cursor import from_cursor, to_cursor
from queries.work_items import WorkAction, WorkState, work_item

_LIST_NAME = "findings"
FindingId = Annotated[strawberry.ID, strawberry.argument(description="Id of the finding.")]
Entries = Mapping[str, Sequence[JournalEntry]]


async def findings(
    info: Info,
    filter: Annotated[shown.FindingFilter | None, strawberry.argument(description="Which findings.")] = None,
    first: Annotated[int, strawberry.argument(description="How many, 1 to 500.")] = 50,
    after: After = None,
) -> shown.FindingConnection:
    """A page of kept findings; one more than asked for is read, to know whether there are more."""
    check_first(first, FINDINGS_PAGE_LIMIT)
    context = info.context
    behind = None if after is None else from_cursor(_LIST_NAME, after)
    await context.kept.compute_missing()
    wanted = await _wanted(context, filter or shown.FindingFilter())
    found = await context.store.postures.find_findings(wanted, first + 1, behind)
    total_count = await context.store.postures.count_findings(wanted)
    stale = await context.refresher.count_stale()
    page = found[:first]
    worked = await _worked(context, page)
    edges = [
        shown.FindingEdge(cursor=to_cursor(_LIST_NAME, kept.rank), node=node)
        for kept, node in zip(page, worked, strict=True)
    ]
    return shown.FindingConnection(
        edges=edges,
        page_info=page_info(edges, has_next=len(found) > first, has_previous=after is not None),
        total_count=total_count,
        stale_account_count=stale.stale_count,
        missing_account_count=stale.missing_count,
        policy_version=(await context.asker.policies()).version,
    )


async def finding(info: Info, id: FindingId) -> Any:
    """The finding, or None. Accounts of which nothing is kept are computed first, as for the list."""
    await info.context.kept.compute_missing()
    return await find_finding(info.context, id)


async def find_finding(context: Context, finding_id: str) -> Any:
    """The kept finding of that id with its work item; None when there is none."""
    wanted = FindingFilter(ids=(finding_id,), is_account_wide_only=False)
    worked = await _worked(context, await context.store.postures.find_findings(wanted, 1, None))
    return worked[0] if worked else None


async def _worked(context: Context, page: Sequence[KeptFinding]) -> list[Any]:
    """The findings with what was done with them: one read of the journal for all."""
    entries = await _entries(context, [kept.id for kept in page]) if page else {}
    today = context.asker.today()
    return [
        shown.WorkedFinding(
            found=finding_of(kept.content),
            item=work_item(kept.id, kept.since, entries.get(kept.id, ()), today),
            since=kept.since,
            history=tuple(_event(entry) for entry in entries.get(kept.id, ())),
        )
        for kept in page
    ]


async def _entries(context: Context, ids: Sequence[str] | None = None) -> Entries:
    """The journal's entries by finding; of all findings when `ids` is None."""
    by_finding: dict[str, list[JournalEntry]] = defaultdict(list)
    for entry in await context.store.read_entries(JournalKind.FINDING, ids):
        by_finding[entry.subject].append(entry)
    return by_finding


def _event(entry: JournalEntry) -> shown.FindingEvent:
    said = orjson.loads(entry.details)
    until = said.get("until")
    return shown.FindingEvent(
        action=WorkAction(entry.action),
        at=entry.at,
        actor=entry.actor,
        note=entry.note,
        assignee=said.get("assignee"),
        until=None if until is None else date.fromisoformat(until),
    )


async def _wanted(context: Context, chosen: shown.FindingFilter) -> FindingFilter:
    """The filter as the store has it; raises what `account_of` does."""
    wanted = FindingFilter(
        employee=chosen.employee,
        kinds=tuple(chosen.kind or ()),
        severities=severities(chosen.severity, chosen.min_severity),
        grade=chosen.grade,
        industry=chosen.industry,
        region=chosen.region,
    )
    if chosen.company is not None:
        account = await account_of(context.store, chosen.company)
        wanted = replace(wanted, account=account)
        if account != chosen.company:
            wanted = replace(wanted, company=chosen.company, is_account_wide_only=False)
    if not chosen.state and chosen.assignee is None:
        return wanted
    return await _of_work(context, wanted, chosen.state or tuple(WorkState), chosen.assignee)


async def _of_work(
    context: Context, wanted: FindingFilter, states: Sequence[WorkState], assignee: str | None
) -> FindingFilter:
    """Narrowed to work items: only findings that something was done with can be other than open.

    Cost: the whole journal of findings, and the kept ones of them.
    """
    entries = await _entries(context)
    done_with = FindingFilter(ids=tuple(entries), is_account_wide_only=False)
    kept = await context.store.postures.find_findings(done_with, max(1, len(entries)), None)
    today = context.asker.today()
    items = [work_item(found.id, found.since, entries[found.id], today) for found in kept]
    chosen = {item.finding for item in items if item.state in states}
    if assignee is None and WorkState.OPEN in states:
        return replace(wanted, without_ids=tuple(item.finding for item in items if item.finding not in chosen))
    of_assignee = {item.finding for item in items if assignee in (None, item.assignee)}
    return replace(wanted, ids=tuple(sorted(chosen & of_assignee)))
