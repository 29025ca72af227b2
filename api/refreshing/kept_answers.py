"""What is kept of all accounts, read for questions: they never load more than a set number of accounts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar

from api.refreshing.refresher import Refresher
from graph.posture import FindingOrder
from graph.store import GraphStore
from graph.viewer import Viewer
from queries.asking.finding_reading import read_finding, read_findings
from queries.kept.numbers import KeptRead, Numbers
from queries.needs import (
    EmployeeTotals,
    Exposures,
    FindingCount,
    KeptFindings,
    KeptPostures,
    KeptSinglePoints,
    KeptTotals,
    KeptWanted,
    OneFinding,
)
from queries.single_points_of_failure import KeptPoints

T = TypeVar("T")


class KeptAnswers:
    """Reads kept postures and findings.

    `live_account_count` is how many accounts one request reads at most: those whose posture is missing or, for
    single points of failure and work on a finding, stale. When there are more, what is kept is shown, and how
    many accounts are stale.
    """

    def __init__(self, store: GraphStore, refresher: Refresher, live_account_count: int) -> None:
        self._store = store
        self._refresher = refresher
        self._live_account_count = live_account_count

    async def read(self, viewer: Viewer, wanted: KeptWanted) -> Any:
        """What a question wants to know of all accounts."""
        postures = self._store.postures
        match wanted:
            case KeptPostures(wanted=chosen, order=order, first=first, after=after):
                return await self.read_with_missing(
                    lambda numbers: postures.find_postures(chosen, order, first, after, numbers.standard)
                )
            case KeptTotals():
                numbers = await self._refresher.numbers()
                return await postures.read_totals(wanted.wanted, numbers.standard), numbers.conversion(None)
            case EmployeeTotals():
                return await self.read_with_missing(lambda numbers: postures.read_employee_totals(wanted.wanted))
            case Exposures():
                return wanted.places, await postures.find_exposures(wanted.wanted, wanted.employees)
            case KeptFindings():
                return await self.read_with_missing(lambda numbers: read_findings(self._store, viewer, wanted))
            case OneFinding(id=id, today=today):
                return await self.read_with_missing(lambda numbers: read_finding(self._store, id, today))
            case FindingCount():
                count = postures.count_causes if wanted.by_cause else postures.count_findings
                return await count(wanted.filter)
            case KeptSinglePoints():
                return await self._single_points(wanted)

    async def _single_points(self, wanted: KeptSinglePoints) -> KeptPoints | None:
        numbers = await self._refresher.numbers()
        if numbers.day != wanted.day:
            return None
        postures, standard = self._store.postures, numbers.standard
        stale = await postures.find_stale(standard, self._live_account_count + 1)
        is_live = len(stale) <= self._live_account_count
        kept = replace(wanted.filter, without_accounts=tuple(stale) if is_live else ())
        behind, count, any_count = await asyncio.gather(
            postures.find_findings(kept, FindingOrder.SEVERITY, wanted.first, wanted.after),
            postures.count_findings(kept),
            postures.count_findings(replace(kept, severities=())),
        )
        return KeptPoints(
            behind=behind,
            count=count,
            less_severe_count=any_count - count,
            live=kept.without_accounts,
            stale_count=0 if is_live else (await postures.count_stale(standard)).stale_count,
            policy_version=numbers.book.version,
        )

    async def read_with_missing(self, read: Callable[[Numbers], Awaitable[T]]) -> KeptRead[T]:
        """What `read` reads of what is kept, once accounts of which nothing is are computed, when few enough.

        It is read while stale accounts are counted, and again in the rare case that some had to be computed.
        """
        postures = self._store.postures
        numbers = await self._refresher.numbers()
        stale, found = await asyncio.gather(postures.count_stale(numbers.standard), read(numbers))
        if 0 < stale.missing_count <= self._live_account_count:
            missing = await postures.find_stale(numbers.standard, stale.missing_count, only_missing=True)
            await self._refresher.refresh(missing)
            stale, found = await asyncio.gather(postures.count_stale(numbers.standard), read(numbers))
        return KeptRead(found, numbers, stale)

    async def compute_stale(self) -> None:
        """Computes stale accounts, few enough to wait for; those that others have claimed too."""
        stale = await self._store.postures.find_stale(
            await self._refresher.standard(), self._live_account_count + 1
        )
        if 0 < len(stale) <= self._live_account_count:
            await self._refresher.refresh(stale, wait=True)
