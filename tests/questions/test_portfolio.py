"""The portfolio's pages and totals: nothing is added that cannot be, and cursors belong to one order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.errors import QuestionRejected
from graph.policy import Policy
from graph.posture import PortfolioOrder
from graph.rates import Conversion
from queries.kept_figures import SeverityCount
from queries.money import Amount, MoneyAtRisk
from queries.portfolio import (
    GradeTotal,
    IndexValues,
    PortfolioConnection,
    PortfolioParams,
    SeverityTotal,
    portfolio_page,
    portfolio_totals,
    rank_after,
)
from tests.questions.kept_rows import amounts, row, total

YUAN = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})


def page(*accounts: str, first: int = 2, after: str | None = None) -> PortfolioConnection:
    return portfolio_page([row(account) for account in accounts], 0, PortfolioParams(first=first, after=after), 0)


def test_an_account_shows_what_is_kept_of_it_and_its_attributes_of_now() -> None:
    (edge,) = page("acme").edges
    node = edge.node
    assert (node.company, node.name, node.grade, node.industry, node.region) == (
        "acme",
        "Acme",
        "S",
        "Steel",
        None,
    )
    assert (node.severity, node.share, node.finding_count, node.cause_count) == ("HIGH", 0.6, 3, 2)
    assert node.severity_counts == (SeverityCount("HIGH", 1), SeverityCount("LOW", 2))
    assert node.cause_severity_counts == (SeverityCount("HIGH", 1), SeverityCount("LOW", 1))
    assert node.money == MoneyAtRisk(12.5, "CNY", amounts=(Amount("CNY", 12.5),))
    assert node.index == IndexValues(10.0, None, 0.0)
    assert (node.as_of, node.revision, node.policy_version) == (date(2026, 6, 30), 4, 2)


def test_there_is_a_next_page_when_a_row_more_than_asked_for_was_found() -> None:
    found = page("a", "b", "c")
    assert [edge.node.company for edge in found.edges] == ["a", "b"]
    assert (found.page_info.has_next_page, found.page_info.has_previous_page) == (True, False)
    assert not page("a", "b").page_info.has_next_page


def test_a_cursor_goes_on_behind_its_row_in_the_order_it_was_made_in() -> None:
    cursor = page("a", "b").edges[0].cursor
    assert rank_after(PortfolioParams(after=cursor)) == "rank of a"
    assert page("b", after=cursor).page_info.has_previous_page
    assert rank_after(PortfolioParams()) is None
    for bad in (PortfolioParams(order_by=PortfolioOrder.NAME, after=cursor), PortfolioParams(after="none")):
        with pytest.raises(QuestionRejected, match="not a cursor"):
            rank_after(bad)


def test_totals_are_told_by_severity_and_by_grade_in_their_order() -> None:
    totals = [
        total(None, None, 5, stale_count=5),
        total("A", "LOW", 2, amounts=amounts(CNY=1.0)),
        total(
            "A", "CRITICAL", 1, stale_count=1, amounts=amounts(CNY=2.0), severity_counts={"CRITICAL": 1, "LOW": 3}
        ),
        total("S", "LOW", 4, amounts=amounts(CNY=8.0)),
    ]
    found = portfolio_totals(totals, Conversion(Policy()), never_computed_count=7)

    def group(accounts: int, stale: int, findings: int, causes: int, money: float) -> dict[str, Any]:
        value = MoneyAtRisk(money, "CNY", amounts=(Amount("CNY", money),)) if money else MoneyAtRisk(None, None)
        counts = {
            "account_count": accounts,
            "stale_count": stale,
            "finding_count": findings,
            "cause_count": causes,
        }
        return {**counts, "money": value}

    assert found.by_severity == (
        SeverityTotal(severity="CRITICAL", **group(1, 1, 4, 1, 2.0)),
        SeverityTotal(severity="LOW", **group(6, 0, 6, 6, 9.0)),
        SeverityTotal(severity=None, **group(5, 5, 0, 0, 0.0)),
    )
    assert found.by_grade == (
        GradeTotal(grade="S", **group(4, 0, 4, 4, 8.0)),
        GradeTotal(grade="A", **group(3, 1, 6, 3, 3.0)),
        GradeTotal(grade=None, **group(5, 5, 0, 0, 0.0)),
    )
    assert (found.account_count, found.stale_count, found.never_computed_count) == (12, 6, 7)
    assert (found.finding_count, found.cause_count, found.money.value) == (10, 7, 11.0)
    assert found.cause_severity_counts == (SeverityCount("CRITICAL", 1), SeverityCount("LOW", 6))
    assert found.severity_counts == (SeverityCount("CRITICAL", 1), SeverityCount("LOW", 9))


@pytest.mark.parametrize(
    ("policy", "value", "currency"), [(YUAN, 17.0, "CNY"), (Policy(), None, None)], ids=["rates", "no rates"]
)
def test_currencies_are_added_with_a_rate_only(policy: Policy, value: float | None, currency: str | None) -> None:
    totals = [
        total("A", "LOW", 1, amounts=amounts(CNY=1.0, EUR=1.0)),
        total("B", "LOW", 1, amounts=amounts(EUR=1.0)),
    ]
    money = portfolio_totals(totals, Conversion(policy), never_computed_count=0).money
    assert (money.value, money.currency) == (value, currency)
    assert money.amounts == (Amount("CNY", 1.0), Amount("EUR", 2.0))


def test_an_amount_without_a_rate_keeps_all_of_them_apart() -> None:
    totals = [total("A", "LOW", 1, amounts=amounts(CNY=1.0, USD=1.0))]
    money = portfolio_totals(totals, Conversion(YUAN), never_computed_count=0).money
    assert (money.value, len(money.amounts)) == (None, 2)
