"""What belongs to an account, by the port's definition."""

from __future__ import annotations

import pytest

from graph.errors import NotInGraph
from graph.model.companies import Agreement, Company, Department
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Employment, Influence, Person, ReportingLine, Tie
from graph.store import GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import KIND_OF, contents, put
from tests.oracle.account_records import account_records
from tests.oracle.world import empty_world

PLACES = (world.US, world.ACME, world.ACME_CITY, world.ZETA, world.ADVICE, world.RIVAL, world.BOARD, world.LAB)


async def keys_of(store: GraphStore, account: str = "acme") -> list[str]:
    return [person.key for person in (await store.read_account(LOCAL, account)).people]


async def test_the_sample_accounts_are_read_as_the_definition_spells_them_out(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    spelled_out = empty_world()
    for record in world.WORLD:
        spelled_out[KIND_OF[type(record)].name].append(record)
    for account in ("acme", "zeta"):
        expected = contents(account_records(spelled_out, account))
        assert contents(await store.read_account(LOCAL, account)) == expected


async def test_records_come_back_as_their_types(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    account = await store.read_account(LOCAL, "acme")
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
            await store.read_account(LOCAL, key)
        assert (caught.value.kind, caught.value.key) == ("account", key)
        with pytest.raises(NotInGraph):
            await store.get_revision(key)


async def test_an_account_climbs_through_partners_but_not_through_suppliers(store: GraphStore) -> None:
    await put(
        store,
        Company(key="group", name="G", side="CUSTOMER"),
        Company(key="venture", name="V", side="PARTNER", parent="group"),
        Company(key="below-venture", name="B", side="COMPETITOR", parent="venture"),
        Company(key="buys-below", name="O", side="CUSTOMER", parent="venture"),
        Company(key="us", name="U", side="SUPPLIER", parent="group"),
        Company(key="below-us", name="X", side="PARTNER", parent="us"),
        Company(key="buys-from-us", name="Y", side="CUSTOMER", parent="us"),
        Company(key="alone", name="Z", side="PARTNER"),
    )
    assert list(await store.read_revisions()) == ["buys-below", "buys-from-us", "group"]
    companies = (await store.read_account(LOCAL, "group")).companies
    assert [company.key for company in companies] == ["below-venture", "group", "venture"]


async def test_outsiders_are_those_with_an_edge_into_the_account_who_are_not_only_ours(store: GraphStore) -> None:
    outsiders = [Person(key=key, company="advice") for key in ("o1", "o2", "o3", "o4", "o5", "o6", "listens")]
    ours = [Person(key=key, company="us") for key in ("u1", "u2", "was-outside")]
    await put(
        store,
        *PLACES,
        world.CHIEF,
        world.DEAL,
        *outsiders,
        *ours,
        Influence(influencer="o1", influenced="chief", weight=0.1),
        Conflict(person="o2", other="chief", weight=0.1),
        Conflict(person="chief", other="o3", weight=0.1),
        DecisionRole(person="o4", opportunity="deal", stage="APPROVAL", part="LEADS"),
        Position(person="o5", opportunity="deal", stated_on="2026-01-01"),
        Position(person="o6", company="acme", stated_on="2026-01-01"),
        Influence(influencer="chief", influenced="listens", weight=0.1),
        Influence(influencer="u1", influenced="chief", weight=0.1),
        DecisionRole(person="u2", opportunity="deal", stage="APPROVAL", part="CONSULTED"),
        Employment(person="was-outside", company="advice", valid_to="2020-01-01"),
        Influence(influencer="was-outside", influenced="chief", weight=0.1),
    )
    assert await keys_of(store) == ["chief", "o1", "o2", "o3", "o4", "o5", "o6", "was-outside"]
    account = await store.read_account(LOCAL, "acme")
    assert [role.person for role in account.decision_roles] == ["o4"]
    assert "us" in [company.key for company in account.companies]


async def test_an_outsider_of_an_outsider_is_not_of_the_account(store: GraphStore) -> None:
    people = [Person(key="far", company="advice"), Person(key="near", company="advice")]
    edges = [
        Influence(influencer="far", influenced="near", weight=0.5),
        Influence(influencer="near", influenced="chief", weight=0.5),
    ]
    await put(store, *PLACES, world.CHIEF, *people, *edges)
    assert await keys_of(store) == ["chief", "near"]


async def test_people_who_ever_worked_there_stay_in_its_records(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    zeta = await store.read_account(LOCAL, "zeta")
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
    departments = (await store.read_account(LOCAL, "acme")).departments
    assert [department.key for department in departments] == ["board", "field", "lab", "sales"]


async def test_ties_between_employees_and_a_contact_who_joined_us_are_there(store: GraphStore) -> None:
    joined = Person(key="joined", company="us")
    past = Tie(employee="seller", contact="joined", valid_to="2024-01-01")
    await put(store, *world.WORLD, joined, past, Tie(employee="joined", contact="engineer"))
    assert past in (await store.read_account(LOCAL, "acme")).ties


async def test_interactions_are_those_of_its_people_companies_and_opportunities(store: GraphStore) -> None:
    meetings = [
        Interaction(key="i1", kind="CALL", on="2026-01-01", participants=("chief",)),
        Interaction(key="i2", kind="CALL", on="2026-01-01", participants=("consultant",)),
        Interaction(key="i3", kind="CALL", on="2026-01-01", participants=("seller",), company="acme-city"),
        Interaction(key="i4", kind="CALL", on="2026-01-01", participants=("seller",), opportunity="deal"),
        Interaction(key="i5", kind="CALL", on="2026-01-01", participants=("seller", "zeta-chief")),
    ]
    await put(store, *world.WORLD, *meetings)
    found = [meeting.key for meeting in (await store.read_account(LOCAL, "acme")).interactions]
    assert found == ["i1", "i2", "i3", "i4", "meeting"]


async def test_our_people_who_took_part_are_there_without_a_tie_and_strangers_are_not(store: GraphStore) -> None:
    ours = [Person(key=key, company="us") for key in ("u1", "u2", "u3", "u4", "elsewhere")]
    stranger, was_ours = Person(key="stranger", company="advice"), Person(key="was-ours", company="rival")
    line, past = (
        ReportingLine(person="u1", manager="u2"),
        Employment(person="was-ours", company="us", department="sales", valid_to="2020-01-01"),
    )
    await put(
        store,
        *PLACES,
        *(world.SALES, world.ZETA, world.CHIEF, world.ZETA_CHIEF, world.CONSULTANT, world.DEAL),
        *(
            *ours,
            stranger,
            was_ours,
            line,
            past,
            world.CONSULTANTS_INFLUENCE,
            ReportingLine(person="u3", manager="elsewhere"),
        ),
        Interaction(key="i1", kind="SUMMIT", on="2026-01-01", participants=("chief", "stranger", "u1")),
        Interaction(key="i2", kind="SUMMIT", on="2026-01-01", participants=("u2",), company="acme-city"),
        Interaction(key="i3", kind="SUMMIT", on="2026-01-01", participants=("u3", "was-ours"), opportunity="deal"),
        Interaction(key="i4", kind="SUMMIT", on="2026-01-01", participants=("consultant", "u4")),
        Interaction(
            key="i5", kind="SUMMIT", on="2026-01-01", participants=("elsewhere", "stranger", "u1", "zeta-chief")
        ),
    )
    account = await store.read_account(LOCAL, "acme")
    assert [person.key for person in account.people] == ["chief", "consultant", "u1", "u2", "u3", "u4", "was-ours"]
    assert [company.key for company in account.companies] == ["acme", "acme-city", "advice", "rival", "us"]
    assert [department.key for department in account.departments] == ["board", "lab", "sales"]
    assert (list(account.reports_to), list(account.works_in)) == ([line], [past])
    assert [meeting.key for meeting in account.interactions] == ["i1", "i2", "i3", "i4"]


async def test_ties_of_an_employee_to_one_who_only_took_part_are_there(store: GraphStore) -> None:
    past = Tie(employee="seller", contact="colleague", valid_to="2024-01-01")
    held = Interaction(key="held", kind="SUMMIT", on="2026-01-01", participants=("chief", "colleague"))
    await put(
        store,
        *world.WORLD,
        past,
        Tie(employee="stranger", contact="colleague"),
        Person(key="stranger", company="us"),
        held,
    )
    assert list((await store.read_account(LOCAL, "acme")).ties) == [past, world.TIE]


async def test_an_account_without_people_is_read_too(store: GraphStore) -> None:
    await put(store, world.ACME)
    account = await store.read_account(LOCAL, "acme")
    assert list(account.companies) == [world.ACME]
    assert (account.revision, list(account.people), list(account.ties)) == (1, [], [])
