"""The journal: entries are numbered by kind and subject, never change, and come with the records or not at all."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from graph.errors import BadInput, NotInGraph, WrittenMeanwhile
from graph.journal import POLICY_SUBJECT, JournalEntry, JournalKind
from graph.records import PEOPLE, Person, Tie
from graph.store import Changes, Delete, GraphStore
from tests.contract import sample_world as world
from tests.contract.writing import delete_of, put, tables_of

AT = "2026-03-31T08:00:00.000001+00:00"


def entry(subject: str, action: str = "ACKNOWLEDGE", kind: JournalKind = JournalKind.FINDING) -> JournalEntry:
    return JournalEntry(kind, subject, action, AT, "ann")


async def add(store: GraphStore, *entries: JournalEntry) -> None:
    report = await store.write(Changes(entries=entries))
    assert (report.tallies, report.revisions) == ({}, {})


async def actions(store: GraphStore, subject: str) -> list[tuple[int | None, str]]:
    found = await store.read_entries(JournalKind.FINDING, [subject])
    return [(each.number, each.action) for each in found]


async def test_an_entry_comes_back_as_it_was_written_with_its_number(store: GraphStore) -> None:
    whole = JournalEntry(
        JournalKind.HANDOVER, "李 雷", "EXECUTE", AT, "Ann Ä.", 'said "so"\n再见 𝄞', '{"ties": [1.5, null]}'
    )
    await add(store, whole)
    assert await store.read_entries(JournalKind.HANDOVER) == [replace(whole, number=1)]
    assert type((await store.read_entries(JournalKind.HANDOVER))[0].kind) is JournalKind


async def test_entries_are_numbered_by_kind_and_subject_and_read_in_that_order(store: GraphStore) -> None:
    await add(store, entry("f2", "one"), entry("f1", "one"), entry("f2", "two"))
    await add(store, entry("f2", "three"), entry("é", "one"), entry("Z", "one"))
    await add(store, entry("f2", "other kind", JournalKind.HANDOVER), *(entry("many") for _ in range(12)))
    found = await store.read_entries(JournalKind.FINDING)
    assert [(each.subject, each.number) for each in found if each.subject != "many"] == [
        ("Z", 1),
        ("f1", 1),
        ("f2", 1),
        ("f2", 2),
        ("f2", 3),
        ("é", 1),
    ]
    assert await actions(store, "f2") == [(1, "one"), (2, "two"), (3, "three")]
    assert [number for number, _ in await actions(store, "many")] == list(range(1, 13))
    assert [each.number for each in await store.read_entries(JournalKind.HANDOVER)] == [1]


async def test_entries_of_any_number_of_subjects_are_read(store: GraphStore) -> None:
    await add(store, entry("a"), entry("b"), entry("c"))
    subjects = ["c", "a", "c", *(f"nothing {number}" for number in range(5_000))]
    found = await store.read_entries(JournalKind.FINDING, subjects)
    assert [each.subject for each in found] == ["a", "c"]
    assert await store.read_entries(JournalKind.FINDING, []) == []
    assert await store.read_entries(JournalKind.POLICY, ["a"]) == []


async def test_entries_are_counted_by_kind_and_subject(store: GraphStore) -> None:
    await add(store, entry("a"), entry("a"), entry("a", kind=JournalKind.POLICY))
    assert await store.count_entries(JournalKind.FINDING, "a") == 2
    assert await store.count_entries(JournalKind.POLICY, "a") == 1
    assert await store.count_entries(JournalKind.FINDING, "b") == 0


@pytest.mark.parametrize("number", [-1, 0, 1, 2, 4])
async def test_a_number_that_is_not_the_next_is_refused_and_nothing_is_written(
    store: GraphStore, number: int
) -> None:
    await add(store, entry("a"), entry("a"))
    wrong = replace(entry("a", "wrong"), number=number)
    upserts = tables_of([world.ACME])
    with pytest.raises(WrittenMeanwhile):
        await store.write(Changes(upserts, entries=[entry("b"), wrong]))
    assert await store.read_revisions() == {}
    assert await store.count_entries(JournalKind.FINDING, "b") == 0
    assert await store.count_entries(JournalKind.FINDING, "a") == 2
    await store.write(Changes(upserts, entries=[replace(wrong, number=3), replace(wrong, number=4), entry("a")]))
    assert [number for number, _ in await actions(store, "a")] == [1, 2, 3, 4, 5]


async def test_of_two_who_write_the_same_version_one_is_refused(store: GraphStore) -> None:
    def version(actor: str) -> Changes:
        written = JournalEntry(JournalKind.POLICY, POLICY_SUBJECT, "CHANGE", AT, actor, number=1)
        return Changes(entries=[written])

    results = await asyncio.gather(
        *(store.write(version(f"actor {number}")) for number in range(5)), return_exceptions=True
    )
    assert sum(isinstance(result, WrittenMeanwhile) for result in results) == 4
    assert await store.count_entries(JournalKind.POLICY, POLICY_SUBJECT) == 1


async def test_writers_at_once_number_every_entry(store: GraphStore) -> None:
    await asyncio.gather(*(add(store, entry("a", str(number)), entry("b")) for number in range(10)))
    found = await store.read_entries(JournalKind.FINDING, ["a"])
    assert [each.number for each in found] == list(range(1, 11))
    assert {each.action for each in found} == {str(number) for number in range(10)}
    assert await store.count_entries(JournalKind.FINDING, "b") == 10


async def test_entries_alone_touch_no_revision(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    await add(store, entry("acme"), entry("seller", kind=JournalKind.HANDOVER))
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}


async def test_entries_are_written_with_the_records_or_not_at_all(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    handed = Tie("colleague", "engineer", 2)
    for refused, error in [
        (Changes(tables_of([Tie("seller", "nobody")]), entries=[entry("a")]), BadInput),
        (Changes((), [Delete(PEOPLE, ("nobody",))], [entry("a")]), NotInGraph),
    ]:
        with pytest.raises(error):
            await store.write(refused)
    assert await store.count_entries(JournalKind.FINDING, "a") == 0
    report = await store.write(Changes(tables_of([handed]), [delete_of(world.TIE)], [entry("a"), entry("b")]))
    assert set(report.tallies) == {"ties"}
    assert (report.tallies["ties"].created, report.tallies["ties"].deleted) == (1, 1)
    assert report.revisions["acme"] == 2
    assert await store.count_entries(JournalKind.FINDING, "a") == 1


async def test_entries_stay_when_what_they_are_about_is_taken_out(store: GraphStore) -> None:
    await put(store, world.US, Person("seller", None, None, "us"))
    await add(store, entry("seller"))
    await store.write(Changes((), [Delete(PEOPLE, ("seller",))]))
    assert await actions(store, "seller") == [(1, "ACKNOWLEDGE")]
