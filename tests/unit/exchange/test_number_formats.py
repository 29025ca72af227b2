"""What a cell shows of a number or a text, by the code of its number format."""

from __future__ import annotations

import pytest

from graph.exchange.bundle.number_formats import Shown, format_of
from graph.exchange.bundle.number_text import NotRendered, shown_number, shown_text

OF_A_WORKBOOK = 164
"""The first number of formats that a workbook brings itself."""

SHOWN = [
    ("General", 1001.0, "1001"),
    ("General", 123456789012345.0, "123456789012345"),
    ("General", 0.1 + 0.2, "0.3"),
    ("General", -2.5, "-2.5"),
    ("@", 1001.0, "1001"),
    ('"A-"@', 12.0, "A-12"),
    ('"A-"General', 12.0, "A-12"),
    ("G/通用格式", 12.0, "12"),
    ('"第"G/標準"号"', 12.0, "第12号"),
    ("000000_ ", 1234.0, "001234"),
    ("0_ ;[Red]\\-0\\ ", 7.0, "7"),
    ("[<=99999]00000;00000\\-0000", 902101234.0, "90210-1234"),
    ("[$-804]000", 7.0, "007"),
    ("000000", 1234.0, "001234"),
    ("000", 12345.0, "12345"),
    ('"A"000', 7.0, "A007"),
    ("\\A000", 7.0, "A007"),
    ('0"号"', 12.0, "12号"),
    ("0号", 12.0, "12号"),
    ("00-000", 12345.0, "12-345"),
    ("00-000", 5.0, "00-005"),
    ("000-00-0000", 78051120.0, "078-05-1120"),
    ("(###) ###-####", 2125551234.0, "(212) 555-1234"),
    ("[<=9999999]###-####;(###) ###-####", 5551234.0, "555-1234"),
    ("[<=9999999]###-####;(###) ###-####", 2125551234.0, "(212) 555-1234"),
    ('[=1]"yes";[=0]"no";General', 0.0, "no"),
    ("#,##0", 1234567.0, "1,234,567"),
    ("000,000", 1234.0, "001,234"),
    ("#,##0,", 1234567.0, "1,235"),
    ("0.0,", 12345.0, "12.3"),
    ("0", 2.5, "3"),
    ("0.00", 2.5, "2.50"),
    ("0.##", 2.5, "2.5"),
    ("0.##", 2.0, "2."),
    ("0.??", 2.5, "2.5"),
    (".00", 0.5, ".50"),
    ("0.0", 0.25, "0.3"),
    ("0.0.0", 1.25, "1.2.5"),
    ("??0", 7.0, "7"),
    ("#0##", 5.0, "005"),
    ("0%", 0.5, "50%"),
    ("0.00%", 0.12345, "12.35%"),
    ("[$¥-804]#,##0.00", 1234.5, "¥1,234.50"),
    ("_(* #,##0.00_)", 1234.0, "1,234.00"),
    ("[Red]0", 5.0, "5"),
    ('"A"000', -5.0, "-A005"),
    ("0;(0)", -5.0, "(5)"),
    ('0;-0;"none"', 0.0, "none"),
    ("0_);[Red](0)", 7.0, "7"),
]


@pytest.mark.parametrize(("code", "number", "expected"), SHOWN)
def test_a_number_is_shown_as_its_format_says(code: str, number: float, expected: str) -> None:
    assert shown_number(number, format_of(OF_A_WORKBOOK, code)) == expected


NOT_SURE = [
    ("0.00E+00", 1e5, "scientific"),
    ("##0.0E+0", 1e5, "scientific"),
    ("# ?/?", 0.5, "a fraction"),
    ("[DBNum1]0", 12.0, "Chinese numerals"),
    ("[$-D07041E]0", 12.0, "numerals of another script"),
    ("*-0", 12.0, "filled by the width of the column"),
    ("$* #,##0", 12.0, "blanks by the width of the column"),
    (";;;", 12.0, "hidden"),
    ("#", 0.0, "nothing to see"),
    ("0;", -5.0, "a number below zero hidden"),
    ("0", -0.2, "the minus of a zero"),
    ("[>5]0", 3.0, "no section applies"),
    ("0 EUR", 3.0, "letters without quotes"),
    ('0,"-"00', 1234.0, "digits in groups and parts"),
]


@pytest.mark.parametrize(("code", "number", "why"), NOT_SURE, ids=[why for *_, why in NOT_SURE])
def test_what_is_not_sure_is_not_rendered(code: str, number: float, why: str) -> None:
    with pytest.raises(NotRendered):
        shown_number(number, format_of(OF_A_WORKBOOK, code))


@pytest.mark.parametrize(
    ("code", "expected"),
    [("General", "x"), ("0", "x"), ("@", "x"), ('"A-"@', "A-x"), ('0;-0;0;"A-"@', "A-x"), ('0;"<"@">"', "<x>")],
)
def test_a_text_is_shown_as_its_format_says(code: str, expected: str) -> None:
    assert shown_text("x", format_of(OF_A_WORKBOOK, code)) == expected


def test_a_text_that_its_format_hides_is_not_rendered() -> None:
    with pytest.raises(NotRendered):
        shown_text("x", format_of(OF_A_WORKBOOK, ";;;"))


DATES = [
    "yyyy-mm-dd",
    "m/d/yy h:mm",
    'yyyy"年"m"月"d"日"',
    "yyyy年m月d日",
    "[$-804]yyyy\\年m\\月",
    "[$-404]e/m/d",
    '[$-411]ggge"年"m"月"d"日"',
    "[DBNum1][$-804]yyyy年m月d日",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "aaaa",
    "上午/下午h:mm",
    "[Red]dd.mm.yyyy;@",
]


@pytest.mark.parametrize("code", DATES)
def test_a_format_of_days_is_known_as_one(code: str) -> None:
    assert format_of(OF_A_WORKBOOK, code).shows(Shown.DATE)


@pytest.mark.parametrize("number", [14, 22, 27, 31, 36, 50, 57, 58, 71])
def test_built_in_formats_of_days_are_known_without_a_code(number: int) -> None:
    assert format_of(number, None).shows(Shown.DATE)


@pytest.mark.parametrize("code", ["General", "0.00", '0"d"', "\\y0", "[Red]0", "0.0E+0", '"day "0', "[$USD]0"])
def test_letters_of_other_meaning_make_no_day(code: str) -> None:
    assert not format_of(OF_A_WORKBOOK, code).shows(Shown.DATE)
