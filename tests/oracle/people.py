"""Who works where on a day, who is present, and who is a contact of an account."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.oracle.companies import companies_of
from tests.oracle.days import is_valid
from tests.oracle.world import World, by_key


class Workplace(NamedTuple):
    """Where a person works on a day; all None when they have not begun anywhere."""

    company: str | None
    department: str | None
    level: str


def workplace(world: World, person: str, as_of: str) -> Workplace:
    """The employment valid on `as_of`, else company and level of the last one before it."""
    history = [row for row in world["works_in"] if row.person == person]
    if not history:
        record = by_key(world, "people")[person]
        return Workplace(record.company, record.department, record.level or "UNKNOWN")
    current = [row for row in history if is_valid(row, as_of)]
    if current:
        row = _latest(current)
        return Workplace(row.company, row.department, row.level or "UNKNOWN")
    over = [row for row in history if row.valid_to is not None and row.valid_to <= as_of]
    if not over:
        return Workplace(None, None, "UNKNOWN")
    last_day = max(row.valid_to for row in over)
    row = _latest([row for row in over if row.valid_to == last_day])
    return Workplace(row.company, None, row.level or "UNKNOWN")


def title_on(world: World, person: str, as_of: str) -> str | None:
    """Of the employment valid on `as_of`; between two there is none."""
    history = [row for row in world["works_in"] if row.person == person]
    if not history:
        return by_key(world, "people")[person].title
    current = [row for row in history if is_valid(row, as_of)]
    return _latest(current).title if current else None


def _latest(rows: list[Any]) -> Any:
    """The row that began last; of those, the first by company and department key."""
    begun = max(row.valid_from or "" for row in rows)
    rows = [row for row in rows if (row.valid_from or "") == begun]
    return min(rows, key=lambda row: (row.company, row.department or ""))


def is_present(world: World, person: str, as_of: str) -> bool:
    """ACTIVE, UNKNOWN, or a status that only comes later; RETIRED when tagged RETIRED_INFLUENCER."""
    record = by_key(world, "people")[person]
    if record.status in (None, "ACTIVE", "UNKNOWN"):
        return True
    if record.status_since is not None and record.status_since > as_of:
        return True
    return record.status == "RETIRED" and "RETIRED_INFLUENCER" in record.tags


def is_ours(world: World, person: str, as_of: str) -> bool:
    """Whether the company that the person works for on the day is of side SUPPLIER."""
    company = workplace(world, person, as_of).company
    return company is not None and by_key(world, "companies")[company].side == "SUPPLIER"


def has_worked_elsewhere(world: World, person: str) -> bool:
    """Whether anything recorded, of any date, names a company that is not ours as the person's."""
    return bool(_sides_worked_for(world, person) - {"SUPPLIER"})


def has_worked_for_us(world: World, person: str) -> bool:
    """Whether anything recorded, of any date, names a company of ours as the person's."""
    return "SUPPLIER" in _sides_worked_for(world, person)


def _sides_worked_for(world: World, person: str) -> set[str]:
    companies = by_key(world, "companies")
    named = {row.company for row in world["works_in"] if row.person == person}
    named.add(by_key(world, "people")[person].company)
    return {companies[company].side for company in named}


def contacts_of(world: World, account: str, as_of: str) -> list[str]:
    """Present people of the account's companies and the outsiders with an edge into it, by key."""
    companies = companies_of(world, account)
    present = [person.key for person in world["people"] if is_present(world, person.key, as_of)]
    insiders = [person for person in present if workplace(world, person, as_of).company in companies]
    outsiders = [
        person
        for person in present
        if person not in insiders
        and not is_ours(world, person, as_of)
        and has_worked_elsewhere(world, person)
        and _has_edge_into(world, person, companies, insiders, as_of)
    ]
    return sorted(insiders + outsiders)


def _has_edge_into(world: World, person: str, companies: set[str], insiders: list[str], as_of: str) -> bool:
    opportunities = {each.key for each in world["opportunities"] if each.company in companies}
    influences = any(
        edge.influencer == person and edge.influenced in insiders and is_valid(edge, as_of)
        for edge in world["influences"]
    )
    conflicts = any(
        is_valid(edge, as_of)
        and (
            (edge.person == person and edge.other in insiders)
            or (edge.other == person and edge.person in insiders)
        )
        for edge in world["conflicts"]
    )
    decides = any(
        edge.person == person and edge.opportunity in opportunities and is_valid(edge, as_of)
        for edge in world["decision_roles"]
    )
    is_placed = any(
        said.person == person
        and said.stated_on <= as_of
        and (said.opportunity in opportunities or said.company in companies)
        for said in world["positions"]
    )
    return influences or conflicts or decides or is_placed
