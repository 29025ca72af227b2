"""HM Revenue and Customs on 2011-03-31 (data.gov.uk organograms): a hierarchy of 6,138 seats of one customer.

- The department is company `hmrc`, CUSTOMER; a made-up supplier `us` has one seller per name in `sellers`.
- Senior posts (346) are people by their post id, without names; `reports_to_post` is a solid line.
- Junior groups (5,792) are people `group-<row>`, one seat each, that report to their senior post.
- Units are departments `unit-<name>`; `LINES` says the line of those that have one.
- Level, by grade: SCS4 and SCS3 EXECUTIVE, other SCS SENIOR, Grades 6 and 7 MIDDLE, all others STAFF.
- Whom a seller knows is a tie of trust 5 with a contact on `AS_OF`, so of strength 1 on that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.people import PEOPLE, REPORTS_TO, TIES
from graph.model.record import Row
from graph.store import Table
from tests.converters.source_files import read_rows

AS_OF = date(2011, 3, 31)
"""The day that the organogram is of."""

LINES = {
    "Chief Executive's Group": "MANAGEMENT",
    "Finance": "FINANCE",
    "Commercial": "PROCUREMENT",
    "Information Management Services": "TECHNICAL",
    "Customer Operations": "USER",
}

_LEVELS = {"SCS4": "EXECUTIVE", "SCS3": "EXECUTIVE", "Grade 6": "MIDDLE", "Grade 7": "MIDDLE"}


def uk_gov_hmrc_tables(folder: Path, sellers: Mapping[str, tuple[str, ...]]) -> list[Table]:
    """The organogram as bundle tables; `sellers` are keys of our employees and the posts they know."""
    posts = read_rows(folder / "senior_posts.csv")
    groups = read_rows(folder / "junior_groups.csv")
    people: list[Row] = [(seller, "us", None, None, None) for seller in sellers]
    people += [
        (post["post_id"], "hmrc", _key(post["unit"]), post["job_title"], _level(post["grade"])) for post in posts
    ]
    people += [
        (_group(place), "hmrc", _key(group["unit"]), group["generic_job_title"] or None, _level(group["grade"]))
        for place, group in enumerate(groups)
    ]
    lines: list[Row] = [
        (post["post_id"], post["reports_to_post"], "SOLID", None)
        for post in posts
        if post["reports_to_post"] != "XX"
    ]
    lines += [
        (_group(place), group["reports_to_senior_post"], "SOLID", None) for place, group in enumerate(groups)
    ]
    return [
        Table.of_rows(
            COMPANIES,
            ("key", "name", "side"),
            [("us", "Seller", "SUPPLIER"), ("hmrc", "HM Revenue and Customs", "CUSTOMER")],
        ),
        Table.of_rows(
            DEPARTMENTS,
            ("key", "company", "name", "line"),
            [
                (_key(unit), "hmrc", unit, LINES.get(unit))
                for unit in sorted({row["unit"] for row in posts + groups})
            ],
        ),
        Table.of_rows(PEOPLE, ("key", "company", "department", "title", "level"), people),
        Table.of_rows(REPORTS_TO, ("person", "manager", "kind", "valid_from"), lines),
        Table.of_rows(
            TIES,
            ("employee", "contact", "trust", "last_contact", "valid_from"),
            [
                (seller, contact, 5, AS_OF.isoformat(), None)
                for seller, known in sellers.items()
                for contact in known
            ],
        ),
    ]


def _group(place: int) -> str:
    return f"group-{place:04}"


def _key(unit: str) -> str:
    return f"unit-{unit}"


def _level(grade: str) -> str:
    return _LEVELS.get(grade) or ("SENIOR" if grade.startswith("SCS") else "STAFF")
