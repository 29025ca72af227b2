"""Bundles as systems make them: what stands beside the data by itself, in folders and archives alike."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

import pytest

from graph.exchange.bundle import csv_files
from graph.exchange.bundle.reading import read_bundle
from graph.model.record_kinds import RECORD_KINDS
from tests.unit.exchange.small_workbooks import told

COMPANIES = "key,name,side\nC1,One,CUSTOMER\n"
PEOPLE = "key,company\nP1,C1\n"


def in_folder(files: dict[str, str], folder: Path) -> list[str]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    contents = read_bundle(folder)
    return [part.kind.name for part in contents.rows] + [str(problem) for problem in contents.file_problems]


def in_archive(files: dict[str | bytes, str]) -> list[str]:
    """What is read of an archive; names that are bytes are in the code page of some computer, without a mark."""
    contents = read_bundle(BytesIO(archive(files)), "b.zip")
    return [part.kind.name for part in contents.rows] + [str(problem) for problem in contents.file_problems]


def archive(files: dict[str | bytes, str]) -> bytes:
    buffer = BytesIO()
    names = {
        f"{place:0{len(name)}}" if isinstance(name, bytes) else name: name for place, name in enumerate(files)
    }
    with ZipFile(buffer, "w") as written:
        for placeholder, name in names.items():
            written.writestr(ZipInfo(placeholder), files[name])
    data = buffer.getvalue()
    for placeholder, name in names.items():
        if isinstance(name, bytes):
            data = data.replace(placeholder.encode(), name)
    return data


ADDED = [
    "__MACOSX/._companies.csv",
    "._companies.csv",
    ".DS_Store",
    ".git/config",
    ".~lock.companies.csv#",
    "Thumbs.db",
    "thumbs.DB",
    "desktop.ini",
    "Desktop.ini",
    "~$people.xlsx",
    "@eaDir/companies.csv",
    "$RECYCLE.BIN/companies.csv",
    "companies.csv:Zone.Identifier",
]


@pytest.mark.parametrize("added", ADDED)
def test_what_systems_and_programs_add_is_passed_over(added: str, tmp_path: Path) -> None:
    files = {"companies.csv": COMPANIES, added: "not a table"}
    assert in_folder(files, tmp_path) == ["companies"]
    assert in_archive(dict(files)) == ["companies"]


@pytest.mark.parametrize("name", ["Companies.CSV", "COMPANIES.csv", "companies.Csv"])
def test_capitals_in_the_name_of_a_file_do_not_count(name: str, tmp_path: Path) -> None:
    assert in_folder({name: COMPANIES}, tmp_path) == ["companies"]
    assert in_archive({name: COMPANIES}) == ["companies"]


def test_two_files_that_come_to_one_name_are_refused_by_both(tmp_path: Path) -> None:
    files = {"Companies.csv": COMPANIES, "companies.CSV": COMPANIES}
    expected = ["companies", "companies: expected one file of that name, found Companies.csv and companies.CSV"]
    assert in_folder(files, tmp_path) == expected
    assert in_archive(dict(files)) == expected


def test_the_files_may_stand_in_one_folder_inside(tmp_path: Path) -> None:
    files = {"customers/2026/companies.csv": COMPANIES, "customers/2026/people.csv": PEOPLE, "__MACOSX/x": "x"}
    assert in_folder(files, tmp_path) == ["companies", "people"]
    assert in_archive(dict(files)) == ["companies", "people"]


def test_a_folder_beside_the_files_is_refused_by_name(tmp_path: Path) -> None:
    assert in_folder({"companies.csv": COMPANIES, "old/companies.csv": COMPANIES}, tmp_path) == [
        "companies",
        "old: unknown file, expected CSV files beside each other, this is a folder",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("company.csv", "unknown file, did you mean companies.csv? expected companies.csv, "),
        ("companies.txt", "unknown file, did you mean companies.csv? expected companies.csv, "),
        ("Reports To.csv", "unknown file, did you mean reports_to.csv? expected companies.csv, "),
        ("readme.md", "unknown file, expected companies.csv, "),
        ("people.xlsx", "unknown file, expected CSV files beside each other; a workbook is imported by itself"),
        ("old.zip", "unknown file, expected CSV files beside each other; an archive is to be unpacked first"),
    ],
)
def test_other_files_are_refused_by_name(name: str, expected: str, tmp_path: Path) -> None:
    files = {"people.csv": PEOPLE, name: "x"}
    (_, line) = in_folder(files, tmp_path)
    assert line.startswith(f"{name}: {expected}")
    assert in_archive(dict(files)) == ["people", line]


@pytest.mark.parametrize(
    "name", ["bundle\\companies.csv", "a\\b/companies.csv", "bundle\\\\companies.csv", "./companies.csv"]
)
def test_a_backslash_is_a_separator_in_an_archive(name: str) -> None:
    assert in_archive({name: COMPANIES, name.replace("companies", "people"): PEOPLE}) == ["companies", "people"]


@pytest.mark.parametrize(
    ("folder", "encoding"),
    [
        ("許功蓋", "big5"),
        ("客户资料", "gbk"),
        ("镕", "gbk"),
        ("表示ソ能", "cp932"),
        ("客户", "utf-8"),
        ("고객", "cp949"),
    ],
)
def test_the_encoding_of_a_folder_does_not_matter(folder: str, encoding: str) -> None:
    names = [f"{folder}/{name}.csv".encode(encoding) for name in ("companies", "people")]
    assert in_archive({names[0]: COMPANIES, names[1]: PEOPLE}) == ["companies", "people"]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("說明功.txt", "big5"), ("说明.txt", "gbk"), ("表示.txt", "cp932"), ("说明.txt", "utf-8")],
)
def test_a_file_of_another_encoding_is_refused_by_its_name(name: str, encoding: str) -> None:
    (_, line) = in_archive({"companies.csv": COMPANIES, name.encode(encoding): "x"})
    assert line.startswith(f"{name}: unknown file")


@pytest.mark.parametrize(
    "name",
    [
        "../companies.csv",
        "a/../../companies.csv",
        "..\\companies.csv",
        "/companies.csv",
        "\\companies.csv",
        "C:\\companies.csv",
        "c:companies.csv",
        "\\\\server\\share\\companies.csv",
    ],
)
def test_names_that_lead_out_of_an_archive_are_refused(name: str) -> None:
    (line,) = in_archive({name: COMPANIES})
    shown = name.replace("\\", "/")
    assert line == f"b.zip: expected names inside the archive's own folder, found {shown!r}"


def test_a_link_in_an_archive_is_refused() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as written:
        link = ZipInfo("companies.csv")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        written.writestr(link, "/etc/passwd")
    assert told(buffer.getvalue(), "b.zip") == [
        "b.zip: expected files, 'companies.csv' is a link to another place"
    ]


def test_a_link_out_of_a_folder_is_refused_and_one_within_is_followed(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (tmp_path / "people.csv").write_text(PEOPLE)
    (bundle / "companies.csv").write_text(COMPANIES)
    (bundle / ".kept").mkdir()
    (bundle / ".kept" / "ties.csv").write_text("employee,contact\n")
    (bundle / "people.csv").symlink_to(tmp_path / "people.csv")
    (bundle / "ties.csv").symlink_to(bundle / ".kept" / "ties.csv")
    (bundle / "works_in.csv").symlink_to(bundle / "nothing.csv")
    assert in_folder({}, bundle) == [
        "companies",
        "ties",
        "people.csv: expected a file of the folder, this is a link to a place outside of it",
        "works_in.csv: expected a file, this is a link to nothing",
    ]


def test_a_bundle_that_is_reached_through_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "companies.csv").write_text(COMPANIES)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert in_folder({}, tmp_path / "link") == ["companies"]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path) -> IO[bytes]:  # the superuser, whom the system denies nothing, may be running this
        raise PermissionError(path)

    monkeypatch.setattr(csv_files, "_opened", deny)
    assert in_folder({"companies.csv": COMPANIES}, tmp_path) == [
        "companies.csv: expected a file that you may read, the system denies it"
    ]


@pytest.mark.parametrize(("method", "name"), [(9, "Deflate64"), (93, "Zstandard"), (77, "method 77")])
def test_a_way_of_packing_that_is_not_known_is_named(method: int, name: str) -> None:
    data = bytearray(archive({"companies.csv": COMPANIES}))
    data[8] = data[data.index(b"PK\x01\x02") + 10] = method
    assert told(bytes(data), "b.zip") == [
        f"b.zip: expected a sound archive: 'companies.csv' is packed by {name}; pack it by the usual Deflate"
    ]


def test_small_archives_that_unpack_to_much_are_refused_early() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", 8) as written:
        written.writestr("companies.csv", COMPANIES + ",,\n" * 30_000_000)
    (line,) = told(buffer.getvalue(), "b.zip")
    assert line.startswith("b.zip: expected at most 100 times the packed size, ")


def test_a_folder_with_nothing_in_it_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "bundle" / "empty").mkdir(parents=True)
    (tmp_path / "bundle" / "Thumbs.db").write_bytes(b"x")
    (line,) = in_folder({}, tmp_path / "bundle")
    assert line.startswith("bundle: expected at least one file or sheet of a bundle: ")
    assert line.endswith(", ".join(RECORD_KINDS))
