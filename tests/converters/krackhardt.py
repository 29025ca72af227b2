"""Krackhardt's high-tech managers (1987): the 21 managers of one firm as the contacts of one customer.

- The firm is company `hightech`, CUSTOMER; a made-up supplier `us` has one seller per name in `sellers`.
- Managers (21) are people `1` to `21`; level 1 is EXECUTIVE, 2 SENIOR, 3 MIDDLE; departments are `dept-<n>`.
- Advice, friendship and reports_to are `influences` by one of the rules of `Influences`; reports_to is
  `reports_to` too, where wanted.
- Whom a seller knows is a tie of trust 5 with a contact on `AS_OF`, so of strength 1 on that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.people import INFLUENCES, PEOPLE, REPORTS_TO, TIES
from graph.model.record import Row
from graph.store import Table
from tests.converters.source_files import read_rows

AS_OF = date(1987, 6, 30)
"""A day in the year of the study."""

_LEVELS = {"1": "EXECUTIVE", "2": "SENIOR", "3": "MIDDLE"}


class Influences(Enum):
    """How the three relations become influence of one person on another."""

    NONE = "no influences: only what reporting lines imply"
    ADVICE = "whoever is asked for advice influences whoever asks, with 0.5"
    FRIENDSHIP = "whoever names a friend influences the friend, with 0.5"
    ALL_RELATIONS = (
        "u influences v with 0.2 if v asks u for advice + 0.3 if u names v a friend + 0.4 if u reports to v; "
        "the weights of the strongest paths in reference.json"
    )


def krackhardt_tables(
    folder: Path,
    sellers: Mapping[str, tuple[str, ...]],
    influences: Influences,
    *,
    has_reporting_lines: bool = True,
) -> list[Table]:
    """The managers as bundle tables; `sellers` are keys of our employees and the contacts they know."""
    managers = read_rows(folder / "nodes.csv")
    edges = read_rows(folder / "edges.csv")
    departments = sorted({row["dept"] for row in managers})
    people: list[Row] = [(seller, "us", None, None, "ACTIVE") for seller in sellers]
    people += [(row["id"], "hightech", f"dept-{row['dept']}", _LEVELS[row["level"]], "ACTIVE") for row in managers]
    tables = [
        Table.of_rows(
            COMPANIES,
            ("key", "name", "side"),
            [("us", "Seller", "SUPPLIER"), ("hightech", "High-tech firm", "CUSTOMER")],
        ),
        Table.of_rows(
            DEPARTMENTS,
            ("key", "company", "name"),
            [(f"dept-{number}", "hightech", f"Department {number}") for number in departments],
        ),
        Table.of_rows(PEOPLE, ("key", "company", "department", "level", "status"), people),
        Table.of_rows(
            INFLUENCES,
            ("influencer", "influenced", "weight", "valid_from"),
            [(*pair, weight, None) for pair, weight in sorted(_weights(edges, influences).items())],
        ),
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
    if has_reporting_lines:
        lines: list[Row] = [(row["ego"], row["alter"], "SOLID", None) for row in edges if row["reports_to"] == "1"]
        tables.append(Table.of_rows(REPORTS_TO, ("person", "manager", "kind", "valid_from"), lines))
    return tables


def _weights(edges: list[dict[str, str]], influences: Influences) -> dict[tuple[str, str], float]:
    asks, names, reports = (
        {(row["ego"], row["alter"]) for row in edges if row[relation] == "1"}
        for relation in ("advice", "friendship", "reports_to")
    )
    asked = {(alter, ego) for ego, alter in asks}
    if influences is Influences.ADVICE:
        return dict.fromkeys(asked, 0.5)
    if influences is Influences.FRIENDSHIP:
        return dict.fromkeys(names, 0.5)
    if influences is Influences.ALL_RELATIONS:
        return {
            pair: round(0.2 * (pair in asked) + 0.3 * (pair in names) + 0.4 * (pair in reports), 1)
            for pair in asked | names | reports
        }
    return {}
