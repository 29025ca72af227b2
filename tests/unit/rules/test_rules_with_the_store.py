"""What is brought is judged together with what the store holds."""

from __future__ import annotations

from typing import Any

import pytest

from graph.editing import apply_changes
from graph.errors import BadInput, NotInGraph
from graph.model.companies import AGREEMENTS, COMPANIES, DEPARTMENTS
from graph.model.deals import OPPORTUNITIES, POSITIONS
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import PEOPLE, REPORTS_TO, TIES, WORKS_IN, Person
from graph.store import Changes, Delete, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from graph.workplace import employment_on
from tests.unit.exchange.small_bundles import changed, everything, load

HELD = changed(
    reports_to="person,manager,valid_from,valid_to\nP1,P2,,\nP2,P3,2020-01-01,2024-01-01\n",
    ties="employee,contact,trust\nE1,P1,3\nE2,P4,2\n",
    positions="person,company,stated_on,leans_to\nP1,ACME,2026-01-01,RIVAL\n",
    works_in="person,company,department,valid_from,valid_to\nP3,NORTH,D2,2010-01-01,2020-01-01\nP3,ACME,,2020-01-01,\n",
    interactions="key,kind,on,participants,opportunity\nI1,CALL,2026-01-01,P1;E1,O1\nI2,CALL,2026-01-02,P1,\n",
    decision_roles="person,opportunity,stage,part\nP1,O1,APPROVAL,LEADS\n",
)


def rows(of: Kind[Any], /, **values: object) -> Table:
    return Table.of_rows(of, tuple(values), [tuple(values.values())])


BREAKING = {
    "a line that closes a cycle with stored ones": (
        rows(REPORTS_TO, person="P3", manager="P1", kind="SOLID", valid_from="2023-01-01"),
        "reports_to, row 1, column manager: 'P1': expected no cycle, found P3 -> P1 -> P2 -> P3 from 2023-01-01",
    ),
    "a second solid manager beside a stored one": (
        rows(REPORTS_TO, person="P1", manager="P4", kind=None, valid_from=None),
        "reports_to, row 1, column manager: 'P4': expected one solid manager at a time,"
        " 'P1' reports to 'P2' from ever to now",
    ),
    "a period that overlaps a stored one": (
        rows(REPORTS_TO, person="P2", manager="P3", kind="SOLID", valid_from="2023-01-01"),
        "reports_to, row 1, column valid_from: '2023-01-01':"
        " expected no overlap with the period from 2020-01-01 to 2024-01-01 of the same edge",
    ),
    "a company that becomes ours while we have ties to its people": (
        rows(COMPANIES, key="NORTH", side="SUPPLIER"),
        "companies, row 1, column side: 'SUPPLIER': expected someone who is not of side SUPPLIER;"
        " 'P4' works for 'NORTH', side SUPPLIER, and has a tie as the contact",
    ),
    "an employee who moves to a customer while having a tie": (
        rows(PEOPLE, key="E1", company="ACME"),
        "people, row 1, column company: 'ACME': expected one of our people (side SUPPLIER);"
        " 'E1' works for 'ACME', side CUSTOMER, and has a tie as the employee",
    ),
    "an employment at a customer of someone with a tie": (
        rows(WORKS_IN, person="E1", company="NORTH", department=None, valid_from="2025-01-01"),
        "works_in, row 1, column company: 'NORTH': expected one of our people (side SUPPLIER);"
        " 'E1' works for 'NORTH', side CUSTOMER, and has a tie as the employee",
    ),
    "a competitor that ceases to be one while someone leans to it": (
        rows(COMPANIES, key="RIVAL", side="PARTNER"),
        "companies, row 1, column side: 'PARTNER': expected COMPETITOR, a position of 'P1' leans to this company",
    ),
    "a person who moves without the department": (
        rows(PEOPLE, key="P1", company="NORTH"),
        "people, row 1, column company: 'NORTH': expected 'ACME', because of the department 'D1' in the store; to"
        " change the company, bring the department too: empty, or one of 'NORTH'",
    ),
    "a department that moves without its people": (
        rows(DEPARTMENTS, key="D1", company="NORTH"),
        "departments, row 1, column company: 'NORTH':"
        " expected 'ACME', because of the person 'P1' in this department",
    ),
    "a parent that closes a cycle with a stored one": (
        rows(COMPANIES, key="ACME", parent="NORTH"),
        "companies, row 1, column parent: 'NORTH': expected no cycle, found ACME -> NORTH -> ACME",
    ),
    "a title in people for someone with a history": (
        rows(PEOPLE, key="P3", title="Head"),
        "people, row 1, column title: 'Head': expected nothing here, the person has rows in works_in that say it",
    ),
    "a history for someone with a department in people": (
        rows(WORKS_IN, person="P1", company="ACME", department=None, valid_from=None),
        "works_in, row 1, column person: 'P1': expected a person without department in people, which says 'D1'",
    ),
    "an employment beside a stored one": (
        rows(
            WORKS_IN, person="P3", company="NORTH", department=None, valid_from="2022-01-01", valid_to="2023-01-01"
        ),
        "works_in, row 1, column valid_from: '2022-01-01': expected one employment at a time,"
        " 'P3' works for 'ACME' from 2020-01-01 to now (the store)",
    ),
    "a key that looks like a stored one": (
        rows(PEOPLE, key="Ｐ１", company="ACME"),
        "people, row 1, column key: 'Ｐ１': expected a key that looks like no other, the store has 'P1'"
        " (U+FF30 at character 1 for U+0050)",
    ),
    "a reference that differs from a stored key in width": (
        rows(TIES, employee="Ｅ1", contact="P1", valid_from=None),
        "ties, row 1, column employee: 'Ｅ1': expected the key of a person, there is none with this key;"
        " did you mean 'E1' (U+FF25 at character 1 for U+0045)?",
    ),
    "a new record without what it needs": (
        rows(OPPORTUNITIES, key="O9", company="ACME"),
        "opportunities, row 1, column name: expected a value, a record that is new needs one",
    ),
    "a value that is none": (
        rows(TIES, employee="E1", contact="P1", valid_from=None, trust=9),
        "ties, row 1, column trust: '9': expected a trust level from 1 to 5 or its name: BUSINESS_CONTACT,"
        " FAMILIAR, PERSONAL, CAREER_SUPPORT, STRATEGIC_ALLY",
    ),
}


