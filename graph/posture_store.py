"""The port for postures: the part of a store that keeps what was found. See `graph.posture`.

Several processes share the work of keeping it up to date: each **claims** accounts whose posture is stale or
missing, for so many seconds by the store's own clock. Nobody else gets a claimed account before the lease runs
out; what is written under a lease that another holder has taken over since is refused. Every method may raise
StoreUnavailable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from graph.posture import (
    Claim,
    ComputedPosture,
    EmployeeExposure,
    FindingFilter,
    KeptFinding,
    PortfolioFilter,
    PortfolioOrder,
    PortfolioRow,
    PortfolioTotal,
    Posture,
    Standard,
)


class PostureStore(Protocol):
    """Postures, kept. An account has at most one current posture, and one for each day it was computed on."""

    async def find_stale(self, standard: Standard, first: int, *, only_missing: bool = False) -> list[str]:
        """At most `first` accounts whose posture is not of their revision and the standard, or missing, by key."""
        ...

    async def count_stale(self, standard: Standard) -> tuple[int, int]:
        """How many accounts' postures are stale or missing, and how many of those are missing."""
        ...

    async def claim_stale(
        self,
        standard: Standard,
        holder: str,
        count: int,
        lease_seconds: float,
        accounts: Sequence[str] | None = None,
    ) -> list[Claim]:
        """Leases at most `count` stale accounts that nobody else holds, by key; only `accounts` when given.

        An account that the holder itself still holds is not given out twice. Postures and findings of accounts
        that are none any more are taken out on the way (their days are kept).
        """
        ...

    async def write_posture(self, computed: ComputedPosture, holder: str) -> bool:
        """Replaces the account's posture, findings and exposures, keeps the posture for its day, ends the lease.

        In one transaction. A finding that was there before keeps its `since`; a new one gets `computed_at`.
        False, and nothing written, when the holder does not hold the account or it is no account any more.
        """
        ...

    async def release(self, accounts: Sequence[str], holder: str) -> None:
        """Ends the holder's leases on those accounts without writing: others may claim them at once."""
        ...

    async def find_postures(
        self, wanted: PortfolioFilter, order: PortfolioOrder, first: int, after: str | None, standard: Standard
    ) -> list[PortfolioRow]:
        """At most `first` accounts with a posture, by rank in that order, those after the rank `after`."""
        ...

    async def read_totals(self, wanted: PortfolioFilter, standard: Standard) -> list[PortfolioTotal]:
        """Totals of all those accounts, by grade and severity (None first)."""
        ...

    async def find_findings(self, wanted: FindingFilter, first: int, after: str | None) -> list[KeptFinding]:
        """At most `first` findings by rank, those after the rank `after`."""
        ...

    async def count_findings(self, wanted: FindingFilter) -> int:
        """How many findings the filter lets through."""
        ...

    async def find_exposures(self, wanted: PortfolioFilter) -> list[EmployeeExposure]:
        """What our people hold in the accounts that the filter lets through, by employee and account.

        With `wanted.employee`, that employee's rows alone.
        """
        ...

    async def read_posture_days(self, account: str, from_day: str | None, to_day: str | None) -> list[Posture]:
        """The account's postures of those days, both included, one a day (the last written), by day."""
        ...
