"""Money over several accounts: one sum only where all amounts can be added."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.policy import Policy
from graph.records import Opportunity
from queries.money import Amount, MoneyAtRisk, money_at_risk, summed

UNKNOWN = MoneyAtRisk(None, None)
RATED = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})


def at_risk(*amounts: tuple[float | None, str | None], policy: Policy | None = None) -> MoneyAtRisk:
    deals = [(1.0, Opportunity(f"o{n}", "acme", "Deal", *amount)) for n, amount in enumerate(amounts)]
    return money_at_risk(deals, policy or Policy())


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
    assert found == MoneyAtRisk(None, None, (Amount("CNY", 4.0), Amount("EUR", 2.0)))


def test_an_account_that_cannot_be_converted_keeps_all_from_being_added() -> None:
    found = summed([at_risk((1.0, "EUR"), policy=RATED), at_risk((2.0, "USD"), policy=RATED)])
    assert (found.value, found.amounts) == (None, (Amount("EUR", 1.0), Amount("USD", 2.0)))


def test_different_base_currencies_are_not_added() -> None:
    other = replace(Policy(), base_currency="EUR", rates={"CNY": 0.125})
    found = summed([at_risk((8.0, "CNY"), policy=RATED), at_risk((2.0, "EUR"), policy=other)])
    assert found == MoneyAtRisk(None, None, (Amount("CNY", 8.0), Amount("EUR", 2.0)))


def test_nothing_known_stays_unknown_and_does_not_hide_what_is() -> None:
    assert summed([]) == summed([UNKNOWN, UNKNOWN]) == UNKNOWN
    assert summed([UNKNOWN, at_risk((3.0, "CNY"))]).value == 3.0
    assert summed([UNKNOWN, at_risk((0.0, "CNY"))]) == MoneyAtRisk(0.0, None)
