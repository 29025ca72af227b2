"""The background: looks for stale accounts at an interval, and at once when something was written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from api.errors import log_masked
from api.refreshing.refresher import Refresher

OnCounted = Callable[[int], None]
"""Told how many accounts are stale."""


@asynccontextmanager
async def refreshed_in_background(
    refresher: Refresher, interval_seconds: float, on_counted: OnCounted
) -> AsyncIterator[None]:
    """Keeps the postures up to date as long as the context lasts; gives back what is claimed when it ends."""
    task = asyncio.create_task(_keep_up_to_date(refresher, interval_seconds, on_counted), name="refreshing")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _keep_up_to_date(refresher: Refresher, interval_seconds: float, on_counted: OnCounted) -> None:
    logged: type[BaseException] | None = None
    while True:
        error = await _error_of_round(refresher, on_counted)
        if isinstance(error, Exception) and type(error) is not logged:  # one that lasts is logged once
            log_masked(error)
        logged = None if error is None else type(error)
        await refresher.wait_to_be_woken(interval_seconds)


async def _error_of_round(refresher: Refresher, on_counted: OnCounted) -> BaseException | None:
    """One look. Whatever goes wrong ends this look only: the next one may find it mended."""
    task = asyncio.create_task(_look(refresher, on_counted))
    try:
        await asyncio.wait({task})
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    return None if task.cancelled() else task.exception()


async def _look(refresher: Refresher, on_counted: OnCounted) -> None:
    stale_count = (await refresher.count_stale()).stale_count
    on_counted(stale_count)
    if stale_count:
        await refresher.refresh()
        on_counted((await refresher.count_stale()).stale_count)
