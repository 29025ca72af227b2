"""A row whose identity exists updates it; columns that are not named stay."""

from __future__ import annotations

import pytest

from graph.errors import BadInput
from graph.model.companies import COMPANIES, Company
from graph.model.deals import DECISION_ROLES, POSITIONS
from graph.model.meetings import INTERACTIONS, Interaction
from graph.model.people import INFLUENCES, PEOPLE, TIES, Influence, Person, Tie
from graph.store import Changes, GraphStore, Table, Tally
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import all_rows, put, put_columns, tables_of


async def test_columns_that_are_not_named_stay_as_they_are(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    await put_columns(store, PEOPLE, {"key": "chief", "title": "Chairman"})
    (chief,) = await store.find(LOCAL, PEOPLE, "key", ["chief"])
    assert chief == tuple(world.CHIEF.replace(title="Chairman"))


async def test_a_named_column_with_none_becomes_unknown(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    await put_columns(store, PEOPLE, {"key": "engineer", "department": None, "name": None, "tags": ()})
    (engineer,) = await store.find(LOCAL, PEOPLE, "key", ["engineer"])
    assert engineer == tuple(world.ENGINEER.replace(department=None, name=None, tags=()))


async def test_edges_and_positions_are_updated_column_by_column(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    tie = {"employee": "seller", "contact": "engineer", "valid_from": "2022-05-01", "trust": 4, "purposes": ()}
    await put_columns(store, TIES, tie)
    role = {
        "person": "chief",
        "opportunity": "deal",
        "stage": "APPROVAL",
        "valid_from": "2025-01-01",
        "veto": None,
    }
    await put_columns(store, DECISION_ROLES, role)
    said = {
        "person": "engineer",
        "opportunity": None,
        "company": "acme",
        "stated_on": "2026-01-02",
        "coach": False,
    }
    await put_columns(store, POSITIONS, said)
    account = await store.read_account(LOCAL, "acme")
    assert list(account.ties) == [world.TIE.replace(trust=4, purposes=())]
    assert world.ROLE.replace(veto=None) in account.decision_roles
    assert world.COMPANY_POSITION.replace(coach=False) in account.positions


async def test_rows_that_name_their_identity_alone_create_or_leave_alone(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    row = {"employee": "colleague", "contact": "buyer", "valid_from": None}
    assert (await put_columns(store, TIES, row)).tallies["ties"] == Tally(created=1)
    assert (await put_columns(store, TIES, row)).tallies["ties"] == Tally(unchanged=1)
    assert tuple(Tie(employee="colleague", contact="buyer")) in await all_rows(store, TIES)


async def test_another_valid_from_is_another_period(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    later = world.INFLUENCE.replace(valid_from="2027-01-01", valid_to=None, weight=0.25)
    await put(store, later)
    await put(store, world.INFLUENCE.replace(weight=0.5))
    rows = [row for row in await all_rows(store, INFLUENCES) if row[0] == "engineer"]
    assert rows == [tuple(world.INFLUENCE.replace(weight=0.5)), tuple(later)]


async def test_participants_are_replaced_as_a_whole(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    await put_columns(store, INTERACTIONS, {"key": "meeting", "participants": ("chief", "buyer")})
    meeting = tuple(world.MEETING.replace(participants=("buyer", "chief")))
    assert await store.find(LOCAL, INTERACTIONS, "participants", ["chief"]) == [meeting]
    assert await store.find(LOCAL, INTERACTIONS, "participants", ["engineer"]) == []


async def test_the_tallies_tell_created_changed_and_unchanged_rows(store: GraphStore) -> None:
    report = await put(store, *world.WORLD)
    assert report.tallies["people"] == Tally(created=7)
    people = [world.CHIEF, world.ENGINEER.replace(title="Head"), Person(key="new", company="acme")]
    report = await put(store, *people)
    assert report.tallies == {"people": Tally(created=1, changed=1, unchanged=1)}


async def test_the_same_again_is_unchanged_in_every_kind(store: GraphStore) -> None:
    first = await put(store, *world.WORLD)
    again = await put(store, *world.WORLD)
    assert again.tallies == {name: Tally(unchanged=tally.created) for name, tally in first.tallies.items()}
    assert again.revisions == {}
    swapped = world.MEETING.replace(participants=("seller", "engineer"))
    assert (await put(store, swapped)).tallies == {"interactions": Tally(unchanged=1)}


async def test_rows_of_one_write_may_refer_to_each_other_in_any_order(store: GraphStore) -> None:
    child, parent = (
        Company(key="a", name="A", side="CUSTOMER", parent="b"),
        Company(key="b", name="B", side="CUSTOMER"),
    )
    await store.write(LOCAL, Changes(list(reversed(tables_of([child, parent, Person(key="p", company="a")])))))
    assert [company.key for company in (await store.read_account(LOCAL, "b")).companies] == ["a", "b"]


async def test_tables_are_written_in_the_order_given(store: GraphStore) -> None:
    await put(store, world.ACME)
    rows = [[("p", "first", "acme")], [("p", "second", "acme")]]
    await store.write(LOCAL, Changes([Table.of_rows(PEOPLE, ("key", "name", "company"), row) for row in rows]))
    assert [row[1] for row in await all_rows(store, PEOPLE)] == ["second"]
    await store.write(
        LOCAL, Changes([Table.of_rows(PEOPLE, ("key", "name", "company"), row) for row in reversed(rows)])
    )
    assert [row[1] for row in await all_rows(store, PEOPLE)] == ["first"]


async def test_a_reference_to_nothing_is_bad_input_and_nothing_is_written(store: GraphStore) -> None:
    await put(store, world.ACME, world.BOARD, world.CHIEF)
    wrong = [
        Person(key="p", company="nowhere"),
        Person(key="p", company="acme", department="nowhere"),
        Company(key="c", name="C", side="CUSTOMER", parent="nowhere"),
        Influence(influencer="chief", influenced="nobody", weight=0.5),
        world.POSITION,
        Interaction(key="i", kind="CALL", on="2026-01-01", participants=("chief", "nobody")),
        world.CHIEFS_PRESENT.replace(department="nowhere"),
    ]
    for record in wrong:
        with pytest.raises(BadInput):
            await put(store, Company(key="beside", name="B", side="PARTNER"), record)
    assert [row[0] for row in await all_rows(store, COMPANIES)] == ["acme"]
    assert [row[0] for row in await all_rows(store, PEOPLE)] == ["chief"]
    assert await all_rows(store, INFLUENCES) == []
    assert await all_rows(store, INTERACTIONS) == []


async def test_a_new_record_without_a_required_column_is_bad_input(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    with pytest.raises(BadInput):
        await put_columns(store, PEOPLE, {"key": "new", "title": "CEO"})
    with pytest.raises(BadInput):
        await put_columns(store, INFLUENCES, {"influencer": "chief", "influenced": "buyer", "valid_from": None})
    assert len(await all_rows(store, PEOPLE)) == 7


async def test_progress_tells_the_rows_of_every_table(store: GraphStore) -> None:
    told: list[tuple[str, int, int]] = []
    people = [Person(key=f"p{number:05}", company="acme") for number in range(12_000)]
    await store.write(LOCAL, Changes(tables_of([world.ACME, *people])), lambda *step: told.append(step))
    assert ("companies", 1, 1) in told
    assert told[-1] == ("people", 12_000, 12_000)
    done = [step[1] for step in told if step[0] == "people"]
    assert done == sorted(done)
    assert len(done) > 1


async def test_an_empty_write_changes_nothing(store: GraphStore) -> None:
    await put(store, world.ACME)
    report = await store.write(LOCAL, Changes())
    assert (report.tallies, report.revisions) == ({}, {})
    assert await store.read_revisions() == {"acme": 1}
