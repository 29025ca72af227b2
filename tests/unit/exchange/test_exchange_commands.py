"""guanxi import and export, as typed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from api.commands import exchange
from tests.unit.exchange.small_bundles import WORLD, changed, zipped

app = typer.Typer()
exchange.register(app)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.db'}"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "b.zip"
    path.write_bytes(zipped(WORLD).getvalue())
    return path


def run(*arguments: object):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def rows_of(output: str) -> dict[str, list[str]]:
    return {cells[0]: cells[1:] for line in output.splitlines() if (cells := line.split())}


def test_an_import_tells_what_was_created_changed_and_unchanged(store: str, bundle: Path) -> None:
    first = run("import", bundle, "--store", store)
    assert first.exit_code == 0
    assert rows_of(first.stdout)["kind"] == ["created", "changed", "unchanged"]
    assert rows_of(first.stdout)["people"] == ["6", "0", "0"]
    assert rows_of(run("import", bundle, "--store", store).stdout)["people"] == ["0", "0", "6"]


def test_a_dry_run_writes_nothing(store: str, bundle: Path) -> None:
    for _ in range(2):
        done = run("import", bundle, "--dry-run", "--store", store)
        assert done.exit_code == 0
        assert rows_of(done.stdout)["people"] == ["6", "0", "0"]
        assert "Nothing was written (dry run)." in done.stdout


def test_problems_are_told_one_per_line_and_end_with_exit_code_1(store: str, bundle: Path, tmp_path: Path) -> None:
    bundle.write_bytes(zipped(changed(people="P9,Zoe,NOPE,DX\n")).getvalue())
    done = run("import", bundle, "--store", store, "--problems-to", tmp_path / "problems.csv")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[:2] == [
        "people, row 8, column company: 'NOPE': expected the key of a company, there is none with this key",
        "people, row 8, column department: 'DX': expected the key of a department, there is none with this key",
    ]
    assert "2 problems; nothing was written." in done.stderr
    with (tmp_path / "problems.csv").open(newline="") as stream:
        kept = list(csv.reader(stream))
    assert kept[0] == ["file", "row", "column", "value", "expected"]
    assert kept[1][:4] == ["people", "8", "company", "NOPE"]


def test_skipped_rows_are_listed_and_the_rest_is_written(store: str, bundle: Path) -> None:
    bundle.write_bytes(zipped(changed(people="P9,Zoe,NOPE,\n")).getvalue())
    done = run("import", bundle, "--skip-bad-rows", "--store", store)
    assert done.exit_code == 0
    assert "people, row 8, column company: 'NOPE'" in done.stderr
    assert rows_of(done.stdout)["people"] == ["6", "0", "0"]
    assert "1 rows were skipped." in done.stdout


def test_very_many_problems_are_grouped_and_counted_and_all_kept_in_the_file(
    store: str, bundle: Path, tmp_path: Path
) -> None:
    bad = "".join(f"Q{i},Name,NOPE{i},\n" for i in range(2000)) + "P9,Zoe,ACME,D2\n"
    bundle.write_bytes(zipped(changed(people=bad)).getvalue())
    done = run("import", bundle, "--store", store)
    assert [line for line in done.stderr.splitlines() if line.strip()] == [
        "people, row 8, column company: 'NOPE0': expected the key of a company, there is none with this key",
        "  and 1,999 more like it in rows 9, 10, 11, 12, 13, …",
        "people, row 2008, column department: 'D2': expected a department of company 'ACME',"
        " this one is of 'NORTH'",
        "--problems-to FILE.csv lists every one.",
        "2,001 problems; nothing was written.",
    ]
    run("import", bundle, "--store", store, "--problems-to", tmp_path / "problems.csv")
    assert len((tmp_path / "problems.csv").read_text().splitlines()) == 2002


@pytest.mark.parametrize("name", ["out", "out.zip", "out.xlsx"])
def test_an_export_loads_back_and_replaces_only_with_force(
    name: str, store: str, bundle: Path, tmp_path: Path
) -> None:
    run("import", bundle, "--store", store)
    done = run("export", tmp_path / name, "--store", store)
    assert done.exit_code == 0
    assert rows_of(done.stdout)["people"] == ["6"]
    assert rows_of(run("import", tmp_path / name, "--store", store).stdout)["people"] == ["0", "0", "6"]
    again = run("export", tmp_path / name, "--store", store)
    assert again.exit_code == 1
    assert "--force" in again.stderr
    assert run("export", tmp_path / name, "--force", "--store", store).exit_code == 0


def test_a_path_that_is_not_there_and_a_store_that_is_none_are_told(store: str, tmp_path: Path) -> None:
    missing = run("import", tmp_path / "none.zip", "--store", store)
    assert missing.exit_code == 1
    assert "none.zip: expected a folder or file that is there" in missing.stderr
    wrong = run("import", tmp_path, "--store", "oracle://x")
    assert wrong.exit_code == 1
    assert "expected sqlite, memory, neo4j or bolt" in wrong.stderr.replace("\n", " ")


def test_a_wrong_key_is_told_with_the_keys_that_may_be_meant_of_the_files_and_of_the_store(
    store: str, bundle: Path, tmp_path: Path
) -> None:
    bundle.write_bytes(zipped(changed(people="P9,Zoe,ACMEE,\n")).getvalue())
    done = run("import", bundle, "--store", store, "--problems-to", tmp_path / "problems.csv")
    assert "there is none with this key: did you mean ACME (" in done.stderr
    assert "did you mean ACME (" in (tmp_path / "problems.csv").read_text()
    bundle.write_bytes(zipped(dict(WORLD)).getvalue())
    assert run("import", bundle, "--store", store).exit_code == 0
    ties = tmp_path / "ties"
    ties.mkdir()
    (ties / "people.csv").write_text("key,name,company\nZ1,Zoe,ACMEE\n")
    assert "did you mean ACME (" in run("import", ties, "--store", store).stderr


def test_very_many_wrong_keys_are_told_as_fast_as_a_few(store: str, tmp_path: Path, monkeypatch) -> None:
    looked_up = []

    async def find(_store, _viewer, kind, text, brought=()):
        looked_up.append((kind, text))
        return ()

    monkeypatch.setattr("graph.rules.near_keys.find_suggestions", find)
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "companies.csv").write_text("key,name,side\nACME,Acme,CUSTOMER\n")
    rows = "".join(f"P{number},Name,WRONG{number}\n" for number in range(100_000))
    (folder / "people.csv").write_text(f"key,name,company\n{rows}")
    assert run("import", folder, "--store", store).exit_code == 1
    assert looked_up == [("Company", f"WRONG{number}") for number in range(5)]
