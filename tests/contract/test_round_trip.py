"""What is written comes back: the same values, the same types, in one order."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model.companies import COMPANIES, Company
from graph.model.deals import OPPORTUNITIES, Opportunity
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS, Interaction
from graph.model.people import INFLUENCES, PEOPLE, TIES, WORKS_IN, Employment, Influence, Person, Tie
from graph.model.record_kinds import RECORD_KINDS
from graph.store import GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import KIND_OF, all_rows, identity_of, put

KEYS_IN_CODE_POINT_ORDER = [
    " ",
    "%",
    "'; DROP TABLE people; --",
    "A",
    "Z",
    "_",
    "a",
    'a"quoted"\\',
    "a%b",
    "ab",
    "e\u0301",
    "k" * 200,
    "z",
    "é",
    "ж",
    "中文",
    "～",
    "😀",
]


def typed(value: Any) -> Any:
    """The value with its type, so that True is not 1 and 1 not 1.0."""
    return (tuple, *map(typed, value)) if isinstance(value, tuple) else (type(value), value)


def in_order(records: list[Any]) -> list[Any]:
    return sorted(records, key=lambda record: [(part is not None, part or "") for part in identity_of(record)])


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=lambda kind: kind.name)
async def test_every_kind_of_record_comes_back_as_it_was_written(store: GraphStore, kind: Kind[Any]) -> None:
    await put(store, *world.WORLD)
    expected = in_order([record for record in world.WORLD if KIND_OF[type(record)] is kind])
    assert expected, "the sample world has every kind"
    found = await all_rows(store, kind)
    assert [typed(row) for row in found] == [typed(tuple(record)) for record in expected]


async def test_an_empty_store_has_no_rows_of_any_kind(store: GraphStore) -> None:
    for kind in RECORD_KINDS.values():
        assert await all_rows(store, kind) == []


async def test_rows_come_in_code_point_order_whatever_the_keys(store: GraphStore) -> None:
    assert sorted(KEYS_IN_CODE_POINT_ORDER) == KEYS_IN_CODE_POINT_ORDER
    await put(store, *(Company(key=key, name=key, side="PARTNER") for key in reversed(KEYS_IN_CODE_POINT_ORDER)))
    assert [row[0] for row in await all_rows(store, COMPANIES)] == KEYS_IN_CODE_POINT_ORDER


async def test_strange_keys_hold_edges_and_are_found(store: GraphStore) -> None:
    people = [Person(key=key, company="acme") for key in KEYS_IN_CODE_POINT_ORDER]
    edges = [
        Influence(influencer=a, influenced=b, weight=0.5)
        for a in KEYS_IN_CODE_POINT_ORDER
        for b in KEYS_IN_CODE_POINT_ORDER
        if a != b
    ]
    meeting = Interaction(key="m", kind="CALL", on="2026-01-01", participants=tuple(KEYS_IN_CODE_POINT_ORDER))
    await put(store, Company(key="acme", name="Acme", side="CUSTOMER"), *people, *edges, meeting)
    account = await store.read_account(LOCAL, "acme")
    assert list(account.people) == people
    assert list(account.influences) == edges
    assert list(account.interactions) == [meeting]
    found = await store.find(LOCAL, PEOPLE, "key", KEYS_IN_CODE_POINT_ORDER)
    assert [row[0] for row in found] == KEYS_IN_CODE_POINT_ORDER


async def test_unknown_parts_of_an_identity_come_first(store: GraphStore) -> None:
    periods = [
        Influence(influencer="engineer", influenced="chief", weight=0.5, valid_from=day)
        for day in ("2026-01-01", None, "2025-01-01")
    ]
    jobs = [Employment(person="chief", company="acme", department=unit) for unit in ("lab", None, "board")]
    await put(store, world.ACME, world.BOARD, world.LAB, world.CHIEF, world.ENGINEER, *periods, *jobs)
    assert [row[3] for row in await all_rows(store, INFLUENCES)] == [None, "2025-01-01", "2026-01-01"]
    assert [row[2] for row in await all_rows(store, WORKS_IN)] == [None, "board", "lab"]


async def test_lists_keep_their_order_and_participants_are_a_set_in_code_point_order(store: GraphStore) -> None:
    tie = Tie(employee="seller", contact="buyer", purposes=("VOICE_OF_CUSTOMER", "DECISION", "INFORMATION"))
    meeting = Interaction(key="m", kind="CALL", on="2026-01-01", participants=("seller", "buyer", "seller"))
    await put(store, world.US, world.SALES, world.FIELD_SALES, world.ACME, world.ACME_CITY)
    await put(store, world.SELLER, world.BUYER, tie, meeting)
    assert await all_rows(store, TIES) == [tuple(tie)]
    assert await all_rows(store, INTERACTIONS) == [tuple(meeting.replace(participants=("buyer", "seller")))]


async def test_numbers_keep_their_precision_and_texts_their_form(store: GraphStore) -> None:
    text = "line\nbreak\ttab 'quote' \"double\" \\ 100% _ ; , e\u0301 é 👩‍👩‍👧"
    deals = [
        Opportunity(key="a", company="acme", name=text, value=0.1 + 0.2, sale_stage=""),
        Opportunity(key="b", company="acme", name=" ", value=1e15 + 0.5),
        Opportunity(key="c", company="acme", name="n", value=0.0),
        Opportunity(key="d", company="acme", name="n", value=5.0),
    ]
    await put(store, world.ACME, *deals)
    assert [typed(row) for row in await all_rows(store, OPPORTUNITIES)] == [typed(tuple(deal)) for deal in deals]


async def test_many_rows_come_in_batches_in_one_order(store: GraphStore) -> None:
    people = [Person(key=f"p{number:05}", company="acme") for number in range(12_000)]
    await put(store, world.ACME, *people)
    sizes = [len(batch) async for batch in store.read(LOCAL, PEOPLE)]
    assert sum(sizes) == len(people)
    assert len(sizes) > 1
    assert [row[0] for row in await all_rows(store, PEOPLE)] == [person.key for person in people]
