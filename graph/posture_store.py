"""The port for postures: the part of a store that keeps what was found. See `graph.posture`.

Several processes share the work of keeping it up to date: each **claims** accounts whose posture is stale or
missing, for so many seconds by the store's own clock. Nobody gets a claimed account before the lease runs out
(when the clock reaches its end: one of 0 seconds has run out at once). A holder **holds** an account from the
claim until it writes, releases, or another holder claims the account: what is written after the lease has run
out, but before somebody else has claimed, is still kept; what is written after is refused.

An account here is what is one now: postures, findings and exposures of what has ceased to be one are neither
found nor counted, whether they have been taken out yet or not. Text is compared and ordered by code point. Lists
of ids or keys in a filter may hold thousands; one that holds a value twice is as one that holds it once. Every
method may raise StoreUnavailable.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

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


class PostureStore(Protocol):
    """Postures, kept. An account has at most one current posture, and one for each day it was computed on."""

    async def find_stale(self, standard: Standard, first: int, *, only_missing: bool = False) -> list[str]:
        """At most `first` accounts whose posture is not of their revision and the standard, or missing, by key.

        `only_missing`: only those without any. Whether somebody has claimed them does not matter. Light: no write.
        """
        ...

    async def count_stale(self, standard: Standard) -> StaleCount:
        """How many accounts `find_stale` finds, and how many of those it finds as missing. Light: no write."""
        ...

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
        """Leases at most `count` stale accounts without a running lease, by key; only `accounts` when given.

        Only those behind the key `after` when given, whether it is an account or not: who goes on behind the last
        account that was claimed looks at each account once, and not again at all that are leased or current.
        An account whose lease is the holder's own is not given out twice either, as long as the lease runs.
        `accounts` that are none are passed over. One transaction: an account goes to one holder only.
        Postures, findings, exposures and leases of accounts that are none any more are taken out on the way,
        whatever is claimed (their days are kept).
        """
        ...

    async def write_posture(self, computed: ComputedPosture, holder: str) -> bool:
        """Replaces the account's posture, findings and exposures, keeps the posture for its day, ends the lease.

        In one transaction. A finding that was there before keeps its `since`; a new one gets `computed_at`.
        False, and nothing written, when the holder does not hold the account or it is no account any more.
        The account may have moved on since it was claimed: the posture is kept as it was computed, and is stale.
        """
        ...

    async def release(self, accounts: Sequence[str], holder: str) -> None:
        """Ends the holder's leases on those accounts without writing: anybody may claim them at once.

        Accounts that the holder does not hold are passed over.
        """
        ...

    async def find_postures(
        self, wanted: PortfolioFilter, order: PortfolioOrder, first: int, after: str | None, standard: Standard
    ) -> list[PortfolioRow]:
        """At most `first` accounts with a posture, by rank in that order, those after the rank `after`."""
        ...

    async def read_totals(self, wanted: PortfolioFilter, standard: Standard) -> list[PortfolioTotal]:
        """Totals of all those accounts, one for each grade and severity there is; ordered by both, None first.

        Accounts without a posture are in none. Sums of money are as exact as floating point, in any order.
        """
        ...

    async def find_findings(
        self, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
    ) -> list[KeptFinding]:
        """At most `first` findings by their place in that order, those after the place `after`."""
        ...

    async def count_findings(self, wanted: FindingFilter) -> int:
        """How many findings the filter lets through."""
        ...

    async def find_causes(
        self, wanted: FindingFilter, order: FindingOrder, first: int, after: Place | None
    ) -> list[RankedCause]:
        """At most `first` causes of the findings that the filter lets through, by place, those after `after`."""
        ...

    async def count_causes(self, wanted: FindingFilter) -> int:
        """How many causes those findings have."""
        ...

    async def find_exposures(self, wanted: PortfolioFilter, employees: Sequence[str]) -> list[EmployeeExposure]:
        """What those employees hold in the accounts that the filter lets through, by employee and account.

        With `wanted.employee`, that employee's rows alone, if named among them.
        """
        ...

    async def read_employee_totals(self, wanted: PortfolioFilter) -> list[EmployeeTotal]:
        """What each of our people holds in those accounts together, by employee; of `wanted.employee` alone.

        Sums of money are as exact as floating point, in any order.
        """
        ...

    async def read_posture_days(self, account: str, from_day: str | None, to_day: str | None) -> list[Posture]:
        """The account's postures of those days, both included, one a day (the last written), by day.

        None does not bound. A posture's day is that of its standard. Days stay when the account ceases to be one.
        """
        ...
