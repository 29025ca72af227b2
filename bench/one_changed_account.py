"""What it costs when one account of many has changed: counted in calls of the store."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from api.refreshing.processes import refresher_of
from bench.counting import counting
from bench.measure import median_seconds_of
from bench.report import Finding, Goal, milliseconds, times
from graph.model.deals import OPPORTUNITIES
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes, Table
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.posture_of import posture_of

_ACCOUNT = "a00007"
_COLUMNS = ("key", "company", "name", "value", "currency", "status")
_ROUNDS = 9
_OF_THE_ACCOUNT = {"get_revision": 1, "read_account": 1, "write_posture": 1}
_OF_THE_WORKER = {"count_entries", "claim_stale"}
_METHOD = """\
One of the accounts above changes, and a worker looks for what is stale. Counted are the calls of the store until
there is nothing left: those about the account, and those with which a worker finds work (the version of the
policy, and claiming: once with a result and once without). Beside the whole, the same account read and answered
alone, without looking for work and without keeping the result."""


async def measure(settings: Settings) -> Finding:
    """Changes the account before every round."""
    store = await open_store(settings)
    value = 1_000.0

    async def change() -> None:
        nonlocal value
        value += 1.0
        row = (f"{_ACCOUNT}-o0", _ACCOUNT, "Deal 0", value, "CNY", "OPEN")
        await store.write(LOCAL, Changes([Table.of_rows(OPPORTUNITIES, _COLUMNS, [row])]))

    try:
        calls: Counter[str] = Counter()
        counted = refresher_of(counting(store, calls), settings)
        await change()
        report = await counted.refresh()
        refresher = refresher_of(store, settings)
        standard = await refresher.standard()

        async def read_and_answer() -> None:
            view = await Asker(store).view(LOCAL, _ACCOUNT)
            posture_of(view, standard, 0, datetime.now(UTC).isoformat(timespec="microseconds"))

        taken = await median_seconds_of(
            {"refresh": refresher.refresh, "answers": read_and_answer}, _ROUNDS, before_each=change
        )
    finally:
        await store.close()
    of_the_account = {name: count for name, count in calls.items() if name not in _OF_THE_WORKER}
    called = ", ".join(f"{count} {name}" for name, count in sorted(calls.items()))
    return Finding(
        "One changed account",
        _METHOD,
        ["accounts computed", "calls of the store", "refresh, ms", "read and answers, ms", "ratio"],
        [
            [
                f"{report.refreshed_count}",
                called,
                milliseconds(taken["refresh"]),
                milliseconds(taken["answers"]),
                times(taken["refresh"] / taken["answers"]),
            ]
        ],
        [
            Goal(
                "that account is read once and its posture written once, no other is read",
                report.refreshed_count == 1 and of_the_account == _OF_THE_ACCOUNT,
            )
        ],
    )
