"""A generated world of any size: many accounts for loading, or one large account for the questions."""

from __future__ import annotations

from random import Random

from graph.record_kind import RecordKind, Row, Table
from graph.records import (
    COMPANIES,
    CONFLICTS,
    DECISION_ROLES,
    DEPARTMENTS,
    INFLUENCES,
    OPPORTUNITIES,
    PEOPLE,
    POSITIONS,
    REPORTS_TO,
    TIES,
)
from graph.vocabulary import Stage

EMPLOYEES = 45
_SPAN = 6
_LINES = ("MANAGEMENT", "TECHNICAL", "PROCUREMENT", "FINANCE", "USER")
_LEVELS = ("EXECUTIVE", "SENIOR", "MIDDLE", "STAFF")
_STANCES = ("MENTOR", "SUPPORTER", "NEUTRAL", "NON_SUPPORTER", "OPPONENT", "UNKNOWN")
_PARTS = ("LEADS", "PARTICIPATES", "CONSULTED")
_KNOWN_SHARE = 0.2
_RIVALRIES = 0.02
_DEALS_PER_ACCOUNT = 3

Rows = dict[str, list[Row]]

_COLUMNS: dict[str, tuple[RecordKind, tuple[str, ...]]] = {
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


def bulk_world(people: int, edges_per_person: float, accounts: int, seed: int = 1) -> list[Table]:
    """That many contacts, spread evenly over the accounts, and 45 employees of one supplier.

    About `edges_per_person` (1.25 or more) edges a contact: one reporting line, ties of employees to a fifth,
    a few rivalries, and influences for the rest. Each account is a reporting tree in departments, with three
    open opportunities whose parts and stances are held near its top. `bulk_world(100_000, 3, 2_000)` is the
    load to measure, `bulk_world(5_000, 3.25, 1)` one large account with two influences a person.

    >>> {table.kind.name: len(table.rows) for table in bulk_world(50, 3, 1)}["people"]
    95
    """
    if people < accounts or edges_per_person < 1 + _KNOWN_SHARE + _RIVALRIES:
        raise ValueError("expected at least one person an account and 1.25 edges a person")
    dice = Random(seed)
    rows: Rows = {name: [] for name in _COLUMNS}
    employees = _add_supplier(rows)
    influences_each = edges_per_person - 1 - _KNOWN_SHARE - _RIVALRIES
    for number in range(accounts):
        size = people * (number + 1) // accounts - people * number // accounts
        _add_account(rows, f"a{number:05}", size, influences_each, employees, dice)
    return [Table(kind, columns, rows[name]) for name, (kind, columns) in _COLUMNS.items()]


def _add_supplier(rows: Rows) -> list[str]:
    rows["companies"].append(("us", "Supplier", "SUPPLIER", None))
    rows["departments"].append(("us-sales", "us", "Sales", None, "PROCUREMENT"))
    keys = [f"e{number:02}" for number in range(EMPLOYEES)]
    rows["people"] += [
        (key, f"Employee {key}", "us", "us-sales", "Account Manager", "MIDDLE", "ACTIVE") for key in keys
    ]
    rows["reports_to"] += [(key, keys[0], "SOLID", None) for key in keys[1:]]
    return keys


def _add_account(
    rows: Rows, account: str, size: int, influences_each: float, employees: list[str], dice: Random
) -> None:
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
    _add_influences(rows, contacts, influences_each, dice)
    _add_ties(rows, contacts, employees, dice)
    _add_decisions(rows, account, contacts, dice)


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


def _add_ties(rows: Rows, contacts: list[str], employees: list[str], dice: Random) -> None:
    for contact in contacts:
        if dice.random() < _KNOWN_SHARE:
            last = f"{2024 + dice.randrange(2)}-{1 + dice.randrange(12):02}-{1 + dice.randrange(28):02}"
            rows["ties"].append((dice.choice(employees), contact, 1 + dice.randrange(5), last, None))


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
