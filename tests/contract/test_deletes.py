"""A delete takes with it what cannot be without the record, and nothing else."""

from __future__ import annotations

import pytest

from graph.errors import BadInput, NotInGraph
from graph.model.companies import COMPANIES, DEPARTMENTS, Company, Department
from graph.model.deals import Position
from graph.model.meetings import Interaction
from graph.model.people import PEOPLE, TIES, WORKS_IN, Employment
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Delete, GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import KIND_OF, all_rows, delete_of, identity_of, put, tables_of, take_out


async def records_of(store: GraphStore) -> set[tuple[str, tuple]]:
    return {(name, row) for name, kind in RECORD_KINDS.items() for row in await all_rows(store, kind)}


def as_rows(*records: object) -> set[tuple[str, tuple]]:
    return {(KIND_OF[type(record)].name, tuple(record)) for record in records}


async def test_a_person_goes_with_all_its_edges_and_participations(store: GraphStore) -> None:
    alone = Interaction(key="alone", kind="CALL", on="2026-01-01", participants=("engineer",))
    await put(store, *world.WORLD, alone)
    before = await records_of(store)
    report = await take_out(store, world.ENGINEER)
    gone = (
        world.ENGINEER,
        world.LINE,
        world.DOTTED_LINE,
        world.INFLUENCE,
        world.CONFLICT,
        world.TIE,
        world.LESSER_ROLE,
        world.COMPANY_POSITION,
        alone,
    )
    rest = world.MEETING.replace(participants=("seller",))
    assert await records_of(store) == before - as_rows(*gone, world.MEETING) | as_rows(rest)
    assert {name: tally.deleted for name, tally in report.tallies.items() if tally.deleted} == {
        "people": 1,
        "reports_to": 2,
        "influences": 1,
        "conflicts": 1,
        "ties": 1,
        "decision_roles": 1,
        "positions": 1,
        "interactions": 1,
    }


async def test_a_person_goes_with_its_history(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    report = await take_out(store, world.CHIEF)
    assert await all_rows(store, WORKS_IN) == []
    assert report.tallies["works_in"].deleted == 2
    assert await store.find(LOCAL, PEOPLE, "key", ["chief"]) == []


async def test_an_opportunity_goes_with_its_roles_and_positions_and_leaves_interactions(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    before = await records_of(store)
    report = await take_out(store, world.DEAL)
    gone = (world.DEAL, world.ROLE, world.LESSER_ROLE, world.UNSURE_ROLE, world.POSITION)
    rest = world.MEETING.replace(opportunity=None)
    assert await records_of(store) == before - as_rows(*gone, world.MEETING) | as_rows(rest)
    assert report.revisions == {"acme": 2, "zeta": 2}
    assert report.tallies["decision_roles"].deleted == 3


async def test_a_department_leaves_people_and_history_and_hands_those_below_to_the_one_above(
    store: GraphStore,
) -> None:
    middle = Department(key="middle", company="acme", name="Middle", parent="board")
    below = Department(key="below", company="acme", name="Below", parent="middle")
    person = world.ENGINEER.replace(department="middle")
    job = Employment(
        person="engineer", company="acme", department="middle", title="Engineer", valid_from="2020-01-01"
    )
    await put(store, *world.WORLD, middle, below, person, job)
    before = await records_of(store)
    await take_out(store, middle)
    assert await records_of(store) == before - as_rows(middle, below, person, job) | as_rows(
        below.replace(parent="board"), person.replace(department=None), job.replace(department=None)
    )
    await take_out(store, world.BOARD)
    parents = {row[0]: row[3] for row in await all_rows(store, DEPARTMENTS)}
    assert parents == {"below": None, "lab": None, "sales": None, "field": "sales"}


async def test_an_employment_that_would_be_the_same_as_another_goes_with_its_department(store: GraphStore) -> None:
    unit = Department(key="unit", company="acme", name="Unit")
    kept = Employment(person="buyer", company="acme", title="Buyer", valid_from="2020-01-01")
    await put(store, *world.WORLD, unit, kept, kept.replace(department="unit", title="Other"))
    report = await take_out(store, unit)
    assert [row for row in await all_rows(store, WORKS_IN) if row[0] == "buyer"] == [tuple(kept)]
    assert report.tallies["works_in"].deleted == 1


async def test_a_company_goes_only_when_nothing_refers_to_it(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    before = await records_of(store)
    for company in (world.US, world.ACME, world.ACME_CITY, world.ZETA, world.ADVICE, world.RIVAL):
        with pytest.raises(BadInput):
            await take_out(store, company)
    assert await records_of(store) == before
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}
    await take_out(store, world.BUYER, world.ACME_CITY)
    assert await store.find(LOCAL, COMPANIES, "key", ["acme-city"]) == []


async def test_companies_of_one_write_may_go_in_any_order(store: GraphStore) -> None:
    pair = [Company(key="a", name="A", side="CUSTOMER"), Company(key="b", name="B", side="CUSTOMER", parent="a")]
    await put(store, *pair)
    await take_out(store, *pair)
    assert await records_of(store) == set()


@pytest.mark.parametrize(
    "record",
    [
        world.CHIEFS_PAST,
        world.LINE,
        world.DOTTED_LINE,
        world.INFLUENCE,
        world.CONFLICT,
        world.TIE,
        world.COLLEAGUES_TIE,
        world.ROLE,
        world.UNSURE_ROLE,
        world.POSITION,
        world.COMPANY_POSITION,
        world.MEETING,
        world.CALL,
        world.AGREEMENT,
        world.COLLEAGUE.replace(key="colleague"),
    ],
    ids=lambda record: "-".join(map(str, identity_of(record))),
)
async def test_a_record_is_deleted_by_its_identity(store: GraphStore, record: tuple) -> None:
    await put(store, *world.WORLD)
    before = await records_of(store)
    await take_out(store, record)
    gone = before - await records_of(store)
    assert as_rows(record) <= gone
    with pytest.raises(NotInGraph):
        await take_out(store, record)


async def test_one_period_goes_and_the_others_stay(store: GraphStore) -> None:
    periods = [world.TIE.replace(valid_from=day) for day in (None, "2020-01-01", "2021-01-01")]
    await put(store, *world.WORLD, *periods)
    await take_out(store, periods[0], periods[2])
    kept = [periods[1], world.TIE]
    assert [row for row in await all_rows(store, TIES) if row[0] == "seller"] == [tuple(tie) for tie in kept]


async def test_a_delete_of_nothing_is_said_and_leaves_all_as_it_was(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    before = await records_of(store)
    with pytest.raises(NotInGraph) as caught:
        await take_out(store, world.CALL, Company(key="nothing", name="N", side="PARTNER"))
    assert (caught.value.kind, caught.value.key) == ("Company", "nothing")
    with pytest.raises(NotInGraph):
        await store.write(LOCAL, Changes((), [Delete(TIES, ("seller", "engineer", None))]))
    with pytest.raises(NotInGraph):
        await take_out(store, world.CALL, world.CALL)
    assert await records_of(store) == before
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}


async def test_deletes_come_after_the_upserts_of_the_same_write(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    stated = Position(person="chief", company="acme", stated_on="2026-05-05", power="OUTSIDE")
    report = await store.write(
        LOCAL, Changes(tables_of([stated, world.CHIEF.replace(name="X")]), [delete_of(stated)])
    )
    assert tuple(stated) not in {row for _, row in await records_of(store)}
    assert (report.tallies["positions"].created, report.tallies["positions"].deleted) == (1, 1)
    assert report.revisions == {"acme": 2, "zeta": 2}
