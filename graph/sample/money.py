"""What money of different currencies is compared by in the demo world: a base currency, and dated rates."""

from __future__ import annotations

from graph.model.exchange_rates import Rate
from graph.sample.world import World

BASE_CURRENCY = "CNY"

_DAYS_AGO = (720, 360, 180, 90, 30, 3)
_RATES = {
    "EUR": (7.86, 7.74, 7.95, 8.08, 8.17, 8.21),
    "USD": (7.24, 7.19, 7.26, 7.17, 7.12, 7.09),
}
"""For each currency a rate of each of the days."""


def add_rates(world: World) -> None:
    """Adds dated rates of every other currency than the base currency."""
    world.add(
        "rates",
        (
            Rate(currency=currency, on=world.day(days_ago), rate=rate)
            for currency, rates in _RATES.items()
            for days_ago, rate in zip(_DAYS_AGO, rates, strict=True)
        ),
    )
