"""Random dated rates around the as-of date, of some of the currencies that random worlds have."""

from __future__ import annotations

from hypothesis import strategies as st

from graph.model.exchange_rates import Rate
from tests.oracle.random_days import day

_DAYS = st.sampled_from([day(offset) for offset in (-400, -91, -30, 0, 1, 40)])
"""Before, on and after the as-of date."""

RATES: st.SearchStrategy[list[Rate]] = st.lists(
    st.builds(
        Rate,
        currency=st.sampled_from(["CNY", "EUR", "USD"]),
        on=_DAYS,
        rate=st.sampled_from([0.125, 0.9, 1.0, 7.2, 8.0]),
    ),
    max_size=8,
    unique_by=lambda each: (each.currency, each.on),
)
"""None to several a currency, one a day, that of the base currency included."""
