"""Search: every word is part of a name, key, title, e-mail or pinyin, however it is written; best first."""

from __future__ import annotations

import pytest

from graph.errors import QuestionRejected
from graph.model.companies import COMPANIES, DEPARTMENTS, Company, Department
from graph.model.deals import Opportunity
from graph.model.people import PEOPLE, WORKS_IN, Employment, Person
from graph.posture import PortfolioFilter, PortfolioOrder
from graph.search_text import WORD_LIMIT
from graph.store import CompanyFilter, GraphStore, Hit
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.kept_postures import TODAY, computed, keep, posture
from tests.contract.writing import put, put_columns, take_out


async def keys_found(store: GraphStore, text: str, first: int = 100) -> list[str]:
    return [hit.key for hit in await store.search(LOCAL, text, first)]


async def test_nobody_is_found_by_a_number_to_call(store: GraphStore) -> None:
    await put(store, Company(key="acme", name="Acme", side="CUSTOMER"))
    await put(store, Person(key="p", name="Ann", phone="555-0100", company="acme"))
    assert [hit.key for hit in await store.search(LOCAL, "ann", 5)] == ["p"]
    assert await store.search(LOCAL, "555-0100", 5) == []


async def test_each_kind_of_node_is_found_with_what_tells_it_from_its_namesakes(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="Findme", side="CUSTOMER"),
        Department(key="d", company="c", name="Findme"),
        Opportunity(key="o", company="c", name="Findme"),
        Person(key="p", name="Findme", company="c", title="Chief"),
    )
    assert await store.search(LOCAL, "findme", 10) == [
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
        Company(key="c1", name="The mill", side="CUSTOMER"),
        Company(key="c2", name="Miller", side="CUSTOMER"),
        Person(key="p1", name="Mill", company="c1"),
        Person(key="MILL", name="Zoe", company="c1"),
        Person(key="p2", name="Ann", email="mill@example.org", company="c1"),
        Person(key="p3", name="Mills", company="c1"),
        Person(key="milling", company="c1"),
    )
    assert await keys_found(store, "mill") == ["p1", "MILL", "c2", "milling", "p3", "c1", "p2"]
    assert await keys_found(store, "mill", 3) == ["p1", "MILL", "c2"]


async def test_namesakes_come_by_key_and_the_nameless_first(store: GraphStore) -> None:
    people = [
        Person(key=key, name=name, company="c", title="Twin")
        for key, name in [("b", "X"), ("a", "X"), ("z", None)]
    ]
    await put(
        store,
        Company(key="c", name="C", side="CUSTOMER"),
        *people,
        Person(key="y", name="中", company="c", title="twin"),
    )
    assert await keys_found(store, "twin") == ["z", "a", "b", "y"]


