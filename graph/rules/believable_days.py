"""Days that cannot be meant: mistyped years, and the zero of a spreadsheet.

The reading of dates is not told how many years lie between a day and its fact; here is what is believed of each
column. The bounds are wide: what lies within them may still be wrong, what lies outside is.
"""

from __future__ import annotations

from datetime import date

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


def why_not_meant(column: str, day: str, *, today: date | None = None) -> str | None:
    """Why the day (ISO text) cannot be meant in a column of that name, as what was expected; None when it can."""
    if int(day[:4]) < FIRST_YEAR:
        return f"expected a day that can be meant, this one is before {FIRST_YEAR}"
    years = YEARS_AHEAD[column]
    if years is None:
        return None
    today = today or date.today()
    ahead = int(day[:4]) - today.year
    if ahead < years or (ahead == years and day[5:] <= today.isoformat()[5:]):
        return None
    distance = f"{ahead} years" if ahead > 1 else "more than a year"
    limit = "a year" if years == 1 else f"{years} years"
    return f"expected a day that can be meant, at most {limit} ahead; this one is {distance} ahead"
