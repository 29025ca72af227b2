"""Handing over: one transaction with its entries, in parts, again without effect, or refused as a whole."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from graph.errors import BadInput
from graph.handing_over import Handover, HandoverReport, hand_over, read_handovers
from graph.model.companies import Company
from graph.model.people import TIES, WORKS_IN, Employment, Person, Tie
from graph.store import Changes, GraphStore, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.oracle.world import tables_of, world_of

DAY = date(2026, 7, 1)
NOW = DAY.isoformat()
OLD = Tie(
    employee="li",
    contact="cto",
    trust=4,
    target_trust=5,
    last_contact="2026-06-01",
    purposes=("DECISION", "INFORMATION"),
    valid_from="2025-01-01",
    certainty="CONFIRMED",
    source="CRM",
)
WORLD = world_of(
    companies=[Company(key="us", name="Us", side="SUPPLIER"), Company(key="acme", name="Acme", side="CUSTOMER")],
    people=[
        *(Person(key=key, company="us") for key in ("li", "han", "wei")),
        Person(key="gone", company="us", status="LEFT", status_since="2026-01-01"),
        Person(key="new", company="us"),
        *(Person(key=key, company="acme") for key in ("cto", "cfo", "boss", "late")),
    ],
    works_in=[Employment(person="new", company="us", valid_from="2026-08-01")],
    ties=[
        OLD,
        Tie(employee="li", contact="cfo", valid_from="2025-01-01"),
        Tie(employee="li", contact="boss"),
        Tie(employee="li", contact="late", valid_from="2026-09-01"),
        Tie(
            employee="han",
            contact="cfo",
            trust=3,
            target_trust=4,
            last_contact="2026-05-05",
            purposes=(),
            valid_from="2026-02-01",
            certainty="CONFIRMED",
            source="Mail",
        ),
        Tie(employee="han", contact="boss", trust=2, valid_from="2027-01-01"),
    ],
)


@pytest.fixture
async def store() -> AsyncIterator[GraphStore]:
    opened = await SqliteStore.open(None)
    await opened.write(LOCAL, Changes(upserts=tables_of(WORLD)))
    yield opened
    await opened.close()


async def done(store: GraphStore, *items: tuple[str, str], on: date = DAY, **more: Any) -> HandoverReport:
    told = {"reason": "leaves", **more}
    return await hand_over(store, LOCAL.named("Ann"), "li", [Handover(*item) for item in items], on, **told)


async def ties_to(store: GraphStore, contact: str) -> list[Tie]:
    return await store.find(LOCAL, TIES, "contact", [contact])


async def refused(store: GraphStore, *items: tuple[str, str], on: date = DAY) -> list[str]:
    before = [await ties_to(store, contact) for contact in ("cto", "cfo", "boss", "late")]
    with pytest.raises(BadInput) as caught:
        await done(store, *items, on=on)
    assert [await ties_to(store, contact) for contact in ("cto", "cfo", "boss", "late")] == before
    assert await read_handovers(store, LOCAL, "li") == []
    return [str(problem) for problem in caught.value.problems]


async def test_the_old_tie_ends_and_the_successors_begins_on_the_day(store: GraphStore) -> None:
    report = await done(store, ("cto", "han"))
    assert report.done == (Handover("cto", "han"),)
    assert report.revisions == {"acme": 2}
    new, old = await ties_to(store, "cto")
    assert old == OLD.replace(valid_to=NOW)
    assert new == Tie(
        employee="han",
        contact="cto",
        target_trust=5,
        purposes=("DECISION", "INFORMATION"),
        valid_from=NOW,
        certainty="ASSUMED",
        source="Handover from li",
    )


async def test_a_tie_that_the_successor_has_is_kept_as_it_is(store: GraphStore) -> None:
    await done(store, ("cfo", "han"))
    kept, old = await ties_to(store, "cfo")
    assert kept in WORLD["ties"]
    assert old.valid_to == NOW


async def test_a_new_tie_lasts_until_a_later_one_of_the_successor_begins(store: GraphStore) -> None:
    await done(store, ("boss", "han"))
    opened, later, old = await ties_to(store, "boss")
    assert (opened.valid_from, opened.valid_to) == (NOW, "2027-01-01")
    assert later == WORLD["ties"][-1]
    assert (old.valid_from, old.valid_to) == (None, NOW)


async def test_who_did_it_when_and_why_is_kept_for_each_contact(store: GraphStore) -> None:
    await done(store, ("cto", "han"), ("cfo", "wei"), note="agreed with both")
    first, second = await read_handovers(store, LOCAL, "li")
    assert (first.number, first.contact, first.to_employee, first.on) == (1, "cto", "han", DAY)
    assert (first.actor, first.reason, first.note) == ("Ann", "leaves", "agreed with both")
    assert first.at.endswith("+00:00")
    assert (second.number, second.contact, second.to_employee) == (2, "cfo", "wei")


async def test_the_same_again_changes_nothing_and_is_not_written_down_twice(store: GraphStore) -> None:
    await done(store, ("cto", "han"), ("cto", "han"))
    ties = await ties_to(store, "cto")
    again = await done(store, ("cto", "han"))
    assert (again.done, again.unchanged, again.revisions) == ((), (Handover("cto", "han"),), {})
    assert await ties_to(store, "cto") == ties
    assert len(await read_handovers(store, LOCAL, "li")) == 1


async def test_it_can_be_done_in_parts(store: GraphStore) -> None:
    await done(store, ("cto", "han"))
    report = await done(store, ("cto", "han"), ("boss", "wei"))
    assert (report.done, report.unchanged) == ((Handover("boss", "wei"),), (Handover("cto", "han"),))
    assert [one.contact for one in await read_handovers(store, LOCAL, "li")] == ["cto", "boss"]


async def test_two_at_the_same_time_do_not_both_hand_over(store: GraphStore) -> None:
    reports = await asyncio.gather(*(done(store, ("cto", "han")) for _ in range(4)))
    assert sorted(len(report.done) for report in reports) == [0, 0, 0, 1]
    assert len(await read_handovers(store, LOCAL, "li")) == 1


async def test_others_at_the_same_time_are_all_done(store: GraphStore) -> None:
    await asyncio.gather(*(done(store, (contact, "wei")) for contact in ("cto", "cfo", "boss")))
    assert {one.contact for one in await read_handovers(store, LOCAL, "li")} == {"cto", "cfo", "boss"}
    assert [one.number for one in await read_handovers(store, LOCAL, "li")] == [1, 2, 3]


async def test_a_tie_opened_again_by_hand_can_be_handed_over_again(store: GraphStore) -> None:
    await done(store, ("cto", "han"))
    identity = ("employee", "contact", "valid_from", "valid_to")
    await store.write(LOCAL, Changes([Table.of_rows(TIES, identity, [("li", "cto", "2025-01-01", None)])]))
    assert (await done(store, ("cto", "han"))).done == (Handover("cto", "han"),)
    assert len(await read_handovers(store, LOCAL, "li")) == 2


async def test_nothing_to_do_is_done(store: GraphStore) -> None:
    assert await done(store) == HandoverReport((), (), {})


async def test_one_wrong_item_and_nothing_is_written(store: GraphStore) -> None:
    problems = await refused(store, ("cto", "han"), ("cfo", "nobody"))
    assert problems == [
        "items, row 2, column to: 'nobody': expected the key of a person, there is none with this key"
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (("cto", "li"), "column to: 'li': expected somebody else than who hands over"),
        (("cto", "boss"), "column to: 'boss': expected one of our people (side SUPPLIER on 2026-07-01)"),
        (("cto", "new"), "column to: 'new': expected one of our people (side SUPPLIER on 2026-07-01)"),
        (("cto", "gone"), "column to: 'gone': expected somebody who is there on 2026-07-01, the status is LEFT"),
        (("nobody", "han"), "column contact: 'nobody': expected the key of a person, there is none with this key"),
        (("gone", "han"), "column contact: 'gone': expected a contact to whom 'li' has a tie on 2026-07-01"),
        (
            ("late", "han"),
            "column contact: 'late': expected a day after 2026-09-01, when the tie begins, not 2026-07-01",
        ),
    ],
)
async def test_what_cannot_be_is_refused(store: GraphStore, item: tuple[str, str], expected: str) -> None:
    assert await refused(store, item) == [f"items, row 1, {expected}"]


async def test_the_day_has_to_be_after_the_tie_began(store: GraphStore) -> None:
    for day in (date(2024, 12, 31), date(2025, 1, 1)):
        (problem,) = await refused(store, ("cto", "han"), on=day)
        assert problem.endswith(f"expected a day after 2025-01-01, when the tie begins, not {day.isoformat()}")


async def test_a_contact_goes_to_one_successor(store: GraphStore) -> None:
    (problem,) = await refused(store, ("cto", "han"), ("cto", "wei"))
    assert problem == "items, row 2, column contact: 'cto': expected once, it also goes to 'han'"


async def test_an_unknown_employee_is_told(store: GraphStore) -> None:
    with pytest.raises(BadInput, match="column employee: 'nobody': expected the key of a person"):
        await hand_over(store, LOCAL, "nobody", [Handover("cto", "han")], DAY)


async def test_what_was_handed_over_otherwise_says_to_whom_and_when(store: GraphStore) -> None:
    await done(store, ("cto", "han"))
    with pytest.raises(BadInput, match="handed over to 'han' on 2026-07-01 already"):
        await done(store, ("cto", "wei"))
    with pytest.raises(BadInput, match="handed over to 'han' on 2026-07-01 already"):
        await done(store, ("cto", "han"), on=date(2026, 7, 15))
    assert len(await read_handovers(store, LOCAL, "li")) == 1


async def test_an_earlier_day_than_the_first_time_moves_the_end(store: GraphStore) -> None:
    await done(store, ("cto", "han"))
    await done(store, ("cto", "han"), on=date(2026, 6, 1))
    first, second, old = await ties_to(store, "cto")
    assert (old.valid_to, first.valid_from, first.valid_to) == ("2026-06-01", "2026-06-01", NOW)
    assert second.valid_from == NOW
    assert [one.on for one in await read_handovers(store, LOCAL, "li")] == [DAY, date(2026, 6, 1)]


async def test_the_rules_of_the_bundle_hold_too(store: GraphStore) -> None:
    history = [
        Employment(person="wei", company="us", valid_to="2026-10-01"),
        Employment(person="wei", company="acme", valid_from="2026-10-01"),
    ]
    await store.write(LOCAL, Changes([Table.of_rows(WORKS_IN, WORKS_IN.column_names, history)]))
    with pytest.raises(BadInput, match="expected one of our people"):
        await done(store, ("cto", "wei"))
    assert await read_handovers(store, LOCAL, "li") == []
