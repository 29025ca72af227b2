"""A worker's way through the stale accounts: each claim goes on behind the one before.

Claims that began at the first key each time would look again at everything that is leased or current by now, which
costs the square of the accounts.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from graph.posture import Claim, Standard
from graph.posture_store import PostureStore

_NAMED_AT_ONCE = 100
"""Accounts named in one claim."""


class Claiming:
    """Claims of one holder, at most `batch_count` accounts each; only those `accounts` when given."""

    def __init__(
        self,
        postures: PostureStore,
        holder: str,
        batch_count: int,
        lease_seconds: float,
        accounts: Sequence[str] | None,
    ) -> None:
        self._postures = postures
        self._holder = holder
        self._batch_count = batch_count
        self._lease_seconds = lease_seconds
        self._names = None if accounts is None else sorted(set(accounts))
        self._after: str | None = None

    async def next_claims(self, standard: Standard) -> list[Claim]:
        """Claims what it can behind the account claimed last, else from the first one on; none when nothing is.

        Cost: until there is nothing, two looks at every account, however many claims it takes; more only for what
        became stale or free behind a worker's back.
        """
        claims = await self._claim(standard)
        if not claims and self._after is not None:
            self._after = None
            claims = await self._claim(standard)
        return claims

    async def _claim(self, standard: Standard) -> list[Claim]:
        for names, is_last in self._parts():
            claims = await self._claim_among(standard, names)
            if claims:
                is_at_end = is_last and len(claims) < self._batch_count
                self._after = None if is_at_end else claims[-1].account
                return claims
        return []

    async def _claim_among(self, standard: Standard, names: Sequence[str] | None) -> list[Claim]:
        """One claim. Stopped meanwhile, it gives back what the store has claimed: nobody else would know of it."""
        claiming = asyncio.create_task(
            self._postures.claim_stale(
                standard, self._holder, self._batch_count, self._lease_seconds, names, after=self._after
            )
        )
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            if claims := await claiming:
                await self._postures.release([claim.account for claim in claims], self._holder)
            raise

    def _parts(self) -> Iterator[tuple[Sequence[str] | None, bool]]:
        """The names where it goes on, so many at once, and whether they are the last; None for all accounts."""
        if self._names is None:
            yield None, True
            return
        for place in range(bisect_right(self._names, self._after or ""), len(self._names), _NAMED_AT_ONCE):
            end = place + _NAMED_AT_ONCE
            yield self._names[place:end], end >= len(self._names)
