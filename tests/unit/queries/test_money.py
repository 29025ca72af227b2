"""Money over several accounts: one sum only where all amounts can be added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from graph.model.deals import Opportunity
from graph.policy import Policy
from graph.rates import Conversion, DatedRate
from queries.money import Amount, MoneyAtRisk, money_at_risk, summed

UNKNOWN = MoneyAtRisk(None, None)
RATED = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})


def at_risk(
    *amounts: tuple[float | None, str | None],
    policy: Policy | None = None,
    dated: Mapping[str, DatedRate] | None = None,
) -> MoneyAtRisk:
    deals = [
        (1.0, Opportunity(key=f"o{n}", company="acme", name="Deal", value=value, currency=currency))
        for n, (value, currency) in enumerate(amounts)
    ]
    return money_at_risk(deals, Conversion(policy or Policy(), dated or {}))


@pytest.mark.parametrize("policy", [Policy(), RATED], ids=["without rates", "with rates"])
@pytest.mark.parametrize(
    "amounts",
    [
        [(1.0, "CNY")],
        [(1.0, "CNY"), (2.0, "EUR")],
        [(1.0, "CNY"), (2.0, "USD"), (3.0, "CNY")],
        [(1.0, None), (2.0, None)],
        [(0.0, "EUR"), (None, "CNY")],
        [(None, "CNY")],
        [(5.0, "EUR"), (None, None), (0.0, "USD")],
    ],
    ids=str,
)
def test_the_sum_of_accounts_is_what_one_account_with_all_of_it_has(
    policy: Policy, amounts: list[tuple[float | None, str | None]]
) -> None:
    parts = [at_risk(amount, policy=policy) for amount in amounts]
    assert summed(parts) == at_risk(*amounts, policy=policy)


def test_accounts_of_different_currencies_are_told_apart() -> None:
    found = summed([at_risk((1.0, "CNY")), at_risk((2.0, "EUR")), at_risk((3.0, "CNY"))])
    assert found == MoneyAtRisk(None, None, amounts=(Amount("CNY", 4.0), Amount("EUR", 2.0)))


def test_an_account_that_cannot_be_converted_keeps_all_from_being_added() -> None:
    found = summed([at_risk((1.0, "EUR"), policy=RATED), at_risk((2.0, "USD"), policy=RATED)])
    assert (found.value, found.amounts) == (None, (Amount("EUR", 1.0), Amount("USD", 2.0)))


def test_different_base_currencies_are_not_added() -> None:
    other = replace(Policy(), base_currency="EUR", rates={"CNY": 0.125})
    found = summed([at_risk((8.0, "CNY"), policy=RATED), at_risk((2.0, "EUR"), policy=other)])
    assert found == MoneyAtRisk(None, None, amounts=(Amount("CNY", 8.0), Amount("EUR", 2.0)))


def test_nothing_known_stays_unknown_and_does_not_hide_what_is() -> None:
    assert summed([]) == summed([UNKNOWN, UNKNOWN]) == UNKNOWN
    assert summed([UNKNOWN, at_risk((3.0, "CNY"))]).value == 3.0
    assert summed([UNKNOWN, at_risk((0.0, "CNY"))]) == MoneyAtRisk(0.0, None)


def test_a_converted_sum_tells_the_day_of_the_oldest_dated_rate_that_it_was_converted_by() -> None:
    dated = {
        "EUR": DatedRate(date(2026, 10, 31), 7.5),
        "USD": DatedRate(date(2026, 9, 30), 7.0),
        "JPY": DatedRate(date(2025, 1, 1), 0.05),  # nothing is in it
    }
    found = at_risk((2.0, "EUR"), (1.0, "USD"), (3.0, "CNY"), policy=RATED, dated=dated)
    assert (found.value, found.currency, found.is_in_base_currency) == (25.0, "CNY", True)
    assert found.rates_on == date(2026, 9, 30)
    assert at_risk((2.0, "EUR"), policy=RATED, dated=dated).rates_on == date(2026, 10, 31)


def test_undated_rates_and_the_base_currency_have_no_day() -> None:
    dated = {"CNY": DatedRate(date(2026, 10, 31), 2.0), "USD": DatedRate(date(2026, 10, 31), 7.0)}
    found = at_risk((2.0, "EUR"), (3.0, "CNY"), policy=RATED, dated=dated)
    assert (found.value, found.currency, found.rates_on) == (19.0, "CNY", None)


def test_dated_rates_convert_nothing_without_a_base_currency() -> None:
    found = at_risk((2.0, "EUR"), dated={"EUR": DatedRate(date(2026, 10, 31), 7.5)})
    assert found == MoneyAtRisk(2.0, "EUR", amounts=(Amount("EUR", 2.0),))


def test_one_amount_without_a_rate_keeps_the_others_from_being_converted() -> None:
    found = at_risk((2.0, "EUR"), (1.0, "USD"), policy=RATED)
    assert (found.value, found.rates_on, len(found.amounts)) == (None, None, 2)
    unnamed = at_risk((2.0, "EUR"), (1.0, None), policy=RATED)
    assert (unnamed.value, unnamed.rates_on) == (None, None)


def test_the_sum_of_accounts_has_the_day_of_the_oldest_of_their_rates() -> None:
    old, new = ({"EUR": DatedRate(date(2026, month, 1), 7.5)} for month in (3, 4))
    parts = [at_risk((1.0, "EUR"), policy=RATED, dated=dated) for dated in (new, old)]
    assert summed([*parts, at_risk((1.0, "CNY"), policy=RATED), UNKNOWN]).rates_on == date(2026, 3, 1)
