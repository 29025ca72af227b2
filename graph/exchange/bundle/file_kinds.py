"""What a file is, by what is in it, and what to do with one that is no bundle.

The ending of a file is what somebody called it; programs and people call files by the wrong one every day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from graph.messages.told import Told

HEAD_BYTES = 4096
"""What is looked at of a file's beginning."""
_SAVE_AS = Told(
    "open it in a spreadsheet program and save it as Excel Workbook (.xlsx)",
    "请在电子表格软件中打开并另存为 Excel 工作簿（.xlsx）",
)
_UNPACK = Told("unpack it, and import the folder or a .zip of it", "请解压后导入文件夹或其 .zip")
_INTO_TABLES = Told("put the tables into CSV files or a workbook", "请将表格放入 CSV 文件或工作簿")
_CHUNK_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is, in words, and what to do with it."""

    name: Told
    advice: Told

    @property
    def told(self) -> Told:
        """Both, as a part of a sentence."""
        return Told(f"this is {self.name}: {self.advice}", f"此为{self.name.chinese}：{self.advice.chinese}")


WORKBOOK = FileKind(
    Told("a workbook", "工作簿"), Told("name it as an .xlsx and import it by itself", "请改名为 .xlsx 并单独导入")
)
ZIP_OF_CSV = FileKind(
    Told("a zip archive", "zip 压缩包"),
    Told("name it as a .zip and import it by itself", "请改名为 .zip 并单独导入"),
)
_PROTECTED = FileKind(
    Told("a workbook with a password", "有密码的工作簿"),
    Told("take the password off and save it again as .xlsx", "请取消密码并重新保存为 .xlsx"),
)
_OLD_WORKBOOK = FileKind(Told("an old workbook (.xls)", "旧格式工作簿（.xls）"), _SAVE_AS)
_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = {
    "EncryptedPackage": _PROTECTED,
    "Workbook": _OLD_WORKBOOK,
    "Book": _OLD_WORKBOOK,
    "WordDocument": FileKind(Told("a Word document", "Word 文档"), _INTO_TABLES),
}
"""Streams by which a file of the old Office format is known, the telling ones first."""
_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"\x1f\x8b", FileKind(Told("a gzip file", "gzip 文件"), _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", FileKind(Told("a 7z archive", "7z 压缩包"), _UNPACK)),
    (b"Rar!\x1a\x07", FileKind(Told("a RAR archive", "RAR 压缩包"), _UNPACK)),
    (b"BZh", FileKind(Told("a bzip2 file", "bzip2 文件"), _UNPACK)),
    (b"\xfd7zXZ\x00", FileKind(Told("an xz file", "xz 文件"), _UNPACK)),
    (b"\x28\xb5\x2f\xfd", FileKind(Told("a Zstandard file", "Zstandard 文件"), _UNPACK)),
    (
        b"%PDF",
        FileKind(
            Told("a PDF", "PDF"),
            Told("export the tables as CSV files or as a workbook", "请将表格导出为 CSV 文件或工作簿"),
        ),
    ),
    (
        b"SQLite format 3\0",
        FileKind(
            Told("an SQLite file", "SQLite 文件"),
            Told("export its tables as CSV files", "请将其中的表导出为 CSV 文件"),
        ),
    ),
    (b"PAR1", FileKind(Told("a Parquet file", "Parquet 文件"), Told("export it as CSV", "请导出为 CSV"))),
    (b"ID;P", FileKind(Told("a SYLK file", "SYLK 文件"), _SAVE_AS)),
    (b"{\\rtf", FileKind(Told("an RTF document", "RTF 文档"), _INTO_TABLES)),
)
_MARKUP: tuple[tuple[bytes, FileKind], ...] = (
    (
        b"urn:schemas-microsoft-com:office:spreadsheet",
        FileKind(Told("an XML Spreadsheet 2003", "XML 电子表格 2003"), _SAVE_AS),
    ),
    (b"opendocument", FileKind(Told("a flat OpenDocument file", "单文件 OpenDocument"), _SAVE_AS)),
    (b"<html", FileKind(Told("an HTML page", "HTML 网页"), _SAVE_AS)),
    (b"<!doctype html", FileKind(Told("an HTML page", "HTML 网页"), _SAVE_AS)),
    (b"<table", FileKind(Told("an HTML page", "HTML 网页"), _SAVE_AS)),
    (
        b"<?xml",
        FileKind(
            Told("an XML file", "XML 文件"),
            Told("put the data into CSV files or a workbook", "请将数据放入 CSV 文件或工作簿"),
        ),
    ),
)
_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_EMPTY = FileKind(
    Told("an empty file", "空文件"),
    Told("nothing was saved, or the copying was interrupted", "没有保存任何内容，或复制中断"),
)
_TEXT = FileKind(
    Told("a text file", "文本文件"),
    Told(
        "name each CSV file for what it holds, as people.csv, and import the folder",
        "请按内容为每个 CSV 文件命名，如 people.csv，再导入文件夹",
    ),
)


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
        return FileKind(Told("a tar archive", "tar 压缩包"), _UNPACK)
    if head.startswith(_OLE):
        return _OLD_WORKBOOK
    if head.startswith(b"PK\x03\x04"):
        return WORKBOOK if b"[Content_Types].xml" in head or b"xl/" in head else ZIP_OF_CSV
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"mime-version:"):
        return FileKind(Told("a web archive", "网页存档"), _SAVE_AS)
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
        return FileKind(Told("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）"), _SAVE_AS)
    if "[content_types].xml" in found:
        if any(name.startswith("word/") for name in found):
            return FileKind(Told("a Word document", "Word 文档"), _INTO_TABLES)
        if any(name.startswith("ppt/") for name in found):
            return FileKind(Told("a presentation", "演示文稿"), _INTO_TABLES)
        return WORKBOOK
    if "content.xml" in found and "mimetype" in found:
        return FileKind(Told("an OpenDocument file (.ods)", "OpenDocument 文件（.ods）"), _SAVE_AS)
    if any(name.startswith("index/") and name.endswith(".iwa") for name in found):
        return FileKind(
            Told("a Numbers document", "Numbers 文档"),
            Told("export it as an Excel workbook (.xlsx)", "请导出为 Excel 工作簿（.xlsx）"),
        )
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
