"""Amounts by currency, and what they are together in the base currency (Money, second edition)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graph.model.exchange_rates import Rate
from graph.policy import Policy

Money = dict[str | None, float]
"""Sum by the amounts' own currency; None is money of no known currency. Empty: no amount is known."""

NOTHING = 1e-9
"""An amount below counts as zero, which is the same in every currency."""


class Amount(NamedTuple):
    """A part of the value of one opportunity."""

    share: float
    value: float | None
    currency: str | None


class Converted(NamedTuple):
    """A sum in the base currency, and the day of the oldest dated rate that it needed."""

    value: float
    rate_on: str | None


def money_of(amounts: Iterable[Amount]) -> Money:
    """Share times value, by currency; without a value an amount is left out."""
    return added({each.currency: each.share * each.value} for each in amounts if each.value is not None)


def added(several: Iterable[Money]) -> Money:
    """All together, by currency."""
    sums: Money = {}
    for money in several:
        for currency, value in money.items():
            sums[currency] = sums.get(currency, 0.0) + value
    return sums


def without_nothing(money: Money) -> Money:
    """The amounts above zero."""
    return {currency: value for currency, value in money.items() if value > NOTHING}


@dataclass(frozen=True)
class Exchange:
    """The base currency and the rates as they stand on a day: dated ones, and those of the policy."""

    policy: Policy
    dated: tuple[Rate, ...]
    as_of: str

    def rate(self, currency: str | None) -> tuple[float, str | None] | None:
        """The latest dated rate not after the day, else the undated one; with its day."""
        if self.policy.base_currency is None or currency is None:
            return None
        if currency == self.policy.base_currency:
            return 1.0, None
        known = [each for each in self.dated if each.currency == currency and each.on <= self.as_of]
        if known:
            latest = max(known, key=lambda each: each.on)
            return latest.rate, latest.on
        undated = self.policy.rates.get(currency)
        return None if undated is None else (undated, None)

    def in_base(self, value: float, currency: str | None) -> float | None:
        """One amount in the base currency; None without a rate."""
        found = self.rate(currency)
        return None if found is None else value * found[0]

    def converted(self, money: Money) -> Converted | None:
        """All of it in the base currency; None when no amount is known, or one that is not zero has no rate."""
        if not money or self.policy.base_currency is None:
            return None
        needed = {currency: (value, self.rate(currency)) for currency, value in without_nothing(money).items()}
        total, days = 0.0, []
        for value, rate in needed.values():
            if rate is None:
                return None
            total += value * rate[0]
            days += [rate[1]] if rate[1] is not None else []
        return Converted(total, min(days, default=None))


def largest(exchange: Exchange, several: Iterable[Money]) -> list[Money]:
    """The largest in the base currency; where none is known there, of one currency the largest, else any.

    Zero is the largest only where there is nothing else: it tells less than an amount without a rate does.
    """
    those = list(several)
    known = [each for each in those if without_nothing(each)] or [each for each in those if each]
    values = {number: exchange.converted(each) for number, each in enumerate(known)}
    sizes = {number: each.value for number, each in values.items() if each is not None}
    if not sizes and len({currency for each in known for currency in without_nothing(each)}) <= 1:
        sizes = {number: sum(each.values()) for number, each in enumerate(known)}
    if not sizes:
        return known or [{}]
    most = max(sizes.values())
    return [known[number] for number, size in sizes.items() if size >= most - NOTHING * max(1.0, most)]
