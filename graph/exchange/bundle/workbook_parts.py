"""The parts of a workbook: where its sheets are, and what their cells share.

Parts are found through relationships, as the format wants it, not under the names that one program gives them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO
from zipfile import ZipFile

from graph.exchange.bundle.archives import Member, require_readable
from graph.exchange.bundle.limits import SHEET_COUNT_LIMIT
from graph.exchange.bundle.texts_and_formats import SharedFormats, SharedTexts
from graph.exchange.bundle.xml_events import WorkbookUnsound, XmlEvents
from graph.messages.told import Told


@dataclass(frozen=True, slots=True)
class Part:
    """A part that another refers to; `type` as `worksheet` or `chartsheet`."""

    path: str
    type: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name."""

    name: str
    part: Part
    is_hidden: bool


class WorkbookParts:
    """An open workbook. Every method raises WorkbookUnsound, and ArchiveRefused for what cannot be unpacked."""

    def __init__(self, archive: ZipFile, members: Sequence[Member]) -> None:
        self._archive = archive
        self._members = {member.path.lower(): member for member in members}
        main = _only(self._parts_of(""), "officeDocument")
        if main is None:
            raise WorkbookUnsound(Told("it does not say where its workbook is", "其中没有说明工作簿的位置"))
        parts = self._parts_of(main.path)
        self._texts = _only(parts, "sharedStrings")
        self._formats = _only(parts, "styles")
        index = _WorkbookIndex()
        self._read(main.path, index)
        self.counts_from_1904 = index.counts_from_1904
        """Whether dates are days since 1904, as on a Mac of old."""
        self.sheets = [_sheet(entry, parts) for entry in index.entries]

    def require_readable(self, sheets: Sequence[Sheet]) -> None:
        """Raises ArchiveRefused when reading those sheets, with what they share, would take too much."""
        parts = [sheet.part for sheet in sheets] + [part for part in (self._texts, self._formats) if part]
        require_readable(self._member(path) for path in {part.path for part in parts})

    def texts(self) -> list[str]:
        """The texts that cells refer to by number."""
        shared = SharedTexts()
        if self._texts is not None:
            self._read(self._texts.path, shared)
        return shared.texts

    def formats(self) -> SharedFormats:
        """The formats that cells refer to by number."""
        shared = SharedFormats()
        if self._formats is not None:
            self._read(self._formats.path, shared)
        return shared

    def open(self, path: str) -> IO[bytes]:
        """A part to be read."""
        return self._archive.open(self._member(path).info)

    def _member(self, path: str) -> Member:
        member = self._members.get(path.lower())
        if member is None:
            raise WorkbookUnsound(Told(f"there is no {path} in it", f"其中没有 {path}"))
        return member

    def _read(self, path: str, events: XmlEvents) -> None:
        require_readable([self._member(path)])
        with self.open(path) as stream:
            events.read_whole(stream, path)

    def _parts_of(self, path: str) -> dict[str, Part]:
        """What the part refers to, by the name of the reference."""
        folder, name = posixpath.split(path)
        references = _References(folder)
        place = posixpath.join(folder, "_rels", f"{name}.rels")
        if place.lower() in self._members:
            self._read(place, references)
        return references.parts


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    reference: str
    is_hidden: bool


class _WorkbookIndex(XmlEvents):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[_Entry] = []
        self.counts_from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "workbookPr":
            self.counts_from_1904 = attributes.get("date1904", "").lower() in ("1", "true", "on")
        elif name == "sheet":
            reference = next((text for key, text in attributes.items() if key.endswith(" id")), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            if len(self.entries) == SHEET_COUNT_LIMIT:
                raise WorkbookUnsound(
                    Told(f"it has more than {SHEET_COUNT_LIMIT:,} sheets", f"工作表超过 {SHEET_COUNT_LIMIT:,} 个")
                )
            self.entries.append(_Entry(name=attributes.get("name", ""), reference=reference, is_hidden=is_hidden))


class _References(XmlEvents):
    """The relationships of a part; their targets are relative to its folder."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.parts: dict[str, Part] = {}
        self._folder = folder

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
            type_ = attributes.get("Type", "").rpartition("/")[2]
            self.parts[attributes.get("Id", "")] = Part(path=path, type=type_)


def _only(parts: dict[str, Part], type_: str) -> Part | None:
    return next((part for part in parts.values() if part.type == type_), None)


def _sheet(entry: _Entry, parts: dict[str, Part]) -> Sheet:
    part = parts.get(entry.reference)
    if part is None:
        raise WorkbookUnsound(
            Told(f"it does not say where its sheet {entry.name!r} is", f"其中没有说明工作表 {entry.name!r} 的位置")
        )
    return Sheet(name=entry.name, part=part, is_hidden=entry.is_hidden)
