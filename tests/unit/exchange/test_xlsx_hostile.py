"""Small workbooks made to take long or much memory, and parts that do not hold together: a clear sentence each."""

from __future__ import annotations

import struct
import tracemalloc

import pytest

from tests.unit.exchange.small_workbooks import (
    FIRST_SHEET,
    by_hand,
    read,
    text_row,
    told,
    with_parts,
    with_sheet_text,
    workbook,
)

HEADER = text_row(1, ["key", "company"])
PERSON = text_row(2, ["P1", "C1"])
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MANY = 2_000_000
LITTLE_BYTES = 300 * 2**20


def in_little(data: bytes) -> list[str]:
    """What is said of the workbook, which must not take much memory."""
    tracemalloc.start()
    try:
        found = told(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < LITTLE_BYTES
    return found


def test_very_many_cell_formats_are_refused_before_they_are_read() -> None:
    xf = b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    styles = b'<styleSheet xmlns="%b"><cellXfs>%b</cellXfs></styleSheet>' % (MAIN, xf * MANY)
    (line,) = in_little(by_hand(HEADER + PERSON, styles=styles))
    assert line.startswith("b.xlsx: expected at most 100 times the packed size, ")


def test_very_many_texts_are_refused_before_they_are_read() -> None:
    texts = b'<sst xmlns="%b">%b</sst>' % (MAIN, b"<si><t>all the same text, over and over</t></si>" * MANY)
    (line,) = in_little(by_hand(HEADER + PERSON, texts=texts))
    assert line.startswith("b.xlsx: expected at most 100 times the packed size, ")


def test_cell_formats_of_a_size_that_is_still_quick_are_passed_over() -> None:
    styles = b'<styleSheet xmlns="%b"><cellXfs>%b</cellXfs></styleSheet>' % (MAIN, b'<xf numFmtId="0"/>' * 300_000)
    assert in_little(by_hand(HEADER + PERSON, styles=styles)) == []


def test_what_a_bundle_does_not_need_is_not_unpacked() -> None:
    picture = "xl/media/image1.png"
    data = bytearray(by_hand(HEADER + PERSON, **{picture: b"x"}))
    struct.pack_into("<I", data, _entry_of(data, picture) + 24, 700 * 2**20)
    assert in_little(bytes(data)) == []


def test_blank_rows_and_cells_in_formats_take_no_memory() -> None:
    cells = '<c s="1"/>' * 16_384
    rows = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(7, 100_000))
    blank = "".join(f'<row r="{number}">{cells}</row>' for number in range(3, 7))
    data = by_hand(HEADER + PERSON + blank + rows)
    assert in_little(data) == []
    assert [part.row_count for part in read(data).rows] == [1]


