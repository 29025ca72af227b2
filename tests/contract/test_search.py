"""Search: part of a name, key, title or e-mail, in any case, best first."""

from __future__ import annotations

import pytest

from graph.records import Company, Department, Opportunity, Person
from graph.store import GraphStore, Hit
from tests.contract import sample_world as world
from tests.contract.writing import put


async def keys_found(store: GraphStore, text: str, first: int = 100) -> list[str]:
    return [hit.key for hit in await store.search(text, first)]


async def test_each_kind_of_node_is_found_with_what_tells_it_from_its_namesakes(store: GraphStore) -> None:
    await put(
        store,
        Company("c", "Findme", "CUSTOMER"),
        Department("d", "c", "Findme"),
        Opportunity("o", "c", "Findme"),
        Person("p", "Findme", None, "c", title="Chief"),
    )
    assert await store.search("findme", 10) == [
        Hit("Company", "c", "Findme", None),
        Hit("Department", "d", "Findme", "c"),
        Hit("Opportunity", "o", "Findme", "c"),
        Hit("Person", "p", "Findme", "Chief"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sally", ["seller"]),
        ("SALLY@US", ["seller"]),
        ("account MAN", ["seller"]),
        ("李", ["seller"]),
        ("陈总", ["chief"]),
        ("émile", ["engineer"]),
        ("ÉMILE", ["engineer"]),
        ("acme-city", ["acme-city"]),
        ("Deal 标", ["deal"]),
        ("nobody of that name", []),
        ("%", []),
        ("_", []),
        ("\\", []),
    ],
)
async def test_case_does_not_matter_and_signs_stand_for_themselves(
    store: GraphStore, text: str, expected: list[str]
) -> None:
    await put(store, *world.WORLD)
    assert await keys_found(store, text) == expected


async def test_equal_comes_before_starting_with_before_the_rest(store: GraphStore) -> None:
    await put(
        store,
        Company("c1", "The mill", "CUSTOMER"),
        Company("c2", "Miller", "CUSTOMER"),
        Person("p1", "Mill", None, "c1"),
        Person("MILL", "Zoe", None, "c1"),
        Person("p2", "Ann", "mill@example.org", "c1"),
        Person("p3", "Mills", None, "c1"),
        Person("milling", None, None, "c1"),
    )
    assert await keys_found(store, "mill") == ["p1", "MILL", "c2", "milling", "p3", "c1", "p2"]
    assert await keys_found(store, "mill", 3) == ["p1", "MILL", "c2"]


async def test_namesakes_come_by_key_and_the_nameless_first(store: GraphStore) -> None:
    people = [Person(key, name, None, "c", title="Twin") for key, name in [("b", "X"), ("a", "X"), ("z", None)]]
    await put(store, Company("c", "C", "CUSTOMER"), *people, Person("y", "中", None, "c", title="twin"))
    assert await keys_found(store, "twin") == ["z", "a", "b", "y"]
