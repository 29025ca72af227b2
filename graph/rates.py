"""Exchange rates by day: which rate holds on a day, and what an amount is in the base currency then.

Of a currency the latest dated rate that is not after the day holds; without one, the policy's undated rate. The
base currency is always 1. What has no rate is not converted: nothing is made up.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

import orjson

from graph.model.exchange_rates import Rate
from graph.policy import Policy


class DatedRate(NamedTuple):
    """One unit of a currency in the base currency, and the first day on which that holds."""

    on: date
    rate: float


class Converted(NamedTuple):
    """An amount in the base currency; the day of the dated rate that it was converted by, if it was by one."""

    value: float
    rate_on: date | None


@dataclass(frozen=True)
class Rates:
    """All dated rates, each currency's ordered by day. `revision` is that of the store they were read from."""

    by_currency: Mapping[str, tuple[DatedRate, ...]] = field(default_factory=dict)
    revision: int = 0

    @classmethod
    def of(cls, records: Iterable[Rate], revision: int = 0) -> Rates:
        """Those of the records."""
        found: dict[str, list[DatedRate]] = defaultdict(list)
        for record in records:
            found[record.currency].append(DatedRate(date.fromisoformat(record.on), record.rate))
        return cls({currency: tuple(sorted(dated)) for currency, dated in sorted(found.items())}, revision)

    def on(self, day: date) -> dict[str, DatedRate]:
        """The rate of each currency that holds on the day; those without one yet are not in it."""
        places = {
            currency: bisect_right(dated, day, key=lambda one: one.on)
            for currency, dated in self.by_currency.items()
        }
        return {currency: self.by_currency[currency][place - 1] for currency, place in places.items() if place}

    def without(self, currencies: Collection[str]) -> Rates:
        """The same without those currencies."""
        kept = {name: dated for name, dated in self.by_currency.items() if name not in currencies}
        return Rates(kept, self.revision)


NO_RATES = Rates()


@dataclass(frozen=True)
class Conversion:
    """How amounts become amounts of the base currency: by dated rates of one day, else by the policy's undated."""

    policy: Policy
    dated: Mapping[str, DatedRate] = field(default_factory=dict)

    @property
    def base_currency(self) -> str | None:
        """The currency that amounts are added in; None when there is none."""
        return self.policy.base_currency

    def converted(self, amount: float, currency: str | None) -> Converted | None:
        """The amount in the base currency; None when there is no rate for it, or no base currency.

        >>> yuan = Policy(base_currency="CNY", rates={"EUR": 8.0, "USD": 7.0})
        >>> Conversion(yuan, {"EUR": DatedRate(date(2026, 10, 31), 7.5)}).converted(2.0, "EUR")
        Converted(value=15.0, rate_on=datetime.date(2026, 10, 31))
        >>> Conversion(yuan).converted(2.0, "USD")
        Converted(value=14.0, rate_on=None)
        """
        held = None if currency is None or self.base_currency in (None, currency) else self.dated.get(currency)
        if held is not None:
            return Converted(amount * held.rate, held.on)
        value = self.policy.in_base_currency(amount, currency)
        return None if value is None else Converted(value, None)

    def in_base_currency(self, amount: float, currency: str | None) -> float | None:
        """The value alone of `converted`."""
        found = self.converted(amount, currency)
        return None if found is None else found.value

    @property
    def digest(self) -> str:
        """The same for the same dated rates in use; empty without any."""
        base = self.base_currency
        in_use = {} if base is None else {name: held for name, held in self.dated.items() if name != base}
        if not in_use:
            return ""
        said = {name: (held.on.isoformat(), held.rate) for name, held in in_use.items()}
        return blake2b(orjson.dumps(said, option=orjson.OPT_SORT_KEYS), digest_size=12).hexdigest()
