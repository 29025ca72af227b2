"""Due days: on which working days so many things are to be done before a last day."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

_WEEKDAY_COUNT = 5
"""Monday to Friday, which `date.weekday` numbers from 0: what is below it is a weekday."""


def due_days(as_of: date, last_day: date, count: int) -> list[date]:
    """That many days, in order, spread evenly over the weekdays between the two.

    Without a weekday in between it is `as_of` where that is one; else the day before the last, not before `as_of`.

    >>> [day.isoformat() for day in due_days(date(2026, 7, 2), date(2026, 7, 9), 2)]  # a Thursday to a Thursday
    ['2026-07-03', '2026-07-07']
    >>> [day.isoformat() for day in due_days(date(2026, 7, 3), date(2026, 7, 6), 1)]  # a Friday to a Monday
    ['2026-07-03']
    """
    begin = as_of + timedelta(days=1)
    weekday_count = int(np.busday_count(begin, last_day))
    if weekday_count > 0:
        return [_weekday(begin, number * weekday_count // count) for number in range(count)]
    if as_of.weekday() < _WEEKDAY_COUNT:
        return [as_of] * count
    return [max(as_of, last_day - timedelta(days=1))] * count


def _weekday(begin: date, number: int) -> date:
    """The weekday from the day on that has so many before it."""
    first = begin if begin.weekday() < _WEEKDAY_COUNT else begin + timedelta(days=7 - begin.weekday())
    weeks, rest = divmod(first.weekday() + number, _WEEKDAY_COUNT)
    return first + timedelta(weeks=weeks, days=rest - first.weekday())
