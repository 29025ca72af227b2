"""Teams of ours as of a day: who is below a manager, and whom people of ours work beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from graph.account_graph import Member, department_line, employment_on, is_present, member_on, valid_on
from graph.errors import NotInGraph
from graph.model.companies import COMPANIES, DEPARTMENTS, Department
from graph.model.people import PEOPLE, REPORTS_TO, WORKS_IN, Employment, Person, ReportingLine
from graph.model.words import Line, ReportingKind, Side
from graph.store import GraphStore
from graph.viewer import Viewer


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
    own = await _placed(store, viewer, named, day)
    sides = await _sides(store, viewer, own.values())
    ours = {key for key, (_, place) in own.items() if _is_ours(place, sides)}
    departments = {own[key][1].department for key in ours} - {None}
    lines = await _solid_lines(store, viewer, "person", sorted(ours), day)
    managers = {line.manager for line in lines}
    beside = await _keys_beside(store, viewer, sorted(filter(None, departments)), sorted(managers), day)
    found = await _placed(store, viewer, beside.keys() - named, day)
    sides = await _sides(store, viewer, found.values())
    near = [
        key
        for key, (_, place) in found.items()
        if _is_ours(place, sides) and (beside[key] or place.department in departments)
    ]
    return await _present(store, viewer, near, (day, *also_on))


async def our_people(
    store: GraphStore, viewer: Viewer, day: date, *, also_on: Sequence[date] = ()
) -> tuple[Member, ...]:
    """All our people who are present on the day, in order of key; on the days of `also_on` ours and present, too.

    Reads every row of `people` and `works_in` of our companies.
    """
    companies = [company.key for company in await store.find(viewer, COMPANIES, "side", [Side.SUPPLIER])]
    keys = await _who_work(store, viewer, "company", companies)
    return await _present(store, viewer, keys, (day, *also_on))


async def _who_work(store: GraphStore, viewer: Viewer, at: str, places: Sequence[str]) -> set[str]:
    """The people whose row, or a row of whose history, has one of the places in that column."""
    people = await store.find(viewer, PEOPLE, at, places)
    employments = await store.find(viewer, WORKS_IN, at, places)
    return {person.key for person in people} | {employment.person for employment in employments}


async def _present(
    store: GraphStore, viewer: Viewer, keys: Iterable[str], days: Sequence[date]
) -> tuple[Member, ...]:
    """Those of the people who are ours and present on all of the days, as they are on the first of them."""
    first, *later = days
    chosen = await _ours_on(store, viewer, keys, first)
    for day in later:
        still = await _ours_on(store, viewer, chosen, day)
        chosen = {key: found for key, found in chosen.items() if key in still}
    line_of = await _lines(store, viewer, {place.department for _, place in chosen.values()} - {None})
    return tuple(
        member_on(person, place, line_of.get(place.department or "", Line.OTHER), first.isoformat())
        for person, place in chosen.values()
    )


async def _ours_on(
    store: GraphStore, viewer: Viewer, keys: Iterable[str], day: date
) -> dict[str, tuple[Person, Employment]]:
    """Those of the people who are ours and present on the day, in order of key, and where they work then."""
    found = await _placed(store, viewer, keys, day)
    sides = await _sides(store, viewer, found.values())
    return {
        key: (person, place)
        for key, (person, place) in sorted(found.items())
        if is_present(person, day.isoformat()) and _is_ours(place, sides)
    }


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


async def _placed(
    store: GraphStore, viewer: Viewer, keys: Iterable[str], day: date
) -> dict[str, tuple[Person, Employment]]:
    """The people of those keys who work somewhere on the day, and where."""
    wanted = sorted(keys)
    if not wanted:
        return {}
    people = await store.find(viewer, PEOPLE, "key", wanted)
    history: dict[str, list[Employment]] = defaultdict(list)
    for employment in await store.find(viewer, WORKS_IN, "person", wanted):
        history[employment.person].append(employment)
    placed = {}
    for person in people:
        place = employment_on(person, history[person.key], day.isoformat())
        if place is not None:
            placed[person.key] = person, place
    return placed


async def _sides(store: GraphStore, viewer: Viewer, placed: Iterable[tuple[Person, Employment]]) -> dict[str, str]:
    """The side of every company that the people work for."""
    keys = sorted({place.company for _, place in placed})
    companies = await store.find(viewer, COMPANIES, "key", keys) if keys else []
    return {company.key: company.side for company in companies}


def _is_ours(place: Employment, sides: Mapping[str, str]) -> bool:
    return sides.get(place.company) == Side.SUPPLIER


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
