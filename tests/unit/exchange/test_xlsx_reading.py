"""Workbooks as people make them: real dates, numbers for keys, formulas, stray empty cells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from graph.exchange.bundle.reading import read_bundle

HEADER = ["key", "name", "side", "annual_value"]


def workbook(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def with_sheet_text(data: bytes, before: str, after: str) -> bytes:
    """The workbook with a change in the text of its first sheet."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "xl/worksheets/sheet1.xml":
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            new.writestr(member.filename, content)
    return buffer.getvalue()


def read(data: bytes):
    return read_bundle(BytesIO(data), "b.xlsx")


def told(data: bytes) -> list[str]:
    contents = read(data)
    return [str(problem) for problem in contents.file_problems + contents.row_problems]


def test_numbers_that_are_keys_are_read_as_they_show() -> None:
    rows = [
        HEADER,
        [1001, "One", "CUSTOMER", 12],
        [1002.0, 2.5, "CUSTOMER", 0.1],
        ["1003.0", True, "CUSTOMER", "7"],
    ]
    (part,) = read(workbook({"companies": rows})).rows
    assert list(part.rows) == [
        ("1001", "One", "CUSTOMER", 12.0),
        ("1002", "2.5", "CUSTOMER", 0.1),
        ("1003.0", "true", "CUSTOMER", 7.0),
    ]


def test_dates_are_real_cells_or_text() -> None:
    rows = [
        ["key", "company", "kind", "valid_from", "valid_to"],
        ["A1", "C1", "SERVICE", date(2026, 3, 31), datetime(2027, 3, 31)],
        ["A2", "C1", "SERVICE", "2026-03-31", None],
        [date(2026, 1, 2), "C1", "SERVICE", None, None],
    ]
    (part,) = read(workbook({"agreements": rows})).rows
    assert [row[0] for row in part.rows] == ["A1", "A2", "2026-01-02"]
    assert [row[3:] for row in part.rows] == [("2026-03-31", "2027-03-31"), ("2026-03-31", None), (None, None)]


def test_a_date_with_a_time_is_refused() -> None:
    rows = [["key", "company", "kind", "valid_from"], ["A1", "C1", "SERVICE", datetime(2026, 3, 31, 12)]]
    assert told(workbook({"agreements": rows})) == [
        "agreements, row 2, column valid_from: '2026-03-31T12:00:00': expected a date as 2026-03-31"
    ]


def test_a_time_alone_is_refused() -> None:
    rows = [HEADER, ["C1", time(12), "CUSTOMER", None]]
    assert told(workbook({"companies": rows})) == [
        "companies, row 2: expected text, a number, a date or true/false in cell B2, found 12:00:00"
    ]


def test_flags_are_real_booleans() -> None:
    rows = [["person", "opportunity", "stage", "part", "veto"], ["P1", "O1", "APPROVAL", "LEADS", True]]
    (part,) = read(workbook({"decision_roles": rows})).rows
    assert part.rows[0][4] is True


def test_empty_rows_and_columns_at_the_end_are_nothing_and_rows_between_keep_their_numbers() -> None:
    rows = [
        [*HEADER, None, ""],
        ["C1", "One", "CUSTOMER", None, "", None],
        [],
        ["C2", "Two", "CUSTOMER"],
        [None, ""],
    ]
    (part,) = read(workbook({"companies": rows})).rows
    assert list(part.numbers) == [2, 4]
    assert [row[0] for row in part.rows] == ["C1", "C2"]


def test_a_value_beyond_the_header_is_refused() -> None:
    rows = [HEADER, ["C1", "One", "CUSTOMER", None, "stray"]]
    assert told(workbook({"companies": rows})) == ["companies, row 2: expected 4 cells as in the header, found 5"]


def test_sheets_of_other_names_are_refused_by_name() -> None:
    found = told(workbook({"companies": [HEADER], "Sheet1": [], "People": []}))
    assert [line.split(",")[0] for line in found] == ["Sheet1: unknown sheet", "People: unknown sheet"]


def test_a_formula_counts_as_what_it_was_computed_to() -> None:
    data = workbook({"companies": [HEADER, ["C1", "=A2", "CUSTOMER", None]]})
    computed = with_sheet_text(data, '<c r="B2"><f>A2</f><v /></c>', '<c r="B2" t="str"><f>A2</f><v>C1</v></c>')
    assert list(read(computed).rows[0].rows) == [("C1", "C1", "CUSTOMER", None)]
    empty = with_sheet_text(data, '<c r="B2"><f>A2</f><v /></c>', '<c r="B2" t="str"><f>A2</f><v></v></c>')
    assert told(empty) == ["companies, row 2, column name: expected a value, the column is required"]


def test_a_formula_that_was_never_computed_is_refused() -> None:
    data = workbook({"companies": [HEADER, ["C1", "=A2", "CUSTOMER", None], ["C2", "Two", "CUSTOMER", None]]})
    contents = read(data)
    assert [str(problem) for problem in contents.row_problems] == [
        "companies, row 2: expected a value, cell B2 holds a formula that was never computed"
        " (open and save the file in a spreadsheet program)"
    ]
    assert [row[0] for row in contents.rows[0].rows] == ["C2"]


def test_an_error_in_a_cell_is_refused() -> None:
    assert told(workbook({"companies": [HEADER, ["C1", "#N/A", "CUSTOMER", None]]})) == [
        "companies, row 2: expected a value, cell B2 holds the error #N/A"
    ]


def test_an_error_in_the_header_ends_the_sheet() -> None:
    assert told(workbook({"companies": [["key", "#REF!", "side"], ["C1", "One", "CUSTOMER"]]})) == [
        "companies, row 1: expected a value, cell B1 holds the error #REF!"
    ]


def test_a_sheet_that_says_it_is_smaller_than_it_is_is_read_whole() -> None:
    data = workbook({"companies": [HEADER, ["C1", "One", "CUSTOMER", 5]]})
    assert read(with_sheet_text(data, 'ref="A1:D2"', 'ref="A1:A1"')).rows[0].rows[0][3] == 5.0


def test_a_row_number_beyond_any_sheet_is_refused() -> None:
    data = workbook({"companies": [HEADER, ["C1", "One", "CUSTOMER", 5]]})
    far = with_sheet_text(data, '<row r="2">', '<row r="99999999999">')
    assert told(far) == ["companies: expected at most 1,048,576 rows in a sheet"]


def test_a_broken_sheet_is_refused() -> None:
    data = workbook({"companies": [HEADER, ["C1", "One", "CUSTOMER", 5]]})
    assert told(with_sheet_text(data, "</sheetData>", "</sheet>"))[0].startswith(
        "b.xlsx: expected a sound workbook"
    )
