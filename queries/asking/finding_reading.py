"""Reads kept findings with what was done with them, and their causes."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from graph.journal import Entry
from graph.posture import FindingFilter, FindingOrder, KeptFinding, Place
from graph.store import GraphStore
from graph.viewer import Viewer
from queries.asking.reading import account_of
from queries.findings.worked import FindingsFound, WorkedFinding
from queries.needs import KeptFindings
from queries.work_items import FINDING_JOURNAL, WorkEvent, WorkState, work_item

_ALL = sys.maxsize
"""How many to find of what is bounded by itself: the findings of some ids or causes."""
_Edges = Sequence[tuple[Place, Sequence[WorkedFinding]]]


async def read_findings(store: GraphStore, viewer: Viewer, wanted: KeptFindings) -> FindingsFound:
    """What the list is made of; raises what `account_of` does."""
    chosen = await _chosen(store, viewer, wanted)
    read = _causes if wanted.by_cause else _findings
    return FindingsFound(
        filter=chosen,
        of_any_severity=replace(chosen, severities=wanted.any_severities),
        edges=await read(store, wanted, chosen),
    )


async def read_finding(store: GraphStore, id: str, today: date) -> WorkedFinding | None:
    """The finding of that id; None when there is none."""
    wanted = FindingFilter(ids=(id,), is_account_wide_only=False)
    found = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    worked = await _worked(store, found, today)
    return worked[0] if worked else None


async def _findings(store: GraphStore, wanted: KeptFindings, chosen: FindingFilter) -> _Edges:
    found = await store.postures.find_findings(chosen, wanted.order, wanted.first, wanted.after)
    worked = await _worked(store, found, wanted.today)
    return [(finding.kept.place(wanted.order), (finding,)) for finding in worked]


async def _causes(store: GraphStore, wanted: KeptFindings, chosen: FindingFilter) -> _Edges:
    """All the findings that each cause has, whichever of them the filter lets through.

    Without causes whose last finding has just been taken out.
    """
    causes = await store.postures.find_causes(chosen, wanted.order, wanted.first, wanted.after)
    of_causes = FindingFilter(causes=tuple(cause.id for cause in causes), is_account_wide_only=False)
    kept = await store.postures.find_findings(of_causes, FindingOrder.SEVERITY, _ALL, None)
    by_cause: dict[str, list[WorkedFinding]] = defaultdict(list)
    for finding in await _worked(store, kept, wanted.today):
        by_cause[finding.kept.cause].append(finding)
    return [(cause.place, by_cause[cause.id]) for cause in causes if cause.id in by_cause]


async def _worked(store: GraphStore, kept: Sequence[KeptFinding], today: date) -> Sequence[WorkedFinding]:
    """The findings with what was done with them: one read of the journal for all."""
    entries = await _entries(store, [finding.id for finding in kept]) if kept else {}
    return [WorkedFinding(finding, entries.get(finding.id, ()), today) for finding in kept]


async def _entries(
    store: GraphStore, ids: Sequence[str] | None = None
) -> Mapping[str, Sequence[Entry[WorkEvent]]]:
    """The journal's entries by finding; of all findings when `ids` is None."""
    by_finding: dict[str, list[Entry[WorkEvent]]] = defaultdict(list)
    for entry in await store.read_entries(FINDING_JOURNAL, ids):
        by_finding[entry.subject].append(entry)
    return by_finding


async def _chosen(store: GraphStore, viewer: Viewer, wanted: KeptFindings) -> FindingFilter:
    """The filter as the store has it."""
    chosen = wanted.filter
    if wanted.company is not None:
        account = await account_of(store, viewer, wanted.company)
        chosen = replace(chosen, account=account)
        if account != wanted.company:
            chosen = replace(chosen, company=wanted.company, is_account_wide_only=False)
    if not wanted.states and wanted.assignee is None:
        return chosen
    return await _of_work(store, chosen, wanted)


async def _of_work(store: GraphStore, chosen: FindingFilter, wanted: KeptFindings) -> FindingFilter:
    """Narrowed to work items: only findings that something was done with can be other than open.

    Cost: the whole journal of findings, and the kept ones of them.
    """
    states = wanted.states or tuple(WorkState)
    entries = await _entries(store)
    done_with = FindingFilter(ids=tuple(entries), is_account_wide_only=False)
    kept = await store.postures.find_findings(done_with, FindingOrder.SEVERITY, _ALL, None)
    items = [work_item(found.id, found.since, entries[found.id], wanted.today) for found in kept]
    in_states = {item.finding for item in items if item.state in states}
    if wanted.assignee is None and WorkState.OPEN in states:
        without = tuple(item.finding for item in items if item.finding not in in_states)
        return replace(chosen, without_ids=without)
    of_assignee = {item.finding for item in items if wanted.assignee in (None, item.assignee)}
    return replace(chosen, ids=tuple(sorted(in_states & of_assignee)))
