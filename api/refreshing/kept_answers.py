"""Answers over all accounts from what is kept: they never load more than a set number of accounts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar

from api.refreshing.refresher import Refresher
from graph.posture import FindingOrder
from graph.store import GraphStore
from graph.viewer import Viewer
from queries.ask import Asker, Observer
from queries.kept.numbers import KeptRead, Numbers
from queries.needs import EmployeeTotals, Exposures, KeptPostures, KeptTotals, KeptWanted
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointPage,
    SinglePointsOfFailureParams,
    kept_and_live_page,
    kept_filter,
)
from queries.single_points_of_failure import place_after as single_points_after

T = TypeVar("T")


class KeptAnswers:
    """Answers from kept postures and findings.

    `live_account_count` is how many accounts one request reads at most: those whose posture is missing or, for
    single points of failure and work on a finding, stale. When there are more, what is kept is shown, and how
    many accounts are stale.
    """

    def __init__(
        self,
        store: GraphStore,
        asker: Asker,
        refresher: Refresher,
        live_account_count: int,
        observe: Observer,
    ) -> None:
        self._store = store
        self._asker = asker
        self._refresher = refresher
        self._live_account_count = live_account_count
        self._observe = observe

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

    async def single_points_of_failure(
        self, viewer: Viewer, params: SinglePointsOfFailureParams
    ) -> SinglePointPage:
        """A page of findings over one account or all of them.

        Those over all accounts of today, by the policy as it is, come from what is kept, and from stale accounts
        themselves; all others from the accounts. Raises what `Asker.ask` does.
        """
        if not self._is_kept(params):
            return await self._asker.ask(viewer, SINGLE_POINTS_OF_FAILURE, params)
        started = time.perf_counter()
        postures, after = self._store.postures, single_points_after(params)
        standard = await self._refresher.standard()
        stale = await postures.find_stale(standard, self._live_account_count + 1)
        is_live = len(stale) <= self._live_account_count
        stale_count = 0 if is_live else (await postures.count_stale(standard)).stale_count
        dated, live = await self._asker.parts(viewer, SINGLE_POINTS_OF_FAILURE, params, stale if is_live else ())
        kept = kept_filter(dated, stale if is_live else ())
        found, found_count, any_count = await asyncio.gather(
            postures.find_findings(kept, FindingOrder.SEVERITY, params.first + 1, after),
            postures.count_findings(kept),
            postures.count_findings(replace(kept, severities=())),
        )
        page = await asyncio.to_thread(
            kept_and_live_page, found, found_count, any_count - found_count, live, dated, stale_count
        )
        self._observe(SINGLE_POINTS_OF_FAILURE.name, time.perf_counter() - started)
        return page

    def _is_kept(self, params: SinglePointsOfFailureParams) -> bool:
        is_of_all = params.company is None and params.employee is None
        return is_of_all and not params.policy and params.as_of in (None, self._asker.today())

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
