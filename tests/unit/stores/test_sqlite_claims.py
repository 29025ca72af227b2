"""All claims together cost in proportion to the accounts; counted in steps of SQLite's own machine."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from graph.model.companies import COMPANIES
from graph.store import Changes, Table
from graph.stores.sqlite import leasing
from graph.stores.sqlite.connections import connect
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.contract.kept_postures import TODAY

STEPS = 50


async def steps_to_claim(path: Path, account_count: int) -> int:
    """So many steps, in units of 50, to claim all accounts of a new file, four at a time."""
    store = await SqliteStore.open(path)
    rows = [(f"a{number:04}", "A", "CUSTOMER") for number in range(account_count)]
    await store.write(LOCAL, Changes([Table.of_rows(COMPANIES, ("key", "name", "side"), rows)]))
    await store.close()
    connection, steps = connect(path, is_writer=True, busy_timeout_seconds=5), count()
    connection.set_progress_handler(lambda: next(steps) < 0, STEPS)
    claimed: list[str] = []
    after = None
    while claims := leasing.claim_stale(connection, TODAY, "one", 4, 3600, None, after):
        claimed += [claim.account for claim in claims]
        after = claims[-1].account
    connection.close()
    assert claimed == [key for key, _, _ in rows]
    return next(steps)


async def test_claims_that_go_on_behind_the_last_one_are_linear_in_the_accounts(tmp_path: Path) -> None:
    few = await steps_to_claim(tmp_path / "few.db", 100)
    many = await steps_to_claim(tmp_path / "many.db", 1000)
    assert many < 13 * few
