"""Which rate holds on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model.exchange_rates import Rate
from graph.policy import Policy
from graph.rates import Conversion, Converted, DatedRate, Rates

YUAN = replace(Policy(), base_currency="CNY", rates={"EUR": 8.0})
RATES = Rates.of(
    [
        Rate(currency="USD", on="2026-11-01", rate=7.1),
        Rate(currency="USD", on="2026-10-01", rate=7.0),
        Rate(currency="EUR", on="2026-10-15", rate=7.5),
        Rate(currency="USD", on="2027-01-01", rate=6.9),
    ]
)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2026, 9, 30), None),
        (date(2026, 10, 1), DatedRate(date(2026, 10, 1), 7.0)),
        (date(2026, 10, 2), DatedRate(date(2026, 10, 1), 7.0)),
        (date(2026, 10, 31), DatedRate(date(2026, 10, 1), 7.0)),
        (date(2026, 11, 1), DatedRate(date(2026, 11, 1), 7.1)),
        (date(2026, 11, 2), DatedRate(date(2026, 11, 1), 7.1)),
        (date(2026, 12, 31), DatedRate(date(2026, 11, 1), 7.1)),
        (date(2030, 1, 1), DatedRate(date(2027, 1, 1), 6.9)),
    ],
    ids=str,
)
def test_the_latest_rate_that_is_not_after_the_day_holds(day: date, rate: DatedRate | None) -> None:
    assert RATES.on(day).get("USD") == rate


def test_before_the_first_dated_rate_the_undated_one_of_the_policy_holds() -> None:
    before, since = (Conversion(YUAN, RATES.on(date(2026, 10, day))) for day in (14, 15))
    assert before.converted(2.0, "EUR") == Converted(16.0, None)
    assert since.converted(2.0, "EUR") == Converted(15.0, date(2026, 10, 15))


def test_a_currency_without_any_rate_is_not_converted() -> None:
    conversion = Conversion(YUAN, RATES.on(date(2026, 11, 1)))
    assert conversion.converted(1.0, "JPY") is None
    assert conversion.converted(1.0, None) is None
    assert Conversion(Policy(), RATES.on(date(2026, 11, 1))).converted(1.0, "USD") is None


def test_the_base_currency_is_one_whatever_a_rate_says() -> None:
    held = Rates.of([Rate(currency="CNY", on="2026-01-01", rate=0.5)]).on(date(2026, 6, 1))
    assert Conversion(YUAN, held).converted(3.0, "CNY") == Converted(3.0, None)


def test_the_digest_tells_dated_rates_in_use_apart_and_nothing_else() -> None:
    def digest(policy: Policy, day: date, *more: Rate) -> str:
        return Conversion(
            policy, Rates.of([Rate(currency="USD", on="2026-10-01", rate=7.0), *more]).on(day)
        ).digest

    day = date(2026, 10, 31)
    held = digest(YUAN, day)
    assert (
        held
        == digest(YUAN, date(2026, 10, 1))
        == digest(YUAN, day, Rate(currency="USD", on="2026-11-01", rate=7.1))
    )
    assert (
        held
        == digest(YUAN, day, Rate(currency="CNY", on="2026-01-01", rate=1.0))
        == digest(YUAN, day, Rate(currency="USD", on="2026-09-01", rate=9.0))
    )
    assert held not in (
        digest(YUAN, day, Rate(currency="USD", on="2026-10-31", rate=7.0)),
        digest(YUAN, day, Rate(currency="JPY", on="2026-01-01", rate=1)),
    )
    assert digest(YUAN, date(2026, 9, 30)) == digest(Policy(), day) == ""
