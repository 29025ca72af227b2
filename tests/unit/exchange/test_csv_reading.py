"""What a CSV file may look like, and what is said of one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.exchange.bundle.reading import read_bundle
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.cells import CellRefused, read_cell
from tests.unit.exchange.small_bundles import zipped

COMPANIES = b"key,name,side\nC1,One,CUSTOMER\n"


def read(text: bytes | str, name: str = "companies"):
    return read_bundle(zipped({name: text}), "bundle.zip")


def told(text: bytes | str, name: str = "companies") -> list[str]:
    contents = read(text, name)
    return [str(problem) for problem in contents.file_problems + contents.row_problems]


@pytest.mark.parametrize(
    "text",
    [
        COMPANIES,
        b"\xef\xbb\xbf" + COMPANIES,
        COMPANIES.replace(b"\n", b"\r\n"),
        COMPANIES.replace(b"\n", b"\r"),
        b"side,key,name\nCUSTOMER,C1,One\n",
        b'"key","name","side"\n"C1","One","CUSTOMER"',
        b"key,name,side\n\n,,\nC1,One,CUSTOMER\n,,\n\n",
        b"key,name,side,,\nC1,One,CUSTOMER,,\n,,,,\n",
        b"key,name,side,,\nC1,One,CUSTOMER\n",
        b"key,name,side\nC1,One,CUSTOMER, ,\n",
        b"key,,name,side\nC1,,One,CUSTOMER\n",
        b"\n" + COMPANIES,
        b"\xef\xbb\xbf,,\r\n , ,\r\n\r\n" + COMPANIES,
        "key,name,side\n \u3000,\u200b,\nC1,One,CUSTOMER\n\u00a0\n".encode(),
        "\ufeff\ufeffkey, name ,side\u3000\nC1,One,CUSTOMER\n".encode(),
    ],
    ids=[
        "plain",
        "byte order mark",
        "CRLF",
        "CR",
        "columns in another order",
        "all quoted",
        "empty rows",
        "columns without a name and value",
        "rows without the cells of columns without a name",
        "cells of blanks outside of the table",
        "a column without a name and value in between",
        "a blank row above the header",
        "blank rows and a byte order mark above the header",
        "rows of blanks",
        "blanks and a second byte order mark around names",
    ],
)
def test_one_company_is_read_from(text: bytes) -> None:
    contents = read(text)
    assert [part.table.rows() for part in contents.rows] == [[("C1", "One", "CUSTOMER")]]
    assert contents.row_problems == contents.file_problems == []


def test_a_row_is_numbered_as_a_spreadsheet_does_whatever_lines_its_cells_span() -> None:
    text = 'key,name,side\nC1,"One\nand\r\nonly",CUSTOMER\n\nC3,Three,BUYER\nC4,Four,CUSTOMER\n'
    contents = read(text)
    assert list(contents.rows[0].numbers) == [2, 4, 5]
    assert [problem.row for problem in contents.row_problems] == [4]
    assert contents.rows[0].table.rows()[0][1] == "One\nand\r\nonly"


REFUSED = {
    "an empty file": (b"", "companies, row 1: expected a header row with the names of the columns"),
    "a blank header": (b"\n,,\n\n", "companies, row 1: expected a header row with the names of the columns"),
    "an unknown column": (
        b"key,name,side,colour\n",
        "companies, row 1, column colour: unknown column, expected one of the columns key, name, side, parent,"
        " grade, industry, region, annual_value, potential_value, currency, strategic_fit, industry_influence,"
        " credit, supplier_position",
    ),
    "a column twice": (b"key,name,side,name\n", "companies, row 1, column name: expected every column once"),
    "a value in a column without a name": (
        b"key,,name,side\nC1,stray,One,CUSTOMER\n",
        "companies, row 2: 'stray': expected nothing in cell 2, the header has no name for it",
    ),
    "a value beyond the last name": (
        b"key,name,side,,\nC1,One,CUSTOMER,,stray\n",
        "companies, row 2: expected 3 cells as in the header, found 5",
    ),
    "a name in capitals": (
        b"Key,name,side,key\n",
        "companies, row 1, column Key: unknown column, did you mean key? expected one of the columns key, name,"
        " side, parent, grade, industry, region, annual_value, potential_value, currency, strategic_fit,"
        " industry_influence, credit, supplier_position",
    ),
    "a required column that is missing": (
        b"key,name\n",
        "companies, row 1, column side: expected this column, it is required",
    ),
    "a row with more cells": (
        COMPANIES + b"C2,Two, Inc,CUSTOMER\n",
        "companies, row 3: expected 3 cells as in the header, found 4",
    ),
    "a row with fewer cells": (
        COMPANIES + b"C2,Two\n",
        "companies, row 3: expected 3 cells as in the header, found 2",
    ),
    "bytes that are not UTF-8": (
        COMPANIES + "C2,测试,CUSTOMER\n".encode("gbk"),
        r"companies, row 3, column name: '\\xb2\\xe2\\xca\\xd4': expected UTF-8 text"
        " (in Excel: save as CSV UTF-8)",
    ),
    "a NUL": (
        COMPANIES + b"C2,T\0wo,CUSTOMER\n",
        r"companies, row 3, column name: 'T\x00wo': expected text without NUL characters",
    ),
    "a text that is too long, with what follows it": (
        COMPANIES + b"C2," + b"x" * 140_000 + b",CUSTOMER\nC3,Three,CUSTOMER\n",
        f"companies, row 3, column name: '{'x' * 300}…': expected at most 131,072 characters, found 140,000",
    ),
    "a quote that is not closed": (
        COMPANIES + b'C2,"Two,CUSTOMER\nC3,Three,CUSTOMER\n',
        "companies, row 3: expected quoting by RFC 4180: unexpected end of data",
    ),
    "text after a closing quote": (
        COMPANIES + b'C2,"Two" and more,CUSTOMER\n',
        "companies, row 3: expected quoting by RFC 4180: ',' expected after '\"'",
    ),
    "a required cell that is empty": (
        COMPANIES + b"C2,,CUSTOMER\n",
        "companies, row 3, column name: expected a value, the column is required",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused(case: str) -> None:
    text, expected = REFUSED[case]
    assert told(text) == [expected]


@pytest.mark.parametrize("separator", [";", "\t", "|", "，"])
def test_a_header_with_other_separators_is_told_to_use_commas_and_nothing_else(separator: str) -> None:
    header = separator.join(["key", "name", "side"])
    (only,) = told(f"{header}\nC1{separator}One{separator}CUSTOMER\n")
    assert only.startswith(
        f"companies, row 1, column {header}: expected columns separated by commas; expected one of the columns"
    )


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("beginning", ["", "\ufeff"])
def test_a_header_in_quotes_with_other_separators_is_told_to_use_commas(separator: str, beginning: str) -> None:
    rows = [("key", "name", "side"), ("C1", "One", "CUSTOMER")]
    text = "".join(separator.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    assert told(beginning + text) == ["companies, row 1: expected columns separated by commas"]


def test_rows_are_counted_from_the_first_one_however_many_blank_ones_come_before_the_header() -> None:
    assert told(b"\n,,\n" + COMPANIES.replace(b"CUSTOMER", b"BUYER")) == [
        "companies, row 4, column side: 'BUYER': expected one of SUPPLIER, CUSTOMER, COMPETITOR, PARTNER"
    ]
    (line,) = told(b"\n,,\nkey,name,side,colour\n")
    assert line.startswith("companies, row 3, column colour: unknown column")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_in_wide_characters_is_told_to_be_in_utf8_and_nothing_else(encoding: str) -> None:
    (only,) = told("key,name,side\nC1,客户,CUSTOMER\n".encode(encoding))
    found = encoding[:6].upper()
    assert only == f"companies, row 1: expected UTF-8 text (in Excel: save as CSV UTF-8), found {found}"


@pytest.mark.parametrize("encoding", ["gbk", "big5", "shift_jis", "cp949", "latin-1"])
def test_a_header_in_another_encoding_is_told_to_be_in_utf8(encoding: str) -> None:
    extra = "für" if encoding == "latin-1" else "年度"
    (only,) = told(f"key,name,side,{extra}\nC1,One,CUSTOMER,x\n".encode(encoding))
    assert only.endswith(": expected UTF-8 text (in Excel: save as CSV UTF-8)")


def test_a_cell_too_long_to_count_ends_its_file() -> None:
    text = COMPANIES + b'C2,"' + b"x" * 17_000_000 + b"\nC3,Three,BUYER\n"
    assert told(text) == [
        "companies, row 3: expected at most 131,072 characters in a cell, found more than 16,777,216;"
        " a double quote may not be closed"
    ]


def test_rows_before_a_broken_quote_are_read_and_told_of_too() -> None:
    found = told(COMPANIES + b'C2,Two,BUYER\nC3,"Three')
    assert [line.split(":")[0] for line in found] == ["companies, row 4", "companies, row 3, column side"]


CELLS = {
    ("positions", "stated_on"): (
        ["2026-03-31", "1900-01-01", "１９９９-01-01", "２０２６－０３－３１", " 2026-03-31\u200e"],
        ["2026-3-31", "31.03.2026", "20260331", "2026-02-30", "2026-W13-2", "2026-03-31T00:00", "1899-12-31"],
    ),
    ("influences", "weight"): (
        ["1", "0.5", ".5", "1.0", "0.000000001", " 0.5", "０．５", "0.33333333333333333333"],
        ["0", "1.01", "-0.5", "1e-1", "nan", "inf", "0,5", "½", "60%"],
    ),
    ("opportunities", "value"): (
        ["0", "-0", "12", "12.", "1250000.50", "0.1", "1" + "0" * 300, "9007199254740992", "１２"],
        ["-1", "1,250", "1e6", "NaN", "Infinity", "9" * 300, "9" * 400, "12 EUR", "0x10", "12²"],
    ),
    ("opportunities", "currency"): (["CNY", "EUR", "USD"], ["cny", "XYZ", "€", "RMB", "EU"]),
    ("companies", "credit"): (["1", "5"], ["0", "6", "1.5", "-1", "five", "01"]),
    ("rates", "rate"): (
        ["7.1", "1", "0.000001", "1000000", ".5"],
        ["0", "0.0", "-7.1", "1e3", "1,000", "7,1", "inf", "nan", "9" * 400, "7 .1"],
    ),
    ("rates", "currency"): (["CNY", "EUR", "XAU"], ["YUAN", "eur", "XYZ", "ZZZ", "€"]),
    ("rates", "on"): (["2026-11-01", "2028-02-29"], ["2026-11-31", "2027-02-29", "2026-11", "01.11.2026"]),
    ("ties", "trust"): (["1", "5", "FAMILIAR", "familiar", "５", "长期陪伴"], ["0", "6", "FAMILY"]),
    ("decision_roles", "veto"): (["true", "false", "TRUE", "FALSE", "True "], ["yes", "1", "truefalse"]),
    ("people", "tags"): (
        ["RISING_STAR", "GATEKEEPER; RISING_STAR", "RISING_STAR,GATEKEEPER", "明日之星、gatekeeper"],
        ["RISING_STAR;", "VIP", "GATEKEEPER;GATEKEEPER", "GATEKEEPER;gatekeeper", "RISING_STAR/GATEKEEPER"],
    ),
    ("people", "key"): (
        ["x" * 200, " x ", "客户", "=1+1", "1001"],
        ["x" * 201, "a\tb", "a\nb", "a\x7fb", "a\u200bb"],
    ),
    ("people", "level"): (["SENIOR", "UNKNOWN", "Senior", " SENIOR", "中高层", "ＳＥＮＩＯＲ"], ["CEO", "层"]),
}


@pytest.mark.parametrize(("file", "column"), CELLS)
def test_a_cell_is_read_or_refused_by_the_type_of_its_column(file: str, column: str) -> None:
    of = RECORD_KINDS[file].column(column)
    good, bad = CELLS[file, column]
    for text in good:
        assert read_cell(of, text) is not None
    for text in bad:
        with pytest.raises(CellRefused, match="expected"):
            read_cell(of, text)


def test_a_bundle_is_a_folder_too(tmp_path: Path) -> None:
    (tmp_path / "companies.csv").write_bytes(COMPANIES)
    (tmp_path / ".hidden").write_text("passed over")
    assert [part.table.rows() for part in read_bundle(tmp_path).rows] == [[("C1", "One", "CUSTOMER")]]


def test_files_of_other_names_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "companies.csv").write_bytes(COMPANIES)
    (tmp_path / "Companies.txt").write_bytes(COMPANIES)
    (tmp_path / "people.csv").mkdir()
    found = [str(problem) for problem in read_bundle(tmp_path).file_problems]
    assert sorted(line.split(", expected")[0] for line in found) == [
        "Companies.txt: unknown file, did you mean companies.csv?"
        " expected " + ", ".join(f"{name}.csv" for name in RECORD_KINDS),
        "people.csv: unknown file",
    ]


@pytest.mark.parametrize("name", ["bundle", "bundle.csv", "bundle.xls"])
def test_a_path_that_is_no_bundle_is_refused(name: str, tmp_path: Path) -> None:
    assert str(read_bundle(tmp_path / name).file_problems[0]) == f"{name}: expected a folder or file that is there"
    (tmp_path / name).write_bytes(COMPANIES)
    expected = (
        f"{name}: expected a folder of CSV files, a .zip of them or an .xlsx; this is a text file: name each"
        " CSV file for what it holds, as people.csv, and import the folder"
    )
    assert str(read_bundle(tmp_path / name).file_problems[0]) == expected


def test_an_empty_folder_is_no_bundle(tmp_path: Path) -> None:
    assert "expected at least one file or sheet of a bundle" in str(read_bundle(tmp_path).file_problems[0])
