"""A generated world of any size: many accounts for loading, or one large account for the questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.kind import Kind
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES
from graph.model.record import Row
from graph.model.words import Stage
from graph.store import Table

EMPLOYEES = 45
TEAM = 6
ACCOUNTS_PER_TEAM = 20
_SPAN = 6
_LINES = ("MANAGEMENT", "TECHNICAL", "PROCUREMENT", "FINANCE", "USER")
_LEVELS = ("EXECUTIVE", "SENIOR", "MIDDLE", "STAFF")
_STANCES = ("MENTOR", "SUPPORTER", "NEUTRAL", "NON_SUPPORTER", "OPPONENT", "UNKNOWN")
_PARTS = ("LEADS", "PARTICIPATES", "CONSULTED")
_KNOWN_SHARE = 0.2
_RIVALRIES = 0.02
_DEALS_PER_ACCOUNT = 3

Rows = dict[str, list[Row]]

_COLUMNS: dict[str, tuple[Kind[Any], tuple[str, ...]]] = {
    "companies": (COMPANIES, ("key", "name", "side", "grade")),
    "departments": (DEPARTMENTS, ("key", "company", "name", "parent", "line")),
    "people": (PEOPLE, ("key", "name", "company", "department", "title", "level", "status")),
    "reports_to": (REPORTS_TO, ("person", "manager", "kind", "valid_from")),
    "influences": (INFLUENCES, ("influencer", "influenced", "weight", "valid_from")),
    "conflicts": (CONFLICTS, ("person", "other", "weight", "valid_from")),
    "ties": (TIES, ("employee", "contact", "trust", "last_contact", "valid_from")),
    "opportunities": (OPPORTUNITIES, ("key", "company", "name", "value", "currency", "status")),
    "decision_roles": (DECISION_ROLES, ("person", "opportunity", "stage", "part", "valid_from")),
    "positions": (POSITIONS, ("person", "opportunity", "company", "stated_on", "stance", "power")),
}


@dataclass
class _Draft:
    """The rows so far, the dice they are thrown with, and the day before which contacts were."""

    rows: Rows
    dice: Random
    as_of: date


def bulk_world(
    people: int,
    edges_per_person: float,
    accounts: int,
    seed: int = 1,
    *,
    in_teams: bool = False,
    as_of: date = date(2026, 1, 1),
) -> list[Table]:
    """That many contacts, spread evenly over the accounts, and 45 employees of one supplier.

    About `edges_per_person` (1.25 or more) edges a contact: one reporting line, ties of employees to a fifth (the
    last contact within two years before `as_of`), a few rivalries, and influences for the rest. Each account is a
    reporting tree in departments, with three open opportunities whose parts and stances are held near its top.
    `bulk_world(100_000, 3, 2_000)` is the load to measure, `bulk_world(5_000, 3.25, 1)` one large account with two
    influences a person. With `in_teams`, every 20 accounts have a team of six instead of all employees, whose
    first member knows the head of each account.

    >>> {table.kind.name: table.row_count for table in bulk_world(50, 3, 1)}["people"]
    95
    """
    if people < accounts or edges_per_person < 1 + _KNOWN_SHARE + _RIVALRIES:
        raise ValueError("expected at least one person an account and 1.25 edges a person")
    draft = _Draft({name: [] for name in _COLUMNS}, Random(seed), as_of)
    team_count = -(-accounts // ACCOUNTS_PER_TEAM)
    employees = _add_supplier(draft.rows, team_count * TEAM if in_teams else EMPLOYEES)
    influences_each = edges_per_person - 1 - _KNOWN_SHARE - _RIVALRIES
    for number in range(accounts):
        size = people * (number + 1) // accounts - people * number // accounts
        contacts = _add_account(draft.rows, draft.dice, f"a{number:05}", size)
        _add_influences(draft.rows, contacts, influences_each, draft.dice)
        team = number // ACCOUNTS_PER_TEAM * TEAM
        _add_ties(draft, contacts, employees[team : team + TEAM] if in_teams else employees, in_teams)
        _add_decisions(draft.rows, f"a{number:05}", contacts, draft.dice)
    return [Table.of_rows(kind, columns, draft.rows[name]) for name, (kind, columns) in _COLUMNS.items()]


def _add_supplier(rows: Rows, count: int) -> list[str]:
    rows["companies"].append(("us", "Supplier", "SUPPLIER", None))
    rows["departments"].append(("us-sales", "us", "Sales", None, "PROCUREMENT"))
    keys = [f"e{number:02}" for number in range(count)]
    rows["people"] += [
        (key, f"Employee {key}", "us", "us-sales", "Account Manager", "MIDDLE", "ACTIVE") for key in keys
    ]
    rows["reports_to"] += [(key, keys[0], "SOLID", None) for key in keys[1:]]
    return keys


def _add_account(rows: Rows, dice: Random, account: str, size: int) -> list[str]:
    """The company, its departments and its reporting tree; the keys of its people, the head first."""
    rows["companies"].append((account, f"Customer {account}", "CUSTOMER", "SABC"[dice.randrange(4)]))
    departments = [f"{account}-d{number:03}" for number in range(max(len(_LINES), size // 20))]
    for number, key in enumerate(departments):
        parent = departments[number % len(_LINES)] if number >= len(_LINES) else None
        line = _LINES[number] if number < len(_LINES) else None
        rows["departments"].append((key, account, f"Department {number}", parent, line))
    contacts = [f"{account}-p{number:05}" for number in range(size)]
    for number, key in enumerate(contacts):
        rank = (number > 0) + (number > _SPAN) + (number > _SPAN * _SPAN)
        department = departments[number % len(departments)]
        rows["people"].append((key, f"Contact {key}", account, department, "Manager", _LEVELS[rank], "ACTIVE"))
    rows["reports_to"] += [
        (contacts[number], contacts[(number - 1) // _SPAN], "SOLID", None) for number in range(1, size)
    ]
    return contacts


def _add_influences(rows: Rows, contacts: list[str], influences_each: float, dice: Random) -> None:
    size = len(contacts)
    most = size * (size - 1)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < min(most, round(size * influences_each)):
        one, other = dice.randrange(size), dice.randrange(size)
        if one != other:
            pairs.add((one, other))
    rows["influences"] += [
        (contacts[one], contacts[other], 0.05 + 0.9 * dice.random() ** 2, None) for one, other in sorted(pairs)
    ]
    rivals = {
        (one, other)
        for one, other in ((dice.randrange(size), dice.randrange(size)) for _ in range(int(size * _RIVALRIES)))
        if one < other
    }
    rows["conflicts"] += [
        (contacts[one], contacts[other], 0.1 + 0.7 * dice.random(), None) for one, other in sorted(rivals)
    ]


def _add_ties(draft: _Draft, contacts: list[str], employees: list[str], is_head_known: bool) -> None:
    dice = draft.dice
    for number, contact in enumerate(contacts):
        is_head = is_head_known and number == 0
        if dice.random() < _KNOWN_SHARE or is_head:
            last = draft.as_of - timedelta(days=1 + dice.randrange(30 if is_head else 730))
            employee = employees[0] if is_head else dice.choice(employees)
            draft.rows["ties"].append((employee, contact, 1 + dice.randrange(5), last.isoformat(), None))


def _add_decisions(rows: Rows, account: str, contacts: list[str], dice: Random) -> None:
    leaders = contacts[: max(4, len(contacts) // 25)]
    for number in range(_DEALS_PER_ACCOUNT):
        deal = f"{account}-o{number}"
        value = float(10_000 * (1 + dice.randrange(900)))
        rows["opportunities"].append((deal, account, f"Deal {number}", value, "CNY", "OPEN"))
        for stage in Stage:
            for part, person in zip(_PARTS, dice.sample(leaders, min(3, len(leaders))), strict=False):
                rows["decision_roles"].append((person, deal, stage.value, part, None))
        for person in dice.sample(leaders, (len(leaders) + 1) // 2):
            rows["positions"].append((person, deal, None, "2025-06-01", dice.choice(_STANCES), "INNER_CIRCLE"))
