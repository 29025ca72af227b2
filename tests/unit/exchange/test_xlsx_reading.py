"""Workbooks as people make them: real dates, numbers for keys, formulas, stray empty cells."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from tests.unit.exchange.small_workbooks import read, told, with_sheet_text, workbook

HEADER = ["key", "name", "side", "annual_value"]


def test_numbers_that_are_keys_are_read_as_they_show() -> None:
    rows = [
        HEADER,
        [1001, "One", "CUSTOMER", 12],
        [1002.0, 2.5, "CUSTOMER", 0.1],
        ["1003.0", True, "CUSTOMER", "7"],
    ]
    (part,) = read(workbook({"companies": rows})).rows
    assert part.table.rows() == [
        ("1001", "One", "CUSTOMER", 12.0),
        ("1002", "2.5", "CUSTOMER", 0.1),
        ("1003.0", "TRUE", "CUSTOMER", 7.0),
    ]


def test_dates_are_real_cells_or_text() -> None:
    rows = [
        ["key", "company", "kind", "valid_from", "valid_to"],
        ["A1", "C1", "SERVICE", date(2026, 3, 31), datetime(2027, 3, 31)],
        ["A2", "C1", "SERVICE", "2026-03-31", None],
    ]
    (part,) = read(workbook({"agreements": rows})).rows
    assert [row[0] for row in part.table.rows()] == ["A1", "A2"]
    assert [row[3:] for row in part.table.rows()] == [("2026-03-31", "2027-03-31"), ("2026-03-31", None)]


def test_a_date_with_a_time_is_refused() -> None:
    rows = [["key", "company", "kind", "valid_from"], ["A1", "C1", "SERVICE", datetime(2026, 3, 31, 12)]]
    assert told(workbook({"agreements": rows})) == [
        "agreements, row 2, column valid_from: '2026-03-31T12:00:00': expected a date as 2026-03-31"
    ]


def test_a_time_alone_is_refused() -> None:
    rows = [HEADER, ["C1", time(12), "CUSTOMER", None]]
    assert told(workbook({"companies": rows})) == [
        "companies, row 2, column name: '12:00:00': expected text, cell B2 holds a time"
        " (format the column as text and type it again)"
    ]


def test_flags_are_real_booleans() -> None:
    rows = [["person", "opportunity", "stage", "part", "veto"], ["P1", "O1", "APPROVAL", "LEADS", True]]
    (part,) = read(workbook({"decision_roles": rows})).rows
    assert part.table.rows()[0][4] is True


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
    assert [row[0] for row in part.table.rows()] == ["C1", "C2"]


def test_a_value_beyond_the_header_is_refused() -> None:
    rows = [HEADER, ["C1", "One", "CUSTOMER", None, "stray"]]
    assert told(workbook({"companies": rows})) == ["companies, row 2: expected 4 cells as in the header, found 5"]


def test_sheets_of_other_names_are_refused_by_name() -> None:
    found = told(workbook({"companies": [HEADER], "Sheet1": [], "peoples": []}))
    assert [line.split(" expected")[0] for line in found] == [
        "Sheet1: unknown sheet,",
        "peoples: unknown sheet, did you mean people?",
    ]


@pytest.mark.parametrize("name", ["People", "PEOPLE", " people "])
def test_capitals_and_blanks_in_the_name_of_a_sheet_do_not_count(name: str) -> None:
    (part,) = read(workbook({name: [["key", "company"], ["P1", "C1"]]})).rows
    assert [row[0] for row in part.table.rows()] == ["P1"]


def test_two_sheets_of_one_name_are_refused_by_both() -> None:
    assert told(workbook({"people": [["key", "company"]], "people ": [["key", "company"]]})) == [
        "people: expected one sheet of that name, found 'people' and 'people '"
    ]


def test_a_formula_counts_as_what_it_was_computed_to() -> None:
    data = workbook({"companies": [HEADER, ["C1", "=A2", "CUSTOMER", None]]})
    computed = with_sheet_text(data, '<c r="B2"><f>A2</f><v /></c>', '<c r="B2" t="str"><f>A2</f><v>C1</v></c>')
    assert read(computed).rows[0].table.rows() == [("C1", "C1", "CUSTOMER", None)]
    empty = with_sheet_text(data, '<c r="B2"><f>A2</f><v /></c>', '<c r="B2" t="str"><f>A2</f><v></v></c>')
    assert told(empty) == ["companies, row 2, column name: expected a value, the column is required"]


def test_a_formula_that_was_never_computed_is_refused() -> None:
    data = workbook({"companies": [HEADER, ["C1", "=A2", "CUSTOMER", None], ["C2", "Two", "CUSTOMER", None]]})
    contents = read(data)
    assert [str(problem) for problem in contents.row_problems] == [
        "companies, row 2, column name: expected a value, cell B2 holds a formula that was never computed"
        " (open and save the file in a spreadsheet program)"
    ]
    assert [row[:2] for row in contents.rows[0].table.rows()] == [("C1", None), ("C2", "Two")]
    assert contents.rows[0].refused == {0}


def test_an_error_in_a_cell_is_refused() -> None:
    assert told(workbook({"companies": [HEADER, ["C1", "#N/A", "CUSTOMER", None]]})) == [
        "companies, row 2, column name: expected a value, cell B2 holds the error #N/A"
    ]


def test_an_error_in_the_header_ends_the_sheet() -> None:
    assert told(workbook({"companies": [["key", "#REF!", "side"], ["C1", "One", "CUSTOMER"]]})) == [
        "companies, row 1: expected a value, cell B1 holds the error #REF!"
    ]


def test_a_sheet_that_says_it_is_smaller_than_it_is_is_read_whole() -> None:
    data = workbook({"companies": [HEADER, ["C1", "One", "CUSTOMER", 5]]})
    assert read(with_sheet_text(data, 'ref="A1:D2"', 'ref="A1:A1"')).rows[0].table.rows()[0][3] == 5.0


def test_a_row_number_beyond_any_sheet_is_refused() -> None:
    data = workbook({"companies": [HEADER, ["C1", "One", "CUSTOMER", 5]]})
    far = with_sheet_text(data, '<row r="2">', '<row r="99999999999">')
    assert told(far) == ["companies: expected at most 1,048,576 rows in a sheet"]


def test_a_broken_sheet_is_refused() -> None:
    data = workbook({"companies": [HEADER, ["C1", "One", "CUSTOMER", 5]]})
    assert told(with_sheet_text(data, "</sheetData>", "</sheet>"))[0].startswith(
        "b.xlsx: expected a sound workbook"
    )
