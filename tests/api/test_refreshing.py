"""Accounts that change or age are recomputed, each by one worker, and one that fails does not stop the others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from api.refreshing.refresher import RefreshReport
from graph.model.companies import Company
from graph.model.people import Person
from graph.policy_book import PolicyChange, version_entry
from graph.posture import FindingFilter, FindingOrder, PortfolioFilter, PortfolioOrder
from graph.store import Changes, GraphStore
from graph.viewer import LOCAL
from tests.api.refreshed_store import CountedStore, Worker, account, reads, store_with
from tests.contract.writing import put, take_out

HOUR = 3600


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[GraphStore]:
    found = await store_with(tmp_path / "store.db", "a", "b", "c")
    yield found
    await found.close()


async def finding_kinds(store: GraphStore, account: str) -> set[str]:
    found = await store.postures.find_findings(FindingFilter(account=account), FindingOrder.SEVERITY, 1000, None)
    return {kept.kind for kept in found}


async def test_every_account_is_computed_once_and_then_nothing_is_stale(store: GraphStore) -> None:
    worker = Worker(store)
    assert await worker.refresher.count_stale() == (3, 3)
    assert await worker.refresher.refresh() == RefreshReport(3, 0)
    assert await worker.refresher.count_stale() == (0, 0)
    assert await worker.refresher.refresh() == RefreshReport(0, 0)
    assert "SINGLE_HELD" in await finding_kinds(store, "a")


async def test_a_changed_account_is_read_once_and_nothing_else_is(store: GraphStore) -> None:
    await Worker(store).refresher.refresh()
    await put(store, Person(key="b-new", name="New", company="b"))
    counted = CountedStore(store)
    assert await Worker(counted).refresher.refresh() == RefreshReport(1, 0)
    assert sorted(counted.calls) == [
        "claim_stale",
        "claim_stale",  # there is nothing more
        "count_entries",
        "count_entries",
        "count_entries",  # whether the policy has changed, before each claim and with the account
        "get_rates_revision",
        "get_rates_revision",
        "get_rates_revision",
        "get_revision b",
        "read_account b",
        "write_posture",
    ]


async def test_a_day_alone_makes_accounts_stale_and_a_silent_key_person_appears(store: GraphStore) -> None:
    on_the_last_day = Worker(store, today=date(2026, 7, 30))  # 90 days after the last contact
    await on_the_last_day.refresher.refresh()
    assert "SILENT_KEY_PERSON" not in await finding_kinds(store, "a")

    on_the_last_day.today = date(2026, 7, 31)
    assert await on_the_last_day.stale() == ["a", "b", "c"]
    assert await on_the_last_day.refresher.refresh() == RefreshReport(3, 0)
    assert "SILENT_KEY_PERSON" in await finding_kinds(store, "a")
    days = await store.postures.read_posture_days("a", None, None)
    assert [kept.standard.day for kept in days] == ["2026-07-30", "2026-07-31"]


async def test_another_policy_makes_every_account_stale(store: GraphStore) -> None:
    worker = Worker(store)
    await worker.refresher.refresh()
    change = PolicyChange("silence_days", None, 10)
    entry = version_entry(
        1, None, [change], at="2026-06-30T06:00:00.000000+00:00", viewer=LOCAL.named("boss"), note=None
    )
    await store.write(LOCAL, Changes(entries=(entry,)))
    assert await worker.stale() == ["a", "b", "c"]
    assert await worker.refresher.refresh() == RefreshReport(3, 0)
    assert "SILENT_KEY_PERSON" in await finding_kinds(store, "a")
    rows = await store.postures.find_postures(
        PortfolioFilter(), PortfolioOrder.NAME, 9, None, await worker.refresher.standard()
    )
    assert [(row.posture.policy_version, row.is_stale) for row in rows] == [(1, False)] * 3


async def test_only_the_accounts_named_are_computed(store: GraphStore) -> None:
    worker = Worker(store)
    assert await worker.refresher.refresh(["c", "a", "nothing"]) == RefreshReport(2, 0)
    assert await worker.stale() == ["b"]


async def test_one_account_that_fails_is_logged_under_an_id_and_the_others_go_on(store: GraphStore) -> None:
    await put(store, *account("b", people_count=9))
    worker = Worker(store, people_limit=5)
    with capture_logs() as logs:
        assert await worker.refresher.refresh() == RefreshReport(2, 1)
    assert await worker.stale() == ["b"]
    (logged,) = logs
    assert (logged["event"], logged["account"], logged["error_type"]) == (
        "account_not_refreshed",
        "b",
        "GraphTooLarge",
    )
    assert logged["error_id"]
    assert "Boss" not in str(logged)


async def test_an_account_that_fails_is_left_alone_for_a_while_unless_it_changes(store: GraphStore) -> None:
    await put(store, *account("b", people_count=9))
    counted = CountedStore(store)
    worker = Worker(counted, people_limit=5, lease_seconds=HOUR)
    assert (await worker.refresher.refresh()).failed_count == 1
    counted.calls.clear()
    assert await worker.refresher.refresh() == RefreshReport(0, 0)
    assert reads(counted.calls) == []
    await take_out(store, *(Person(key=f"b-{number}", company="x") for number in range(1, 9)))
    await store.postures.release(["b"], worker.refresher._holder)  # as if the lease had run out
    assert await worker.refresher.refresh() == RefreshReport(1, 0)


async def test_a_failed_account_is_tried_again_after_the_pause(store: GraphStore) -> None:
    await put(store, *account("b", people_count=9))
    counted = CountedStore(store)
    worker = Worker(counted, people_limit=5, lease_seconds=0.05)
    await worker.refresher.refresh()
    await asyncio.sleep(0.1)
    counted.calls.clear()
    assert await worker.refresher.refresh() == RefreshReport(0, 1)
    assert reads(counted.calls) == ["b"]


async def test_a_worker_that_is_stopped_gives_back_what_it_had_claimed(store: GraphStore) -> None:
    work: asyncio.Task[RefreshReport] | None = None
    stopped = Worker(store, on_refreshed=lambda _: work.cancel() if work else None, lease_seconds=HOUR)
    work = asyncio.create_task(stopped.refresher.refresh())
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await stopped.stale() == ["b", "c"]
    assert await Worker(store).refresher.refresh() == RefreshReport(2, 0)


async def test_workers_share_the_accounts_and_none_is_computed_twice(tmp_path: Path) -> None:
    keys = [f"a{number:02}" for number in range(30)]
    store = await store_with(tmp_path / "many.db", *keys)
    counted = CountedStore(store)
    reports = await asyncio.gather(*(Worker(counted).refresher.refresh() for _ in range(3)))
    assert sum(report.refreshed_count for report in reports) == 30
    assert sorted(reads(counted.calls)) == keys
    await store.close()


async def test_what_a_worker_leaves_undone_is_taken_over_when_its_lease_runs_out(store: GraphStore) -> None:
    worker = Worker(store, lease_seconds=0.5)
    standard = await worker.refresher.standard()
    assert len(await store.postures.claim_stale(standard, "gone", 2, 0.3)) == 2
    assert await worker.refresher.refresh() == RefreshReport(1, 0)
    assert await worker.refresher.refresh(wait=True) == RefreshReport(2, 0)


async def test_waiting_ends_when_another_worker_keeps_an_account_claimed(store: GraphStore) -> None:
    worker = Worker(store, lease_seconds=0.1)
    await store.postures.claim_stale(await worker.refresher.standard(), "busy", 1, HOUR)
    assert await worker.refresher.refresh(wait=True) == RefreshReport(2, 0)
    assert await worker.stale() == ["a"]


async def test_a_waiting_worker_looks_whether_anything_is_left_with_one_light_read(store: GraphStore) -> None:
    counted = CountedStore(store)
    worker = Worker(counted, lease_seconds=0.1)
    await store.postures.claim_stale(await worker.refresher.standard(), "busy", 3, HOUR)
    counted.calls.clear()
    assert await worker.refresher.refresh(wait=True) == RefreshReport(0, 0)
    assert set(counted.calls) == {"claim_stale", "count_entries", "get_rates_revision", "find_stale"}
    assert counted.calls.count("find_stale") <= counted.calls.count("claim_stale")


async def test_a_call_that_waits_for_another_one_of_the_same_worker_does_not_ask_the_store(
    tmp_path: Path,
) -> None:
    store = await store_with(tmp_path / "one.db", "a")
    counted = CountedStore(store)
    worker = Worker(counted)
    reports = await asyncio.gather(*(worker.refresher.refresh(wait=True) for _ in range(2)))
    assert sum(report.refreshed_count for report in reports) == 1
    # The first one: what it claims, and that there is nothing more. The other one: nothing, before and after; less
    # when it comes late.
    assert counted.calls.count("claim_stale") <= 4
    assert counted.calls.count("find_stale") <= 2
    await store.close()


async def test_a_failure_is_forgotten_when_its_account_is_gone(store: GraphStore) -> None:
    await put(store, *account("b", people_count=9))
    worker = Worker(store, people_limit=5)
    assert (await worker.refresher.refresh()).failed_count == 1
    assert list(worker.refresher._failures) == ["b"]
    await worker.refresher.refresh()
    assert list(worker.refresher._failures) == ["b"]
    await put(store, Company(key="b", name="Customer b", side="COMPETITOR"))
    await worker.refresher.refresh()
    assert list(worker.refresher._failures) == []


async def test_an_account_that_ceases_to_be_one_is_passed_over(store: GraphStore) -> None:
    worker = Worker(store)
    await put(store, Company(key="b", name="Customer b", side="CUSTOMER", parent="a"))
    with capture_logs() as logs:
        assert await worker.refresher.refresh() == RefreshReport(2, 0)
    assert logs == []


async def test_two_calls_of_one_worker_wait_for_each_other(store: GraphStore) -> None:
    worker = Worker(store)
    background = asyncio.create_task(worker.refresher.refresh())
    await asyncio.sleep(0)
    await worker.refresher.refresh(["a", "b", "c"])
    assert await worker.stale() == []
    assert (await background).failed_count == 0
