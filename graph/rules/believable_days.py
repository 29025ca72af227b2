"""Days that cannot be meant: mistyped years, and the zero of a spreadsheet.

How far ahead a day is believed is declared with its column: a fact for a year, for clocks and for bundles made for
a day to come; a summit, or a rate fixed by contract, longer; a retirement, which systems of personnel know, for 50
years; an end any time, as 2099-12-31 and 9999-12-31 are how many systems write "still true". The bounds are wide:
what lies within them may still be wrong, what lies outside is.
"""

from __future__ import annotations

from datetime import date

from graph.messages.told import Told

FIRST_YEAR = 1900
"""Nobody on a map did anything before, and spreadsheets show an empty date as the first day of this year."""


def why_not_meant(years: int | None, day: str, *, today: date | None = None) -> Told | None:
    """Why the day (ISO text) cannot be meant, as what was expected; None when it can.

    `years` is how many years ahead of today it may lie; None for any.
    """
    if int(day[:4]) < FIRST_YEAR:
        return Told(
            f"expected a day that can be meant, this one is before {FIRST_YEAR}",
            f"应为可信的日期，此日期早于 {FIRST_YEAR} 年",
        )
    if years is None:
        return None
    today = today or date.today()
    ahead = int(day[:4]) - today.year
    if ahead < years or (ahead == years and day[5:] <= today.isoformat()[5:]):
        return None
    distance = Told(f"{ahead} years", f" {ahead} 年") if ahead > 1 else Told("more than a year", "一年多")
    limit = Told("a year" if years == 1 else f"{years} years", f" {years} 年")
    return Told(
        f"expected a day that can be meant, at most {limit} ahead; this one is {distance} ahead",
        f"应为可信的日期，最多在{limit.chinese}之后；此日期距今{distance.chinese}",
    )
