"""The XML parts of a workbook as events, in little memory, with the care that a file from elsewhere needs.

No document type is taken, so there are no entities to expand or to fetch; a tag, the depth of elements and the
number of their names have limits. A part is read piece by piece and never held as a tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

from graph.exchange.bundle.limits import XML_DEPTH_LIMIT, XML_NAME_LIMIT, XML_TAG_LIMIT_BYTES
from graph.messages.told import Told, ToldError

_CHUNK_BYTES = 256 * 1024
_NAMESPACES = frozenset(
    {
        "",
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",  # of "Strict Open XML Spreadsheet"
        "http://schemas.openxmlformats.org/package/2006/relationships",
    }
)
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})
"""Those of the format (ECMA-376 part 2, 8.1.4), and a part of the first."""


class WorkbookUnsound(ToldError, ValueError):
    """A workbook is not as the format says; it says where."""


class XmlEvents:
    """Reads one part; a subclass says what elements of the spreadsheet's own namespaces mean."""

    def __init__(self) -> None:
        self._depth = 0
        self._local_names: dict[str, str] = {}
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self.text
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.XmlDeclHandler = _require_encoding

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within an element, in one piece or several."""

    def read(self, stream: IO[bytes], part: str) -> Iterator[None]:
        """Reads the part of that name, with a stop after each piece of it. Raises WorkbookUnsound."""
        fed_count = 0
        try:
            while chunk := stream.read(_CHUNK_BYTES):
                self._parser.Parse(chunk, False)
                fed_count += len(chunk)
                if fed_count - self._parser.CurrentByteIndex > XML_TAG_LIMIT_BYTES + _CHUNK_BYTES:
                    raise WorkbookUnsound(
                        Told(
                            f"{part} has a tag of more than {XML_TAG_LIMIT_BYTES:,} bytes",
                            f"{part} 中有标签超过 {XML_TAG_LIMIT_BYTES:,} 字节",
                        )
                    )
                yield
            self._parser.Parse(b"", True)
        except ExpatError as error:
            raise WorkbookUnsound(Told(f"{part}: {error}", f"{part}：{error}")) from error
        yield

    def read_whole(self, stream: IO[bytes], part: str) -> None:
        """Reads the part of that name. Raises WorkbookUnsound."""
        for _ in self.read(stream, part):
            pass

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > XML_DEPTH_LIMIT:
            raise WorkbookUnsound(
                Told(f"elements are more than {XML_DEPTH_LIMIT} deep", f"元素嵌套超过 {XML_DEPTH_LIMIT} 层")
            )
        local = self._local_names.get(name)
        if local is None:
            local = self._remember(name)
        if local:
            self.start(local, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        local = self._local_names[name]
        if local:
            self.end(local)

    def _remember(self, name: str) -> str:
        if len(self._local_names) == XML_NAME_LIMIT:
            raise WorkbookUnsound(
                Told(f"elements have more than {XML_NAME_LIMIT:,} names", f"元素名称超过 {XML_NAME_LIMIT:,} 种")
            )
        namespace, _, local = name.rpartition(" ")
        self._local_names[name] = local if namespace in _NAMESPACES else ""
        return self._local_names[name]


def _require_encoding(version: str, encoding: str | None, standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _ENCODINGS:
        raise WorkbookUnsound(
            Told(
                f"expected XML in UTF-8 or UTF-16, found {encoding}", f"XML 应为 UTF-8 或 UTF-16，实为 {encoding}"
            )
        )


def _refuse_doctype(*_: object) -> None:
    raise WorkbookUnsound(Told("expected XML without a document type", "XML 不应含文档类型声明"))
