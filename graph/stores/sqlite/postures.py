"""The part of the store that keeps what was found, behind the port `graph.posture_store.PostureStore`."""

from __future__ import annotations

from collections.abc import Sequence

from graph.posture import (
    Claim,
    ComputedPosture,
    EmployeeExposure,
    EmployeeTotal,
    FindingFilter,
    FindingOrder,
    KeptFinding,
    Place,
    PortfolioFilter,
    PortfolioOrder,
    PortfolioRow,
    PortfolioTotal,
    Posture,
    RankedCause,
    StaleCount,
    Standard,
)
from graph.stores.sqlite import kept_exposures, kept_findings, leasing, portfolio, posture_writing
from graph.stores.sqlite.connections import ConnectionThreads


class SqlitePostures:
    """A PostureStore, in the threads of the store whose part it is."""

    def __init__(self, readers: ConnectionThreads, writer: ConnectionThreads) -> None:
        self._readers = readers
        self._writer = writer

    async def find_stale(self, standard: Standard, first: int, *, only_missing: bool = False) -> list[str]:
        """See the port."""
        return await self._readers.run(
            lambda found: leasing.find_stale(found, standard, first, only_missing=only_missing)
        )

    async def count_stale(self, standard: Standard) -> StaleCount:
        """See the port."""
        return await self._readers.run(lambda connection: leasing.count_stale(connection, standard))

    async def claim_stale(
        self,
        standard: Standard,
        holder: str,
        count: int,
        lease_seconds: float,
        accounts: Sequence[str] | None = None,
        *,
        after: str | None = None,
    ) -> list[Claim]:
        """See the port. A claim whose wait is cancelled is made all the same once it has begun: its lease runs."""
        return await self._writer.run(
            lambda found: leasing.claim_stale(found, standard, holder, count, lease_seconds, accounts, after)
        )

    async def write_posture(self, computed: ComputedPosture, holder: str) -> bool:
        """See the port."""
        return await self._writer.run(lambda found: posture_writing.write_posture(found, computed, holder))

    async def release(self, accounts: Sequence[str], holder: str) -> None:
        """See the port."""
        await self._writer.run(lambda connection: leasing.release(connection, accounts, holder))

    async def find_postures(
        self, wanted: PortfolioFilter, order: PortfolioOrder, first: int, after: str | None, standard: Standard
    ) -> list[PortfolioRow]:
        """See the port."""
        return await self._readers.run(
            lambda found: portfolio.find_postures(found, wanted, order, first, after, standard)
        )

    async def read_totals(self, wanted: PortfolioFilter, standard: Standard) -> list[PortfolioTotal]:
        """See the port."""
        return await self._readers.run(lambda found: portfolio.read_totals(found, wanted, standard))

    async def find_findings(
        self, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
    ) -> list[KeptFinding]:
        """See the port."""
        return await self._readers.run(
            lambda found: kept_findings.find_findings(found, wanted, order, first, after)
        )

    async def count_findings(self, wanted: FindingFilter) -> int:
        """See the port."""
        return await self._readers.run(lambda found: kept_findings.count_findings(found, wanted))

    async def find_causes(
        self, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
    ) -> list[RankedCause]:
        """See the port."""
        return await self._readers.run(lambda found: kept_findings.find_causes(found, wanted, order, first, after))

    async def count_causes(self, wanted: FindingFilter) -> int:
        """See the port."""
        return await self._readers.run(lambda found: kept_findings.count_causes(found, wanted))

    async def find_exposures(self, wanted: PortfolioFilter, employees: Sequence[str]) -> list[EmployeeExposure]:
        """See the port."""
        return await self._readers.run(lambda found: kept_exposures.find_exposures(found, wanted, employees))

    async def read_employee_totals(self, wanted: PortfolioFilter) -> list[EmployeeTotal]:
        """See the port."""
        return await self._readers.run(lambda found: kept_exposures.read_employee_totals(found, wanted))

    async def read_posture_days(self, account: str, from_day: str | None, to_day: str | None) -> list[Posture]:
        """See the port."""
        return await self._readers.run(lambda found: portfolio.read_posture_days(found, account, from_day, to_day))