def test_a_size_that_the_sheet_only_claims_to_have_does_not_matter() -> None:
    data = with_parts(
        by_hand(HEADER + PERSON), {FIRST_SHEET: ("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')}
    )
    assert in_little(data) == []


def test_values_far_outside_the_table_take_no_memory() -> None:
    rows = "".join(f'<row r="{number}"><c r="XFD{number}"><v>1</v></c></row>' for number in range(3, 5_000))
    found = in_little(by_hand(HEADER + PERSON + rows))
    assert len(found) == 4_997
    assert found[0] == "people, row 3: expected 2 cells as in the header, found 16384"


def test_entities_are_not_expanded_and_no_file_is_fetched() -> None:
    for doctype in (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
    ):
        data = with_parts(by_hand(HEADER + PERSON), {FIRST_SHEET: ("<worksheet", f"{doctype}<worksheet")})
        assert told(data) == ["b.xlsx: expected a sound workbook: expected XML without a document type"]


def test_an_encoding_that_no_workbook_has_is_refused() -> None:
    for encoding in ("GB2312", "Shift_JIS", "windows-1252", "no-such"):
        declared = f'<?xml version="1.0" encoding="{encoding}"?><worksheet'
        data = with_parts(by_hand(HEADER + PERSON), {FIRST_SHEET: ("<worksheet", declared)})
        expected = f"b.xlsx: expected a sound workbook: expected XML in UTF-8 or UTF-16, found {encoding}"
        assert told(data) == [expected]


def test_codes_of_formats_longer_than_any_spreadsheet_takes_are_not_taken_apart() -> None:
    codes = b"".join(b'<numFmt numFmtId="%d" formatCode="%b"/>' % (164 + n, b"0" * 90_000) for n in range(150))
    xfs = b"".join(b'<xf numFmtId="%d"/>' % (164 + n) for n in range(150))
    styles = b'<styleSheet xmlns="%b"><numFmts>%b</numFmts><cellXfs>%b</cellXfs></styleSheet>' % (MAIN, codes, xfs)
    rows = "".join(f'<row r="{n + 2}"><c r="A{n + 2}" s="{n}"><v>7</v></c></row>' for n in range(150))
    found = in_little(by_hand(HEADER + rows, styles=styles))
    assert "the number format of cell A2 shows it in another way" in found[0]
    assert sum("shows it in another way" in line for line in found) == 150


def test_very_many_sheets_and_names_of_elements_are_refused() -> None:
    sheets = "".join(f'<sheet name="s{n}" r:id="r1"/>' for n in range(200_000))
    data = with_parts(by_hand(HEADER + PERSON), {"xl/workbook.xml": ("<sheets>", f"<sheets>{sheets}")})
    assert in_little(data) == ["b.xlsx: expected a sound workbook: it has more than 1,000 sheets"]
    names = "".join(f"<x{n}/>" for n in range(500_000))
    (line,) = in_little(by_hand(HEADER + PERSON + names))
    assert line == "b.xlsx: expected a sound workbook: elements have more than 10,000 names"


def test_elements_within_elements_without_end_are_refused() -> None:
    depth = 500_000
    (line,) = in_little(by_hand(HEADER + PERSON + "<x>" * depth + "</x>" * depth))
    assert line == "b.xlsx: expected a sound workbook: elements are more than 64 deep"


def test_a_tag_of_many_megabytes_is_refused() -> None:
    (line,) = in_little(by_hand(HEADER + PERSON + f'<row r="3" x="{"y" * 30_000_000}"/>'))
    assert line == f"b.xlsx: expected a sound workbook: {FIRST_SHEET} has a tag of more than 1,048,576 bytes"


UNSOUND = {
    "a text that is not there": (
        HEADER + '<row r="2"><c r="A2" t="s"><v>7</v></c></row>',
        "cell A2 names a text that is not there",
    ),
    "no number": (
        text_row(1, ["key", "company"]) + '<row r="2"><c r="A2"><v>1_0</v></c></row>',
        "expected a number in a cell, found '1_0'",
    ),
    "a number without an end": (HEADER + '<row r="2"><c><v>1e999</v></c></row>', "expected a number in a cell"),
    "rows out of order": (HEADER + text_row(3, ["P1"]) + text_row(2, ["P2"]), "row 2 stands where it cannot"),
    "one row twice": (HEADER + PERSON + PERSON, "row 2 stands where it cannot"),
    "one cell twice": (
        HEADER + '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>',
        "a cell stands where it cannot, in or after row 2",
    ),
    "a cell in a cell": (HEADER + '<row r="2"><c><c/></c></row>', "a cell stands where it cannot"),
    "a cell without a row": ("<c><v>1</v></c>", "a cell stands where it cannot"),
    "a row without a number": ('<row r="x"/>', "expected a whole number, found 'x'"),
    "a cell of no name": ('<row r="1"><c r="?1"/></row>', "expected the name of a cell as B2"),
    "half a sheet": (HEADER + "<row>", f"{FIRST_SHEET}: mismatched tag"),
}


@pytest.mark.parametrize("case", UNSOUND)
def test_what_does_not_hold_together_is_refused(case: str) -> None:
    rows, expected = UNSOUND[case]
    (line,) = told(by_hand(rows))
    assert line.startswith(f"b.xlsx: expected a sound workbook: {expected}")


def test_a_column_beyond_any_sheet_is_refused() -> None:
    assert told(by_hand(HEADER + '<row r="2"><c r="XFE2"><v>1</v></c></row>')) == [
        "people: expected at most 16,384 columns in a sheet"
    ]


@pytest.mark.parametrize(
    ("part", "before", "after", "expected"),
    [
        ("_rels/.rels", "/officeDocument", "/other", "it does not say where its workbook is"),
        ("_rels/.rels", "xl/workbook.xml", "xl/other.xml", "there is no xl/other.xml in it"),
        ("xl/_rels/workbook.xml.rels", '"r1"', '"r9"', "it does not say where its sheet 'people' is"),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml", "there is no xl/worksheets/sheet9.xml in it"),
    ],
)
def test_a_part_that_is_not_where_it_should_be_is_named(part: str, before: str, after: str, expected: str) -> None:
    data = with_parts(by_hand(HEADER + PERSON), {part: (before, after)})
    assert told(data) == [f"b.xlsx: expected a sound workbook: {expected}"]


def test_parts_under_other_names_are_found() -> None:
    data = by_hand(HEADER + PERSON)
    moved = with_parts(
        data, {"xl/_rels/workbook.xml.rels": ("worksheets/sheet1.xml", "/XL/Worksheets/SHEET1.xml")}
    )
    assert [part.row_count for part in read(moved).rows] == [1]


def test_a_strict_workbook_is_read_like_any_other() -> None:
    data = by_hand(HEADER + PERSON)
    strict = "http://purl.oclc.org/ooxml"
    transitional = "http://schemas.openxmlformats.org"
    relations = (f"{transitional}/officeDocument/2006/relationships", f"{strict}/officeDocument/relationships")
    main = (f"{transitional}/spreadsheetml/2006/main", f"{strict}/spreadsheetml/main")
    for change in (
        {"_rels/.rels": relations, "xl/_rels/workbook.xml.rels": relations, "xl/workbook.xml": relations},
        {"xl/workbook.xml": main, FIRST_SHEET: main, "xl/styles.xml": main, "xl/sharedStrings.xml": main},
    ):
        data = with_parts(data, change)
    assert [part.table.rows() for part in read(data).rows] == [[("P1", "C1")]]


def test_a_sheet_with_more_bytes_than_it_says_is_read_no_further() -> None:
    data = bytearray(workbook({"people": [["key", "company"], ["P1", "C1"]]}))
    struct.pack_into("<I", data, _entry_of(data, FIRST_SHEET) + 24, 200)
    assert told(bytes(data))[0].startswith("b.xlsx: expected a sound archive: Bad CRC-32")


def test_prefixes_of_elements_do_not_matter() -> None:
    data = by_hand(f"<m:row>{'<m:c><m:v>1</m:v></m:c>' * 2}</m:row>", kind="ties")
    prefixed = with_sheet_text(data, "<worksheet xmlns=", f'<worksheet xmlns:m="{MAIN.decode()}" xmlns=')
    assert "ties, row 1, column 1: unknown column" in told(prefixed)[0]


def _entry_of(data: bytearray, name: str) -> int:
    """Where the file's entry in the archive's directory begins."""
    place = data.index(b"PK\x01\x02")
    while name.encode() != data[place + 46 : place + 46 + len(name)]:
        place = data.index(b"PK\x01\x02", place + 4)
    return place
