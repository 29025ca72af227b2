"""AdventureWorks: 649 of 701 stores hang on one contact, and every contact on one sales person."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from graph.exchange.importing import import_bundle
from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.model.people import PEOPLE, REPORTS_TO
from graph.store import GraphStore
from graph.viewer import LOCAL
from queries.ask import Asker
from queries.findings.catalogue import SinglePointKind
from queries.findings.finding import Finding
from queries.single_points_of_failure import (
    SINGLE_POINTS_OF_FAILURE,
    SinglePointFilter,
    SinglePointsOfFailureParams,
)
from tests.converters.adventureworks import adventureworks_tables
from tests.converters.bundle_folder import write_bundle_folder
from tests.converters.loading import load
from tests.converters.source_files import data_folder, read_reference

AS_OF = date(2014, 7, 1)
"""After the last transfer in the data."""


async def single_held(store: GraphStore, employee: str | None = None) -> list[Finding]:
    chosen = SinglePointFilter(employee=employee, kind=SinglePointKind.SINGLE_HELD)
    params = SinglePointsOfFailureParams(filter=chosen, first=1000, as_of=AS_OF)
    page = await Asker(store).ask(LOCAL, SINGLE_POINTS_OF_FAILURE, params)
    return [edge.node for edge in page.edges]


async def test_the_bundle_of_the_stores_loads_into_every_store(store: GraphStore, tmp_path: Path) -> None:
    folder = data_folder("adventureworks")
    counts = read_reference(folder)["counts"]
    await import_bundle(store, LOCAL, write_bundle_folder(adventureworks_tables(folder), tmp_path / "bundle"))

    people = [row async for batch in store.read(LOCAL, PEOPLE) for row in batch]
    companies = [row async for batch in store.read(LOCAL, COMPANIES) for row in batch]
    departments = [row async for batch in store.read(LOCAL, DEPARTMENTS) for row in batch]
    lines = [row async for batch in store.read(LOCAL, REPORTS_TO) for row in batch]

    place = PEOPLE.column_names.index("company")
    assert Counter(row[place] == "aw" for row in people) == {
        True: counts["employees"],
        False: counts["store_contacts"],
    }
    assert len(companies) == counts["stores"] + 1
    assert sum(not row[0].endswith("-group") for row in departments) == counts["departments"]
    assert len(lines) == read_reference(folder)["reports_to_tree"]["edges"]["value"]


async def test_649_of_701_stores_have_a_single_contact_held_by_one_sales_person(store: GraphStore) -> None:
    folder = data_folder("adventureworks")
    coverage = read_reference(folder)["coverage"]
    await load(store, adventureworks_tables(folder))

    found = await single_held(store)

    contacts_of_store = Counter(point.company for point in found)
    assert len(contacts_of_store) == 701
    assert sum(count == 1 for count in contacts_of_store.values()) == coverage["single_contact_stores"] == 649
    assert Counter(map(str, contacts_of_store.values())) == coverage["contacts_per_store"]


async def test_the_single_held_relationships_of_the_sales_persons_come_out_per_store(store: GraphStore) -> None:
    folder = data_folder("adventureworks")
    expected = read_reference(folder)["coverage"]["stores_per_sales_person"]
    await load(store, adventureworks_tables(folder))

    stores_of_seller = defaultdict(set)
    for point in await single_held(store):
        stores_of_seller[point.point.removeprefix("e")].add(point.company)

    assert {seller: len(stores) for seller, stores in stores_of_seller.items()} == expected
    busiest = await single_held(store, "e279")
    assert len({point.company for point in busiest}) == expected["279"]
    assert {point.point for point in busiest} == {"e279"}


async def test_an_employee_who_changed_department_works_where_the_history_says() -> None:
    tables = {table.kind.name: table for table in adventureworks_tables(data_folder("adventureworks"))}
    moves = [(row[2], row[5], row[6]) for row in tables["works_in"].rows() if row[0] == "e250"]
    assert moves == [
        ("aw-marketing", "2011-02-25", "2011-07-31"),
        ("aw-quality-assurance", "2011-07-31", "2012-07-15"),
        ("aw-purchasing", "2012-07-15", None),
    ]
