"""What a power map costs that was asked for before: counted in calls of the store, not in time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial

from bench.bulk_world import bulk_world
from bench.counting import counting
from bench.measure import median_seconds_of
from bench.one_account import ACCOUNT, AS_OF, EDGES_A_PERSON
from bench.report import Finding, Goal, milliseconds
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes, GraphStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.power_map import POWER_MAP, PowerMapParams

SIZES = (60, 500, 5_000)
_WARM_CALLS = {"get_revision": 1, "count_entries": 1, "get_rates_revision": 1}
_METHOD = """\
The power map of a company, asked for a second time. The asker looks whether the account's revision, the policy and
the exchange rates still hold and answers from the snapshot it kept. Counted are the calls of the store during the
second asking; the times are of the answer as Python objects, without GraphQL."""


async def _ask_anew(store: GraphStore, params: PowerMapParams) -> None:
    await Asker(store).ask(LOCAL, POWER_MAP, params)


async def measure() -> Finding:
    """Asks twice and counts the second time."""
    rows, counts = [], []
    for size in SIZES:
        store = await open_store(Settings(store_url="memory:"))
        try:
            await store.write(LOCAL, Changes(bulk_world(size, EDGES_A_PERSON, 1)))
            calls: Counter[str] = Counter()
            params = PowerMapParams(company=ACCOUNT, as_of=date.fromisoformat(AS_OF))
            cold = await median_seconds_of({"cold": partial(_ask_anew, store, params)}, 3)
            asker = Asker(counting(store, calls))
            await asker.ask(LOCAL, POWER_MAP, params)
            calls.clear()
            await asker.ask(LOCAL, POWER_MAP, params)
            counts.append(dict(calls))
            warm = await median_seconds_of({"warm": partial(asker.ask, LOCAL, POWER_MAP, params)}, 7)
        finally:
            await store.close()
        called = ", ".join(f"{count} {name}" for name, count in counts[-1].items())
        rows.append([f"{size:,}", milliseconds(cold["cold"]), milliseconds(warm["warm"]), called])
    return Finding(
        "A warm power map",
        _METHOD,
        ["people", "first time, ms", "again, ms", "calls of the store, again"],
        rows,
        [
            Goal(
                "one read each of the revision, the policy's version and the rates' revision, none of the account",
                all(count == _WARM_CALLS for count in counts),
            )
        ],
    )
