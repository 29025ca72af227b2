"""Teams of ours as of a day: who is below a manager, and whom people of ours work beside."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from graph.account_graph import Member, department_line, member_on
from graph.errors import NotInGraph
from graph.model.companies import COMPANIES, DEPARTMENTS, Department
from graph.model.people import PEOPLE, REPORTS_TO, WORKS_IN, Employment, Person, ReportingLine
from graph.model.words import Line, ReportingKind, Side
from graph.store import GraphStore
from graph.viewer import Viewer
from graph.workplace import is_present, read_workplaces, valid_on


async def team_of(store: GraphStore, viewer: Viewer, manager: str, day: date) -> tuple[str, ...]:
    """The keys of a person and of everybody below in the solid reporting lines valid on the day, in order.

    Of either side, whether present or not. NotInGraph when nobody has the key. Cost: one read a level.
    """
    if not await store.find(viewer, PEOPLE, "key", [manager]):
        raise NotInGraph(Person.__name__, manager)
    team, newest = {manager}, [manager]
    while newest:
        lines = await _solid_lines(store, viewer, "manager", newest, day)
        newest = sorted({line.person for line in lines} - team)
        team.update(newest)
    return tuple(sorted(team))


async def colleagues_of(
    store: GraphStore, viewer: Viewer, people: Collection[str], day: date, *, also_on: Sequence[date] = ()
) -> tuple[Member, ...]:
    """Our people who work in the departments or report to the managers of those named, in order of key.

    Each is present on the day and none of those named; of the people named only ours count, and keys that name
    nobody say nothing. On the days of `also_on` each is ours and present, too. Reads some rows of `people`,
    `works_in`, `reports_to`, `companies` and `departments`.
    """
    named = frozenset(people)
    own = await _ours(store, viewer, named, (day,))
    departments = {place.department for _, place in own.values()} - {None}
    lines = await _solid_lines(store, viewer, "person", sorted(own), day)
    managers = {line.manager for line in lines}
    beside = await _keys_beside(store, viewer, sorted(filter(None, departments)), sorted(managers), day)
    found = await _ours(store, viewer, beside.keys() - named, (day, *also_on))
    near = {
        key: (person, place)
        for key, (person, place) in found.items()
        if beside[key] or place.department in departments
    }
    return await _present(store, viewer, near, (day, *also_on))


async def our_people(
    store: GraphStore, viewer: Viewer, day: date, *, also_on: Sequence[date] = ()
) -> tuple[Member, ...]:
    """All our people who are present on the day, in order of key; on the days of `also_on` ours and present, too.

    Reads every row of `people` and `works_in` of our companies.
    """
    companies = [company.key for company in await store.find(viewer, COMPANIES, "side", [Side.SUPPLIER])]
    keys = await _who_work(store, viewer, "company", companies)
    days = (day, *also_on)
    return await _present(store, viewer, await _ours(store, viewer, keys, days), days)


async def _who_work(store: GraphStore, viewer: Viewer, at: str, places: Sequence[str]) -> set[str]:
    """The people whose row, or a row of whose history, has one of the places in that column."""
    people = await store.find(viewer, PEOPLE, at, places)
    employments = await store.find(viewer, WORKS_IN, at, places)
    return {person.key for person in people} | {employment.person for employment in employments}


async def _ours(
    store: GraphStore, viewer: Viewer, keys: Collection[str], days: Sequence[date]
) -> dict[str, tuple[Person, Employment]]:
    """Those of the people who are ours on all of the days, by key, and where they work on the first one."""
    people = await store.find(viewer, PEOPLE, "key", sorted(keys)) if keys else []
    workplaces = await read_workplaces(store, viewer, people)
    found = {}
    for person in people:
        first, *later = (workplaces.of(person, day.isoformat()) for day in days)
        if first is not None and all(place and workplaces.is_ours(place.company) for place in (first, *later)):
            found[person.key] = person, first
    return found


async def _present(
    store: GraphStore, viewer: Viewer, ours: Mapping[str, tuple[Person, Employment]], days: Sequence[date]
) -> tuple[Member, ...]:
    """Those who are present on all of the days, as they are on the first of them."""
    there = [
        (person, place)
        for person, place in ours.values()
        if all(is_present(person, day.isoformat()) for day in days)
    ]
    line_of = await _lines(store, viewer, {place.department for _, place in there} - {None})
    return tuple(
        member_on(person, place, line_of.get(place.department or "", Line.OTHER), days[0].isoformat())
        for person, place in there
    )


async def _solid_lines(
    store: GraphStore, viewer: Viewer, column: str, keys: list[str], day: date
) -> list[ReportingLine]:
    if not keys:
        return []
    lines = await store.find(viewer, REPORTS_TO, column, keys)
    return [line for line in valid_on(lines, day.isoformat()) if line.kind == ReportingKind.SOLID]


async def _keys_beside(
    store: GraphStore, viewer: Viewer, departments: list[str], managers: list[str], day: date
) -> dict[str, bool]:
    """Everybody who may be in one of the departments, and whether one of the managers is theirs on the day."""
    beside: dict[str, bool] = {}
    if departments:
        beside.update(dict.fromkeys(await _who_work(store, viewer, "department", departments), False))
    lines = await _solid_lines(store, viewer, "manager", managers, day)
    return {**beside, **{line.person: True for line in lines}}


async def _lines(store: GraphStore, viewer: Viewer, departments: Collection[str | None]) -> dict[str, str]:
    """The line of each department, or of the nearest one above that has one, else OTHER. One read a level."""
    known: dict[str, Department] = {}
    newest = sorted(filter(None, departments))
    while newest:
        departments_found = await store.find(viewer, DEPARTMENTS, "key", newest)
        known.update({found.key: found for found in departments_found})
        newest = sorted(
            {found.parent for found in departments_found if found.parent and not found.line} - known.keys()
        )
    lines: dict[str, str] = {}
    return {key: department_line(key, known, lines) for key in known}
