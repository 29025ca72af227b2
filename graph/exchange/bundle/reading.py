"""A bundle from a folder, a .zip or an .xlsx to rows."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import IO

from graph.exchange.bundle.archives import BROKEN_ARCHIVE, ArchiveRefused, Member, members_of, open_zip
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.csv_files import read_archive, read_folder
from graph.exchange.bundle.file_kinds import WORKBOOK, kind_of_archive, kind_of_stream
from graph.exchange.bundle.xlsx_reading import read_workbook
from graph.exchange.bundle.xml_events import WorkbookUnsound
from graph.messages.told import Told
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.garbage import without_collection

_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm")
"""Workbooks, with macros and templates too: the sheets in them are the same."""
_A_BUNDLE = Told(
    "expected a folder of CSV files, a .zip of them or an .xlsx",
    "应为 CSV 文件的文件夹、其 .zip 压缩包或 .xlsx",
)
_OLD_OR_LOCKED = Told(
    "expected an .xlsx without a password; an old .xls is to be saved as .xlsx",
    "应为无密码的 .xlsx；旧的 .xls 请另存为 .xlsx",
)
_NO_WORKBOOK = Told(
    "expected a sound workbook: this is a zip archive without one; name it as a .zip",
    "应为完好的工作簿：此为不含工作簿的 zip 压缩包，请改名为 .zip",
)
_NAME_AS_ZIP = Told("this is a zip archive: name it as a .zip", "此为 zip 压缩包：请改名为 .zip")
_ZIP_BEGINNINGS = (b"PK\x03", b"PK\x05", b"PK\x07")
_OLE_BEGINNING = b"\xd0\xcf\x11\xe0"


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
        known = ", ".join(RECORD_KINDS)
        told = Told(
            f"expected at least one file or sheet of a bundle: {known}",
            f"至少应有数据包的一个文件或工作表：{known}",
        )
        contents.reject(place, told)
    order = list(RECORD_KINDS)
    contents.rows.sort(key=lambda part: order.index(part.kind.name))
    return contents


def _read(source: Path | IO[bytes], name: str | None, contents: BundleContents) -> None:
    if isinstance(source, Path):
        name = name or source.name
        if source.is_dir():
            read_folder(source, contents)
        elif not source.is_file():
            contents.reject(name, Told("expected a folder or file that is there", "未找到该文件夹或文件"))
        else:
            with source.open("rb") as stream:
                _read_file(stream, name, contents)
    else:
        _read_file(source, name or "", contents)


def _read_file(stream: IO[bytes], name: str, contents: BundleContents) -> None:
    ending = PurePosixPath(name.lower()).suffix
    try:
        _require_zip(stream, ending)
        with open_zip(stream) as archive:
            members = members_of(archive)
            _require_kind(members, ending)
            if ending == ".zip":
                read_archive(archive, members, name, contents)
            else:
                read_workbook(archive, members, contents)
    except ArchiveRefused as refusal:
        contents.reject(name, refusal.told)
    except WorkbookUnsound as error:
        told = Told(f"expected a sound workbook: {error.told}", f"应为完好的工作簿：{error.told.chinese}")
        contents.reject(name, told)
    except BROKEN_ARCHIVE as error:
        contents.reject(name, Told(f"expected a sound archive: {error}", f"应为完好的压缩包：{error}"))


def _require_zip(stream: IO[bytes], ending: str) -> None:
    """Raises ArchiveRefused, with what the file is, for one that is not even packed as a bundle is."""
    beginning = stream.read(len(_OLE_BEGINNING))
    stream.seek(0)
    is_expected = ending == ".zip" or ending in _WORKBOOK_ENDINGS
    if beginning.startswith(_ZIP_BEGINNINGS):
        return
    kind = kind_of_stream(stream)
    if kind is not None:
        raise ArchiveRefused(_no_bundle(kind.told))
    if beginning.startswith(_OLE_BEGINNING):
        raise ArchiveRefused(_OLD_OR_LOCKED)
    if not is_expected:
        raise ArchiveRefused(_A_BUNDLE)


def _require_kind(members: list[Member], ending: str) -> None:
    """Raises ArchiveRefused when the archive is not what its ending says."""
    kind = kind_of_archive(member.path for member in members)
    if kind is WORKBOOK and ending in _WORKBOOK_ENDINGS:
        return
    if kind is not None:
        raise ArchiveRefused(_no_bundle(kind.told))
    if ending in _WORKBOOK_ENDINGS:
        raise ArchiveRefused(_NO_WORKBOOK)
    if ending != ".zip":
        raise ArchiveRefused(_no_bundle(_NAME_AS_ZIP))


def _no_bundle(what: Told) -> Told:
    return Told(f"{_A_BUNDLE}; {what}", f"{_A_BUNDLE.chinese}；{what.chinese}")
