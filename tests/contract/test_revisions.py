"""A revision moves when, and only when, what the account is read as changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.records import (
    COMPANIES,
    DEPARTMENTS,
    PEOPLE,
    Company,
    Conflict,
    Employment,
    Influence,
    Interaction,
    Person,
    Position,
    ReportingLine,
    Tie,
)
from graph.store import GraphStore
from tests.contract import sample_world as world
from tests.contract.writing import put, put_columns, take_out

STRANGER = Person("stranger", None, None, "rival")
HELD = Interaction("held", "SUMMIT", "2026-01-01", ("buyer", "colleague", "stranger"))
ELSEWHERE = Interaction("elsewhere", "SUMMIT", "2026-01-01", ("colleague", "stranger"))


async def test_a_new_account_starts_at_one(store: GraphStore) -> None:
    report = await put(store, *world.WORLD)
    assert report.revisions == {"acme": 1, "zeta": 1}
    assert await store.read_revisions() == {"acme": 1, "zeta": 1}
    assert await store.get_revision("acme") == 1
    assert (await store.read_account("acme")).revision == 1


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
        (world.ACME_CITY._replace(region="south"), {"acme"}),
        (world.RIVAL._replace(name="R"), set()),
        (world.US._replace(name="We"), {"acme", "zeta"}),
        (world.ADVICE._replace(name="A"), {"acme", "zeta"}),
        (world.LAB._replace(name="L"), {"acme", "zeta"}),
        (world.SALES._replace(name="S"), {"acme", "zeta"}),
        (world.BUYER._replace(name="B"), {"acme"}),
        (world.CHIEF._replace(title="Chairman"), {"acme", "zeta"}),
        (world.COLLEAGUE._replace(title="Driver"), {"zeta"}),
        (world.CONSULTANT._replace(title="Guru"), {"acme", "zeta"}),
        (world.CHIEFS_PAST._replace(title="CTO"), {"acme", "zeta"}),
        (world.DOTTED_LINE._replace(source="mail"), {"acme"}),
        (world.CONSULTANTS_INFLUENCE._replace(weight=0.5), {"acme", "zeta"}),
        (world.CONFLICT._replace(weight=0.1), {"acme"}),
        (world.TIE._replace(last_contact="2026-04-01"), {"acme", "zeta"}),
        (world.COLLEAGUES_TIE._replace(trust=2), {"zeta"}),
        (world.DEAL._replace(status="WON"), {"acme"}),
        (world.ROLE._replace(veto=False), {"acme"}),
        (world.POSITION._replace(stance="NEUTRAL"), {"acme"}),
        (world.COMPANY_POSITION._replace(coach=None), {"acme"}),
        (world.MEETING._replace(subject=None), {"acme", "zeta"}),
        (world.CALL._replace(kind="MAIL"), {"zeta"}),
        (world.BARE_AGREEMENT._replace(name="B"), {"zeta"}),
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
        (Person("new", None, None, "acme-city"), {"acme"}),
        (Person("unknown-to-them", None, None, "us"), set()),
        (Tie("colleague", "buyer"), {"acme"}),
        (Tie("seller", "zeta-chief"), {"zeta"}),
        (Influence("buyer", "zeta-chief", 0.5), {"zeta"}),
        (Conflict("zeta-chief", "buyer", 0.5), {"acme", "zeta"}),
        (ReportingLine("seller", "colleague"), {"zeta"}),
        (Interaction("new", "CALL", "2026-01-01", ("seller", "colleague")), set()),
        (Interaction("new", "CALL", "2026-01-01", ("colleague",), "acme-city"), {"acme"}),
        (Interaction("new", "CALL", "2026-01-01", ("consultant",)), {"acme", "zeta"}),
        (Company("below", "B", "PARTNER", "zeta"), {"zeta"}),
        (Company("elsewhere", "E", "PARTNER"), set()),
    ],
    ids=told,
)
async def test_an_added_record_moves_the_accounts_that_hold_it_then(
    store: GraphStore, added: Any, touched: set[str]
) -> None:
    await put(store, *world.WORLD)
    assert set((await put(store, added)).revisions) == touched


async def test_a_tie_to_someone_who_joined_us_counts_where_both_have_ties(store: GraphStore) -> None:
    past = Tie("seller", "joined", 2, valid_to="2024-01-01")
    await put(store, *world.WORLD, Person("joined", None, None, "us"), past, Tie("joined", "zeta-chief"))
    assert (await put(store, past._replace(trust=3))).revisions == {"zeta": 2}
    assert (await take_out(store, past)).revisions == {"zeta": 3}


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        (world.COLLEAGUE._replace(title="Driver"), {"acme", "zeta"}),
        (world.COLLEAGUE._replace(company="rival"), {"acme", "zeta"}),
        (Employment("colleague", "rival"), {"acme", "zeta"}),
        (Employment("colleague", "us", "sales"), {"acme", "zeta"}),
        (ReportingLine("colleague", "seller"), {"acme", "zeta"}),
        (Tie("seller", "colleague"), {"acme", "zeta"}),
        (Position("colleague", "deal", None, "2026-01-01"), {"acme"}),
        (world.US._replace(side="PARTNER"), {"acme", "zeta"}),
        (STRANGER._replace(title="Driver"), set()),
        (STRANGER._replace(company="us"), {"acme"}),
        (Employment("stranger", "us", valid_to="2020-01-01"), {"acme"}),
        (world.RIVAL._replace(name="R"), set()),
        (world.RIVAL._replace(side="SUPPLIER"), {"acme"}),
        (HELD._replace(participants=("chief", "stranger")), {"acme", "zeta"}),
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
    held = Interaction("held", "SUMMIT", "2026-01-01", ("seller",), "acme")
    assert (await put(store, held)).revisions == {"acme": 2}
    assert (await put(store, held._replace(participants=("colleague", "seller")))).revisions == {"acme": 3}
    assert "colleague" in [person.key for person in (await store.read_account("acme")).people]
    assert (await put(store, world.COLLEAGUE._replace(title="Driver"))).revisions == {"acme": 4, "zeta": 2}
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
    assert await store.find_accounts(PEOPLE, "buyer") == ("zeta", "acme")


async def test_a_department_that_moves_touches_those_who_hear_of_it(store: GraphStore) -> None:
    await put(store, *world.WORLD, Company("third", "T", "CUSTOMER"))
    report = await put_columns(store, DEPARTMENTS, {"key": "field", "parent": None})
    assert report.revisions == {"acme": 2, "zeta": 2}


async def test_a_deleted_record_moves_the_accounts_that_held_it(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    assert (await take_out(store, world.COLLEAGUES_TIE)).revisions == {"zeta": 2}
    assert (await take_out(store, world.CALL)).revisions == {"zeta": 3}
    assert (await take_out(store, world.COLLEAGUE)).revisions == {}
    assert (await take_out(store, world.BUYER)).revisions == {"acme": 2}


async def test_an_account_that_comes_back_goes_on_where_it_stopped(store: GraphStore) -> None:
    await put(store, Company("a", "A", "CUSTOMER"), Company("b", "B", "CUSTOMER"))
    await put_columns(store, COMPANIES, {"key": "a", "name": "AA"})
    assert await store.read_revisions() == {"a": 2, "b": 1}
    report = await put_columns(store, COMPANIES, {"key": "a", "parent": "b"})
    assert report.revisions == {"b": 2}
    assert await store.read_revisions() == {"b": 2}
    report = await put_columns(store, COMPANIES, {"key": "a", "parent": None})
    assert report.revisions == {"a": 3, "b": 3}


async def test_a_deleted_account_that_is_made_again_goes_on_where_it_stopped(store: GraphStore) -> None:
    company = Company("a", "A", "CUSTOMER")
    await put(store, company)
    await put(store, company._replace(name="AA"))
    report = await take_out(store, company)
    assert report.revisions == {}
    assert await store.read_revisions() == {}
    assert (await put(store, company)).revisions == {"a": 3}


async def test_a_parent_that_is_no_customer_any_more_makes_accounts_of_those_below(store: GraphStore) -> None:
    await put(
        store,
        Company("top", "T", "CUSTOMER"),
        Company("middle", "M", "CUSTOMER", "top"),
        Company("bottom", "B", "CUSTOMER", "middle"),
    )
    report = await put_columns(store, COMPANIES, {"key": "middle", "side": "PARTNER"})
    assert report.revisions == {"bottom": 1, "top": 2}
    report = await put_columns(store, COMPANIES, {"key": "middle", "side": "CUSTOMER"})
    assert report.revisions == {"top": 3}
    assert await store.read_revisions() == {"top": 3}


async def test_a_company_that_ceases_to_be_ours_makes_outsiders_of_its_people(store: GraphStore) -> None:
    await put(store, *world.WORLD, Influence("colleague", "chief", 0.5))
    assert "colleague" not in [person.key for person in (await store.read_account("acme")).people]
    before = await store.read_revisions()
    report = await put_columns(store, COMPANIES, {"key": "us", "side": "PARTNER"})
    assert report.revisions == {key: revision + 1 for key, revision in before.items()}
    assert "colleague" in [person.key for person in (await store.read_account("acme")).people]


async def test_the_revision_read_is_that_of_the_records_read(store: GraphStore) -> None:
    await put(store, *world.WORLD)
    account = await store.read_account("zeta")
    await put_columns(store, PEOPLE, {"key": "zeta-chief", "title": "CEO"})
    later = await store.read_account("zeta")
    assert replace(later, revision=1, people=account.people) == account
    assert later.revision == 2
