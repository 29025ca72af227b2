"""What hangs on each of our people: summed over accounts, the most money first, in pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QuestionRejected
from graph.policy import Policy
from graph.posture import EmployeeExposure, StaleCount
from graph.rates import Conversion
from queries.exposure import ExposureConnection, ExposureOrder, ExposureParams, employee_places, exposure_page
from queries.money import Amount
from tests.questions.kept_rows import amounts, held, page_of, totals_of

YUAN = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})


def page(*rows: EmployeeExposure, policy: Policy = YUAN, **params: Any) -> ExposureConnection:
    return page_of(rows, StaleCount(3, 1), ExposureParams(**params), Conversion(policy))


def employees(found: ExposureConnection) -> list[str]:
    return [edge.node.employee for edge in found.edges]


def test_accounts_ties_and_contacts_held_alone_are_summed_and_the_worst_is_told() -> None:
    found = page(
        held("acme", "li", 3, 1, exposure=0.2, severity="MODERATE", amounts=amounts(CNY=10.0)),
        held("beta", "li", 4, 2, exposure=0.9, severity="CRITICAL", amounts=amounts(EUR=2.0)),
        held("core", "li", 5, 0),
    )
    (edge,) = found.edges
    risk = edge.node
    assert (risk.account_count, risk.live_tie_count, risk.single_held_count) == (3, 12, 3)
    assert (risk.exposure, risk.severity) == (0.9, "CRITICAL")
    assert (risk.money.value, risk.money.currency) == (26.0, "CNY")
    assert risk.money.amounts == (Amount("CNY", 10.0), Amount("EUR", 2.0))
    assert [each.account for each in risk.accounts] == ["beta", "acme", "core"]
    assert (found.stale_account_count, found.never_computed_count, found.total_count) == (3, 1, 1)


def test_without_a_rate_amounts_of_two_currencies_are_told_apart() -> None:
    risk = page(held("acme", "li", amounts=amounts(CNY=1.0, USD=2.0)), policy=Policy()).edges[0].node
    assert (risk.money.value, len(risk.money.amounts)) == (None, 2)


def test_the_most_severe_comes_first_then_the_larger_exposure_then_more_money_then_the_key() -> None:
    found = page(
        held("acme", "nothing-lost", 9, 0),
        held("acme", "b-held-alone-not-lost", 1, 1, exposure=0.0, severity=None, amounts=amounts(CNY=0.0)),
        held("acme", "as-severe-and-more", exposure=0.7, amounts=amounts(CNY=1.0)),
        held("acme", "unknown-money", 1, 5),
        held("acme", "critical", exposure=0.9, severity="CRITICAL", amounts=amounts(CNY=1.0, USD=9e9)),
        held("acme", "some", amounts=amounts(CNY=10.0)),
        held("acme", "more", amounts=amounts(EUR=2.0)),
        held("acme", "as-much", 2, 2, amounts=amounts(CNY=10.0)),
        held("acme", "low", exposure=0.1, severity="LOW", amounts=amounts(CNY=1e9)),
    )
    assert employees(found) == [
        *("critical", "as-severe-and-more", "more", "as-much", "some", "unknown-money", "low"),
        *("b-held-alone-not-lost", "nothing-lost"),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ExposureOrder.SEVERITY, ["worst", "held", "tied", "rich"]),
        (ExposureOrder.EXPOSURE, ["worst", "held", "tied", "rich"]),
        (ExposureOrder.VALUE_AT_RISK, ["rich", "worst", "held", "tied"]),
        (ExposureOrder.SINGLE_HELD, ["held", "worst", "tied", "rich"]),
        (ExposureOrder.LIVE_TIES, ["tied", "held", "worst", "rich"]),
    ],
)
def test_our_people_can_be_ordered_by_what_is_asked_for(order: ExposureOrder, expected: list[str]) -> None:
    rows = (
        held("acme", "rich", 1, 1, exposure=0.1, severity="LOW", amounts=amounts(CNY=99.0)),
        held("acme", "worst", 1, 1, exposure=0.9, severity="CRITICAL", amounts=amounts(CNY=9.0)),
        held("acme", "held", 3, 3, exposure=0.5, severity="HIGH"),
        held("acme", "tied", 4, 1, exposure=0.3, severity="MODERATE"),
    )
    found = page(*rows, order_by=order)
    assert employees(found) == expected
    behind = page(*rows, order_by=order, after=found.edges[1].cursor)
    assert employees(behind) == expected[2:]


def test_without_a_rate_the_order_does_not_depend_on_the_name_of_the_currency() -> None:
    for one, other in (("AUD", "ZAR"), ("ZAR", "AUD")):
        found = page(
            held("acme", "b", amounts=amounts(**{one: 1.0})), held("acme", "a", amounts=amounts(**{other: 9.0}))
        )
        assert employees(found) == ["a", "b"]


def test_nothing_is_at_risk_where_nothing_is_lost() -> None:
    risk = page(held("acme", "li", 2, 0)).edges[0].node
    assert (risk.money.value, risk.severity, risk.exposure) == (0.0, None, 0.0)


def test_without_a_known_value_the_money_is_not_known_also_where_nothing_is_lost() -> None:
    assert page(held("acme", "li", 2, 0, amounts=())).edges[0].node.money.value is None


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from(["x", "y"]), st.sampled_from([0.0, 1.0, 2.5])),
        unique_by=lambda row: row[:2],
    ),
    st.integers(1, 4),
)
def test_pages_are_the_whole_list_in_parts(rows: list[tuple[str, str, float]], first: int) -> None:
    kept = [held(account, who, amounts=amounts(CNY=money) if money else ()) for who, account, money in rows]
    whole = page(*kept, first=100)
    shown: list[str] = []
    after = None
    while True:
        part = page(*kept, first=first, after=after)
        assert part.page_info.has_previous_page == bool(shown)
        shown += employees(part)
        if not part.page_info.has_next_page:
            break
        after = part.edges[-1].cursor
    assert shown == employees(whole)
    assert len(shown) == whole.total_count


def test_who_holds_nothing_any_more_when_the_accounts_are_read_is_left_out() -> None:
    rows = [held("acme", "gone"), held("acme", "li")]
    params, conversion = ExposureParams(), Conversion(YUAN)
    places = employee_places(totals_of(rows), params, conversion)
    assert list(places.ranks) == ["gone", "li"]
    found = exposure_page(places, rows[1:], StaleCount(0, 0), params, conversion, 0)
    assert employees(found) == ["li"]


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(QuestionRejected, match="not a cursor"):
        page(held("acme", "li"), after="eyJ9")
