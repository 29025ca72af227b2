"""What belongs to an account, by the port's definition."""

from __future__ import annotations

import pytest

from graph.errors import NotInGraph
from graph.records import (
    Agreement,
    Company,
    Conflict,
    DecisionRole,
    Department,
    Employment,
    Influence,
    Interaction,
    Opportunity,
    Person,
    Position,
    ReportingLine,
    Tie,
)
from graph.store import GraphStore
from tests.contract import sample_world as world
from tests.contract.writing import KIND_OF, contents, put
from tests.oracle.account_records import account_records
from tests.oracle.world import empty_world

PLACES = (world.US, world.ACME, world.ACME_CITY, world.ZETA, world.ADVICE, world.RIVAL, world.BOARD, world.LAB)


async def keys_of(store: GraphStore, account: str = "acme") -> list[str]:
    return [person.key for person in (await store.read_account(account)).people]


async def test_the_sample_accounts_are_read_as_the_definition_spells_them_out(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    spelled_out = empty_world()
    for record in world.WORLD:
        spelled_out[KIND_OF[type(record)].name].append(record)
    for account in ("acme", "zeta"):
        expected = contents(account_records(spelled_out, account))
        assert contents(await store.read_account(account)) == expected


async def test_records_come_back_as_their_types(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    account = await store.read_account("acme")
    assert account.account == "acme"
    for records, kind in [
        (account.companies, Company),
        (account.departments, Department),
        (account.people, Person),
        (account.works_in, Employment),
        (account.reports_to, ReportingLine),
        (account.influences, Influence),
        (account.conflicts, Conflict),
        (account.ties, Tie),
        (account.opportunities, Opportunity),
        (account.decision_roles, DecisionRole),
        (account.positions, Position),
        (account.interactions, Interaction),
        (account.agreements, Agreement),
    ]:
        assert records
        assert all(type(record) is kind for record in records)
    vetoes = {role.person: role.veto for role in account.decision_roles}
    assert vetoes["chief"] is True
    assert vetoes["engineer"] is False
    assert vetoes["buyer"] is None


async def test_only_a_root_customer_is_an_account(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert list(await store.read_revisions()) == ["acme", "zeta"]
    for key in ("us", "acme-city", "advice", "rival", "nothing"):
        with pytest.raises(NotInGraph) as caught:
            await store.read_account(key)
        assert (caught.value.kind, caught.value.key) == ("account", key)
        with pytest.raises(NotInGraph):
            await store.get_revision(key)


async def test_an_account_climbs_through_partners_but_not_through_suppliers(store: GraphStore) -> None:
    await put(
        store,
        Company("group", "G", "CUSTOMER"),
        Company("venture", "V", "PARTNER", "group"),
        Company("below-venture", "B", "COMPETITOR", "venture"),
        Company("buys-below", "O", "CUSTOMER", "venture"),
        Company("us", "U", "SUPPLIER", "group"),
        Company("below-us", "X", "PARTNER", "us"),
        Company("buys-from-us", "Y", "CUSTOMER", "us"),
        Company("alone", "Z", "PARTNER"),
    )
    assert list(await store.read_revisions()) == ["buys-below", "buys-from-us", "group"]
    companies = (await store.read_account("group")).companies
    assert [company.key for company in companies] == ["below-venture", "group", "venture"]


async def test_outsiders_are_those_with_an_edge_into_the_account_who_are_not_only_ours(store: GraphStore) -> None:
    outsiders = [Person(key, None, None, "advice") for key in ("o1", "o2", "o3", "o4", "o5", "o6", "listens")]
    ours = [Person(key, None, None, "us") for key in ("u1", "u2", "was-outside")]
    await put(
        store,
        *PLACES,
        world.CHIEF,
        world.DEAL,
        *outsiders,
        *ours,
        Influence("o1", "chief", 0.1),
        Conflict("o2", "chief", 0.1),
        Conflict("chief", "o3", 0.1),
        DecisionRole("o4", "deal", "APPROVAL", "LEADS"),
        Position("o5", "deal", None, "2026-01-01"),
        Position("o6", None, "acme", "2026-01-01"),
        Influence("chief", "listens", 0.1),
        Influence("u1", "chief", 0.1),
        DecisionRole("u2", "deal", "APPROVAL", "CONSULTED"),
        Employment("was-outside", "advice", valid_to="2020-01-01"),
        Influence("was-outside", "chief", 0.1),
    )
    assert await keys_of(store) == ["chief", "o1", "o2", "o3", "o4", "o5", "o6", "was-outside"]
    account = await store.read_account("acme")
    assert [role.person for role in account.decision_roles] == ["o4"]
    assert "us" in [company.key for company in account.companies]


async def test_an_outsider_of_an_outsider_is_not_of_the_account(store: GraphStore) -> None:
    people = [Person("far", None, None, "advice"), Person("near", None, None, "advice")]
    edges = [Influence("far", "near", 0.5), Influence("near", "chief", 0.5)]
    await put(store, *PLACES, world.CHIEF, *people, *edges)
    assert await keys_of(store) == ["chief", "near"]


async def test_people_who_ever_worked_there_stay_in_its_records(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    zeta = await store.read_account("zeta")
    # The engineer and the consultant influence the chief, who worked there; the seller knows the engineer.
    people = ["chief", "colleague", "consultant", "engineer", "seller", "zeta-chief"]
    assert [person.key for person in zeta.people] == people
    assert [company.key for company in zeta.companies] == ["acme", "advice", "us", "zeta"]
    assert [unit.key for unit in zeta.departments] == ["board", "field", "lab", "sales"]
    assert list(zeta.works_in) == [world.CHIEFS_PRESENT, world.CHIEFS_PAST]
    assert list(zeta.opportunities) == [world.ZETA_DEAL]
    assert list(zeta.decision_roles) == list(zeta.positions) == []


async def test_departments_come_with_those_above_them(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    departments = (await store.read_account("acme")).departments
    assert [department.key for department in departments] == ["board", "field", "lab", "sales"]


async def test_ties_between_employees_and_a_contact_who_joined_us_are_there(store: GraphStore) -> None:
    joined = Person("joined", None, None, "us")
    past = Tie("seller", "joined", valid_to="2024-01-01")
    await put(store, *world.WORLD, joined, past, Tie("joined", "engineer"))
    assert past in (await store.read_account("acme")).ties


async def test_interactions_are_those_of_its_people_companies_and_opportunities(store: GraphStore) -> None:
    meetings = [
        Interaction("i1", "CALL", "2026-01-01", ("chief",)),
        Interaction("i2", "CALL", "2026-01-01", ("consultant",)),
        Interaction("i3", "CALL", "2026-01-01", ("seller",), "acme-city"),
        Interaction("i4", "CALL", "2026-01-01", ("seller",), None, "deal"),
        Interaction("i5", "CALL", "2026-01-01", ("seller", "zeta-chief")),
    ]
    await put(store, *world.WORLD, *meetings)
    found = [meeting.key for meeting in (await store.read_account("acme")).interactions]
    assert found == ["i1", "i2", "i3", "i4", "meeting"]


async def test_our_people_who_took_part_are_there_without_a_tie_and_strangers_are_not(store: GraphStore) -> None:
    ours = [Person(key, None, None, "us") for key in ("u1", "u2", "u3", "u4", "elsewhere")]
    stranger, was_ours = Person("stranger", None, None, "advice"), Person("was-ours", None, None, "rival")
    line, past = ReportingLine("u1", "u2"), Employment("was-ours", "us", "sales", valid_to="2020-01-01")
    await put(
        store,
        *PLACES,
        *(world.SALES, world.ZETA, world.CHIEF, world.ZETA_CHIEF, world.CONSULTANT, world.DEAL),
        *(*ours, stranger, was_ours, line, past, world.CONSULTANTS_INFLUENCE, ReportingLine("u3", "elsewhere")),
        Interaction("i1", "SUMMIT", "2026-01-01", ("chief", "stranger", "u1")),
        Interaction("i2", "SUMMIT", "2026-01-01", ("u2",), "acme-city"),
        Interaction("i3", "SUMMIT", "2026-01-01", ("u3", "was-ours"), None, "deal"),
        Interaction("i4", "SUMMIT", "2026-01-01", ("consultant", "u4")),
        Interaction("i5", "SUMMIT", "2026-01-01", ("elsewhere", "stranger", "u1", "zeta-chief")),
    )
    account = await store.read_account("acme")
    assert [person.key for person in account.people] == ["chief", "consultant", "u1", "u2", "u3", "u4", "was-ours"]
    assert [company.key for company in account.companies] == ["acme", "acme-city", "advice", "rival", "us"]
    assert [department.key for department in account.departments] == ["board", "lab", "sales"]
    assert (list(account.reports_to), list(account.works_in)) == ([line], [past])
    assert [meeting.key for meeting in account.interactions] == ["i1", "i2", "i3", "i4"]


async def test_ties_of_an_employee_to_one_who_only_took_part_are_there(store: GraphStore) -> None:
    past = Tie("seller", "colleague", valid_to="2024-01-01")
    held = Interaction("held", "SUMMIT", "2026-01-01", ("chief", "colleague"))
    await put(store, *world.WORLD, past, Tie("stranger", "colleague"), Person("stranger", None, None, "us"), held)
    assert list((await store.read_account("acme")).ties) == [past, world.TIE]


async def test_an_account_without_people_is_read_too(store: GraphStore) -> None:
    await put(store, world.ACME)
    account = await store.read_account("acme")
    assert list(account.companies) == [world.ACME]
    assert (account.revision, list(account.people), list(account.ties)) == (1, [], [])
