"""A drawn account of any size: a customer group with departments, lines of reporting, influence and ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from random import Random
from typing import Any

from graph.records import (
    COMPANIES,
    CONFLICTS,
    DECISION_ROLES,
    DEPARTMENTS,
    INFLUENCES,
    OPPORTUNITIES,
    PEOPLE,
    POSITIONS,
    RECORD_KINDS,
    REPORTS_TO,
    TIES,
    Company,
    Conflict,
    DecisionRole,
    Department,
    Influence,
    Opportunity,
    Person,
    Position,
    RecordKind,
    ReportingLine,
    Table,
    Tie,
)
from graph.store import AccountRecords
from graph.vocabulary import Line, OrgLevel, Part, Stage, Stance

AS_OF = "2026-06-30"
_REPORTS_OF_A_MANAGER = 7
_PEOPLE_OF_A_DEPARTMENT = 20


def drawn_tables(people: int, seed: int = 1) -> list[Table]:
    """A group `acme` with that many contacts and a twentieth of it in employees; some six edges a contact."""
    records: dict[RecordKind, list[Any]] = {kind: [] for kind in RECORD_KINDS.values()}
    for kind, record in _records(people, Random(seed)):
        records[kind].append(record)
    return [Table(kind, kind.column_names, _by_identity(kind, rows)) for kind, rows in records.items() if rows]


def drawn_records(people: int, seed: int = 1) -> AccountRecords:
    """The same account as a store would return it."""
    tables = {table.kind.name: table for table in drawn_tables(people, seed)}
    read = {
        column.name: [tables[column.name].kind.record(*row) for row in tables[column.name].rows]
        if column.name in tables
        else []
        for column in fields(AccountRecords)
        if column.name in RECORD_KINDS
    }
    return AccountRecords(account="acme", revision=1, **read)


def _by_identity(kind: RecordKind, rows: list[Any]) -> list[Any]:
    places = [kind.column_names.index(name) for name in kind.identity]
    return sorted(rows, key=lambda row: tuple((row[place] is not None, row[place]) for place in places))


def _records(people: int, dice: Random) -> Iterator[tuple[RecordKind, Any]]:
    employees = [f"e{number:05}" for number in range(max(4, people // 20))]
    contacts = [f"c{number:05}" for number in range(people)]
    departments = [f"d{number:04}" for number in range(max(3, people // _PEOPLE_OF_A_DEPARTMENT))]
    yield COMPANIES, Company("us", "Us", "SUPPLIER")
    yield COMPANIES, Company("acme", "Acme", "CUSTOMER", grade="S")
    yield DEPARTMENTS, Department("us-sales", "us", "Sales", line=Line.OTHER)
    for number, key in enumerate(departments):
        parent = departments[(number - 1) // 5] if number else None
        yield DEPARTMENTS, Department(key, "acme", f"Department {number}", parent, dice.choice([*Line][:5]))
    for key in employees:
        yield PEOPLE, Person(key, f"Employee {key}", company="us", department="us-sales", status="ACTIVE")
    levels = [OrgLevel.EXECUTIVE, OrgLevel.SENIOR, OrgLevel.MIDDLE, OrgLevel.STAFF]
    for number, key in enumerate(contacts):
        depth = sum(number >= bound for bound in (3, people // 20, people // 5))
        department = departments[number % len(departments)]
        yield (
            PEOPLE,
            Person(
                key, f"Contact {key}", None, "acme", department, f"Title {number % 40}", levels[depth], "ACTIVE"
            ),
        )
        if number:
            yield REPORTS_TO, ReportingLine(key, contacts[(number - 1) // _REPORTS_OF_A_MANAGER])
    yield from _influence(contacts, dice)
    yield from _ties(employees, contacts, dice)
    yield from _decision(contacts, dice)


def _influence(contacts: list[str], dice: Random) -> Iterator[tuple[RecordKind, Any]]:
    pairs = {tuple(dice.sample(contacts, 2)) for _ in range(3 * len(contacts))}
    for influencer, influenced in sorted(pairs):
        yield INFLUENCES, Influence(influencer, influenced, round(dice.uniform(0.05, 0.9), 2))
    for person, other in sorted({tuple(sorted(dice.sample(contacts, 2))) for _ in range(len(contacts) // 20)}):
        yield CONFLICTS, Conflict(person, other, round(dice.uniform(0.1, 0.8), 2))


def _ties(employees: list[str], contacts: list[str], dice: Random) -> Iterator[tuple[RecordKind, Any]]:
    for contact in contacts:
        if dice.random() < 0.3:
            for employee in sorted(dice.sample(employees, dice.choice([1, 1, 1, 2, 3]))):
                last = f"{dice.choice([2024, 2025, 2026])}-0{dice.randint(1, 6)}-{dice.randint(10, 28)}"
                yield TIES, Tie(employee, contact, dice.randint(1, 5), last_contact=last)


def _decision(contacts: list[str], dice: Random) -> Iterator[tuple[RecordKind, Any]]:
    top = contacts[: max(12, len(contacts) // 25)]
    for number in range(5):
        key = f"o{number}"
        yield OPPORTUNITIES, Opportunity(key, "acme", f"Deal {number}", dice.randint(1, 90) * 1e5, "EUR")
        for stage in Stage:
            for place, person in enumerate(dice.sample(top, 3)):
                yield DECISION_ROLES, DecisionRole(person, key, stage, [*Part][min(place, 2)])
        for person in dice.sample(top, len(top) // 2):
            stance = dice.choice(list(Stance))
            yield POSITIONS, Position(person, key, None, "2026-01-15", power="INNER_CIRCLE", stance=stance)
