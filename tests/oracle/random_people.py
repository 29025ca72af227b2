"""Random companies, departments and people of both sides, with and without a history."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graph.model.companies import Company, Department
from graph.model.people import Employment, Person
from graph.model.words import EmploymentStatus, Grade, Line, OrgLevel, Tag
from tests.oracle.random_days import DAYS, day, histories_of
from tests.oracle.small_graphs import counts_to
from tests.oracle.titles import TITLES
from tests.oracle.world import World

LEVELS = st.sampled_from([*OrgLevel, None])
OURS = ["us", "us-west"]
THEIRS = ["group", "group-city", "group-province", "partner", "rival", "stranger", "stranger-city"]
_STATUSES = st.tuples(st.sampled_from([*[None, "ACTIVE"] * 5, *EmploymentStatus]), st.none() | DAYS)
_SOON = st.sampled_from([day(offset) for offset in (1, 3, 40, 90, 91, 130)])
_LEAVING = st.one_of(_STATUSES, _STATUSES, st.tuples(st.sampled_from(["LEFT", "MOVED", "RETIRED"]), _SOON))
"""Of our people one in three leaves: within the policy's horizon, at its bound, or later."""


@st.composite
def companies(draw: Any) -> list[Company]:
    """Us with a subsidiary, a group of three companies, another one, a partner in or beside it, a rival."""
    grades = st.sampled_from([*Grade, None])
    partner_parent = draw(st.sampled_from([None, "group", "group-city", "stranger"]))
    city_parent = draw(st.sampled_from(["group-province", "group"]))
    return [
        Company(key="us", name="Us", side="SUPPLIER"),
        Company(key="us-west", name="Us West", side="SUPPLIER", parent="us"),
        Company(key="group", name="Group", side="CUSTOMER", grade=draw(grades)),
        Company(key="group-province", name="Province", side="CUSTOMER", parent="group", grade=draw(grades)),
        Company(key="group-city", name="City", side="CUSTOMER", parent=city_parent, grade=draw(grades)),
        Company(key="stranger", name="Stranger", side="CUSTOMER", grade=draw(grades)),
        Company(key="stranger-city", name="Stranger City", side="CUSTOMER", parent="stranger", grade=draw(grades)),
        Company(key="partner", name="Partner", side="PARTNER", parent=partner_parent),
        Company(key="rival", name="Rival", side="COMPETITOR"),
    ]


@st.composite
def departments(draw: Any) -> list[Department]:
    """For every company up to three departments in a tree, some without a line."""
    lines = st.sampled_from([*Line, None, None])
    found: list[Department] = []
    for company in OURS + THEIRS:
        keys = [f"{company}/{number}" for number in range(draw(st.integers(0, 3)))]
        for number, key in enumerate(keys):
            parent = draw(st.sampled_from([None, *keys[:number]]))
            found.append(Department(key=key, company=company, name=key, parent=parent, line=draw(lines)))
    return found


@st.composite
def people(draw: Any, world: World) -> tuple[list[Person], list[Employment]]:
    """One to five of ours and three to twelve of theirs, mostly of the group."""
    employees = [f"e{number}" for number in range(1 + draw(counts_to(4)))]
    contacts = [f"c{number:02}" for number in range(3 + draw(counts_to(9)))]
    homes = st.sampled_from([*["group"] * 8, "group-city", "group-province", *THEIRS])
    found, histories = [], []
    for key in employees + contacts:
        company = draw(st.sampled_from(OURS) if key in employees else homes)
        status, since = draw(_LEAVING if key in employees else _STATUSES)
        tags = tuple(sorted(draw(st.sets(st.sampled_from(list(Tag)), max_size=2))))
        person = Person(
            key=key,
            name=draw(st.sampled_from([None, f"Name of {key}"])),
            company=company,
            status=status,
            status_since=since,
            tags=tags,
        )
        if draw(st.integers(0, 3)):
            department = draw(_department_of(world, company))
            found.append(
                person.replace(department=department, title=draw(st.sampled_from(TITLES)), level=draw(LEVELS))
            )
        else:
            found.append(person)
            histories += draw(_employments(world, person))
    return found, histories


def _department_of(world: World, company: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *(each.key for each in world["departments"] if each.company == company)])


@st.composite
def _employments(draw: Any, world: World, person: Person) -> list[Employment]:
    """One after the other, at companies of either side; two at a time are refused."""
    found: dict[tuple[str, str, str | None], list[Employment]] = {}
    for begin, end in draw(histories_of(3)):
        company = draw(st.sampled_from([person.company, person.company, "us", *THEIRS]))
        department = draw(_department_of(world, company))
        row = Employment(
            person=person.key,
            company=company,
            department=department,
            title=draw(st.sampled_from(TITLES)),
            level=draw(LEVELS),
            valid_from=begin,
            valid_to=end,
        )
        found.setdefault((person.key, company, department), []).append(row)
    return [row for rows in found.values() for row in rows]
