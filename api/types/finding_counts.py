"""How many findings there are, or causes: counted only when asked for, a page costs far less."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import cached_property

from graph.posture import FindingFilter


class FindingCounts:
    """What `count` tells of a filter, and of the same one of whatever severity; the former is counted once."""

    def __init__(
        self,
        count: Callable[[FindingFilter], Awaitable[int]],
        wanted: FindingFilter,
        of_any_severity: FindingFilter,
    ) -> None:
        self._count = count
        self._wanted = wanted
        self._of_any_severity = of_any_severity

    async def total(self) -> int:
        """How many the filter lets through."""
        return await self._total

    async def less_severe(self) -> int:
        """How many more there are of whatever severity."""
        if self._of_any_severity == self._wanted:
            return 0
        any_count, total_count = await asyncio.gather(self._count(self._of_any_severity), self._total)
        return any_count - total_count

    @cached_property
    def _total(self) -> asyncio.Future[int]:
        return asyncio.ensure_future(self._count(self._wanted))
