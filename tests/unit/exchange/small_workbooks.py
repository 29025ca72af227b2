"""Workbooks for tests: made by a library, or changed and written by hand where a library makes none such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.exchange.bundle.contents import BundleContents
from graph.exchange.bundle.reading import read_bundle

PEOPLE_HEADER = ["key", "name", "company"]
FIRST_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook with those rows in its sheets."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(made)


def saved(made: Workbook) -> bytes:
    """The workbook as a file."""
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def sheet_of(kind: str) -> tuple[Workbook, Worksheet]:
    """A workbook with one empty sheet of that name."""
    made = Workbook()
    made.active.title = kind
    return made, made.active


def one_person(value: Any, number_format: str = "General", column: str = "key") -> bytes:
    """A workbook of people, the cell of one of them in that column holding the value in that format."""
    made, sheet = sheet_of("people")
    sheet.append(PEOPLE_HEADER)
    cells = {"key": "P1", "name": "Ann", "company": "C1", column: value}
    sheet.append([cells[name] for name in PEOPLE_HEADER])
    sheet.cell(2, PEOPLE_HEADER.index(column) + 1).number_format = number_format
    return saved(made)


def with_parts(data: bytes, changes: Mapping[str, tuple[str, str]]) -> bytes:
    """The workbook with a change in the text of each of those parts."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename in changes:
                before, after = changes[member.filename]
                assert before.encode() in content, content
                content = content.replace(before.encode(), after.encode())
            new.writestr(member.filename, content)
    return buffer.getvalue()


def with_sheet_text(data: bytes, before: str, after: str) -> bytes:
    """The workbook with a change in the text of its first sheet."""
    return with_parts(data, {FIRST_SHEET: (before, after)})


def by_hand(
    rows: str | bytes, *, kind: str = "people", styles: bytes = b"", texts: bytes = b"", **more: bytes
) -> bytes:
    """A workbook of the barest parts; `rows` is what stands in the `sheetData` of its sheet."""
    rows = rows.encode() if isinstance(rows, str) else rows
    package = b"http://schemas.openxmlformats.org/package/2006/relationships"
    relations = _RELATIONS.encode()
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": b'<Relationships xmlns="%b"><Relationship Id="r1" Type="%b/officeDocument"'
        b' Target="xl/workbook.xml"/></Relationships>' % (package, relations),
        "xl/workbook.xml": b'<workbook xmlns="%b" xmlns:r="%b"><sheets>'
        b'<sheet name="%b" sheetId="1" r:id="r1"/></sheets></workbook>'
        % (_MAIN.encode(), relations, kind.encode()),
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="%b"><Relationship Id="r1" Type="%b/worksheet"'
        b' Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="%b/styles" Target="styles.xml"/>'
        b'<Relationship Id="r3" Type="%b/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        % (package, relations, relations, relations),
        FIRST_SHEET: b'<worksheet xmlns="%b"><sheetData>%b</sheetData></worksheet>' % (_MAIN.encode(), rows),
        "xl/styles.xml": styles or b'<styleSheet xmlns="%b"/>' % _MAIN.encode(),
        "xl/sharedStrings.xml": texts or b'<sst xmlns="%b"/>' % _MAIN.encode(),
        **more,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def text_row(number: int, texts: Sequence[str]) -> str:
    """A row of texts, as it stands in a sheet."""
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'


def read(data: bytes, name: str = "b.xlsx") -> BundleContents:
    """What a workbook brings."""
    return read_bundle(BytesIO(data), name)


def told(data: bytes, name: str = "b.xlsx") -> list[str]:
    """What is said of a workbook."""
    contents = read(data, name)
    return [str(problem) for problem in contents.file_problems + contents.row_problems]
