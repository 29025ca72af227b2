"""What is exported loads back to the same records, in every format."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from graph.editing import apply_changes
from graph.errors import BadInput
from graph.exchange.exporting import export_bundle
from graph.exchange.importing import import_bundle
from graph.model.companies import COMPANIES
from graph.model.meetings import INTERACTIONS
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Table
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.unit.exchange.record_strategies import worlds
from tests.unit.exchange.small_bundles import changed, everything, load


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


ENDINGS = ["", ".zip", ".xlsx"]


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds())
async def test_a_bundle_loads_back_to_the_same_records(ending: str, world: list[Table]) -> None:
    first, second = await SqliteStore.open(None), await SqliteStore.open(None)
    try:
        await apply_changes(first, LOCAL, Changes(world))
        held = await everything(first)
        assert {name: len(rows) for name, rows in held.items()} == {
            table.kind.name: table.row_count for table in world
        }
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"bundle{ending}"
            await export_bundle(first, LOCAL, path)
            await import_bundle(second, LOCAL, path)
            assert await everything(second) == held
            again = await import_bundle(first, LOCAL, path)
        assert all(tally.created == tally.changed == 0 for tally in again.tallies.values())
    finally:
        await first.close()
        await second.close()


@pytest.fixture
async def store():
    opened = await SqliteStore.open(None)
    await load(opened, changed())
    yield opened
    await opened.close()


@pytest.mark.parametrize("ending", ENDINGS)
async def test_every_kind_and_column_is_in_the_bundle_and_nothing_else_is_left(
    ending: str, store: SqliteStore, tmp_path: Path
) -> None:
    counts = await export_bundle(store, LOCAL, tmp_path / "new" / f"b{ending}")
    assert [counts[name] for name in ("companies", "people", "ties")] == [4, 6, 0]
    assert names_in(tmp_path / "new") == [f"b{ending}"]
    empty = await SqliteStore.open(None)
    report = await import_bundle(empty, LOCAL, tmp_path / "new" / f"b{ending}")
    await empty.close()
    assert len(report.tallies) == len(RECORD_KINDS)


@pytest.mark.parametrize("ending", ENDINGS)
async def test_what_is_there_is_replaced_only_when_asked_to(
    ending: str, store: SqliteStore, tmp_path: Path
) -> None:
    path = tmp_path / f"b{ending}"
    await export_bundle(store, LOCAL, path)
    await apply_changes(store, LOCAL, Changes([Table.of_rows(COMPANIES, ("key", "name"), [("ACME", "Renamed")])]))
    with pytest.raises(BadInput, match="--force replaces"):
        await export_bundle(store, LOCAL, path)
    await export_bundle(store, LOCAL, path, may_replace=True)
    report = await import_bundle(store, LOCAL, path)
    assert report.tallies["companies"].unchanged == 4
    assert names_in(tmp_path) == [path.name]


async def test_a_folder_with_other_files_is_never_replaced(store: SqliteStore, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(BadInput, match=r"there is also 'thesis\.doc'"):
        await export_bundle(store, LOCAL, tmp_path, may_replace=True)


async def test_how_a_system_shows_a_folder_is_no_other_file_in_it(store: SqliteStore, tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (tmp_path / name).write_bytes(b"x")
    await export_bundle(store, LOCAL, tmp_path)
    (tmp_path / ".DS_Store").write_bytes(b"x")
    await export_bundle(store, LOCAL, tmp_path, may_replace=True)
    assert len(names_in(tmp_path)) == len(RECORD_KINDS)
    (tmp_path / ".env").write_text("years of work")
    with pytest.raises(BadInput, match=r"there is also '\.env'"):
        await export_bundle(store, LOCAL, tmp_path, may_replace=True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("file", "expected a folder, this is a file"),
        ("folder.zip", "expected a file to replace, this is a folder"),
        ("b.csv", "expected a folder, a .zip or an .xlsx to export to"),
    ],
)
async def test_a_path_that_fits_no_bundle_is_refused(
    name: str, expected: str, store: SqliteStore, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(BadInput, match=expected):
        await export_bundle(store, LOCAL, tmp_path / name, may_replace=True)


async def test_text_longer_than_a_cell_of_a_workbook_is_told_and_leaves_no_file(
    store: SqliteStore, tmp_path: Path
) -> None:
    long = Table.of_rows(
        INTERACTIONS,
        ("key", "kind", "on", "participants", "subject"),
        [("I1", "CALL", "2026-01-01", ("P1",), "x" * 32_768)],
    )
    await apply_changes(store, LOCAL, Changes([long]))
    with pytest.raises(BadInput) as refusal:
        await export_bundle(store, LOCAL, tmp_path / "b.xlsx")
    assert str(refusal.value) == (
        "interactions, row 2, column subject: expected at most 32,767 characters in a cell of an .xlsx,"
        " found 32,768, export a folder or .zip"
    )
    assert names_in(tmp_path) == []
    await export_bundle(store, LOCAL, tmp_path / "b.zip")


async def test_more_records_than_a_sheet_has_rows_are_told(
    store: SqliteStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.exchange.bundle.xlsx_writing.SHEET_ROW_LIMIT", 4)
    with pytest.raises(BadInput, match=r"expected at most 3 records for an .xlsx, export a folder or .zip"):
        await export_bundle(store, LOCAL, tmp_path / "b.xlsx")
    assert names_in(tmp_path) == []


async def test_csv_keeps_text_verbatim(store: SqliteStore, tmp_path: Path) -> None:
    await apply_changes(
        store, LOCAL, Changes([Table.of_rows(COMPANIES, ("key", "name"), [("ACME", '=SUM("a",1)\r\n客户')])])
    )
    await export_bundle(store, LOCAL, tmp_path / "b")
    text = (tmp_path / "b" / "companies.csv").read_bytes().decode()
    assert 'ACME,"=SUM(""a"",1)\r\n客户",CUSTOMER,' in text
