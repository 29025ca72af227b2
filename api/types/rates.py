"""Dated exchange rates, as they are recorded, and what a question about them shows."""

from __future__ import annotations

from datetime import date

import strawberry


@strawberry.type(description="A dated exchange rate. It holds from its day until the next one of its currency.")
class Rate:
    """View of `graph.records.Rate`."""

    currency: str = strawberry.field(description="ISO 4217 code.")
    on: date = strawberry.field(description="The first day on which it holds.")
    rate: float = strawberry.field(
        description="One unit of the currency in the policy's base currency, above 0.",
    )
