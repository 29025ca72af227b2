"""Findings as work: what is done with one is an entry of the journal, and its entries are its state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime

from graph.errors import NotInGraph
from graph.journal import JournalEntry, JournalKind
from graph.posture import FindingFilter, KeptFinding
from graph.store import Changes, GraphStore
from queries.work_items import Work, WorkItem, work_entry, work_item


async def carry_out(store: GraphStore, work: Work, today: date) -> WorkItem:
    """Journals it, and returns how far the finding is then.

    BadInput when it cannot be done so, NotInGraph("finding", id) when no account has the finding now.
    """
    entry = work_entry(work, datetime.now(UTC).isoformat(timespec="microseconds"), today)
    found = await store.postures.find_findings(
        FindingFilter(ids=(work.finding,), is_account_wide_only=False), 1, None
    )
    if not found:
        raise NotInGraph("finding", work.finding)
    await store.write(Changes(entries=(entry,)))
    (item,) = await read_work_items(store, found, today)
    return item


async def read_work_items(store: GraphStore, found: Sequence[KeptFinding], today: date) -> list[WorkItem]:
    """How far each of the findings is, in their order: one read."""
    entries: dict[str, list[JournalEntry]] = defaultdict(list)
    for entry in await store.read_entries(JournalKind.FINDING, sorted({kept.id for kept in found})):
        entries[entry.subject].append(entry)
    return [work_item(kept.id, kept.since, entries[kept.id], today) for kept in found]
