"""Keys and texts are read as the sheet shows them or refused by cell; of numbers and dates the value counts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from graph.errors import BadInput
from graph.exchange.bundle.contents import BundleContents
from graph.exchange.importing import import_bundle
from graph.stores.sqlite_store import SqliteStore
from graph.viewer import LOCAL
from tests.unit.exchange.small_workbooks import (
    by_hand,
    one_person,
    read,
    saved,
    sheet_of,
    text_row,
    told,
    with_parts,
    with_sheet_text,
    workbook,
)

AGAIN = "(format the column as text and type it again)"


@pytest.mark.parametrize("column", ["key", "name", "company"])
@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1234, "000000", "001234"),
        (12345, "00-000", "12-345"),
        (7, '"E-"000', "E-007"),
        (8613800138000, "+0", "+8613800138000"),
        (2125551234, "[<=9999999]###-####;(###) ###-####", "(212) 555-1234"),
        (1234567, "#,##0", "1,234,567"),
        (0.5, "0%", "50%"),
        (1.5, "0.00", "1.50"),
        (1001, "General", "1001"),
        (1001.0, "@", "1001"),
        (123456789012345, "General", "123456789012345"),
        ("001234", "General", "001234"),
        ("7", '"E-"@', "E-7"),
    ],
)
def test_keys_and_texts_are_read_as_the_sheet_shows_them(
    column: str, value: Any, number_format: str, shown: str
) -> None:
    (part,) = read(one_person(value, number_format, column)).rows
    assert part.column(column) == [shown]


@pytest.mark.parametrize("column", ["key", "name", "company"])
@pytest.mark.parametrize(
    ("value", "number_format", "found", "what"),
    [
        (date(2026, 3, 1), "m/d/yy", "2026-03-01", "holds a date"),
        (date(2026, 3, 1), 'm"月"d"日"', "2026-03-01", "holds a date"),
        (datetime(2026, 3, 1, 12, 30), "yyyy-mm-dd hh:mm", "2026-03-01T12:30:00", "holds a date"),
        (time(12, 30), "hh:mm", "12:30:00", "holds a time"),
        (timedelta(hours=49), "[h]:mm:ss", "2.041666666666667", "shows it in another way"),
        (123456789012345678, "0", "123456789012345700", "more than 15 digits"),
        (1234567890123456, "General", "1234567890123456", "more than 15 digits"),
        (1 / 3, "General", "0.3333333333333333", "more than 15 digits"),
        (1e21, "General", "1000000000000000000000", "more than 15 digits"),
        (100000, "0.00E+00", "100000", "shows it in another way"),
        (0.5, "# ?/?", "0.5", "shows it in another way"),
        (12, "[DBNum1]0", "12", "shows it in another way"),
        (12, ";;;", "12", "shows it in another way"),
        ("P1", ";;;", "P1", "shows it in another way"),
    ],
)
def test_what_is_not_what_was_typed_is_refused_by_row_column_and_value(
    column: str, value: Any, number_format: str, found: str, what: str
) -> None:
    (line,) = told(one_person(value, number_format, column))
    assert line.startswith(f"people, row 2, column {column}: {found!r}: expected ")
    assert what in line
    assert line.endswith(AGAIN)
    assert f"{'ABC'[['key', 'name', 'company'].index(column)]}2" in line


def test_a_truth_value_is_no_key() -> None:
    assert told(one_person(True)) == [
        f"people, row 2, column key: 'TRUE': expected a key, cell A2 holds a truth value {AGAIN}"
    ]


async def test_what_refers_to_a_person_with_a_refused_cell_is_not_called_unknown() -> None:
    people = [["key", "name", "company", "title"], ["P1", "Ann", "C1", "=A1"], ["E1", "Eva", "US", None]]
    companies = [["key", "name", "side"], ["C1", "One", "CUSTOMER"], ["US", "We", "SUPPLIER"]]
    data = workbook({"companies": companies, "people": people, "ties": [["employee", "contact"], ["E1", "P1"]]})
    store = await SqliteStore.open(None)
    with pytest.raises(BadInput) as refusal:
        await import_bundle(store, LOCAL, BytesIO(data), name="b.xlsx")
    await store.close()
    assert [problem.column for problem in refusal.value.problems] == ["title"]


def test_numbers_count_by_their_value_and_not_by_their_looks() -> None:
    made, sheet = sheet_of("influences")
    sheet.append(["influencer", "influenced", "weight"])
    for row, (weight, number_format) in enumerate([(0.6, "0%"), (0.625, "0.0"), (0.25, "# ?/?"), (1, ";;;")], 2):
        sheet.append([f"P{row}", "P1", weight])
        sheet.cell(row, 3).number_format = number_format
    (part,) = read(saved(made)).rows
    assert part.column("weight") == [0.6, 0.625, 0.25, 1.0]


def test_a_number_that_became_a_date_is_no_number() -> None:
    rows = [["influencer", "influenced", "weight"], ["P2", "P1", date(2026, 1, 5)]]
    assert told(workbook({"influences": rows})) == [
        "influences, row 2, column weight: '2026-01-05': expected a number above 0 and at most 1, as 0.6"
    ]


@pytest.mark.parametrize(
    "number_format",
    [
        'yyyy"年"m"月"d"日"',
        "yyyy年m月d日",
        "[$-804]yyyy-m-d",
        "[$-404]e/m/d",
        '[$-411]ggge"年"',
        "d.m.yy;@",
        "mmm-yy",
    ],
)
def test_days_count_by_their_value_in_whatever_format(number_format: str) -> None:
    assert agreement_from(46295, number_format) == ["2026-09-30"]


@pytest.mark.parametrize("number", [14, 15, 22, 27, 28, 30, 31, 36, 50, 54, 57, 58])
def test_days_in_formats_that_have_only_a_number(number: int) -> None:
    data = with_parts(
        agreement(46295, "yyyy-mm-dd hh:mm:ss.0"),
        {"xl/styles.xml": ('numFmtId="164" fontId', f'numFmtId="{number}" fontId')},
    )
    assert read(data).rows[0].column("valid_from") == ["2026-09-30"]


def test_days_that_are_counted_from_1904() -> None:
    made, sheet = sheet_of("agreements")
    made.epoch = CALENDAR_MAC_1904
    sheet.append(["key", "company", "kind", "valid_from"])
    sheet.append(["A1", "C1", "SERVICE", date(2026, 9, 30)])
    assert read(saved(made)).rows[0].column("valid_from") == ["2026-09-30"]


@pytest.mark.parametrize(("value", "expected"), [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01")])
def test_days_of_the_first_year_are_counted_as_spreadsheets_do(value: int, expected: str) -> None:
    assert agreement_from(value, "yyyy-mm-dd") == [expected]


@pytest.mark.parametrize(
    ("value", "number_format"),
    [(60, "yyyy-mm-dd"), (-1, "yyyy-mm-dd"), (1e9, "yyyy-mm-dd"), (46295.5, "yyyy-mm-dd"), (46295, "General")],
    ids=["a day that was not", "before all days", "after all days", "with a time", "not shown as a day"],
)
def test_what_is_no_day_is_refused_as_one(value: float, number_format: str) -> None:
    (line,) = told(agreement(value, number_format))
    assert line.startswith("agreements, row 2, column valid_from: ")
    assert line.endswith(": expected a date as 2026-03-31")


@pytest.mark.parametrize("held", ["2026-09-30", "2026-09-30T00:00:00", "2026-09-30T00:00:00Z"])
def test_days_written_as_iso_dates(held: str) -> None:
    data = with_sheet_text(
        agreement(46295, "General"), '<c r="D2" t="n"><v>46295</v></c>', f'<c r="D2" t="d"><v>{held}</v></c>'
    )
    assert read(data).rows[0].column("valid_from") == ["2026-09-30"]


def test_how_a_text_is_spoken_is_no_part_of_it() -> None:
    name = (
        '<c t="inlineStr"><is><r><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>'
    )
    row = text_row(2, ["P1", "", "C1"]).replace('<c t="inlineStr"><is><t></t></is></c>', name)
    assert read(by_hand(text_row(1, ["key", "name", "company"]) + row)).rows[0].column("name") == ["東京"]


def test_cells_that_are_shown_as_one_are_refused_where_they_hide_empty_ones() -> None:
    made, sheet = sheet_of("people")
    for row in (["key", "company", "title"], ["P1", "C1", "Buyer"], ["P2", "C1", None], ["P3", "C1", "Chief"]):
        sheet.append(row)
    sheet.merge_cells("C2:C3")
    assert told(saved(made)) == [
        "people, row 2: expected single cells, C2:C3 are merged (unmerge them and fill in every row)"
    ]


def test_cells_that_are_shown_as_one_outside_the_table_are_nothing() -> None:
    made, sheet = sheet_of("people")
    for row in (["key", "company"], ["P1", "C1"]):
        sheet.append(row)
    sheet.merge_cells("E1:F2")
    sheet.merge_cells("A9:B9")
    assert told(saved(made)) == []


def test_a_hidden_sheet_is_read_like_any_other_and_refused_as_hidden() -> None:
    made, sheet = sheet_of("people")
    sheet.append(["key", "company"])
    sheet.append(["P1", "C1"])
    made.create_sheet("companies").append(["key", "name", "side"])
    made["companies"].append(["C1", "One", "CUSTOMER"])
    made["companies"].sheet_state = "hidden"
    assert [part.row_count for part in read(saved(made)).rows] == [1, 1]
    made["companies"].title = "Lists"
    (line,) = told(saved(made))
    assert line.startswith("Lists: unknown sheet, expected ")
    assert line.endswith("; the sheet is hidden: unhide it and delete it")


def test_a_sheet_of_a_chart_is_no_table() -> None:
    made, sheet = sheet_of("people")
    sheet.append(["key", "company"])
    made.create_chartsheet("ties")
    assert told(saved(made)) == [
        "ties: expected a sheet with cells, this is one of another type (a chart, a dialog)"
    ]


def agreement(value: Any, number_format: str) -> bytes:
    """A workbook of agreements, one of which begins on the day of that number."""
    made, sheet = sheet_of("agreements")
    sheet.append(["key", "company", "kind", "valid_from"])
    sheet.append(["A1", "C1", "SERVICE", value])
    sheet.cell(2, 4).number_format = number_format
    return saved(made)


def agreement_from(value: Any, number_format: str) -> list[str]:
    return read(agreement(value, number_format)).rows[0].column("valid_from")


@pytest.mark.parametrize(
    ("held", "kept"),
    [
        ("0.10000000000000001", 0.1),  # as spreadsheets write 0.1
        ("1.5E-3", 0.0015),
        ("1E15", 1e15),
        ("1.23456789012345E+17", 123456789012345000.0),
        ("9007199254740992", 9007199254740992.0),
        ("36028797018963968", 36028797018963970.0),
    ],
)
def test_an_amount_is_the_number_that_the_cell_holds(held: str, kept: float) -> None:
    assert list(_amounts(held).rows[0].column("value")) == [kept]


@pytest.mark.parametrize("held", ["9007199254740993", "12345678901234567", "9007199254740993.0"])
def test_an_amount_of_more_digits_than_are_kept_is_refused_by_cell(held: str) -> None:
    (problem,) = _amounts(held).row_problems
    assert str(problem).startswith(f"opportunities, row 2, column value: '{held.removesuffix('.0')}")
    assert "expected an amount of at most 15 digits, it would be kept as" in problem.expected


def _amounts(held: str) -> BundleContents:
    header, row = text_row(1, ["key", "company", "name", "value"]), text_row(2, ["O1", "C1", "X"])
    row = row.replace("</row>", f"<c><v>{held}</v></c></row>")
    return read(by_hand(header + row, kind="opportunities"))


@pytest.mark.parametrize("above", [[[]], [[" "]], [[], ["\u3000", None, "\u200b"], []]])
def test_blank_rows_above_the_header_are_passed_over_and_counted(above: list[list[Any]]) -> None:
    table = [["key", "name", "company"], ["P1", "Ann", "C1"], [True, "Bob", "C1"]]
    contents = read(workbook({"people": [*above, *table]}))
    assert [part.row_count for part in contents.rows] == [1]
    (problem,) = contents.row_problems
    assert (problem.row, problem.column) == (len(above) + 3, "key")
    assert f"cell A{len(above) + 3} holds a truth value" in problem.expected
