"""What a store has to give back for an account, spelled out from the port's description and nothing else."""

from __future__ import annotations

from typing import Any

from graph.model.record_kinds import RECORD_KINDS
from graph.store import AccountRecords
from tests.oracle.companies import companies_of
from tests.oracle.people import has_worked_elsewhere, has_worked_for_us
from tests.oracle.world import World, by_key


def account_records(world: World, account: str) -> AccountRecords:
    """The records of the account as `graph.store.AccountRecords` describes them, with revision 1."""
    own = companies_of(world, account)
    opportunities = {each.key for each in world["opportunities"] if each.company in own}
    members = {each.key for each in world["people"] if companies_worked_for(world, each.key) & own}
    outsiders = {
        each.key
        for each in world["people"]
        if each.key not in members
        and has_worked_elsewhere(world, each.key)
        and _has_edge_into(world, each.key, members, own, opportunities)
    }
    theirs = members | outsiders
    interactions = [
        each
        for each in world["interactions"]
        if set(each.participants) & theirs or each.company in own or each.opportunity in opportunities
    ]
    took_part = {person for each in interactions for person in each.participants}
    people = (
        theirs
        | {tie.employee for tie in world["ties"] if tie.contact in theirs}
        | {person for person in took_part if has_worked_for_us(world, person)}
    )
    companies = own | {company for person in people for company in companies_worked_for(world, person)}
    departments = {each.key for each in world["departments"] if each.company in own}
    for person in people:
        departments |= _departments_worked_in(world, person)
    kept = {
        "companies": [each for each in world["companies"] if each.key in companies],
        "departments": _with_those_above(world, departments),
        "people": [each for each in world["people"] if each.key in people],
        "works_in": [each for each in world["works_in"] if each.person in people],
        "reports_to": [each for each in world["reports_to"] if {each.person, each.manager} <= people],
        "influences": [each for each in world["influences"] if {each.influencer, each.influenced} <= people],
        "conflicts": [each for each in world["conflicts"] if {each.person, each.other} <= people],
        "ties": [each for each in world["ties"] if {each.employee, each.contact} <= people],
        "opportunities": [each for each in world["opportunities"] if each.key in opportunities],
        "decision_roles": [
            each for each in world["decision_roles"] if each.person in people and each.opportunity in opportunities
        ],
        "positions": [
            each
            for each in world["positions"]
            if each.person in people and (each.opportunity in opportunities or each.company in own)
        ],
        "interactions": interactions,
        "agreements": [each for each in world["agreements"] if each.company in own],
    }
    return AccountRecords(account, 1, **{name: _ordered(name, rows) for name, rows in kept.items()})


def _ordered(kind: str, rows: list[Any]) -> list[Any]:
    """By identity, None first."""
    identity = RECORD_KINDS[kind].identity
    return sorted(
        rows, key=lambda row: [(getattr(row, name) is not None, getattr(row, name) or "") for name in identity]
    )


def companies_worked_for(world: World, person: str) -> set[str]:
    """Those that the person's own row or one of its employments names."""
    employments = {each.company for each in world["works_in"] if each.person == person}
    return employments | {by_key(world, "people")[person].company}


def _departments_worked_in(world: World, person: str) -> set[str]:
    employments = {each.department for each in world["works_in"] if each.person == person}
    return (employments | {by_key(world, "people")[person].department}) - {None}


def _with_those_above(world: World, departments: set[str]) -> list[Any]:
    by_name = by_key(world, "departments")
    found = set()
    for key in departments:
        above: str | None = key
        while above is not None:
            found.add(above)
            above = by_name[above].parent
    return [by_name[key] for key in found]


def _has_edge_into(world: World, person: str, members: set[str], own: set[str], opportunities: set[str]) -> bool:
    return (
        any(each.influencer == person and each.influenced in members for each in world["influences"])
        or any(each.person == person and each.other in members for each in world["conflicts"])
        or any(each.other == person and each.person in members for each in world["conflicts"])
        or any(each.person == person and each.opportunity in opportunities for each in world["decision_roles"])
        or any(
            each.person == person and (each.opportunity in opportunities or each.company in own)
            for each in world["positions"]
        )
    )
