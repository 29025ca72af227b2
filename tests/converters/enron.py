"""Enron 156 (Zhou et al. 2007; Perry and Wolfe 2013): 156 people of one firm and the mail between them.

- The firm is company `enron`, CUSTOMER; a made-up supplier `us` has one seller per name in `sellers`.
- Employees (156) are people by their id, with name and title; the gender is left out.
- Departments are `<department>` (Trading is of the USER line, the others of none) and `<department>/<long>` below.
- Levels go by title and seniority: EXECUTIVE with CEO, COO, CFO, CRO or CTO in the title; SENIOR other vice
  presidents and managing directors; MIDDLE other seniors; STAFF juniors.
- Mail from u that v received is an influence of u on v with weight min(0.95, ln(1 + messages) / ln(301)), rounded
  to 4 places, for pairs with `least_messages` or more; mail to oneself is left out.
- One open opportunity `deal` has no recorded roles: who decides is inferred from the levels.
- Whom a seller knows is a tie of trust 5 with a contact on `AS_OF`, so of strength 1 on that day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from math import log
from pathlib import Path

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES
from graph.model.people import INFLUENCES, PEOPLE, TIES
from graph.model.record import Row
from graph.store import Table
from tests.converters.source_files import read_rows

AS_OF = date(2002, 6, 30)
"""A few days after the last message."""

_CHIEFS = ("CEO", "COO", "CFO", "CRO", "CTO")


def enron_tables(folder: Path, sellers: Mapping[str, tuple[str, ...]], *, least_messages: int = 1) -> list[Table]:
    """The firm as bundle tables; `sellers` are keys of our employees and the ids of whom they know."""
    employees = read_rows(folder / "employees.csv")
    people: list[Row] = [(seller, None, "us", None, None, None, "ACTIVE") for seller in sellers]
    people += [
        (row["id"], row["name"], "enron", _place(row), row["title"], _level(row), "ACTIVE") for row in employees
    ]
    return [
        Table.of_rows(
            COMPANIES, ("key", "name", "side"), [("us", "Seller", "SUPPLIER"), ("enron", "Enron", "CUSTOMER")]
        ),
        Table.of_rows(DEPARTMENTS, ("key", "company", "name", "parent", "line"), _departments(employees)),
        Table.of_rows(PEOPLE, ("key", "name", "company", "department", "title", "level", "status"), people),
        Table.of_rows(
            INFLUENCES,
            ("influencer", "influenced", "weight", "valid_from"),
            [
                (sender, receiver, round(min(0.95, log(1 + count) / log(301)), 4), None)
                for (sender, receiver), count in sorted(_mail_counts(folder).items())
                if count >= least_messages
            ],
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
        Table.of_rows(
            OPPORTUNITIES, ("key", "company", "name", "value", "currency"), [("deal", "enron", "Deal", 1e6, "USD")]
        ),
    ]


def _mail_counts(folder: Path) -> Counter[tuple[str, str]]:
    senders = {row["message_id"]: row["sender"] for row in read_rows(folder / "messages.csv")}
    pairs = ((senders[row["message_id"]], row["receiver"]) for row in read_rows(folder / "recipients.csv"))
    return Counter((sender, receiver) for sender, receiver in pairs if sender != receiver)


def _level(row: dict[str, str]) -> str:
    if any(chief in row["title"] for chief in _CHIEFS):
        return "EXECUTIVE"
    if row["seniority"] == "Junior":
        return "STAFF"
    return "SENIOR" if row["title"].startswith(("VP", "Mng Dir")) else "MIDDLE"


def _place(row: dict[str, str]) -> str:
    """Some long names are used by several departments, so the key has both."""
    return f"{row['department']}/{row['long_department']}"


def _departments(employees: list[dict[str, str]]) -> list[Row]:
    tops = sorted({row["department"] for row in employees})
    lines = {"Trading": "USER"}
    rows: list[Row] = [(name, "enron", name, None, lines.get(name)) for name in tops]
    below = sorted({(_place(row), row["department"], row["long_department"]) for row in employees})
    return rows + [(key, "enron", name, parent, None) for key, parent, name in below]
