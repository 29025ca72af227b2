"""The journal: entries are numbered by kind and subject, never change, and come with the records or not at all."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.errors import BadInput, NotInGraph, WrittenMeanwhile
from graph.handing_over import HANDOVER_JOURNAL, ContactHandedOver, HandoverEvent, LastDayRecorded
from graph.journal import Entry
from graph.model.people import PEOPLE, Person, Tie
from graph.policy_book import POLICY_JOURNAL, POLICY_SUBJECT, PolicyChange, PolicyUpdated, version_entry
from graph.store import Changes, Delete, GraphStore
from graph.viewer import LOCAL
from queries.work_items import (
    FINDING_JOURNAL,
    Acknowledged,
    Assigned,
    Reopened,
    Resolved,
    Snoozed,
    WorkEvent,
)
from tests.contract import sample_world as world
from tests.contract.writing import delete_of, put, tables_of

AT = "2026-03-31T08:00:00.000001+00:00"


def entry(subject: str, note: str | None = None) -> Entry[WorkEvent]:
    return Entry(journal=FINDING_JOURNAL, subject=subject, event=Acknowledged(), at=AT, actor="ann", note=note)


def handover(subject: str) -> Entry[HandoverEvent]:
    event = LastDayRecorded(reason=None, leaves_on=date(2026, 4, 1))
    return Entry(journal=HANDOVER_JOURNAL, subject=subject, event=event, at=AT, actor="ann")


def version(subject: str, actor: str = "ann", number: int | None = None) -> Entry[PolicyUpdated]:
    event = PolicyUpdated(grade=None, changes=())
    return Entry(journal=POLICY_JOURNAL, subject=subject, event=event, at=AT, actor=actor, number=number)


async def add(store: GraphStore, *entries: Entry[Any]) -> None:
    report = await store.write(LOCAL, Changes(entries=entries))
    assert (report.tallies, report.revisions) == ({}, {})


async def notes(store: GraphStore, subject: str) -> list[tuple[int | None, str | None]]:
    found = await store.read_entries(FINDING_JOURNAL, [subject])
    return [(each.number, each.note) for each in found]


async def test_an_entry_comes_back_as_it_was_written_with_its_number(store: GraphStore) -> None:
    event = ContactHandedOver(
        contact="c 1", to="王", on=date(2026, 3, 31), reason='said "so"\n再见 𝄞', leaves_on=date(2026, 4, 1)
    )
    whole = Entry(journal=HANDOVER_JOURNAL, subject="李 雷", event=event, at=AT, actor="Ann Ä.", note="a\nb 𝄞")
    await add(store, whole)
    assert await store.read_entries(HANDOVER_JOURNAL) == [replace(whole, number=1)]


async def test_every_event_comes_back_with_the_types_that_it_was_written_with(store: GraphStore) -> None:
    done = [Acknowledged(), Assigned("han"), Snoozed(date(2026, 4, 9)), Resolved(), Reopened()]
    await add(
        store,
        *(Entry(journal=FINDING_JOURNAL, subject="f", event=event, at=AT, actor="ann") for event in done),
    )
    assert [each.event for each in await store.read_entries(FINDING_JOURNAL)] == done
    await add(store, handover("li"))
    assert [each.event for each in await store.read_entries(HANDOVER_JOURNAL)] == [handover("li").event]
    changes = [
        PolicyChange("silence_days", None, 10.0),
        PolicyChange("stage_weights", "APPROVAL", None),
        PolicyChange("base_currency", None, "CNY"),
    ]
    made = version_entry(1, "S", changes, at=AT, viewer=LOCAL.named("ann"), note=None)
    await add(store, made)
    assert await store.read_entries(POLICY_JOURNAL, [POLICY_SUBJECT]) == [made]


async def test_entries_are_numbered_by_kind_and_subject_and_read_in_that_order(store: GraphStore) -> None:
    await add(store, entry("f2", "one"), entry("f1", "one"), entry("f2", "two"))
    await add(store, entry("f2", "three"), entry("é", "one"), entry("Z", "one"))
    await add(store, handover("f2"), *(entry("many") for _ in range(12)))
    found = await store.read_entries(FINDING_JOURNAL)
    assert [(each.subject, each.number) for each in found if each.subject != "many"] == [
        ("Z", 1),
        ("f1", 1),
        ("f2", 1),
        ("f2", 2),
        ("f2", 3),
        ("é", 1),
    ]
    assert await notes(store, "f2") == [(1, "one"), (2, "two"), (3, "three")]
    assert [number for number, _ in await notes(store, "many")] == list(range(1, 13))
    assert [each.number for each in await store.read_entries(HANDOVER_JOURNAL)] == [1]


async def test_entries_of_any_number_of_subjects_are_read(store: GraphStore) -> None:
    await add(store, entry("a"), entry("b"), entry("c"))
    subjects = ["c", "a", "c", *(f"nothing {number}" for number in range(5_000))]
    found = await store.read_entries(FINDING_JOURNAL, subjects)
    assert [each.subject for each in found] == ["a", "c"]
    assert await store.read_entries(FINDING_JOURNAL, []) == []
    assert await store.read_entries(POLICY_JOURNAL, ["a"]) == []


async def test_entries_are_counted_by_kind_and_subject(store: GraphStore) -> None:
    await add(store, entry("a"), entry("a"), version("a"))
    assert await store.count_entries(FINDING_JOURNAL, "a") == 2
    assert await store.count_entries(POLICY_JOURNAL, "a") == 1
    assert await store.count_entries(FINDING_JOURNAL, "b") == 0


@pytest.mark.parametrize("number", [-1, 0, 1, 2, 4])
async def test_a_number_that_is_not_the_next_is_refused_and_nothing_is_written(
    store: GraphStore, number: int
) -> None:
    await add(store, entry("a"), entry("a"))
    wrong = replace(entry("a", "wrong"), number=number)
    upserts = tables_of([world.ACME])
    with pytest.raises(WrittenMeanwhile):
        await store.write(LOCAL, Changes(upserts, entries=[entry("b"), wrong]))
    assert await store.read_revisions() == {}
    assert await store.count_entries(FINDING_JOURNAL, "b") == 0
    assert await store.count_entries(FINDING_JOURNAL, "a") == 2
    await store.write(
        LOCAL, Changes(upserts, entries=[replace(wrong, number=3), replace(wrong, number=4), entry("a")])
    )
    assert [number for number, _ in await notes(store, "a")] == [1, 2, 3, 4, 5]


async def test_of_two_who_write_the_same_version_one_is_refused(store: GraphStore) -> None:
    def second(actor: str) -> Changes:
        return Changes(entries=[version(POLICY_SUBJECT, actor, number=1)])

    results = await asyncio.gather(
        *(store.write(LOCAL, second(f"actor {number}")) for number in range(5)), return_exceptions=True
    )
    assert sum(isinstance(result, WrittenMeanwhile) for result in results) == 4
    assert await store.count_entries(POLICY_JOURNAL, POLICY_SUBJECT) == 1


async def test_writers_at_once_number_every_entry(store: GraphStore) -> None:
    await asyncio.gather(*(add(store, entry("a", str(number)), entry("b")) for number in range(10)))
    found = await store.read_entries(FINDING_JOURNAL, ["a"])
    assert [each.number for each in found] == list(range(1, 11))
    assert {each.note for each in found} == {str(number) for number in range(10)}
    assert await store.count_entries(FINDING_JOURNAL, "b") == 10


async def test_entries_alone_touch_no_revision(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    await add(store, entry("acme"), handover("seller"))
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}


async def test_entries_are_written_with_the_records_or_not_at_all(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    handed = Tie(employee="colleague", contact="engineer", trust=2)
    for refused, error in [
        (Changes(tables_of([Tie(employee="seller", contact="nobody")]), entries=[entry("a")]), BadInput),
        (Changes((), [Delete(PEOPLE, ("nobody",))], [entry("a")]), NotInGraph),
    ]:
        with pytest.raises(error):
            await store.write(LOCAL, refused)
    assert await store.count_entries(FINDING_JOURNAL, "a") == 0
    report = await store.write(
        LOCAL, Changes(tables_of([handed]), [delete_of(world.TIE)], [entry("a"), entry("b")])
    )
    assert set(report.tallies) == {"ties"}
    assert (report.tallies["ties"].created, report.tallies["ties"].deleted) == (1, 1)
    assert report.revisions["acme"] == 2
    assert await store.count_entries(FINDING_JOURNAL, "a") == 1


async def test_entries_stay_when_what_they_are_about_is_taken_out(store: GraphStore) -> None:
    await put(store, world.US, Person(key="seller", company="us"))
    await add(store, entry("seller"))
    await store.write(LOCAL, Changes((), [Delete(PEOPLE, ("seller",))]))
    assert await notes(store, "seller") == [(1, None)]
