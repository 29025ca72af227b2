"""What was found, kept in the graph beside the records: `graph.posture_store.PostureStore` on Neo4j.

An account has a Posture, POSTURE_OF its Company. For each order of the portfolio a PostureRank is RANK_OF the
posture; a Finding is FINDING_OF it, an EmployeeExposure EXPOSURE_OF it, and a PostureDay is DAY_OF it for each
day. The store finds them by the account's key: a company that is deleted takes only its edge along, and its days
are there when it comes back.
"""

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
from graph.stores.neo4j import leasing, posture_finding, posture_writing
from graph.stores.neo4j.connection import Connection


class Neo4jPostures:
    """A PostureStore on the connection of its store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def find_stale(self, standard: Standard, first: int, *, only_missing: bool = False) -> list[str]:
        """See the port."""
        return await self._connection.read(lambda found: leasing.find_stale(found, standard, first, only_missing))

    async def count_stale(self, standard: Standard) -> StaleCount:
        """See the port."""
        return await self._connection.read(lambda found: leasing.count_stale(found, standard))

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
        """See the port. Claims wait for each other, but not for writes of records."""
        return await self._connection.write(
            lambda found: leasing.claim_stale(found, standard, holder, count, lease_seconds, accounts, after)
        )

    async def write_posture(self, computed: ComputedPosture, holder: str) -> bool:
        """See the port. Postures of different accounts do not wait for each other."""
        return await self._connection.write(lambda found: posture_writing.write_posture(found, computed, holder))

    async def release(self, accounts: Sequence[str], holder: str) -> None:
        """See the port."""
        await self._connection.write(lambda found: leasing.release(found, accounts, holder))

    async def find_postures(
        self, wanted: PortfolioFilter, order: PortfolioOrder, first: int, after: str | None, standard: Standard
    ) -> list[PortfolioRow]:
        """See the port."""
        return await self._connection.read(
            lambda found: posture_finding.find_postures(found, wanted, order, first, after, standard)
        )

    async def read_totals(self, wanted: PortfolioFilter, standard: Standard) -> list[PortfolioTotal]:
        """See the port."""
        return await self._connection.read(lambda found: posture_finding.read_totals(found, wanted, standard))

    async def find_findings(
        self, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
    ) -> list[KeptFinding]:
        """See the port."""
        return await self._connection.read(
            lambda found: posture_finding.find_findings(found, wanted, order, first, after)
        )

    async def count_findings(self, wanted: FindingFilter) -> int:
        """See the port."""
        return await self._connection.read(lambda found: posture_finding.count_findings(found, wanted))

    async def find_causes(
        self, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
    ) -> list[RankedCause]:
        """See the port."""
        return await self._connection.read(
            lambda found: posture_finding.find_causes(found, wanted, order, first, after)
        )

    async def count_causes(self, wanted: FindingFilter) -> int:
        """See the port."""
        return await self._connection.read(lambda found: posture_finding.count_causes(found, wanted))

    async def find_exposures(self, wanted: PortfolioFilter, employees: Sequence[str]) -> list[EmployeeExposure]:
        """See the port."""
        return await self._connection.read(lambda found: posture_finding.find_exposures(found, wanted, employees))

    async def read_employee_totals(self, wanted: PortfolioFilter) -> list[EmployeeTotal]:
        """See the port."""
        return await self._connection.read(lambda found: posture_finding.read_employee_totals(found, wanted))

    async def read_posture_days(self, account: str, from_day: str | None, to_day: str | None) -> list[Posture]:
        """See the port."""
        return await self._connection.read(
            lambda found: posture_finding.read_posture_days(found, account, from_day, to_day)
        )
