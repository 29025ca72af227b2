"""Refreshing with several processes, each with a store and a holder's name of its own; leases share the work."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from api.errors import log_masked
from api.log_setup import configure_logs
from api.refreshing.refresher import Refresher, RefreshReport
from graph.errors import NotInGraph, RelationshipError
from graph.messages.told import Told
from graph.nearness import with_suggestions
from graph.open_store import open_store
from graph.policy_book import PolicyBook, read_policy_book
from graph.settings import Settings
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.ask import Asker

_BATCH_COUNT = 8
_AT_A_TIME = 2
"""Accounts that a process has in hand: one is computed while the other one waits for the store."""

OnDone = Callable[[int], None]
"""Told how many accounts were computed since the last time."""


def refresher_of(store: GraphStore, settings: Settings, on_done: OnDone | None = None) -> Refresher:
    """A refresher by the settings, with an asker that keeps no more than the account it reads."""
    policies = read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook()
    asker = Asker(store, policies, snapshot_count=1, part_count=1, people_limit=settings.people_limit)
    return Refresher(
        store,
        asker,
        batch_count=_BATCH_COUNT,
        lease_seconds=settings.lease_seconds,
        on_refreshed=None if on_done is None else lambda _: on_done(1),
    )


async def read_stale_accounts(settings: Settings, accounts: Sequence[str] | None) -> tuple[int, int]:
    """How many accounts there are, or were named, and how many of them are stale.

    NotInGraph for one named that is none.
    """
    store = await open_store(settings)
    try:
        known = await store.read_revisions()
        for account in accounts or ():
            if account not in known:
                raise await with_suggestions(store, LOCAL, NotInGraph("account", account))
        standard = await refresher_of(store, settings).standard()
        stale = await store.postures.find_stale(standard, len(known)) if known else []
        named = set(known if accounts is None else accounts)
        return len(named), len(named.intersection(stale))
    finally:
        await store.close()


async def refresh_here(settings: Settings, accounts: Sequence[str] | None, on_done: OnDone) -> RefreshReport:
    """Refreshes in this process; waits for accounts that other processes have claimed, or takes them over."""
    store = await open_store(settings)
    try:
        refresher = refresher_of(store, settings, on_done)
        work = [asyncio.create_task(refresher.refresh(accounts, wait=True)) for _ in range(_AT_A_TIME)]
        try:
            reports = await asyncio.gather(*work)
        finally:  # when one fails, the others give back what they have claimed
            for task in work:
                if not task.cancelling():  # a second time would keep it from giving back
                    task.cancel()
            await asyncio.wait(work)
        return _sum_of(reports)
    finally:
        await store.close()


def refresh_in_processes(
    settings: Settings, accounts: Sequence[str] | None, process_count: int, on_done: OnDone
) -> RefreshReport:
    """Refreshes in so many processes, and waits for them.

    What one of them had claimed when it was killed, the others take over when its lease runs out. Interrupted, it
    stops all of them, and they give back what they have claimed. RelationshipError when all of them ended early.
    """
    context = multiprocessing.get_context("spawn")
    receivers: list[Connection] = []
    processes: list[BaseProcess] = []
    with ExitStack() as at_end:
        at_end.callback(_stop, processes)
        for _ in range(process_count):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(settings, accounts, sender), daemon=True)
            process.start()
            sender.close()  # so that the worker's end is the last one, and its death closes the pipe
            receivers.append(receiver)
            processes.append(process)
        return _gathered(receivers, on_done)


def _gathered(receivers: list[Connection], on_done: OnDone) -> RefreshReport:
    """Listens to the workers until every one has ended; adds up what they report."""
    reports: list[RefreshReport] = []
    refreshed_count = 0
    while receivers:
        ready = wait(receivers)
        for receiver in [found for found in receivers if found in ready]:
            try:
                said = receiver.recv()
            except EOFError:
                receivers.remove(receiver)
                continue
            if isinstance(said, RefreshReport):
                reports.append(said)
            else:
                refreshed_count += said
                on_done(said)
    if not reports:
        raise RelationshipError(
            Told("every process ended before its work was done", "所有进程都在完成工作之前结束了")
        )
    return RefreshReport(refreshed_count, _sum_of(reports).failed_count)


def _sum_of(reports: Sequence[RefreshReport]) -> RefreshReport:
    return RefreshReport(
        sum(report.refreshed_count for report in reports), sum(report.failed_count for report in reports)
    )


def _stop(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()


def _work(settings: Settings, accounts: Sequence[str] | None, sender: Connection) -> None:
    """What a worker does. A terminal's interrupt goes to all processes: the first one stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    configure_logs(settings.log_level)
    if not asyncio.run(_work_until_told(settings, accounts, sender)):
        sys.exit(1)


async def _work_until_told(settings: Settings, accounts: Sequence[str] | None, sender: Connection) -> bool:
    """False when it failed; the log says where, but not with the error's text, as a traceback would."""
    work = asyncio.create_task(refresh_here(settings, accounts, sender.send))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, work.cancel)
    await asyncio.wait({work})
    if work.cancelled():
        return True
    error = work.exception()
    if isinstance(error, Exception):
        log_masked(error)
        return False
    sender.send(work.result())
    return True