@pytest.fixture
async def store():
    opened = await SqliteStore.open(None)
    await load(opened, HELD)
    yield opened
    await opened.close()


@pytest.mark.parametrize("case", BREAKING)
async def test_is_refused_because_of_what_is_stored(case: str, store: SqliteStore) -> None:
    table, expected = BREAKING[case]
    before = await everything(store)
    with pytest.raises(BadInput) as refusal:
        await apply_changes(store, LOCAL, Changes([table]))
    assert expected in [str(problem) for problem in refusal.value.problems]
    assert await everything(store) == before


async def test_a_column_that_is_not_named_keeps_its_value_and_null_clears(store: SqliteStore) -> None:
    report = await apply_changes(store, LOCAL, Changes([rows(PEOPLE, key="P1", department=None)]))
    assert report.tallies["people"].changed == 1
    (person,) = await store.find(LOCAL, PEOPLE, "key", ["P1"])
    assert (person.name, person.company, person.department) == ("Ann", "ACME", None)


async def test_a_value_that_the_row_does_not_name_is_said_to_be_the_stored_one(store: SqliteStore) -> None:
    agreement = rows(AGREEMENTS, key="G1", company="ACME", kind="SERVICE", valid_to="2025-01-01")
    await apply_changes(store, LOCAL, Changes([agreement]))
    with pytest.raises(BadInput) as refusal:
        await apply_changes(store, LOCAL, Changes([rows(AGREEMENTS, key="G1", valid_from="2026-01-01")]))
    assert str(refusal.value) == (
        "agreements, row 1, column valid_to: '2025-01-01': expected a date after valid_from, which is 2026-01-01;"
        " the value is that of the store, the row brought says nothing of valid_to"
    )


async def test_employments_that_overlap_from_earlier_keep_nobody_from_other_changes(store: SqliteStore) -> None:
    both = Table.of_rows(
        WORKS_IN,
        ("person", "company", "department", "valid_from", "valid_to"),
        [("P4", "NORTH", "D2", "2019-01-01", None), ("P4", "ACME", None, "2020-01-01", "2024-01-01")],
    )
    await store.write(LOCAL, Changes([rows(PEOPLE, key="P4", department=None), both]))
    await apply_changes(store, LOCAL, Changes([rows(PEOPLE, key="P4", name="Dan")]))
    history = await store.find(LOCAL, WORKS_IN, "person", ["P4"])
    worked = [
        employment_on(Person(key="P4", company="ACME"), history, f"{year}-06-01") for year in (2019, 2021, 2025)
    ]
    assert [place and place.company for place in worked] == ["NORTH", "ACME", "NORTH"]


async def test_what_is_written_is_in_one_form_without_blanks_around(store: SqliteStore) -> None:
    given = rows(PEOPLE, key="\u3000Zoe\u0301 ", name="\ufeff Zoe\u0301\u00a0", company="ACME ", title=" \u2060")
    await apply_changes(store, LOCAL, Changes([given]))
    (person,) = await store.find(LOCAL, PEOPLE, "key", ["Zo\u00e9"])
    assert person == Person(key="Zo\u00e9", name="Zo\u00e9", company="ACME")


