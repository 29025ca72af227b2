"""A bundle from a folder, a .zip or an .xlsx to rows."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from openpyxl.utils.exceptions import InvalidFileException

from graph.exchange.bundle.archives import BROKEN_ARCHIVE, open_archive
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.csv_reading import read_csv
from graph.exchange.bundle.xlsx_reading import read_workbook
from graph.record_kind import RecordKind
from graph.records import RECORD_KINDS
from graph.rules.garbage import without_collection

_BROKEN_WORKBOOK = (InvalidFileException, ParseError, KeyError, IndexError, ValueError, TypeError, AttributeError)
"""What openpyxl raises for an archive that is not a sound workbook."""


def read_bundle(source: Path | IO[bytes], name: str | None = None) -> BundleContents:
    """Everything in the bundle, and everything that is wrong with its files and cells.

    `source` is a folder or file, or a file already open, for which `name` tells the format by its ending (so it
    does for a file that was stored under another name). Kinds come in the order of RECORD_KINDS.
    """
    contents = BundleContents()
    with without_collection():
        _read(source, name, contents)
    if not contents.rows and not contents.file_problems:
        place = source.name if isinstance(source, Path) and name is None else name or ""
        contents.reject(place, f"expected at least one file or sheet of a bundle: {', '.join(RECORD_KINDS)}")
    order = list(RECORD_KINDS)
    contents.rows.sort(key=lambda part: order.index(part.kind.name))
    return contents


def _read(source: Path | IO[bytes], name: str | None, contents: BundleContents) -> None:
    if isinstance(source, Path):
        name = name or source.name
        if source.is_dir():
            _read_folder(source, contents)
        elif not source.is_file():
            contents.reject(name, "expected a folder or file that is there")
        else:
            with source.open("rb") as stream:
                _read_file(stream, name, contents)
    else:
        _read_file(source, name or "", contents)


def _read_file(stream: IO[bytes], name: str, contents: BundleContents) -> None:
    ending = PurePosixPath(name).suffix.lower()
    if ending not in (".zip", ".xlsx"):
        contents.reject(name, "expected a folder of CSV files, a .zip of them or an .xlsx")
        return
    with open_archive(name, stream, contents) as archive:
        if archive is None:
            return
        try:
            if ending == ".zip":
                _read_zip(archive, name, contents)
            else:
                read_workbook(stream, archive, contents)
        except BROKEN_ARCHIVE as error:
            contents.reject(name, f"expected a sound archive: {error}")
        except _BROKEN_WORKBOOK as error:
            if ending == ".zip":
                raise
            contents.reject(name, f"expected a sound workbook: {error}")


def _read_folder(folder: Path, contents: BundleContents) -> None:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        kind = _kind_of(path.name)
        if kind is None or not path.is_file():
            _refuse_file(path.name, contents)
            continue
        with path.open("rb") as stream:
            read_csv(kind, stream, contents)


def _read_zip(archive: ZipFile, name: str, contents: BundleContents) -> None:
    """Files may stand in one folder inside; what file managers add (hidden files, __MACOSX) is passed over."""
    members = [
        member
        for member in archive.infolist()
        if not member.is_dir() and not any(_is_added(part) for part in PurePosixPath(member.filename).parts)
    ]
    folders = {PurePosixPath(member.filename).parent for member in members}
    if len(folders) > 1:
        contents.reject(name, f"expected all files in one folder, found {', '.join(sorted(map(str, folders)))}")
        return
    seen: set[str] = set()
    for member in members:
        file = PurePosixPath(member.filename).name
        kind = _kind_of(file)
        if kind is None:
            _refuse_file(file, contents)
        elif file in seen:
            contents.reject(kind.name, f"expected {file} once in the archive")
        else:
            seen.add(file)
            with archive.open(member) as stream:
                read_csv(kind, stream, contents)


def _is_added(part: str) -> bool:
    return part.startswith(".") or part == "__MACOSX"


def _kind_of(filename: str) -> RecordKind | None:
    stem, dot, ending = filename.rpartition(".")
    return RECORD_KINDS.get(stem) if dot and ending == "csv" else None


def _refuse_file(filename: str, contents: BundleContents) -> None:
    expected = ", ".join(f"{name}.csv" for name in RECORD_KINDS)
    contents.reject(filename, f"unknown file, expected {expected}")
