"""Answers over all accounts from what is kept: they never load more than a set number of accounts."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

from api.refreshing.refresher import Refresher
from graph.posture import FindingOrder, PortfolioFilter, StaleCount, Standard
from graph.store import GraphStore
from queries.ask import Asker, Observer
from queries.exposure import ExposurePage, ExposureParams, exposure_page
from queries.kept_findings import kept_and_live_page, kept_filter
from queries.portfolio import (
    PortfolioPage,
    PortfolioParams,
    PortfolioTotals,
    portfolio_page,
    portfolio_totals,
    rank_after,
)
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointPage,
    SinglePointsOfFailureParams,
)
from queries.single_points_of_failure import rank_after as single_points_after


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

    async def portfolio(self, params: PortfolioParams) -> PortfolioPage:
        """A page of accounts. QuestionRejected for a bad cursor."""
        started = time.perf_counter()
        after = rank_after(params)
        standard, stale = await self.compute_missing()
        rows = await self._store.postures.find_postures(
            params.wanted, params.order, params.first + 1, after, standard
        )
        page = portfolio_page(rows, stale.missing_count, params)
        self._observe("portfolio", time.perf_counter() - started)
        return page

    async def portfolio_totals(self, wanted: PortfolioFilter, never_computed_count: int) -> PortfolioTotals:
        """All accounts that the filter lets through together; read only when asked for, a page costs far less."""
        standard = await self._refresher.standard()
        conversion, totals = await asyncio.gather(
            self._asker.conversion(), self._store.postures.read_totals(wanted, standard)
        )
        return portfolio_totals(totals, never_computed_count, conversion)

    async def exposure_by_employee(self, params: ExposureParams) -> ExposurePage:
        """A page of employees, by what of the accounts hangs on each. QuestionRejected for a bad cursor."""
        started = time.perf_counter()
        _, stale = await self.compute_missing()
        conversion, rows = await asyncio.gather(
            self._asker.conversion(), self._store.postures.find_exposures(params.wanted)
        )
        page = await asyncio.to_thread(exposure_page, rows, stale, params, conversion)
        self._observe("exposure_by_employee", time.perf_counter() - started)
        return page

    async def single_points_of_failure(self, params: SinglePointsOfFailureParams) -> SinglePointPage:
        """A page of findings over one account or all of them.

        Those over all accounts of today, by the policy as it is, come from what is kept, and from stale accounts
        themselves; all others from the accounts. Raises what `Asker.ask` does.
        """
        if not self._is_kept(params):
            return await self._asker.ask(SINGLE_POINTS_OF_FAILURE, params)
        started = time.perf_counter()
        postures, after = self._store.postures, single_points_after(params)
        standard = await self._refresher.standard()
        stale = await postures.find_stale(standard, self._live_account_count + 1)
        is_live = len(stale) <= self._live_account_count
        stale_count = 0 if is_live else (await postures.count_stale(standard)).stale_count
        dated, live = await self._asker.parts(SINGLE_POINTS_OF_FAILURE, params, stale if is_live else ())
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

    async def compute_missing(self) -> tuple[Standard, StaleCount]:
        """Computes accounts of which nothing is kept, when they are few enough to wait for.

        Returns what postures have to be of to be current, and how many accounts are stale, and missing, then.
        """
        standard = await self._refresher.standard()
        stale = await self._store.postures.count_stale(standard)
        if not 0 < stale.missing_count <= self._live_account_count:
            return standard, stale
        missing = await self._store.postures.find_stale(standard, stale.missing_count, only_missing=True)
        await self._refresher.refresh(missing)
        return standard, await self._store.postures.count_stale(standard)

    async def compute_stale(self) -> None:
        """Computes stale accounts, few enough to wait for; those that others have claimed too."""
        stale = await self._store.postures.find_stale(
            await self._refresher.standard(), self._live_account_count + 1
        )
        if 0 < len(stale) <= self._live_account_count:
            await self._refresher.refresh(stale, wait=True)
