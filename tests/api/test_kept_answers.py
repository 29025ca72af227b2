"""Answers over all accounts come from what is kept, are those of the accounts, and say what is out of date."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.errors import QuestionRejected
from graph.model.deals import Opportunity
from graph.model.people import Influence, Person, Tie
from graph.model.words import Severity
from graph.policy_book import PolicyChange
from graph.posture import PortfolioOrder
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.exposure import EXPOSURE_BY_EMPLOYEE, ExposureParams
from queries.findings.catalogue import SinglePointKind
from queries.findings.finding import Finding
from queries.kept_filters import PortfolioFilter
from queries.portfolio import PORTFOLIO, PortfolioParams
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.api.refreshed_store import DAY, CountedStore, Worker, reads, store_with
from tests.contract.writing import put

ALL = SinglePointsOfFailureParams(first=1000)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[GraphStore]:
    found = await store_with(tmp_path / "store.db", "a", "b", "c")
    await put(
        found,
        Person(key="mei", name="Mei", company="us"),
        Tie(employee="mei", contact="b-1", trust=4, last_contact="2026-06-01"),
        Influence(influencer="b-1", influenced="b-boss", weight=0.9),
        Opportunity(key="c-deal", company="c", name="Deal", value=50_000.0, currency="CNY"),
    )
    yield found
    await found.close()


async def change(store: GraphStore, account: str) -> None:
    """Somebody else of the account is known now, to one of us alone."""
    await put(store, Tie(employee="mei", contact=f"{account}-1", trust=5, last_contact="2026-06-29"))


async def paged(worker: Worker, first: int, chosen: SinglePointFilter) -> list[Finding]:
    found: list[Finding] = []
    after = None
    while True:
        page = await worker.ask(
            SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams(first=first, after=after, filter=chosen)
        )
        found += [edge.node for edge in page.edges]
        if not page.page_info.has_next_page:
            assert page.total_count == len(found)
            return found
        after = page.edges[-1].cursor


@pytest.mark.parametrize("stale", [(), ("b",), ("a", "c"), ("a", "b", "c")], ids=len)
@pytest.mark.parametrize(
    "params",
    [
        {},
        {"kind": SinglePointKind.SINGLE_HELD},
        {"kind": SinglePointKind.CHOKE_POINT},
        {"min_severity": Severity.MODERATE},
    ],
    ids=str,
)
async def test_kept_and_live_findings_are_one_list_as_of_the_accounts_themselves(
    store: GraphStore, stale: tuple[str, ...], params: dict[str, Any]
) -> None:
    worker = Worker(store)
    await worker.refresher.refresh()
    for account in stale:
        await change(store, account)
    chosen = SinglePointFilter(**params)
    wanted = SinglePointsOfFailureParams(first=1000, filter=chosen)
    page = await worker.ask(SINGLE_POINTS_OF_FAILURE, wanted)
    assert page == await worker.ask_accounts(SINGLE_POINTS_OF_FAILURE, wanted)
    assert page.edges
    assert await paged(worker, 1, chosen) == await paged(worker, 2, chosen) == [e.node for e in page.edges]


async def test_accounts_of_which_nothing_is_kept_are_answered_live(store: GraphStore) -> None:
    worker = Worker(store)
    page = await worker.ask(SINGLE_POINTS_OF_FAILURE, ALL)
    assert {edge.node.account for edge in page.edges} == {"a", "b", "c"}
    assert await worker.stale() == ["a", "b", "c"]


async def test_what_is_kept_and_current_is_not_read_again(store: GraphStore) -> None:
    await Worker(store).refresher.refresh()
    await change(store, "b")
    counted = CountedStore(store)
    worker = Worker(counted)
    await worker.ask(SINGLE_POINTS_OF_FAILURE, ALL)
    assert reads(counted.calls) == ["b"]
    await worker.ask(SINGLE_POINTS_OF_FAILURE, ALL)
    assert reads(counted.calls) == ["b"]
    assert "single_points_of_failure" in worker.asked


async def test_more_stale_accounts_than_one_answer_reads_are_shown_as_they_were_and_counted(
    store: GraphStore,
) -> None:
    await Worker(store).refresher.refresh()
    before = await Worker(store).ask(SINGLE_POINTS_OF_FAILURE, ALL)
    for account in ("a", "b"):
        await change(store, account)
    counted = CountedStore(store)
    page = await Worker(counted, live_account_count=1).ask(SINGLE_POINTS_OF_FAILURE, ALL)
    assert page.edges == before.edges
    assert page.stale_account_count == 2
    assert reads(counted.calls) == []


@pytest.mark.parametrize(
    "params",
    [
        {"as_of": date(2026, 3, 1)},
        {"policy": (PolicyChange("live_tie_strength", None, 0.99),)},
        {"filter": SinglePointFilter(company="b")},
        {"filter": SinglePointFilter(employee="mei")},
    ],
    ids=str,
)
async def test_another_day_policy_company_or_employee_is_asked_of_the_accounts(
    store: GraphStore, params: dict[str, Any]
) -> None:
    await Worker(store).refresher.refresh()
    counted = CountedStore(store)
    worker = Worker(counted)
    wanted = SinglePointsOfFailureParams(first=1000, **params)
    page = await worker.ask(SINGLE_POINTS_OF_FAILURE, wanted)
    assert "find_findings" not in counted.calls
    assert page == await worker.ask_accounts(SINGLE_POINTS_OF_FAILURE, wanted)


async def test_today_by_name_is_answered_from_what_is_kept(store: GraphStore) -> None:
    await Worker(store).refresher.refresh()
    counted = CountedStore(store)
    page = await Worker(counted).ask(SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams(first=1000, as_of=DAY))
    assert page.edges
    assert reads(counted.calls) == []


async def test_a_cursor_of_the_accounts_themselves_goes_on_in_what_is_kept(store: GraphStore) -> None:
    worker = Worker(store)
    live = await worker.ask_accounts(SINGLE_POINTS_OF_FAILURE, ALL)
    await worker.refresher.refresh()
    rest = await worker.ask(
        SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams(first=1000, after=live.edges[1].cursor)
    )
    assert rest.edges == live.edges[2:]
    with pytest.raises(QuestionRejected, match="cursor"):
        await worker.ask(SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams(after="none"))


async def test_the_portfolio_computes_accounts_of_which_nothing_is_kept(store: GraphStore) -> None:
    worker = Worker(store)
    page = await worker.ask(PORTFOLIO, PortfolioParams(first=2))
    assert [edge.node.company for edge in page.edges] == ["a", "b"]
    assert page.page_info.has_next_page
    totals = await worker.asker.later(LOCAL, page.totals)
    assert (totals.account_count, totals.never_computed_count) == (3, 0)
    assert await worker.stale() == []
    rest = await worker.ask(PORTFOLIO, PortfolioParams(first=2, after=page.edges[1].cursor))
    assert [edge.node.company for edge in rest.edges] == ["c"]
    assert not rest.page_info.has_next_page


async def test_the_portfolio_shows_stale_accounts_as_stale_and_reads_none(store: GraphStore) -> None:
    await Worker(store).refresher.refresh()
    await change(store, "b")
    counted = CountedStore(store)
    asker = Worker(counted).asker
    page = await asker.ask(LOCAL, PORTFOLIO, PortfolioParams(order_by=PortfolioOrder.NAME))
    assert "read_totals" not in counted.calls
    assert [(edge.node.company, edge.node.is_stale) for edge in page.edges] == [
        ("a", False),
        ("b", True),
        ("c", False),
    ]
    assert (await asker.later(LOCAL, page.totals)).stale_count == 1
    assert reads(counted.calls) == []


async def test_more_missing_accounts_than_one_answer_reads_are_counted_only(store: GraphStore) -> None:
    worker = Worker(store, live_account_count=2)
    page = await worker.ask(PORTFOLIO, PortfolioParams())
    assert page.edges == ()
    assert page.never_computed_count == 3
    exposure = await worker.ask(EXPOSURE_BY_EMPLOYEE, ExposureParams())
    assert (exposure.edges, exposure.never_computed_count) == ((), 3)


async def test_work_on_a_finding_computes_stale_accounts_only_when_they_are_few(store: GraphStore) -> None:
    worker = Worker(store, live_account_count=2)
    await worker.kept.compute_stale()
    assert await worker.stale() == ["a", "b", "c"]
    await worker.refresher.refresh(["a"])
    await worker.kept.compute_stale()
    assert await worker.stale() == []


async def test_the_portfolio_is_filtered_by_employee(store: GraphStore) -> None:
    page = await Worker(store).ask(PORTFOLIO, PortfolioParams(filter=PortfolioFilter(employee="mei")))
    assert [edge.node.company for edge in page.edges] == ["b"]


async def test_exposure_is_told_of_everybody_with_live_ties_the_most_money_first(store: GraphStore) -> None:
    page = await Worker(store).ask(EXPOSURE_BY_EMPLOYEE, ExposureParams())
    told = [(edge.node.employee, edge.node.account_count, edge.node.single_held_count) for edge in page.edges]
    assert told == [("li", 3, 3), ("mei", 1, 1)]
    assert page.edges[0].node.money.currency == "CNY"


@pytest.mark.parametrize(
    ("question", "params"),
    [(PORTFOLIO, PortfolioParams(after="x")), (EXPOSURE_BY_EMPLOYEE, ExposureParams(after="x"))],
    ids=["portfolio", "exposure_by_employee"],
)
async def test_a_bad_cursor_is_refused(store: GraphStore, question: Any, params: Any) -> None:
    with pytest.raises(QuestionRejected, match="cursor"):
        await Worker(store).ask(question, params)
