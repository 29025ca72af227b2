"""`findings` and `finding`: what was found in all accounts, who takes care of it and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, NamedTuple

import strawberry

from api.context import Context
from api.resolvers.arguments import After, Info
from api.resolvers.paging import page_info
from api.resolvers.worked_findings import ALL, entries_of, find_finding, worked, worked_causes
from api.types import findings as shown
from api.types.finding_counts import FindingCounts
from graph.posture import FindingFilter, FindingOrder, Place
from queries.asking.reading import account_of
from queries.findings.causes import FindingGrouping
from queries.findings.order import CAUSE_PARTS, FINDING_PARTS
from queries.kept.numbers import Numbers
from queries.kept_filters import severities
from queries.page_cursor import FINDINGS_PAGE_LIMIT, check_first, place_in_list, to_cursor
from queries.work_items import WorkState, work_item

FindingId = Annotated[strawberry.ID, strawberry.argument(description="Id of the finding.")]


async def findings(
    info: Info,
    filter: Annotated[shown.FindingFilter | None, strawberry.argument(description="Which findings.")] = None,
    by: Annotated[
        FindingGrouping,
        strawberry.argument(
            description="Each finding, or each cause of one of them, told by the worst finding of all it has."
        ),
    ] = FindingGrouping.FINDING,
    order_by: Annotated[
        FindingOrder, strawberry.argument(description="The order; what is equal in it the worst first.")
    ] = FindingOrder.SEVERITY,
    first: Annotated[int, strawberry.argument(description="How many, 1 to 500.")] = 50,
    after: After = None,
) -> shown.FindingConnection:
    """A page of kept findings, or of their causes."""
    check_first(first, FINDINGS_PAGE_LIMIT)
    context = info.context
    list_name = f"findings by {by} and {order_by}"
    behind = None if after is None else place_in_list(list_name, after, _PARTS[by])
    chosen = filter or shown.FindingFilter()

    async def read(numbers: Numbers) -> tuple[FindingFilter, Sequence[_Edge]]:
        wanted = await _wanted(context, chosen)
        return wanted, await _EDGES[by](context, wanted, order_by, first + 1, behind)

    (wanted, edges), numbers, stale = await context.kept.read_with_missing(read)
    of_any_severity = wanted
    if chosen.min_severity is not None:
        of_any_severity = replace(wanted, severities=tuple(chosen.severity or ()))
    postures = context.store.postures
    count = postures.count_causes if by is FindingGrouping.CAUSE else postures.count_findings
    page = [
        shown.FindingEdge(cursor=to_cursor(list_name, *edge.place), node=edge.node, cause=edge.cause)
        for edge in edges[:first]
    ]
    return shown.FindingConnection(
        edges=page,
        page_info=page_info(page, has_next=len(edges) > first, has_previous=after is not None),
        counts=FindingCounts(count, wanted, of_any_severity),
        stale_account_count=stale.stale_count,
        missing_account_count=stale.missing_count,
        policy_version=numbers.book.version,
    )


class _Edge(NamedTuple):
    place: Place
    node: Any
    cause: Any = None


async def _findings(
    context: Context, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
) -> Sequence[_Edge]:
    found = await context.store.postures.find_findings(wanted, order, first, after)
    nodes = await worked(context, found)
    return [_Edge(kept.place(order), node) for kept, node in zip(found, nodes, strict=True)]


async def _causes(
    context: Context, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
) -> Sequence[_Edge]:
    """The worst of all the findings that each cause has, whichever of them the filter lets through."""
    found = await context.store.postures.find_causes(wanted, order, first, after)
    causes = await worked_causes(context, [cause.id for cause in found])
    return [
        _Edge(cause.place, causes[cause.id].findings[0], causes[cause.id]) for cause in found if cause.id in causes
    ]


_PARTS = {FindingGrouping.FINDING: FINDING_PARTS, FindingGrouping.CAUSE: CAUSE_PARTS}
_EDGES = {FindingGrouping.FINDING: _findings, FindingGrouping.CAUSE: _causes}


async def finding(info: Info, id: FindingId) -> Any:
    """The finding, or None. Accounts of which nothing is kept are computed first, as for the list."""
    return (await info.context.kept.read_with_missing(lambda numbers: find_finding(info.context, id))).found


async def _wanted(context: Context, chosen: shown.FindingFilter) -> FindingFilter:
    """The filter as the store has it; raises what `account_of` does."""
    wanted = FindingFilter(
        employee=chosen.employee,
        kinds=tuple(chosen.kind or ()),
        severities=severities(chosen.severity or (), chosen.min_severity),
        grade=chosen.grade,
        industry=chosen.industry,
        region=chosen.region,
    )
    if chosen.company is not None:
        account = await account_of(context.store, context.viewer, chosen.company)
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
    entries = await entries_of(context)
    done_with = FindingFilter(ids=tuple(entries), is_account_wide_only=False)
    kept = await context.store.postures.find_findings(done_with, FindingOrder.SEVERITY, ALL, None)
    today = context.asker.today()
    items = [work_item(found.id, found.since, entries[found.id], today) for found in kept]
    chosen = {item.finding for item in items if item.state in states}
    if assignee is None and WorkState.OPEN in states:
        return replace(wanted, without_ids=tuple(item.finding for item in items if item.finding not in chosen))
    of_assignee = {item.finding for item in items if assignee in (None, item.assignee)}
    return replace(wanted, ids=tuple(sorted(chosen & of_assignee)))
