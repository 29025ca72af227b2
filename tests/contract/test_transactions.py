"""All or nothing, and nobody sees half."""

from __future__ import annotations

import asyncio

import pytest

from graph.errors import BadInput, NotInGraph
from graph.model.companies import Company
from graph.model.people import PEOPLE, TIES, Person, Tie
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Delete, GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import all_rows, put, tables_of

ROUNDS = 12


async def everything(store: GraphStore) -> dict[str, list[tuple]]:
    return {name: await all_rows(store, kind) for name, kind in RECORD_KINDS.items()}


async def test_a_write_that_fails_late_leaves_nothing(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    before = await everything(store)
    people = [Person(key=f"p{number}", company="acme") for number in range(200)]
    changed = [world.CHIEF.replace(title="Chairman"), world.MEETING.replace(participants=("chief",))]
    upserts = tables_of([Company(key="new", name="N", side="CUSTOMER"), *people, *changed])
    with pytest.raises(NotInGraph):
        await store.write(LOCAL, Changes(upserts, [Delete(PEOPLE, ("buyer",)), Delete(PEOPLE, ("nobody",))]))
    with pytest.raises(BadInput):
        await store.write(LOCAL, Changes([*upserts, *tables_of([Tie(employee="seller", contact="nobody")])]))
    assert await everything(store) == before
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}
    await store.write(LOCAL, Changes(upserts))
    assert await store.read_revisions() == {"acme": 2, "new": 1, "zeta": 2}


async def test_two_writers_lose_nothing_and_count_every_revision(store: GraphStore) -> None:
    await put(store, world.ACME, world.US)

    async def write_people(writer: str) -> None:
        for number in range(ROUNDS):
            await put(store, Person(key=f"{writer}{number}", company="acme"))

    await asyncio.gather(write_people("a"), write_people("b"), write_people("c"))
    account = await store.read_account(LOCAL, "acme")
    assert len(account.people) == 3 * ROUNDS
    assert account.revision == 1 + 3 * ROUNDS


async def test_a_reader_never_sees_half_a_write(store: GraphStore) -> None:
    """Each write gives every person one new title and every tie the same number."""
    people = [Person(key=f"p{number:02}", company="acme") for number in range(40)]
    ties = [Tie(employee="seller", contact=person.key, trust=1) for person in people]
    await put(store, world.US, world.SALES, world.FIELD_SALES, world.SELLER, world.ACME, *people, *ties)
    is_done = False

    async def write() -> None:
        nonlocal is_done
        for number in range(ROUNDS):
            titled = [person.replace(title=str(number)) for person in people]
            await put(store, *titled, *(tie.replace(purposes=(str(number),)) for tie in ties))
        is_done = True

    async def read() -> int:
        seen: dict[int, str | None] = {}
        while not is_done:
            account = await store.read_account(LOCAL, "acme")
            titles = {person.title for person in account.people if person.company == "acme"}
            purposes = {tie.purposes for tie in account.ties}
            assert len(titles) == len(purposes) == 1
            title = titles.pop()
            assert purposes == {(title,) if title is not None else ()}
            assert seen.setdefault(account.revision, title) == title
        return len(seen)

    results = await asyncio.gather(write(), read(), read(), read())
    assert min(results[1:]) >= 1


async def test_rows_are_streamed_each_once_and_in_order_while_others_write(store: GraphStore) -> None:
    people = [Person(key=f"p{number:05}", name="before", company="acme") for number in range(12_000)]
    await put(store, world.ACME, *people)
    keys: list[str] = []
    async for batch in store.read(LOCAL, PEOPLE):
        if not keys:
            await put(store, people[-1].replace(name="after"), Person(key="q", name="after", company="acme"))
        keys += [row[0] for row in batch]
    assert keys in ([person.key for person in people], [*(person.key for person in people), "q"])
    assert len(await all_rows(store, PEOPLE)) == len(people) + 1


async def test_a_stream_that_is_left_early_holds_nothing_up(store: GraphStore) -> None:
    await put(store, world.ACME, *(Person(key=f"p{number:05}", company="acme") for number in range(12_000)))
    rows = store.read(LOCAL, PEOPLE)
    async for _ in rows:
        break
    await rows.aclose()
    await put(store, Person(key="later", company="acme"))
    assert (await store.read_account(LOCAL, "acme")).revision == 2
    assert await all_rows(store, TIES) == []


async def test_what_is_written_is_read_at_once(store: GraphStore) -> None:
    await put(store, world.ACME)
    for number in range(ROUNDS):
        report = await put(store, Person(key="p", name=str(number), company="acme"))
        account = await store.read_account(LOCAL, "acme")
        assert account.revision == report.revisions["acme"]
        assert account.people[0].name == str(number)
