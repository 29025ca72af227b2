"""Who is below a manager, and whom our people work beside, as of a day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from graph.errors import NotInGraph
from graph.model.companies import Company, Department
from graph.model.people import Employment, Person, ReportingLine
from graph.store import Changes, GraphStore
from graph.stores.sqlite_store import SqliteStore
from graph.teams import colleagues_of, team_of
from graph.viewer import LOCAL
from tests.oracle.world import tables_of, world_of

DAY = date(2026, 6, 30)


def ours(key: str, department: str | None = None, **more: Any) -> Person:
    return Person(key=key, name=f"Name of {key}", company="us", department=department, **more)


WORLD = world_of(
    companies=[
        Company(key="us", name="Us", side="SUPPLIER"),
        Company(key="us-west", name="Us West", side="SUPPLIER", parent="us"),
        Company(key="acme", name="Acme", side="CUSTOMER"),
    ],
    departments=[
        Department(key="us-d", company="us", name="Division", line="FINANCE"),
        Department(key="us-s", company="us", name="Sales", parent="us-d"),
        Department(key="us-o", company="us", name="Other"),
        Department(key="west-s", company="us-west", name="Sales West", line="USER"),
        Department(key="acme-d", company="acme", name="Theirs"),
    ],
    people=[
        ours("boss", "us-d"),
        ours("leaver", "us-s", title="Seller", level="MIDDLE"),
        ours("beside", "us-s", level="SENIOR"),
        ours("mate", "us-o"),
        ours("west").replace(company="us-west", department="west-s"),
        ours("gone", "us-s", status="LEFT", status_since="2026-01-01"),
        ours("going", "us-s", status="LEFT", status_since="2026-12-31"),
        ours("moved"),
        ours("before", "us-o"),
        ours("dotted", "us-o"),
        ours("report", "us-o"),
        Person(key="theirs", company="acme", department="acme-d"),
        Person(key="theirs-too", company="acme", department="acme-d"),
    ],
    works_in=[
        Employment(person="moved", company="us", department="us-s", valid_to="2026-01-01"),
        Employment(person="moved", company="us", department="us-o", valid_from="2026-01-01"),
    ],
    reports_to=[
        ReportingLine(person="leaver", manager="boss"),
        ReportingLine(person="mate", manager="boss"),
        ReportingLine(person="west", manager="boss"),
        ReportingLine(person="before", manager="boss", valid_to="2026-06-30"),
        ReportingLine(person="dotted", manager="boss", kind="DOTTED"),
        ReportingLine(person="report", manager="leaver"),
    ],
)


@pytest.fixture
async def store() -> AsyncIterator[GraphStore]:
    opened = await SqliteStore.open(None)
    await opened.write(LOCAL, Changes(upserts=tables_of(WORLD)))
    yield opened
    await opened.close()


async def test_a_team_is_the_manager_and_everybody_below_in_the_solid_lines_of_the_day(store: GraphStore) -> None:
    assert await team_of(store, LOCAL, "boss", DAY) == ("boss", "leaver", "mate", "report", "west")
    assert "before" in await team_of(store, LOCAL, "boss", date(2026, 6, 29))
    assert await team_of(store, LOCAL, "report", DAY) == ("report",)


async def test_a_team_of_nobody_is_told(store: GraphStore) -> None:
    with pytest.raises(NotInGraph, match="nobody"):
        await team_of(store, LOCAL, "nobody", DAY)


async def test_colleagues_share_the_department_or_the_manager_and_are_present(store: GraphStore) -> None:
    found = await colleagues_of(store, LOCAL, ["leaver"], DAY)
    assert [member.key for member in found] == ["beside", "going", "mate", "west"]
    assert all(member.is_present and not member.is_outsider for member in found)


async def test_a_colleague_comes_with_place_and_line_as_of_the_day(store: GraphStore) -> None:
    found = {member.key: member for member in await colleagues_of(store, LOCAL, ["leaver"], DAY)}
    beside, west = found["beside"], found["west"]
    assert (beside.level, beside.company, beside.department) == ("SENIOR", "us", "us-s")
    assert beside.line == "FINANCE", "of the nearest department above that has one"
    assert (west.company, west.line) == ("us-west", "USER")
    assert found["mate"].line == "OTHER"


async def test_who_worked_there_before_was_a_colleague_then(store: GraphStore) -> None:
    then = await colleagues_of(store, LOCAL, ["leaver"], date(2025, 6, 30))
    assert [member.key for member in then] == ["before", "beside", "going", "gone", "mate", "moved", "west"]


async def test_who_leaves_too_is_no_colleague(store: GraphStore) -> None:
    found = await colleagues_of(store, LOCAL, ["leaver", "mate", "beside"], DAY)
    assert [member.key for member in found] == ["before", "dotted", "going", "moved", "report", "west"]


@pytest.mark.parametrize("people", [[], ["nobody"], ["theirs"]])
async def test_nobody_of_ours_has_no_colleagues(store: GraphStore, people: list[str]) -> None:
    assert await colleagues_of(store, LOCAL, people, DAY) == ()
