"""Random dates around the as-of date, where what is valid begins and ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

AS_OF = "2026-03-31"

Period = tuple[str | None, str | None]


def day(offset: int) -> str:
    """The date that many days after the as-of date; negative is before."""
    return (date.fromisoformat(AS_OF) + timedelta(days=offset)).isoformat()


def held(period: Period) -> dict[str, str | None]:
    """The period as what an edge says of it."""
    begin, end = period
    return {"valid_from": begin, "valid_to": end}


DAYS = st.sampled_from(
    [day(offset) for offset in (-900, -438, -366, -365, -200, -91, -90, -89, -30, -1, 0, 1, 40)]
)
"""Before, on and after the as-of date, the bounds of the policy's days included."""

VALID = st.sampled_from(
    [
        (None, None),
        (None, None),
        (day(-400), None),
        (day(-400), day(200)),
        (None, day(1)),
        (day(0), None),
    ]
)
NOT_VALID = st.sampled_from(
    [(day(-400), day(-100)), (None, day(0)), (day(1), None), (None, day(-1)), (day(30), day(60))]
)
PERIODS: st.SearchStrategy[Period] = st.one_of(VALID, VALID, VALID, VALID, NOT_VALID)
"""Mostly valid on the as-of date; also ended, ending today, not yet begun."""


@st.composite
def histories_of(draw: Any, most: int) -> list[Period]:
    """One period, or several that follow one another with or without a gap; never overlapping."""
    if draw(st.integers(0, 3)):
        return [draw(PERIODS)]
    bounds = sorted(draw(st.sets(DAYS, min_size=1, max_size=2 * most)))
    periods: list[Period] = []
    begin: str | None = None if draw(st.booleans()) else bounds.pop(0)
    while True:
        end = bounds.pop(0) if bounds else None
        periods.append((begin, end))
        if end is None or len(periods) == most:
            return periods
        begin = bounds.pop(0) if bounds and draw(st.booleans()) else end
        if not bounds and draw(st.booleans()):
            return [*periods, (begin, None)][:most]
