"""The last day that a handover records: when it does, what stays as it is, and what is refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from graph.errors import BadInput
from graph.handing_over import (
    HANDOVER_JOURNAL,
    ContactHandedOver,
    Handover,
    HandoverReport,
    LastDayRecorded,
    hand_over,
    read_handovers,
)
from graph.model.companies import Company
from graph.model.people import PEOPLE, Person, Tie
from graph.store import Changes, GraphStore, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.oracle.world import tables_of, world_of

DAY = date(2026, 7, 1)
CONTACTS = ("cto", "cfo", "boss")


@pytest.fixture
async def store() -> AsyncIterator[GraphStore]:
    opened = await SqliteStore.open(None)
    world = world_of(
        companies=[
            Company(key="us", name="Us", side="SUPPLIER"),
            Company(key="acme", name="Acme", side="CUSTOMER"),
        ],
        people=[*(Person(key=key, company="us") for key in ("li", "han"))]
        + [Person(key=key, company="acme") for key in CONTACTS],
        ties=[Tie(employee="li", contact=key) for key in CONTACTS],
    )
    await opened.write(LOCAL, Changes(upserts=tables_of(world)))
    yield opened
    await opened.close()


async def done(store: GraphStore, *contacts: str, on: date = DAY, **more: Any) -> HandoverReport:
    return await hand_over(store, LOCAL.named("Ann"), "li", [Handover(key, "han") for key in contacts], on, **more)


async def status(store: GraphStore) -> tuple[str | None, str | None]:
    (person,) = await store.find(LOCAL, PEOPLE, "key", ["li"])
    return person.status, person.status_since


async def record(store: GraphStore, status: str | None, since: str | None) -> None:
    await store.write(
        LOCAL, Changes([Table.of_rows(PEOPLE, ("key", "status", "status_since"), [("li", status, since)])])
    )


@pytest.mark.parametrize("before", [(None, None), ("ACTIVE", None), ("ACTIVE", "2020-01-01"), ("UNKNOWN", None)])
async def test_whoever_is_with_us_has_left_from_the_successors_first_day_on(
    store: GraphStore, before: tuple[str | None, str | None]
) -> None:
    await record(store, *before)
    assert (await done(store, "cto")).leaves_on == DAY
    assert await status(store) == ("LEFT", "2026-07-01")


@pytest.mark.parametrize(
    "recorded",
    [
        ("LEFT", "2026-06-15"),
        ("LEFT", "2026-07-01"),
        ("LEFT", "2026-09-30"),
        ("MOVED", "2026-08-01"),
        ("RETIRED", "2026-12-31"),
        ("LEFT", None),
    ],
)
async def test_what_somebody_else_recorded_stays(store: GraphStore, recorded: tuple[str, str | None]) -> None:
    await record(store, *recorded)
    report = await done(store, "cto")
    assert await status(store) == recorded
    assert report.done == (Handover("cto", "han"),)
    assert report.leaves_on == (None if recorded[1] is None else date.fromisoformat(recorded[1]))


async def test_who_stays_is_not_retired_by_giving_a_contact_away(store: GraphStore) -> None:
    report = await done(store, "cto", is_leaving=False)
    assert (report.leaves_on, await status(store)) == (None, (None, None))
    later = await done(store, "cto")
    assert (later.done, later.leaves_on, await status(store)) == ((), DAY, ("LEFT", "2026-07-01"))
    entries = await store.read_entries(HANDOVER_JOURNAL, ["li"])
    assert [type(entry.event) for entry in entries] == [ContactHandedOver, LastDayRecorded]
    assert entries[-1].event.leaves_on == date(2026, 7, 1)
    assert [one.contact for one in await read_handovers(store, LOCAL, "li")] == ["cto"]


async def test_a_last_day_that_is_told_is_the_one_recorded(store: GraphStore) -> None:
    report = await done(store, "cto", last_day=date(2026, 7, 31))
    assert report.leaves_on == date(2026, 8, 1)
    assert await status(store) == ("LEFT", "2026-08-01")
    await done(store, "cfo", on=date(2026, 7, 10))
    assert await status(store) == ("LEFT", "2026-08-01"), "an earlier handover moves nothing"
    await done(store, "boss", on=date(2026, 7, 10), last_day=date(2026, 7, 20))
    assert await status(store) == ("LEFT", "2026-07-21"), "another one that is told does"


async def test_a_later_handover_moves_the_day_that_a_handover_recorded_and_no_other(store: GraphStore) -> None:
    await done(store, "cto")
    await done(store, "cfo", on=date(2026, 7, 15))
    assert await status(store) == ("LEFT", "2026-07-15")
    await record(store, "LEFT", "2026-07-10")
    await done(store, "boss", on=date(2026, 8, 1))
    assert await status(store) == ("LEFT", "2026-07-10")


async def test_the_journal_tells_which_call_recorded_the_day(store: GraphStore) -> None:
    await done(store, "cto")
    await done(store, "cfo")
    entries = await store.read_entries(HANDOVER_JOURNAL, ["li"])
    assert [entry.event.leaves_on for entry in entries] == [date(2026, 7, 1), None]


@pytest.mark.parametrize(
    ("recorded", "told", "expected"),
    [
        (
            ("ACTIVE", None),
            {"last_day": date(2026, 6, 29)},
            "'2026-06-29': expected 2026-06-30 or later: the contacts pass on 2026-07-01",
        ),
        (("ACTIVE", None), {"last_day": date.max}, "'9999-12-31': expected a day with one after it"),
        (
            ("ACTIVE", None),
            {"last_day": date(2026, 7, 31), "is_leaving": False},
            "'2026-07-31': expected none, as who hands over stays",
        ),
        (
            ("LEFT", "2026-09-30"),
            {"last_day": date(2026, 7, 31)},
            "'2026-07-31': expected what is recorded, 'li' is LEFT since 2026-09-30",
        ),
        (
            ("LEFT", None),
            {"last_day": date(2026, 7, 31)},
            "'2026-07-31': expected what is recorded, 'li' is LEFT",
        ),
    ],
)
async def test_a_last_day_that_cannot_be_is_refused_and_nothing_is_written(
    store: GraphStore, recorded: tuple[str, str | None], told: dict[str, Any], expected: str
) -> None:
    await record(store, *recorded)
    with pytest.raises(BadInput) as caught:
        await done(store, "cto", **told)
    assert [str(problem) for problem in caught.value.problems] == [f"items, column last_day: {expected}"]
    assert (await status(store), await read_handovers(store, LOCAL, "li")) == (recorded, [])


async def test_the_day_before_the_successors_first_day_may_be_told(store: GraphStore) -> None:
    assert (await done(store, "cto", last_day=date(2026, 6, 30))).leaves_on == DAY
    await record(store, "LEFT", "2026-07-01")
    assert (await done(store, "cfo", last_day=date(2026, 6, 30))).leaves_on == DAY
