"""Imports as a whole: idempotent, all or nothing, foretold by a dry run; skipping bad rows down to the last."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from graph.editing import apply_changes
from graph.errors import BadInput
from graph.exchange.importing import import_bundle
from graph.model.people import PEOPLE
from graph.store import Changes, Table, Tally
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.unit.exchange.record_strategies import worlds
from tests.unit.exchange.small_bundles import WORLD, changed, everything, load, zipped


@pytest.fixture
async def store():
    opened = await SqliteStore.open(None)
    yield opened
    await opened.close()


async def test_the_second_load_changes_nothing(store: SqliteStore) -> None:
    first = await load(store, WORLD)
    assert first.tallies["people"] == Tally(created=6)
    assert set(first.revisions) == {"ACME"}
    second = await load(store, WORLD)
    assert second.tallies["people"] == Tally(unchanged=6)
    assert not second.revisions


async def test_a_column_that_is_not_in_the_file_stays_and_an_empty_cell_clears(store: SqliteStore) -> None:
    await load(store, WORLD)
    report = await load(store, {"people": "key,company,name\nP1,ACME,\nP2,ACME,Bob\n"})
    assert report.tallies["people"] == Tally(changed=1, unchanged=1)
    (ann,) = await store.find(LOCAL, PEOPLE, "key", ["P1"])
    assert (ann.key, ann.name, ann.company, ann.department) == ("P1", None, "ACME", "D1")


async def test_nothing_is_written_when_one_row_is_wrong(store: SqliteStore) -> None:
    with pytest.raises(BadInput):
        await load(store, changed(people="P9,Zoe,NOPE,\n"))
    assert not any((await everything(store)).values())


async def test_a_broken_file_does_not_make_what_refers_to_it_unknown(store: SqliteStore) -> None:
    files = {**changed(ties="employee,contact\nE1,P1\nE1,PX\n"), "people": "key;name\n", "conflicts": "person\n"}
    with pytest.raises(BadInput) as refusal:
        await load(store, files)
    assert {problem.file for problem in refusal.value.problems} == {"people", "conflicts"}


async def test_an_uploaded_file_is_known_by_the_name_it_had(store: SqliteStore) -> None:
    with NamedTemporaryFile() as spooled:
        spooled.write(zipped(WORLD).getvalue())
        spooled.flush()
        report = await import_bundle(store, LOCAL, Path(spooled.name), name="Kunden.ZIP")
        assert report.tallies["companies"].created == 4
        spooled.seek(0)
        assert (await import_bundle(store, LOCAL, spooled, name="again.zip")).tallies["companies"].unchanged == 4


async def test_bad_rows_are_skipped_with_all_that_cannot_stay_without_them(store: SqliteStore) -> None:
    files = changed(
        companies="C1,One,BUYER,\nC2,Two,CUSTOMER,C1\nC3,Three,CUSTOMER,C2\n",
        departments="D3,C3,Three,\n",
        people="P7,Gil,C3,D3\nP8,Hal,ACME,\nP9\n",
        ties="employee,contact\nE1,P7\nE1,P8\n",
        reports_to="person,manager\nP1,P2\nP2,P1\nP8,P2\n",
        interactions="key,kind,on,participants\nI1,CALL,2026-01-01,P7;E1\n",
    )
    report = await load(store, files, skip_bad_rows=True)
    assert [str(problem) for problem in report.problems] == [
        "companies, row 6, column side: 'BUYER': expected one of SUPPLIER, CUSTOMER, COMPETITOR, PARTNER",
        "companies, row 7, column parent: 'C1': expected the key of a company, the row that brings it is skipped",
        "companies, row 8, column parent: 'C2': expected the key of a company, the row that brings it is skipped",
        "departments, row 4, column company: 'C3': expected the key of a company,"
        " the row that brings it is skipped",
        "people, row 8, column company: 'C3': expected the key of a company, the row that brings it is skipped",
        "people, row 10: expected 4 cells as in the header, found 1",
        "reports_to, row 3, column manager: 'P1': expected no cycle, found P1 -> P2 -> P1",
        "ties, row 2, column contact: 'P7': expected the key of a person, the row that brings it is skipped",
        "interactions, row 2, column participants: 'P7': expected the key of a person,"
        " the row that brings it is skipped",
    ]
    assert report.skipped_count == 9
    held = await everything(store)
    assert [row[0] for row in held["companies"]] == ["ACME", "NORTH", "RIVAL", "US"]
    assert [row[:2] for row in held["ties"]] == [("E1", "P8")]
    assert [row[:2] for row in held["reports_to"]] == [("P1", "P2"), ("P8", "P2")]


async def test_what_the_store_holds_is_not_missing_when_its_row_is_skipped(store: SqliteStore) -> None:
    await load(store, WORLD)
    files: dict[str, str | bytes] = {
        "people": "key,company,level\nP1,ACME,BOSS\nP2,ACME,SENIOR\n",
        "conflicts": "person,other,weight\nP1,P2,1\n",
    }
    report = await load(store, files, skip_bad_rows=True)
    assert report.skipped_count == 1
    assert report.tallies["conflicts"].created == 1


async def test_a_row_that_is_wrong_only_without_a_skipped_one_is_found(store: SqliteStore) -> None:
    """Without the employment that is skipped, Eva is no longer one of ours at the time of the tie."""
    files = changed(
        people="E9,Fay,ACME,\n",
        works_in="person,company,title,level,valid_from\nE9,US,Seller,NONE,\n",
        ties="employee,contact\nE9,P1\n",
    )
    report = await load(store, files, skip_bad_rows=True)
    assert [(problem.file, problem.row, problem.column) for problem in report.problems] == [
        ("works_in", 2, "level"),
        ("ties", 2, "employee"),
    ]


async def test_a_file_that_cannot_be_read_is_never_skipped(store: SqliteStore) -> None:
    with pytest.raises(BadInput, match="unknown column"):
        await load(store, changed(ties="employee,contact,colour\nE1,P1,red\n"), skip_bad_rows=True)


async def test_a_long_chain_of_parents_is_skipped_as_one(store: SqliteStore) -> None:
    chain = "".join(f"C{i},Company,PARTNER,C{i - 1}\n" for i in range(1, 3000))
    report = await load(store, changed(companies="C0,Company,NOBODY,\n" + chain), skip_bad_rows=True)
    assert report.skipped_count == 3000


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(), data=st.data())
async def test_some_rows_and_columns_of_what_is_stored_change_nothing(
    world: list[Table], data: st.DataObject
) -> None:
    store = await SqliteStore.open(None)
    try:
        await apply_changes(store, LOCAL, Changes(world))
        for table in world:
            part = _partly(table, data, may_clear=False)
            report = await apply_changes(store, LOCAL, Changes([part]))
            assert report.tallies[table.kind.name] == Tally(unchanged=part.row_count)
    finally:
        await store.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=worlds(), second=worlds(), data=st.data())
async def test_a_dry_run_says_exactly_what_a_run_does(
    first: list[Table], second: list[Table], data: st.DataObject
) -> None:
    """A later state of the world: new rows, rows again, rows of which only some columns are named."""
    store = await SqliteStore.open(None)
    try:
        await apply_changes(store, LOCAL, Changes(first))
        tables = [_partly(table, data) for table in first]
        if data.draw(st.booleans()):
            tables += [table for table in second if table.kind.identity == ("key",)]
        held = await everything(store)
        foretold = await _outcome(store, Changes(tables), is_dry_run=True)
        event("refused" if isinstance(foretold, list) else "written")
        assert await everything(store) == held
        assert await _outcome(store, Changes(tables)) == foretold
        assert (await everything(store) == held) or not isinstance(foretold, list)
    finally:
        await store.close()


async def _outcome(store: SqliteStore, changes: Changes, *, is_dry_run: bool = False):
    """The tallies, or the problems."""
    try:
        return (await apply_changes(store, LOCAL, changes, is_dry_run=is_dry_run)).tallies
    except BadInput as refusal:
        return list(refusal.problems)


def _partly(table: Table, data: st.DataObject, *, may_clear: bool = True) -> Table:
    """Some of the rows and columns, with some values taken away."""
    kind = table.kind
    names = [
        column.name
        for column in kind.columns
        if column.name in kind.identity
        or (column.is_required and data.draw(st.booleans()))
        or data.draw(st.booleans())
    ]
    places = [kind.column_names.index(name) for name in names]
    clears = may_clear and data.draw(st.booleans())
    rows = []
    for row in data.draw(st.lists(st.sampled_from(table.rows()), unique=True)):
        values = [row[place] for place in places]
        for index, name in enumerate(names):
            column = kind.column(name)
            if (
                clears
                and column.type.name in ("TEXT", "MONEY", "DATE")
                and not column.is_required
                and name
                not in (
                    *kind.identity,
                    "valid_to",
                )
            ):
                values[index] = None
        rows.append(tuple(values))
    return Table.of_rows(kind, tuple(names), rows)
