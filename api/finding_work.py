"""Findings as work: what is done with one is an entry of the journal, and its entries are its state."""

from __future__ import annotations

from datetime import UTC, date, datetime

from graph.errors import NotInGraph
from graph.posture import FindingFilter, FindingOrder
from graph.store import Changes, GraphStore
from graph.viewer import Viewer
from queries.work_items import Work, work_entry


async def carry_out(store: GraphStore, viewer: Viewer, work: Work, today: date) -> None:
    """Journals it.

    BadInput when it cannot be done so, NotInGraph("finding", id) when no account has the finding now.
    """
    entry = work_entry(viewer, work, datetime.now(UTC).isoformat(timespec="microseconds"), today)
    wanted = FindingFilter(ids=(work.finding,), is_account_wide_only=False)
    found = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 1, None)
    if not found:
        raise NotInGraph("finding", work.finding)
    await store.write(viewer, Changes(entries=(entry,)))
