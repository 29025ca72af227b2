"""The generated world of the benchmarks keeps the bundle's rules and has the sizes that it is asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bench.bulk_world import EMPLOYEES, bulk_world
from graph.editing import apply_changes
from graph.open_store import open_store
from graph.settings import Settings
from graph.store import Changes
from graph.viewer import LOCAL


async def test_a_bulk_world_loads_without_a_problem() -> None:
    store = await open_store(Settings(store_url="memory:"))
    report = await apply_changes(store, LOCAL, Changes(upserts=bulk_world(3_000, 3, 40)))
    await store.close()
    assert report.tallies["people"].created == 3_000 + EMPLOYEES
    assert len(report.revisions) == 40


def test_it_has_the_edges_a_person_that_were_asked_for() -> None:
    tables = {table.kind.name: table for table in bulk_world(5_000, 3, 100)}
    edges = sum(tables[name].row_count for name in ("reports_to", "influences", "conflicts", "ties"))
    assert edges == pytest.approx(15_000, rel=0.02)


@pytest.mark.parametrize("people", [60, 500, 5_000])
def test_one_large_account_has_all_its_people_in_one_reporting_tree(people: int) -> None:
    tables = {table.kind.name: table for table in bulk_world(people, 3.25, 1)}
    assert tables["people"].row_count == people + EMPLOYEES
    lines = {person: manager for person, manager, *_ in tables["reports_to"].rows() if person.startswith("a")}
    assert len(lines) == people - 1
    assert set(lines.values()) <= {"a00000-p00000"} | lines.keys()


def test_too_few_edges_a_person_are_refused() -> None:
    with pytest.raises(ValueError, match="edges a person"):
        bulk_world(100, 1, 1)


async def test_in_teams_the_first_of_a_team_knows_the_head_of_every_account_of_theirs() -> None:
    tables = bulk_world(1_500, 3, 25, in_teams=True)
    ties = {table.kind.name: table for table in tables}["ties"].rows()
    heads = {contact: employee for employee, contact, *_ in ties if contact.endswith("-p00000")}
    assert heads == {f"a{number:05}-p00000": "e00" if number < 20 else "e06" for number in range(25)}
    store = await open_store(Settings(store_url="memory:"))
    report = await apply_changes(store, LOCAL, Changes(upserts=tables))
    await store.close()
    assert report.tallies["people"].created == 1_500 + 2 * 6


def test_every_last_contact_is_before_the_day_of_the_world() -> None:
    day = date(2030, 5, 17)
    ties = {table.kind.name: table for table in bulk_world(600, 3, 10, as_of=day)}["ties"].rows()
    contacts = [date.fromisoformat(last) for _, _, _, last, _ in ties]
    assert all(timedelta(0) < day - last <= timedelta(days=730) for last in contacts)
