"""Money at risk: views of `queries.money`."""

from __future__ import annotations

from typing import Any

import strawberry


@strawberry.type(description="Money of one currency.")
class Amount:
    """View of `queries.money.Amount`."""

    currency: str | None = strawberry.field(description="ISO 4217 code; null when the opportunity names none.")
    value: float = strawberry.field(description="How much.")


def of_money(name: str, description: str) -> Any:
    """A part of the answer's money at risk, which it holds as `money`."""

    def resolve(root: Any) -> Any:
        return getattr(root.money, name)

    return strawberry.field(resolver=resolve, description=description)


VALUE_MEANING = "Money at stake, in `currency`; null when it is not known or currencies cannot be added."
CURRENCY_MEANING = "Currency of `valueAtRisk`: the base currency when all amounts have a rate."
RATES_ON_MEANING = (
    "Day of the oldest exchange rate that `valueAtRisk` was converted by; null when it was by none, or by undated "
    "ones of the policy alone."
)
AMOUNTS_MEANING = "Money at stake by currency."


def value_at_risk(description: str = VALUE_MEANING) -> Any:
    """The field `valueAtRisk`."""
    return of_money("value", description)


def currency_at_risk() -> Any:
    """The field `currency`, of `valueAtRisk`."""
    return of_money("currency", CURRENCY_MEANING)


def rates_on() -> Any:
    """The field `ratesOn`, of `valueAtRisk`."""
    return of_money("rates_on", RATES_ON_MEANING)


def amounts_at_risk() -> Any:
    """The field `amounts`."""
    return of_money("amounts", AMOUNTS_MEANING)
