"""Rates: which dated exchange rates are recorded, and which hold on a day?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.model.exchange_rates import Rate
from graph.model.shown import said
from graph.rates import NO_RATES, Rates
from queries.needs import DatedRates, Need
from queries.question import NO_ACCOUNTS, Question, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class RatesParams(TodaysParams):
    """Of which currency, and of which day; `known` are all that are recorded."""

    currency: Annotated[str | None, said("Those of this currency alone, an ISO 4217 code.")] = None
    on: Annotated[date | None, said("Those that hold on the day, one of each currency; all when left out.")] = None
    known: Rates = NO_RATES


def answer(parts: Sequence[None], params: RatesParams) -> tuple[Rate, ...]:
    """By currency and day."""
    known = params.known
    chosen = known.by_currency
    if params.on is not None:
        chosen = {name: (held,) for name, held in known.on(params.on).items()}
    return tuple(
        Rate(currency=name, on=held.on.isoformat(), rate=held.rate)
        for name, dated in chosen.items()
        if params.currency in (None, name)
        for held in dated
    )


RATES: Question[RatesParams, None, tuple[Rate, ...]] = Question(
    name="rates",
    sentence="The dated exchange rates into the policy's base currency, by currency and day.",
    more="On a day the latest one that is not after it holds, before the first one the undated rate of the "
    "policy.",
    params=RatesParams,
    answer=tuple[Rate, ...],
    needs=(Need(lambda params: DatedRates(), into="known"),),
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)