NAMED = (
    Company(key="us", name="Our Co", side="SUPPLIER"),
    Company(key="acme", name="Acme 华东", side="CUSTOMER"),
    Person(key="P1", name="Wei Zhang", company="us", title="Account Manager"),
    Person(key="P2", name="张伟", email="zw@example.cn", company="acme", title="总经理"),
    Person(key="P3", name="José García", company="acme"),
    Person(key="P4", name="Jose\u0301 Nfd", company="acme"),
    Person(key="P5", name="Ｗａｎｇ Wide", company="acme"),
    Person(key="P6", name="İpek Şahin", company="acme"),
    Person(key="P7", name="王 伟", company="acme"),
    Person(key="P8", name="吕布", company="acme"),
    Person(key="P9", name="曾国藩", company="acme"),
    Person(key="P10", name="Jürgen Weiß", company="acme"),
    Person(key="P11", name="Søren O’Neill", company="acme"),
    Person(key="P12", name="Jean-Luc  Picard", company="acme"),
    Person(key="P13", name="Lü Xun", company="acme"),
    Person(key="P14", name="Зоя Королёва", company="acme"),
    Person(key="P15", name="ﾀﾅｶ がく", company="acme"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zhang wei", ["P1", "P2"]),
        ("wei zhang", ["P1", "P2"]),
        ("zhangwei", ["P2"]),
        ("ZhāngWěi", ["P2"]),
        ("zw", ["P2"]),
        ("伟 张", ["P2"]),
        ("张伟", ["P2"]),
        ("zongjingli", ["P2"]),
        ("总经理 zhang", ["P2"]),
        ("manager zhang", ["P1"]),
        ("zhang example", ["P2"]),
        ("josé", ["P3", "P4"]),
        ("jose\u0301", ["P3", "P4"]),
        ("JOSE", ["P3", "P4"]),
        ("nfd jose", ["P4"]),
        ("wang", ["P5", "P7"]),
        ("ＷＡＮＧ　ｗｉｄｅ", ["P5"]),
        ("ipek sahin", ["P6"]),
        ("İPEK", ["P6"]),
        ("王伟", ["P7"]),
        ("王　　伟", ["P7"]),
        ("wangwei", ["P7"]),
        ("lv bu", ["P8"]),
        ("lü bu", ["P8"]),
        ("lubu", ["P8"]),
        ("zeng guofan", ["P9"]),
        ("cengguofan", ["P9"]),
        ("zgf", ["P9"]),
        ("weiss juergen", []),
        ("weiss jurgen", ["P10"]),
        ("soren oneill", ["P11"]),
        ("Søren O'Neill", ["P11"]),
        ("picard jean-luc", ["P12"]),
        ("luc jean", ["P12"]),
        ("lv xun", ["P13"]),
        ("lu xun", ["P13"]),
        ("королева зоя", ["P14"]),
        ("タナカ", ["P15"]),
        ("かく", []),
        ("hua dong acme", ["acme"]),
        ("  ", []),
        ("\u200bjosé\u200b garcia", ["P3"]),
        ("zhang nobody", []),
    ],
)
async def test_all_words_are_found_in_any_order_and_spelling(
    store: GraphStore, text: str, expected: list[str]
) -> None:
    await put(store, *NAMED)
    assert sorted(await keys_found(store, text)) == sorted(expected)


async def test_words_that_begin_so_come_before_those_that_hold_it(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="C", side="CUSTOMER"),
        Person(key="1", name="Hanna Brandt", company="c"),
        Person(key="2", name="Ann Xu", company="c"),
        Person(key="3", name="Xu Ann", company="c"),
        Person(key="4", name="Zoe", company="c", title="Ann's deputy"),
        Person(key="5", name="Ann", company="c"),
        Person(key="6", name="安娜", company="c"),
    )
    assert await keys_found(store, "ann") == ["5", "2", "3", "4", "6", "1"]
    assert await keys_found(store, "xu ann") == ["3", "2"]
    assert await keys_found(store, "an na") == ["6", "1"]


async def test_a_search_may_be_of_some_kinds_alone(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="Same", side="CUSTOMER"),
        Department(key="d", company="c", name="Same"),
        Opportunity(key="o", company="c", name="Same"),
        Person(key="p", name="Same", company="c"),
    )
    assert [hit.key for hit in await store.search(LOCAL, "same", 10, ["Person", "Department"])] == ["d", "p"]
    assert [hit.key for hit in await store.search(LOCAL, "same", 1, ["Opportunity"])] == ["o"]
    assert await store.search(LOCAL, "same", 10, ["Agreement"]) == []


async def test_a_text_of_very_many_words_is_refused(store: GraphStore) -> None:
    text = " ".join(f"w{number}" for number in range(WORD_LIMIT + 1))
    with pytest.raises(QuestionRejected, match="21 words: expected at most 20"):
        await store.search(LOCAL, text, 10)
    assert await store.search(LOCAL, f"w1 {text.removesuffix(' w20')}", 10) == []


async def test_what_is_found_follows_every_change_of_a_column(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="Old", side="CUSTOMER"),
        Department(key="d", company="c", name="Old"),
        Opportunity(key="o", company="c", name="Old"),
        Person(key="p", name="Old", email="old@x.org", company="c", title="Boss"),
    )
    for kind, column in [
        (COMPANIES, {"key": "c", "name": "新 Company"}),
        (DEPARTMENTS, {"key": "d", "name": "新 Department"}),
        (PEOPLE, {"key": "p", "name": "新 Person"}),
    ]:
        await put_columns(store, kind, column)
    assert await keys_found(store, "xin") == ["c", "d", "p"]
    assert await keys_found(store, "old") == ["o", "p"]
    assert await keys_found(store, "xin boss") == ["p"]
    await put_columns(store, PEOPLE, {"key": "p", "email": None})
    await put_columns(store, PEOPLE, {"key": "p", "title": "Chief"})
    assert await keys_found(store, "old") == ["o"]
    assert await keys_found(store, "boss") == []
    assert await keys_found(store, "chief xin") == ["p"]
    await put_columns(store, PEOPLE, {"key": "p", "name": None})
    assert await keys_found(store, "xin") == ["c", "d"]


