"""Rows by a column, companies by a filter and page, and the accounts that something belongs to."""

from __future__ import annotations

import pytest

from graph.errors import NotInGraph
from graph.model.companies import COMPANIES, DEPARTMENTS, Company, Department
from graph.model.deals import OPPORTUNITIES, POSITIONS, Opportunity
from graph.model.meetings import INTERACTIONS, Interaction
from graph.model.people import PEOPLE, TIES, WORKS_IN, Influence, Person, Tie
from graph.store import CompanyFilter, GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import put


async def test_rows_are_found_by_any_key_column_in_order_of_identity(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert await store.find(LOCAL, PEOPLE, "company", ["us", "acme-city"]) == [
        world.BUYER,
        world.COLLEAGUE,
        world.SELLER,
    ]
    assert await store.find(LOCAL, TIES, "contact", ["zeta-chief"]) == [world.COLLEAGUES_TIE]
    assert await store.find(LOCAL, WORKS_IN, "person", ["chief"]) == [
        world.CHIEFS_PRESENT,
        world.CHIEFS_PAST,
    ]
    assert await store.find(LOCAL, WORKS_IN, "department", ["board"]) == [world.CHIEFS_PRESENT]
    assert await store.find(LOCAL, POSITIONS, "opportunity", ["deal"]) == [world.POSITION]
    assert await store.find(LOCAL, POSITIONS, "leans_to", ["rival"]) == [world.POSITION]
    assert await store.find(LOCAL, DEPARTMENTS, "parent", ["board"]) == [world.LAB]


async def test_participants_are_found_one_by_one(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    found = await store.find(LOCAL, INTERACTIONS, "participants", ["zeta-chief", "seller", "engineer"])
    assert found == [world.CALL, world.MEETING]
    assert await store.find(LOCAL, INTERACTIONS, "participants", ["chief"]) == []


async def test_no_value_and_unknown_values_find_nothing(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert await store.find(LOCAL, PEOPLE, "key", []) == []
    assert await store.find(LOCAL, PEOPLE, "key", ["Chief", "chief ", "", "%"]) == []
    assert await store.find(LOCAL, WORKS_IN, "department", [""]) == []


async def test_a_row_is_found_once_however_often_its_value_is_asked_for(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert len(await store.find(LOCAL, PEOPLE, "key", ["chief", "chief", "nobody"])) == 1


async def test_any_number_of_values_is_looked_up(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    values = [f"nobody {number}" for number in range(70_000)]
    assert await store.find(LOCAL, PEOPLE, "key", [*values, "chief"]) == [world.CHIEF]


async def test_a_node_belongs_to_the_account_of_its_company(store: GraphStore) -> None:
    await put(
        store,
        *world.WORLD,
        Department(key="city-lab", company="acme-city", name="L"),
        Opportunity(key="o", company="acme-city", name="O"),
    )
    for kind, key in [(COMPANIES, "acme"), (COMPANIES, "acme-city"), (DEPARTMENTS, "city-lab")]:
        assert await store.find_accounts(LOCAL, kind, key) == ("acme",)
    assert await store.find_accounts(LOCAL, OPPORTUNITIES, "o") == ("acme",)
    for kind, key in [(COMPANIES, "us"), (COMPANIES, "advice"), (DEPARTMENTS, "sales")]:
        assert await store.find_accounts(LOCAL, kind, key) == ()


async def test_a_person_belongs_where_it_worked_then_where_it_is_outside_then_where_it_has_ties(
    store: GraphStore,
) -> None:
    await put(
        store,
        *world.WORLD,
        Company(key="mid", name="Mid", side="CUSTOMER"),
        Company(key="aaa", name="Aaa", side="CUSTOMER"),
        Person(key="aaa-chief", company="aaa"),
        Person(key="mid-chief", company="mid"),
        Person(key="everywhere", company="zeta"),
        Influence(influencer="everywhere", influenced="mid-chief", weight=0.5),
        Tie(employee="everywhere", contact="aaa-chief"),
        Tie(employee="everywhere", contact="mid-chief"),
    )
    assert await store.find_accounts(LOCAL, PEOPLE, "everywhere") == ("zeta", "mid", "aaa")
    assert await store.find_accounts(LOCAL, PEOPLE, "chief") == ("acme", "zeta")
    assert await store.find_accounts(LOCAL, PEOPLE, "consultant") == ("acme", "zeta")
    assert await store.find_accounts(LOCAL, PEOPLE, "engineer") == ("acme", "zeta")
    assert await store.find_accounts(LOCAL, PEOPLE, "seller") == ("acme", "zeta")
    assert await store.find_accounts(LOCAL, PEOPLE, "colleague") == ("zeta",)


async def test_a_person_of_ours_belongs_last_where_it_took_part(store: GraphStore) -> None:
    await put(
        store,
        *world.WORLD,
        Company(key="aaa", name="Aaa", side="CUSTOMER"),
        Company(key="bbb", name="Bbb", side="CUSTOMER"),
        Opportunity(key="bbb-deal", company="bbb", name="B"),
        Interaction(
            key="about", kind="CALL", on="2026-01-01", participants=("colleague", "rivals"), opportunity="bbb-deal"
        ),
        Interaction(key="at", kind="CALL", on="2026-01-01", participants=("colleague", "rivals"), company="aaa"),
        Interaction(key="with", kind="CALL", on="2026-01-01", participants=("buyer", "colleague", "rivals")),
        Person(key="rivals", company="rival"),
    )
    assert await store.find_accounts(LOCAL, PEOPLE, "colleague") == ("zeta", "aaa", "acme", "bbb")
    assert await store.find_accounts(LOCAL, PEOPLE, "rivals") == ()


async def test_what_is_not_there_has_no_accounts_to_find(store: GraphStore) -> None:
    for kind, name in [
        (COMPANIES, "Company"),
        (DEPARTMENTS, "Department"),
        (PEOPLE, "Person"),
        (OPPORTUNITIES, "Opportunity"),
    ]:
        with pytest.raises(NotInGraph) as caught:
            await store.find_accounts(LOCAL, kind, "nothing")
        assert (caught.value.kind, caught.value.key) == (name, "nothing")


NAMESAKES = [
    Company(key="k2", name="Beta", side="CUSTOMER", grade="A", industry="energy", region="north"),
    Company(key="k1", name="Beta", side="CUSTOMER", parent="k2", grade="A", industry="energy", region="south"),
    Company(key="k3", name="Alpha", side="PARTNER", industry="energy", region="north"),
    Company(key="k4", name="Übergabe 100%", side="CUSTOMER", grade="B"),
    Company(key="k5", name="中国石油", side="CUSTOMER", grade="S", industry="energy"),
    Company(key="k_6", name="a_b", side="COMPETITOR"),
]


async def company_keys(store: GraphStore, first: int = 100, **wanted: object) -> list[str]:
    return [found.key for found in await store.find_companies(LOCAL, CompanyFilter(**wanted), first, None)]


async def test_companies_are_listed_by_name_and_key_and_filtered_by_each_column(store: GraphStore) -> None:
    await put(store, *NAMESAKES)
    assert await company_keys(store) == ["k3", "k1", "k2", "k_6", "k4", "k5"]
    assert await company_keys(store, side="CUSTOMER") == ["k1", "k2", "k4", "k5"]
    assert await company_keys(store, grade="A", region="south") == ["k1"]
    assert await company_keys(store, industry="energy") == ["k3", "k1", "k2", "k5"]
    assert await company_keys(store, parent="k2") == ["k1"]
    assert await company_keys(store, accounts_only=True) == ["k2", "k4", "k5"]
    assert await company_keys(store, accounts_only=True, side="PARTNER") == []


async def test_the_text_of_a_filter_is_part_of_name_or_key_in_any_case(store: GraphStore) -> None:
    await put(store, *NAMESAKES)
    assert await company_keys(store, text="BETA") == ["k1", "k2"]
    assert await company_keys(store, text="über") == ["k4"]
    assert await company_keys(store, text="石油") == ["k5"]
    assert await company_keys(store, text="K") == ["k3", "k1", "k2", "k_6", "k4", "k5"]
    assert await company_keys(store, text="_") == ["k_6"]
    assert await company_keys(store, text="%") == ["k4"]


async def test_pages_follow_each_other_without_gap_or_repetition(store: GraphStore) -> None:
    await put(store, *NAMESAKES)
    everything = await store.find_companies(LOCAL, CompanyFilter(), 100, None)
    assert set(everything) == set(NAMESAKES)
    paged: list[Company] = []
    while page := await store.find_companies(
        LOCAL, CompanyFilter(), 1, (paged[-1].name, paged[-1].key) if paged else None
    ):
        paged += page
    assert paged == everything
    assert await store.find_companies(LOCAL, CompanyFilter(), 0, None) == []
    assert [found.key for found in await store.find_companies(LOCAL, CompanyFilter(), 2, ("Beta", "k0"))] == [
        "k1",
        "k2",
    ]
