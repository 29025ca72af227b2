"""Kept findings with what was done with them, and their causes, as `api.types.findings` shows them."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from api.context import Context
from api.types.findings import WorkedCause, WorkedFinding
from graph.journal import Entry
from graph.posture import FindingFilter, FindingOrder, KeptFinding
from queries.findings.kept import cause_of_kept
from queries.work_items import FINDING_JOURNAL, WorkEvent

ALL = sys.maxsize
"""How many to find of what is bounded by itself: the findings of some ids or causes."""


async def worked(context: Context, page: Sequence[KeptFinding]) -> Sequence[WorkedFinding]:
    """The findings with what was done with them: one read of the journal for all."""
    entries = await entries_of(context, [kept.id for kept in page]) if page else {}
    today = context.asker.today()
    return [WorkedFinding(kept, entries.get(kept.id, ()), today) for kept in page]


async def worked_causes(context: Context, ids: Sequence[str]) -> Mapping[str, WorkedCause]:
    """The causes by id, each with all its findings; without those whose last finding has just been taken out."""
    wanted = FindingFilter(causes=tuple(ids), is_account_wide_only=False)
    kept = await context.store.postures.find_findings(wanted, FindingOrder.SEVERITY, ALL, None)
    by_cause: dict[str, list[WorkedFinding]] = defaultdict(list)
    for finding in await worked(context, kept):
        by_cause[finding.kept.cause].append(finding)
    return {id: _worked_cause(together) for id, together in by_cause.items()}


def _worked_cause(findings: list[WorkedFinding]) -> WorkedCause:
    """The cause of the findings, of which it tells the worst first."""
    cause = cause_of_kept([finding.kept for finding in findings])
    worst = findings.pop(cause.worst)
    return WorkedCause(cause, (worst, *findings))


async def find_finding(context: Context, finding_id: str) -> Any:
    """The kept finding of that id with its work item; None when there is none."""
    wanted = FindingFilter(ids=(finding_id,), is_account_wide_only=False)
    found = await context.store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    shown = await worked(context, found)
    return shown[0] if shown else None


async def entries_of(
    context: Context, ids: Sequence[str] | None = None
) -> Mapping[str, Sequence[Entry[WorkEvent]]]:
    """The journal's entries by finding; of all findings when `ids` is None."""
    by_finding: dict[str, list[Entry[WorkEvent]]] = defaultdict(list)
    for entry in await context.store.read_entries(FINDING_JOURNAL, ids):
        by_finding[entry.subject].append(entry)
    return by_finding
