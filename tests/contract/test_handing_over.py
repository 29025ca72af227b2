"""Handing over records the last day, in the transaction of the ties and the journal, in every store alike."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import BadInput
from graph.handing_over import HANDOVER_JOURNAL, Handover, HandoverReport, hand_over, read_handovers
from graph.model.companies import Company
from graph.model.people import PEOPLE, TIES, Person, Tie
from graph.store import Changes, GraphStore
from graph.viewer import LOCAL
from tests.oracle.world import tables_of, world_of

DAY = date(2026, 7, 1)
ITEM = Handover("cto", "han")


@pytest.fixture(autouse=True)
async def filled(store: GraphStore) -> None:
    world = world_of(
        companies=[
            Company(key="us", name="Us", side="SUPPLIER"),
            Company(key="acme", name="Acme", side="CUSTOMER"),
        ],
        people=[*(Person(key=key, name=key.title(), company="us", title="Seller") for key in ("li", "han"))]
        + [Person(key=key, company="acme") for key in ("cto", "cfo")],
        ties=[Tie(employee="li", contact="cto", trust=4), Tie(employee="li", contact="cfo", trust=3)],
    )
    await store.write(LOCAL, Changes(upserts=tables_of(world)))


async def person(store: GraphStore, key: str) -> Person:
    (found,) = await store.find(LOCAL, PEOPLE, "key", [key])
    return found


async def done(store: GraphStore, *items: Handover, on: date = DAY) -> HandoverReport:
    return await hand_over(store, LOCAL.named("Ann"), "li", items or [ITEM], on, reason="leaves")


async def test_the_one_who_hands_over_has_left_from_that_day_on_and_keeps_all_else(store: GraphStore) -> None:
    before = await person(store, "li")
    revision = await store.get_revision("acme")
    report = await done(store)
    assert await person(store, "li") == before.replace(status="LEFT", status_since="2026-07-01")
    assert (report.leaves_on, report.revisions) == (DAY, {"acme": revision + 1})
    assert (await store.read_account(LOCAL, "acme")).revision == revision + 1


async def test_the_same_again_writes_nothing(store: GraphStore) -> None:
    await done(store)
    again = await done(store)
    assert (again.done, again.unchanged, again.revisions, again.leaves_on) == ((), (ITEM,), {}, DAY)
    assert len(await store.read_entries(HANDOVER_JOURNAL, ["li"])) == 1


async def test_a_handover_that_is_refused_records_no_last_day(store: GraphStore) -> None:
    with pytest.raises(BadInput):
        await done(store, ITEM, Handover("cfo", "nobody"))
    assert (await person(store, "li")).status is None
    assert await store.read_entries(HANDOVER_JOURNAL, ["li"]) == []
    assert [tie.valid_to for tie in await store.find(LOCAL, TIES, "contact", ["cto"])] == [None]


async def test_the_rest_may_be_handed_over_later_and_moves_the_day(store: GraphStore) -> None:
    await done(store)
    report = await done(store, Handover("cfo", "han"), on=date(2026, 7, 15))
    assert report.leaves_on == date(2026, 7, 15)
    assert (await person(store, "li")).status_since == "2026-07-15"
    assert [one.contact for one in await read_handovers(store, LOCAL, "li")] == ["cto", "cfo"]
