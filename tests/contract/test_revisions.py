"""A revision moves when, and only when, what the account is read as changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.model.companies import COMPANIES, DEPARTMENTS, Company
from graph.model.deals import Position
from graph.model.meetings import Interaction
from graph.model.people import PEOPLE, Conflict, Employment, Influence, Person, ReportingLine, Tie
from graph.store import GraphStore
from graph.viewer import LOCAL
from tests.contract import sample_world as world
from tests.contract.writing import put, put_columns, take_out

STRANGER = Person(key="stranger", company="rival")
HELD = Interaction(key="held", kind="SUMMIT", on="2026-01-01", participants=("buyer", "colleague", "stranger"))
ELSEWHERE = Interaction(key="elsewhere", kind="SUMMIT", on="2026-01-01", participants=("colleague", "stranger"))


async def test_a_new_account_starts_at_one(store: GraphStore) -> None:
    report = await put(store, *world.WORLD)
    assert report.revisions == {"acme": 1, "zeta": 1}
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}
    assert await store.get_revision("acme") == 1
    assert (await store.read_account(LOCAL, "acme")).revision == 1


async def test_writing_the_same_again_moves_nothing(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert (await put(store, *world.WORLD)).revisions == {}
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}


def told(value: object) -> str:
    """The same name in every process: a set has no order of its own."""
    return " and ".join(sorted(value)) or "none" if isinstance(value, set) else str(value)


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        (world.ACME_CITY.replace(region="south"), {"acme"}),
        (world.RIVAL.replace(name="R"), set()),
        (world.US.replace(name="We"), {"acme", "zeta"}),
        (world.ADVICE.replace(name="A"), {"acme", "zeta"}),
        (world.LAB.replace(name="L"), {"acme", "zeta"}),
        (world.SALES.replace(name="S"), {"acme", "zeta"}),
        (world.BUYER.replace(name="B"), {"acme"}),
        (world.CHIEF.replace(title="Chairman"), {"acme", "zeta"}),
        (world.COLLEAGUE.replace(title="Driver"), {"zeta"}),
        (world.CONSULTANT.replace(title="Guru"), {"acme", "zeta"}),
        (world.CHIEFS_PAST.replace(title="CTO"), {"acme", "zeta"}),
        (world.DOTTED_LINE.replace(source="mail"), {"acme"}),
        (world.CONSULTANTS_INFLUENCE.replace(weight=0.5), {"acme", "zeta"}),
        (world.CONFLICT.replace(weight=0.1), {"acme"}),
        (world.TIE.replace(last_contact="2026-04-01"), {"acme", "zeta"}),
        (world.COLLEAGUES_TIE.replace(trust=2), {"zeta"}),
        (world.DEAL.replace(status="WON"), {"acme"}),
        (world.ROLE.replace(veto=False), {"acme"}),
        (world.POSITION.replace(stance="NEUTRAL"), {"acme"}),
        (world.COMPANY_POSITION.replace(coach=None), {"acme"}),
        (world.MEETING.replace(subject=None), {"acme", "zeta"}),
        (world.CALL.replace(kind="MAIL"), {"zeta"}),
        (world.BARE_AGREEMENT.replace(name="B"), {"zeta"}),
    ],
    ids=told,
)
async def test_a_changed_record_moves_the_accounts_that_hold_it(
    store: GraphStore, changed: Any, touched: set[str]
) -> None:
    await put(store, *world.WORLD)
    report = await put(store, changed)
    assert report.revisions == dict.fromkeys(sorted(touched), 2)
    assert await store.read_revisions() == {"acme": 1, "zeta": 1} | report.revisions


@pytest.mark.parametrize(
    ("added", "touched"),
    [
        (Person(key="new", company="acme-city"), {"acme"}),
        (Person(key="unknown-to-them", company="us"), set()),
        (Tie(employee="colleague", contact="buyer"), {"acme"}),
        (Tie(employee="seller", contact="zeta-chief"), {"zeta"}),
        (Influence(influencer="buyer", influenced="zeta-chief", weight=0.5), {"zeta"}),
        (Conflict(person="zeta-chief", other="buyer", weight=0.5), {"acme", "zeta"}),
        (ReportingLine(person="seller", manager="colleague"), {"zeta"}),
        (Interaction(key="new", kind="CALL", on="2026-01-01", participants=("seller", "colleague")), set()),
        (
            Interaction(key="new", kind="CALL", on="2026-01-01", participants=("colleague",), company="acme-city"),
            {"acme"},
        ),
        (Interaction(key="new", kind="CALL", on="2026-01-01", participants=("consultant",)), {"acme", "zeta"}),
        (Company(key="below", name="B", side="PARTNER", parent="zeta"), {"zeta"}),
        (Company(key="elsewhere", name="E", side="PARTNER"), set()),
    ],
    ids=told,
)
async def test_an_added_record_moves_the_accounts_that_hold_it_then(
    store: GraphStore, added: Any, touched: set[str]
) -> None:
    await put(store, *world.WORLD)
    assert set((await put(store, added)).revisions) == touched


async def test_a_tie_to_someone_who_joined_us_counts_where_both_have_ties(store: GraphStore) -> None:
    past = Tie(employee="seller", contact="joined", trust=2, valid_to="2024-01-01")
    await put(
        store, *world.WORLD, Person(key="joined", company="us"), past, Tie(employee="joined", contact="zeta-chief")
    )
    assert (await put(store, past.replace(trust=3))).revisions == {"zeta": 2}
    assert (await take_out(store, past)).revisions == {"zeta": 3}


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        (world.COLLEAGUE.replace(title="Driver"), {"acme", "zeta"}),
        (world.COLLEAGUE.replace(company="rival"), {"acme", "zeta"}),
        (Employment(person="colleague", company="rival"), {"acme", "zeta"}),
        (Employment(person="colleague", company="us", department="sales"), {"acme", "zeta"}),
        (ReportingLine(person="colleague", manager="seller"), {"acme", "zeta"}),
        (Tie(employee="seller", contact="colleague"), {"acme", "zeta"}),
        (Position(person="colleague", opportunity="deal", stated_on="2026-01-01"), {"acme"}),
        (world.US.replace(side="PARTNER"), {"acme", "zeta"}),
        (STRANGER.replace(title="Driver"), set()),
        (STRANGER.replace(company="us"), {"acme"}),
        (Employment(person="stranger", company="us", valid_to="2020-01-01"), {"acme"}),
        (world.RIVAL.replace(name="R"), set()),
        (world.RIVAL.replace(side="SUPPLIER"), {"acme"}),
        (HELD.replace(participants=("chief", "stranger")), {"acme", "zeta"}),
    ],
    ids=told,
)
async def test_a_participant_of_ours_counts_and_a_stranger_only_when_it_becomes_ours(
    store: GraphStore, changed: Any, touched: set[str]
) -> None:
    await put(store, *world.WORLD, STRANGER, HELD, ELSEWHERE)
    report = await put(store, changed)
    assert report.revisions == dict.fromkeys(sorted(touched), 2)


async def test_a_participant_that_comes_or_goes_moves_the_account(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    held = Interaction(key="held", kind="SUMMIT", on="2026-01-01", participants=("seller",), company="acme")
    assert (await put(store, held)).revisions == {"acme": 2}
    assert (await put(store, held.replace(participants=("colleague", "seller")))).revisions == {"acme": 3}
    assert "colleague" in [person.key for person in (await store.read_account(LOCAL, "acme")).people]
    assert (await put(store, world.COLLEAGUE.replace(title="Driver"))).revisions == {"acme": 4, "zeta": 2}
    assert (await take_out(store, held)).revisions == {"acme": 5}
    assert (await put(store, world.COLLEAGUE)).revisions == {"zeta": 3}


async def test_a_person_that_moves_touches_both_accounts(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    report = await put_columns(store, PEOPLE, {"key": "buyer", "company": "zeta"})
    assert report.revisions == {"acme": 2, "zeta": 2}


async def test_a_company_that_moves_touches_both_accounts(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    report = await put_columns(store, COMPANIES, {"key": "acme-city", "parent": "zeta"})
    assert report.revisions == {"acme": 2, "zeta": 2}
    assert await store.find_accounts(LOCAL, PEOPLE, "buyer") == ("zeta", "acme")


async def test_a_department_that_moves_touches_those_who_hear_of_it(store: GraphStore) -> None:
    await put(store, *world.WORLD, Company(key="third", name="T", side="CUSTOMER"))
    report = await put_columns(store, DEPARTMENTS, {"key": "field", "parent": None})
    assert report.revisions == {"acme": 2, "zeta": 2}


async def test_a_deleted_record_moves_the_accounts_that_held_it(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert (await take_out(store, world.COLLEAGUES_TIE)).revisions == {"zeta": 2}
    assert (await take_out(store, world.CALL)).revisions == {"zeta": 3}
    assert (await take_out(store, world.COLLEAGUE)).revisions == {}
    assert (await take_out(store, world.BUYER)).revisions == {"acme": 2}


async def test_an_account_that_comes_back_goes_on_where_it_stopped(store: GraphStore) -> None:
    await put(store, Company(key="a", name="A", side="CUSTOMER"), Company(key="b", name="B", side="CUSTOMER"))
    await put_columns(store, COMPANIES, {"key": "a", "name": "AA"})
    assert await store.read_revisions() == {"a": 2, "b": 1}
    report = await put_columns(store, COMPANIES, {"key": "a", "parent": "b"})
    assert report.revisions == {"b": 2}
    assert await store.read_revisions() == {"b": 2}
    report = await put_columns(store, COMPANIES, {"key": "a", "parent": None})
    assert report.revisions == {"a": 3, "b": 3}


async def test_a_deleted_account_that_is_made_again_goes_on_where_it_stopped(store: GraphStore) -> None:
    company = Company(key="a", name="A", side="CUSTOMER")
    await put(store, company)
    await put(store, company.replace(name="AA"))
    report = await take_out(store, company)
    assert report.revisions == {}
    assert await store.read_revisions() == {}
    assert (await put(store, company)).revisions == {"a": 3}


async def test_a_parent_that_is_no_customer_any_more_makes_accounts_of_those_below(store: GraphStore) -> None:
    await put(
        store,
        Company(key="top", name="T", side="CUSTOMER"),
        Company(key="middle", name="M", side="CUSTOMER", parent="top"),
        Company(key="bottom", name="B", side="CUSTOMER", parent="middle"),
    )
    report = await put_columns(store, COMPANIES, {"key": "middle", "side": "PARTNER"})
    assert report.revisions == {"bottom": 1, "top": 2}
    report = await put_columns(store, COMPANIES, {"key": "middle", "side": "CUSTOMER"})
    assert report.revisions == {"top": 3}
    assert await store.read_revisions() == {"top": 3}


async def test_a_company_that_ceases_to_be_ours_makes_outsiders_of_its_people(store: GraphStore) -> None:
    await put(store, *world.WORLD, Influence(influencer="colleague", influenced="chief", weight=0.5))
    assert "colleague" not in [person.key for person in (await store.read_account(LOCAL, "acme")).people]
    before = await store.read_revisions()
    report = await put_columns(store, COMPANIES, {"key": "us", "side": "PARTNER"})
    assert report.revisions == {key: revision + 1 for key, revision in before.items()}
    assert "colleague" in [person.key for person in (await store.read_account(LOCAL, "acme")).people]


async def test_the_revision_read_is_that_of_the_records_read(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    account = await store.read_account(LOCAL, "zeta")
    await put_columns(store, PEOPLE, {"key": "zeta-chief", "title": "CEO"})
    later = await store.read_account(LOCAL, "zeta")
    assert replace(later, revision=1, people=account.people) == account
    assert later.revision == 2
