"""Zip archives from elsewhere: what is accepted, and what ends in one clear sentence."""

from __future__ import annotations

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from graph.exchange.bundle import archives
from graph.exchange.bundle.reading import read_bundle

COMPANIES = "key,name,side\nC1,One,CUSTOMER\n"


def archive(files: list[tuple[str, str]]) -> bytearray:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as written:
        for name, text in files:
            written.writestr(name, text)
    return bytearray(buffer.getvalue())


def read(data: bytes, name: str = "b.zip"):
    return read_bundle(BytesIO(data), name)


def told(data: bytes, name: str = "b.zip") -> list[str]:
    contents = read(data, name)
    return [str(problem) for problem in contents.file_problems]


@pytest.mark.parametrize(
    "files",
    [
        [("companies.csv", COMPANIES)],
        [("export/", ""), ("export/companies.csv", COMPANIES)],
        [("a/b/companies.csv", COMPANIES), ("__MACOSX/a/._companies.csv", "x"), ("a/b/.DS_Store", "x")],
    ],
    ids=["flat", "in a folder", "with what a Mac adds"],
)
def test_files_are_found(files: list[tuple[str, str]]) -> None:
    contents = read(bytes(archive(files)))
    assert [part.table.rows() for part in contents.rows] == [[("C1", "One", "CUSTOMER")]]
    assert contents.file_problems == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            [("../companies.csv", COMPANIES)],
            "b.zip: expected names inside the archive's own folder, found '../companies.csv'",
        ),
        (
            [("/etc/companies.csv", COMPANIES)],
            "b.zip: expected names inside the archive's own folder, found '/etc/companies.csv'",
        ),
        (
            [("a/companies.csv", COMPANIES), ("b/people.csv", "key,company\n")],
            "b.zip: expected all files in one folder, found a, b",
        ),
        ([("companies.csv", COMPANIES), ("notes.txt", "x")], "notes.txt: unknown file, expected companies.csv,"),
    ],
)
def test_is_refused(files: list[tuple[str, str]], expected: str) -> None:
    assert told(bytes(archive(files)))[0].startswith(expected)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_file_twice_is_refused() -> None:
    data = archive([("companies.csv", COMPANIES), ("companies.csv", COMPANIES)])
    assert told(bytes(data)) == ["companies: expected companies.csv once in the archive"]


def test_an_encrypted_archive_is_refused() -> None:
    data = archive([("companies.csv", COMPANIES)])
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    assert told(bytes(data)) == ["b.zip: expected an archive without a password, 'companies.csv' is encrypted"]


def test_an_unknown_packing_is_refused() -> None:
    data = archive([("companies.csv", COMPANIES)])
    directory = data.index(b"PK\x01\x02")
    data[8] = data[directory + 10] = 99
    assert told(bytes(data))[0].startswith("b.zip: expected a sound archive: ")


@pytest.mark.parametrize("kept", [3, 20, 60])
def test_a_file_that_is_no_archive_or_half_of_one_is_refused(kept: int) -> None:
    data = bytes(archive([("companies.csv", COMPANIES)]))[:kept]
    assert told(data) == ["b.zip: expected a zip archive: File is not a zip file"]


def test_damaged_contents_are_refused() -> None:
    data = archive([("companies.csv", COMPANIES * 100)])
    data[60] ^= 0xFF
    assert told(bytes(data))[0].startswith("b.zip: expected a sound archive: ")


def test_an_archive_that_unpacks_to_more_than_the_limit_is_not_unpacked() -> None:
    data = archive([("companies.csv", COMPANIES)])
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 600 * 2**20)
    assert told(bytes(data)) == ["b.zip: expected at most 512 MiB unpacked, found 600 MiB"]


def test_an_archive_that_holds_more_than_it_declares_is_read_no_further() -> None:
    data = archive([("companies.csv", COMPANIES + "x" * 10_000_000)])
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, len(COMPANIES))
    assert told(bytes(data))[0].startswith("b.zip: expected a sound archive: Bad CRC-32")


def test_an_archive_of_very_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MEMBER_LIMIT", 2)
    data = archive([(f"{name}.csv", "") for name in "abc"])
    assert told(bytes(data)) == ["b.zip: expected at most 2 files in the archive, found 3"]


def test_a_workbook_with_a_password_or_of_the_old_format_is_told_so() -> None:
    assert told(b"\xd0\xcf\x11\xe0 and so on", "b.xlsx") == [
        "b.xlsx: expected an .xlsx without a password; an old .xls is to be saved as .xlsx"
    ]


@pytest.mark.parametrize("files", [[("companies.csv", COMPANIES)], [("[Content_Types].xml", "<a>")]])
def test_a_zip_that_is_no_workbook_is_told_so(files: list[tuple[str, str]]) -> None:
    assert told(bytes(archive(files)), "b.xlsx")[0].startswith("b.xlsx: expected a sound workbook: ")