async def test_a_move_together_with_what_depends_on_it_is_written(store: SqliteStore) -> None:
    end = rows(TIES, employee="E1", contact="P1", valid_from=None, valid_to="2025-01-01")
    move = rows(WORKS_IN, person="E1", company="NORTH", department=None, valid_from="2025-01-01")
    with pytest.raises(BadInput):
        await apply_changes(store, LOCAL, Changes([move]))
    await apply_changes(store, LOCAL, Changes([end, move]))


async def test_before_the_move_a_person_is_judged_by_the_employment_of_then(store: SqliteStore) -> None:
    history = Table.of_rows(
        WORKS_IN,
        ("person", "company", "department", "valid_from", "valid_to"),
        [("E1", "US", None, "2010-01-01", "2020-01-01"), ("E1", "NORTH", None, "2022-01-01", None)],
    )
    end = rows(TIES, employee="E1", contact="P1", valid_from=None, valid_to="2022-01-01")
    await apply_changes(store, LOCAL, Changes([end, history]))  # the first employment lasts until the next begins
    later = rows(TIES, employee="E1", contact="P1", valid_from="2022-01-01", valid_to=None)
    with pytest.raises(BadInput, match="'E1' works for 'NORTH'"):
        await apply_changes(store, LOCAL, Changes([later]))


@pytest.mark.parametrize(
    ("key", "uses"),
    [
        ("RIVAL", "1 in positions"),
        ("NORTH", "1 in departments, 1 in people, 1 in works_in"),
        (
            "ACME",
            "1 in companies, 1 in departments, 3 in people, 1 in works_in, 1 in opportunities, 1 in positions",
        ),
    ],
)
async def test_a_company_in_use_is_not_deleted(key: str, uses: str, store: SqliteStore) -> None:
    with pytest.raises(BadInput) as refusal:
        await apply_changes(store, LOCAL, Changes(deletes=[Delete(COMPANIES, (key,))]))
    assert str(refusal.value) == (
        f"companies, column key: {key!r}:"
        f" expected a company that nothing refers to, to delete it; there are {uses}"
    )


DELETED = {
    "person with edges": [Delete(PEOPLE, ("P1",))],
    "opportunity": [Delete(OPPORTUNITIES, ("O1",))],
    "department": [Delete(DEPARTMENTS, ("D1",)), Delete(DEPARTMENTS, ("D2",))],
    "interaction": [Delete(INTERACTIONS, ("I1",))],
    "tie": [Delete(TIES, ("E1", "P1", None))],
    "position": [Delete(POSITIONS, ("P1", None, "ACME", "2026-01-01"))],
    "company with all that refers to it": [
        *(Delete(PEOPLE, (key,)) for key in ("P4", "P3")),
        Delete(DEPARTMENTS, ("D2",)),
        Delete(COMPANIES, ("NORTH",)),
    ],
}


@pytest.mark.parametrize("case", DELETED)
async def test_a_dry_run_of_a_delete_foretells_what_goes_with_it(case: str, store: SqliteStore) -> None:
    changes = Changes(deletes=DELETED[case])
    before = await everything(store)
    foretold = await apply_changes(store, LOCAL, changes, is_dry_run=True)
    assert await everything(store) == before
    done = await apply_changes(store, LOCAL, changes)
    assert foretold.tallies == done.tallies
    assert await everything(store) != before


async def test_a_delete_of_what_is_not_there_says_so(store: SqliteStore) -> None:
    with pytest.raises(NotInGraph, match="no Person has the key 'PX'"):
        await apply_changes(store, LOCAL, Changes(deletes=[Delete(PEOPLE, ("PX",))]))


async def test_a_record_can_be_deleted_once(store: SqliteStore) -> None:
    twice = [Delete(PEOPLE, ("P1",)), Delete(PEOPLE, ("P1",))]
    with pytest.raises(NotInGraph):
        await apply_changes(store, LOCAL, Changes(deletes=twice))


async def test_an_edge_of_a_person_deleted_in_the_same_changes_goes_with_the_person(store: SqliteStore) -> None:
    tie = rows(TIES, employee="E2", contact="P1", valid_from=None)
    await apply_changes(store, LOCAL, Changes([tie], [Delete(PEOPLE, ("P1",))]))
    assert await store.find(LOCAL, TIES, "contact", ["P1"]) == []


async def test_a_company_deleted_in_the_same_changes_cannot_be_referred_to(store: SqliteStore) -> None:
    await load(store, {"companies": "key,name,side\nLONE,Lone,PARTNER\n"})
    position = rows(POSITIONS, person="P2", opportunity=None, company="LONE", stated_on="2026-01-01")
    with pytest.raises(BadInput, match="there is none with this key"):
        await apply_changes(store, LOCAL, Changes([position], [Delete(COMPANIES, ("LONE",))]))
