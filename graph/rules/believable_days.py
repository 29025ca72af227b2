"""Days that cannot be meant: mistyped years, and the zero of a spreadsheet.

The reading of dates is not told how many years lie between a day and its fact; here is what is believed of each
column. The bounds are wide: what lies within them may still be wrong, what lies outside is.
"""

from __future__ import annotations

from datetime import date

from graph.messages.told import Told

FIRST_YEAR = 1900
"""Nobody on a map did anything before, and spreadsheets show an empty date as the first day of this year."""

YEARS_AHEAD: dict[str, int | None] = {
    "last_contact": 1,  # a fact; a year for clocks and for bundles made for a day to come
    "stated_on": 1,
    "on": 3,  # summits and trainings are fixed years before, rates by contract
    "status_since": 50,  # systems of personnel know the day on which everyone will retire
    "decision_date": 50,
    "valid_from": 50,
    "valid_to": None,  # 2099-12-31 and 9999-12-31 are how many systems write "still true"
}
"""How many years ahead of today a day of the column is believed; None for any."""


def why_not_meant(column: str, day: str, *, today: date | None = None) -> Told | None:
    """Why the day (ISO text) cannot be meant in a column of that name, as what was expected; None when it can."""
    if int(day[:4]) < FIRST_YEAR:
        return Told(
            f"expected a day that can be meant, this one is before {FIRST_YEAR}",
            f"应为可信的日期，此日期早于 {FIRST_YEAR} 年",
        )
    years = YEARS_AHEAD[column]
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