async def test_a_title_is_that_of_the_employment_that_began_last(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="C", side="CUSTOMER"),
        Department(key="d", company="c", name="Lab"),
        Person(key="p", name="Pat", company="c"),
        Employment(person="p", company="c", title="Clerk"),
        Employment(person="p", company="c", department="d", title="Head", valid_from="2024-01-01"),
    )
    assert await store.search(LOCAL, "head", 10) == [Hit("Person", "p", "Pat", "Head")]
    assert await keys_found(store, "clerk") == []
    row = {"person": "p", "company": "c", "department": "d", "valid_from": "2024-01-01", "title": "Chief"}
    await put_columns(store, WORKS_IN, row)
    assert await store.search(LOCAL, "chief", 10) == [Hit("Person", "p", "Pat", "Chief")]
    await take_out(store, Employment(person="p", company="c", department="d", valid_from="2024-01-01"))
    assert await store.search(LOCAL, "clerk pat", 10) == [Hit("Person", "p", "Pat", "Clerk")]
    await put_columns(store, PEOPLE, {"key": "p", "email": "p@x.org"})
    assert await keys_found(store, "clerk x.org") == ["p"]


async def test_a_title_follows_employments_that_become_one_without_their_department(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="C", side="CUSTOMER"),
        Department(key="d", company="c", name="Lab"),
        Person(key="p", name="Pat", company="c"),
        Employment(person="p", company="c", title="Clerk"),
        Employment(person="p", company="c", department="d", title="Head"),
    )
    assert await keys_found(store, "head") == ["p"]
    await take_out(store, Department(key="d", company="c", name="Lab"))
    assert (await keys_found(store, "clerk"), await keys_found(store, "head")) == (["p"], [])


async def test_filters_by_text_find_as_the_search_does(store: GraphStore) -> None:
    await put(
        store,
        Company(key="us", name="Us", side="SUPPLIER"),
        Company(key="c1", name="华东 Électricité", side="CUSTOMER"),
        Company(key="c2", name="Acme", side="CUSTOMER"),
    )
    await keep(store, computed(posture("c1")), computed(posture("c2")))
    for text, expected in [
        ("electricite HUADONG", ["c1"]),
        ("ｈｄ", ["c1"]),
        ("C2", ["c2"]),
        ("acme hua", []),
        (" ", ["c1", "c2"]),
    ]:
        found = await store.find_companies(LOCAL, CompanyFilter(text=text, accounts_only=True), 10, None)
        assert sorted(company.key for company in found) == expected, text
        wanted = PortfolioFilter(text=text)
        rows = await store.postures.find_postures(wanted, PortfolioOrder.NAME, 10, None, TODAY)
        assert sorted(row.posture.account for row in rows) == expected, text
        totals = await store.postures.read_totals(wanted, TODAY)
        assert sum(total.account_count for total in totals) == len(expected), text


async def test_near_nodes_hold_most_of_the_pieces_first(store: GraphStore) -> None:
    await put(
        store,
        Company(key="c", name="C", side="CUSTOMER"),
        Company(key="emp-ning", name="Emp Ning", side="CUSTOMER"),
        Person(key="emp-ning-an", name="Ning An", company="c", title="Chief"),
        Person(key="emp-ning-xu", name="Ning Xu", company="c"),
        Person(key="emp-an", name="An", company="c"),
        Person(key="zw", name="张伟", company="c"),
        Person(key="other", name="Zoe", company="c"),
    )
    near = await store.find_near(LOCAL, "Person", "emp-nign-an", 10)
    assert [hit.key for hit in near] == ["emp-ning-an", "emp-ning-xu", "emp-an"]
    assert near[0] == Hit("Person", "emp-ning-an", "Ning An", "Chief")
    assert [hit.key for hit in await store.find_near(LOCAL, "Person", "张玮", 1)] == ["zw"]
    assert [hit.key for hit in await store.find_near(LOCAL, "Company", "emp-ning-an", 10)] == ["emp-ning"]
    assert await store.find_near(LOCAL, "Person", " ", 10) == []
