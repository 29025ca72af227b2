"""Files that are no bundle, whatever they are called: the word says what each is, and what to do."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from graph.exchange.bundle.reading import read_bundle
from tests.unit.exchange.small_bundles import zipped
from tests.unit.exchange.small_workbooks import read, told, workbook

COMPANIES = b"key,name,side\nC1,One,CUSTOMER\n"
BUNDLE = "expected a folder of CSV files, a .zip of them or an .xlsx; "
SAVE_AS = "open it in a spreadsheet program and save it as Excel Workbook (.xlsx)"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)
WORKBOOK = workbook({"companies": [["key", "name", "side"], ["C1", "One", "CUSTOMER"]]})


def stream_name(name: str) -> bytes:
    return (name + "\0").encode("utf-16-le")


def tar() -> bytes:
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        member = tarfile.TarInfo("companies.csv")
        member.size = len(COMPANIES)
        archive.addfile(member, BytesIO(COMPANIES))
    return buffer.getvalue()


KINDS = {
    "an old workbook": (OLE + stream_name("Workbook"), f"this is an old workbook (.xls): {SAVE_AS}"),
    "a workbook with a password": (
        OLE + stream_name("EncryptionInfo") + stream_name("EncryptedPackage"),
        "this is a workbook with a password: take the password off and save it again as .xlsx",
    ),
    "a binary workbook": (
        zipped({"[Content_Types].xml": "", "xl/workbook.bin": "x"}, "").getvalue(),
        f"this is a binary workbook (.xlsb): {SAVE_AS}",
    ),
    "an OpenDocument file": (
        zipped(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, ""
        ).getvalue(),
        f"this is an OpenDocument file (.ods): {SAVE_AS}",
    ),
    "a Numbers document": (
        zipped({"Index/Document.iwa": "x"}, "").getvalue(),
        "this is a Numbers document: export it as an Excel workbook (.xlsx)",
    ),
    "a Word document": (
        zipped({"[Content_Types].xml": "", "word/document.xml": "x"}, "").getvalue(),
        "this is a Word document: put the tables into CSV files or a workbook",
    ),
    "an HTML page": (b"\xef\xbb\xbf\n<HTML><table><tr><td>key", f"this is an HTML page: {SAVE_AS}"),
    "a table of HTML": (b"<meta charset=utf-8><table border=1>", f"this is an HTML page: {SAVE_AS}"),
    "an XML Spreadsheet 2003": (
        b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        f"this is an XML Spreadsheet 2003: {SAVE_AS}",
    ),
    "a web archive": (b"MIME-Version: 1.0\nContent-Type: multipart/related", f"this is a web archive: {SAVE_AS}"),
    "gzip": (gzip.compress(COMPANIES), "this is a gzip file: unpack it, and import the folder or a .zip of it"),
    "bzip2": (bz2.compress(COMPANIES), "this is a bzip2 file: "),
    "xz": (lzma.compress(COMPANIES), "this is an xz file: "),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "this is a 7z archive: "),
    "RAR": (b"Rar!\x1a\x07\x01\x00" + bytes(50), "this is a RAR archive: "),
    "tar": (tar(), "this is a tar archive: "),
    "a PDF": (b"%PDF-1.7\n\xe2\xe3", "this is a PDF: "),
    "an SQLite file": (b"SQLite format 3\0" + bytes(50), "this is an SQLite file: "),
    "an empty file": (b"", "this is an empty file: "),
    "CSV": (COMPANIES, "this is a text file: name each CSV file for what it holds, as people.csv, and import the"),
    "CSV in UTF-16": (COMPANIES.decode().encode("utf-16"), "this is a text file: "),
    "JSON": (b'{"people": []}', "this is a text file: "),
}


@pytest.mark.parametrize("name", ["b.xlsx", "b.zip", "b.xls", "b.csv", "bundle", "b.XLSB"])
@pytest.mark.parametrize("kind", KINDS)
def test_is_told_what_it_is_and_what_to_do(kind: str, name: str) -> None:
    data, expected = KINDS[kind]
    (line,) = told(data, name)
    assert line.startswith(f"{name}: {BUNDLE}{expected}")


@pytest.mark.parametrize("name", ["b.zip", "b.csv", "b", "b.xls"])
def test_a_workbook_under_another_name_is_told_so(name: str) -> None:
    assert told(WORKBOOK, name) == [
        f"{name}: {BUNDLE}this is a workbook: name it as an .xlsx and import it by itself"
    ]


@pytest.mark.parametrize("name", ["b.xlsm", "b.XLSX", "b.xltx", "b.xltm"])
def test_workbooks_with_macros_and_templates_are_read(name: str) -> None:
    assert [part.row_count for part in read(WORKBOOK, name).rows] == [1]


def test_a_zip_of_csv_under_another_name_is_told_so() -> None:
    data = zipped({"companies": COMPANIES}).getvalue()
    assert told(data, "b.xlsx") == [
        "b.xlsx: expected a sound workbook: this is a zip archive without one; name it as a .zip"
    ]
    assert told(data, "b.csv") == [f"b.csv: {BUNDLE}this is a zip archive: name it as a .zip"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (WORKBOOK, "this is a workbook: name it as an .xlsx and import it by itself"),
        (zipped({"companies": COMPANIES}).getvalue(), "this is a zip archive: name it as a .zip"),
        (OLE, f"this is an old workbook (.xls): {SAVE_AS}"),
        (gzip.compress(COMPANIES), "this is a gzip file: "),
        (b"<html><table>", f"this is an HTML page: {SAVE_AS}"),
    ],
    ids=["a workbook", "a zip archive", "an old workbook", "gzip", "HTML"],
)
def test_a_file_in_a_bundle_that_only_is_called_csv_is_told_so(data: bytes, expected: str, tmp_path: Path) -> None:
    (tmp_path / "companies.csv").write_bytes(data)
    in_folder = [str(problem) for problem in read_bundle(tmp_path).file_problems]
    in_archive = told(zipped({"companies": data}).getvalue(), "b.zip")
    assert in_folder == in_archive
    assert in_folder[0].startswith(f"companies, row 1: expected CSV text, {expected}")
