"""What a file is, by what is in it, and what to do with one that is no bundle.

The ending of a file is what somebody called it; programs and people call files by the wrong one every day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

HEAD_BYTES = 4096
"""What is looked at of a file's beginning."""
_SAVE_AS = "open it in a spreadsheet program and save it as Excel Workbook (.xlsx)"
_UNPACK = "unpack it, and import the folder or a .zip of it"
_CHUNK_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is, in words, and what to do with it."""

    name: str
    advice: str

    def __str__(self) -> str:
        return f"this is {self.name}: {self.advice}"


WORKBOOK = FileKind("a workbook", "name it as an .xlsx and import it by itself")
ZIP_OF_CSV = FileKind("a zip archive", "name it as a .zip and import it by itself")
_PROTECTED = FileKind("a workbook with a password", "take the password off and save it again as .xlsx")
_OLD_WORKBOOK = FileKind("an old workbook (.xls)", _SAVE_AS)
_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = {
    "EncryptedPackage": _PROTECTED,
    "Workbook": _OLD_WORKBOOK,
    "Book": _OLD_WORKBOOK,
    "WordDocument": FileKind("a Word document", "put the tables into CSV files or a workbook"),
}
"""Streams by which a file of the old Office format is known, the telling ones first."""
_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"\x1f\x8b", FileKind("a gzip file", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", FileKind("a 7z archive", _UNPACK)),
    (b"Rar!\x1a\x07", FileKind("a RAR archive", _UNPACK)),
    (b"BZh", FileKind("a bzip2 file", _UNPACK)),
    (b"\xfd7zXZ\x00", FileKind("an xz file", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", FileKind("a Zstandard file", _UNPACK)),
    (b"%PDF", FileKind("a PDF", "export the tables as CSV files or as a workbook")),
    (b"SQLite format 3\0", FileKind("an SQLite file", "export its tables as CSV files")),
    (b"PAR1", FileKind("a Parquet file", "export it as CSV")),
    (b"ID;P", FileKind("a SYLK file", _SAVE_AS)),
    (b"{\\rtf", FileKind("an RTF document", "put the tables into CSV files or a workbook")),
)
_MARKUP: tuple[tuple[bytes, FileKind], ...] = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", FileKind("an XML Spreadsheet 2003", _SAVE_AS)),
    (b"opendocument", FileKind("a flat OpenDocument file", _SAVE_AS)),
    (b"<html", FileKind("an HTML page", _SAVE_AS)),
    (b"<!doctype html", FileKind("an HTML page", _SAVE_AS)),
    (b"<table", FileKind("an HTML page", _SAVE_AS)),
    (b"<?xml", FileKind("an XML file", "put the data into CSV files or a workbook")),
)
_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_EMPTY = FileKind("an empty file", "nothing was saved, or the copying was interrupted")
_TEXT = FileKind("a text file", "name each CSV file for what it holds, as people.csv, and import the folder")


def kind_of_stream(stream: IO[bytes]) -> FileKind | None:
    """What a file that is no zip archive is; None when it is not known. The stream is put back to its start."""
    head = stream.read(HEAD_BYTES)
    kind = _kind_of_old_office(stream, head) if head.startswith(_OLE) else kind_of_head(head)
    stream.seek(0)
    return _TEXT if kind is None and not head.startswith(_OLE) and _is_text(head) else kind


def kind_of_head(head: bytes) -> FileKind | None:
    """What a file that begins so is; None for text without a mark, and for what is not known."""
    if not head:
        return _EMPTY
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head[257:262] == b"ustar":
        return FileKind("a tar archive", _UNPACK)
    if head.startswith(_OLE):
        return _OLD_WORKBOOK
    if head.startswith(b"PK\x03\x04"):
        return WORKBOOK if b"[Content_Types].xml" in head or b"xl/" in head else ZIP_OF_CSV
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"mime-version:"):
        return FileKind("a web archive", _SAVE_AS)
    if text.startswith(b"<"):
        return next((kind for mark, kind in _MARKUP if mark in text), None)
    return None


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32, where the text that begins so is in one of them."""
    for mark, name in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return name
    is_latin = len(head) >= 4 and head[0:4:2] != b"\0\0" and head[1:4:2] == b"\0\0"
    return "UTF-16" if is_latin or (len(head) >= 4 and head[0:4:2] == b"\0\0" != head[1:4:2]) else None


def kind_of_archive(names: Iterable[str]) -> FileKind | None:
    """What a zip archive with those files is; None for one that may be a bundle of CSV files."""
    found = {name.lower() for name in names}
    if "xl/workbook.bin" in found:
        return FileKind("a binary workbook (.xlsb)", _SAVE_AS)
    if "[content_types].xml" in found:
        if any(name.startswith("word/") for name in found):
            return FileKind("a Word document", "put the tables into CSV files or a workbook")
        if any(name.startswith("ppt/") for name in found):
            return FileKind("a presentation", "put the tables into CSV files or a workbook")
        return WORKBOOK
    if "content.xml" in found and "mimetype" in found:
        return FileKind("an OpenDocument file (.ods)", _SAVE_AS)
    if any(name.startswith("index/") and name.endswith(".iwa") for name in found):
        return FileKind("a Numbers document", "export it as an Excel workbook (.xlsx)")
    return None


def _kind_of_old_office(stream: IO[bytes], head: bytes) -> FileKind | None:
    found: set[str] = set()
    rest = b""
    chunk = head
    while chunk:
        found.update(name for name in _STREAMS if (name + "\0").encode("utf-16-le") in rest + chunk)
        rest = chunk[-64:]
        chunk = stream.read(_CHUNK_BYTES)
    return next((kind for name, kind in _STREAMS.items() if name in found), None)


def _is_text(head: bytes) -> bool:
    return bool(head) and (wide_encoding(head) is not None or b"\0" not in head)
