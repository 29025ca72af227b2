"""One value as text and back: how every column type is written in a cell, and what it refuses.

A bundle's cells are text (`read_cell`); what a program brings are numbers, lists and truth values too
(`read_value`). Both obey the same rules.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from iso4217 import Currency

from graph.messages.told import Told, ToldError
from graph.model.cell import ColumnType
from graph.model.column import Column
from graph.model.words import TRUST_LEVELS, Trust
from graph.rules.believable_days import why_not_meant
from graph.rules.field_words import is_unknown, member_of
from graph.rules.lists import SEPARATORS, WORD_SEPARATORS, NotAList, join_list, split_list
from graph.rules.written_forms import first_unseen, plain_form, tidied

KEY_LIMIT = 200
"""Characters of a key."""
TEXT_LIMIT = 131_072
"""Characters of a cell: what the CSV readers of most languages take."""

EXACT_DIGITS = 15
"""Digits of an amount that are kept whatever they are: a number of the stores holds no more for sure."""

NOT_UTF8 = Told(
    "expected UTF-8 text (in Excel: save as CSV UTF-8)", "应为 UTF-8 文本（在 Excel 中另存为“CSV UTF-8”）"
)
"""What is said of text in another encoding."""

_WEIGHT = Told("expected a number above 0 and at most 1, as 0.6", "应为大于 0 且不超过 1 的数，如 0.6")
_MONEY = Told(
    "expected an amount of 0 or more in plain digits, as 1250000.50",
    "应为不小于 0 的金额，只用数字，如 1250000.50",
)
_RATE = Told("expected a number above 0 in plain digits, as 7.1", "应为大于 0 的数，只用数字，如 7.1")
_SCALE = Told("expected a whole number from 1 to 5", "应为 1 至 5 的整数")
_NOTHING = Told("", "")
_SCALED = (1, 2, 3, 4, 5)
_AS_WRITTEN = (ColumnType.TEXT, ColumnType.KEYS)
"""Columns in which a width or a character that nobody sees is a part of the value."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NOT_UTF8 = re.compile(r"[\ud800-\udfff]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[,.'’ _][0-9]{3})+(?:[.,][0-9]*)?")
_WITH_COMMA = re.compile(r"-?[0-9]+,[0-9]*")
_WITH_EXPONENT = re.compile(r"-?[0-9.]+[eE][+-]?[0-9]+")
_DECIMAL = re.compile(r"-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_CURRENCIES = frozenset(currency.code for currency in Currency)


class CellRefused(ToldError, ValueError):
    """The text is no value of the column; it says what was expected."""


def read_cell(column: Column, text: str) -> Any:
    """The value that the text of a cell stands for; None (or no items) for an empty one. Raises CellRefused."""
    _require_text(text)
    if column.type is ColumnType.KEY:  # the place of what nobody sees is told as it was brought
        return _read_key(column, text)
    tidy = tidied(text)
    if not tidy:
        return () if column.holds_many else None
    return _READERS[column.type](column, tidy if column.type in _AS_WRITTEN else plain_form(tidy))


def read_value(column: Column, value: Any) -> Any:
    """The same of a value of the column's type, as it is kept. Raises CellRefused."""
    if isinstance(value, str):
        return read_cell(column, str(value))
    if value is None:
        return () if column.holds_many else None
    if column.holds_many and isinstance(value, (list, tuple)):
        return _read_items(column, [str(item) for item in value])
    if column.type is ColumnType.FLAG and isinstance(value, bool):
        return value
    number = _finite(value)
    if number is not None and column.type in _CHECKS:
        return _CHECKS[column.type](number, Decimal(repr(value)))
    if number in _SCALED and column.type in (ColumnType.SCALE, ColumnType.TRUST):
        return int(value)
    return read_cell(column, write_cell(column, value))  # of another type: told as what a cell shows


def _finite(value: object) -> float | None:
    """The number that it is, if it is one that can be kept."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _require_text(text: str) -> None:
    if _NOT_UTF8.search(text):
        raise CellRefused(NOT_UTF8)
    if "\0" in text:
        raise CellRefused(Told("expected text without NUL characters", "应为不含 NUL 字符的文本"))
    if len(text) > TEXT_LIMIT:
        raise CellRefused(
            Told(
                f"expected at most {TEXT_LIMIT:,} characters, found {len(text):,}",
                f"最多 {TEXT_LIMIT:,} 个字符，实为 {len(text):,} 个",
            )
        )


def write_cell(column: Column, value: Any) -> str:
    """The text that reads back as the value; empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return write_number(value)
    if isinstance(value, (list, tuple)):
        return join_list([str(item) for item in value])
    return str(value)


def write_number(value: float) -> str:
    """The shortest plain decimal that reads back as the number: no exponent, no `.0`.

    >>> write_number(1e21), write_number(2.50), write_number(1e-7)
    ('1000000000000000000000', '2.5', '0.0000001')
    """
    if not math.isfinite(value):
        return str(value)
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _read_key(column: Column, text: str) -> str | None:
    key = tidied(text)
    if len(key) > KEY_LIMIT:
        raise CellRefused(
            Told(
                f"expected a key of 1 to {KEY_LIMIT} characters, found {len(key):,}",
                f"编号应为 1 至 {KEY_LIMIT} 个字符，实为 {len(key):,} 个",
            )
        )
    if _CONTROL.search(key):
        raise CellRefused(
            Told(
                "expected a key without control characters (line breaks, tabs)",
                "编号不应含控制字符（换行、制表符）",
            )
        )
    unseen = first_unseen(key)
    if unseen is not None:
        place, code = unseen
        place += text.find(key) if key in text else 0
        raise CellRefused(
            Told(
                f"expected a key without characters that nobody sees, found {code} at character {place}",
                f"编号不应含看不见的字符，第 {place} 个字符为 {code}",
            )
        )
    return key or None


def _read_keys(column: Column, text: str) -> tuple[str, ...]:
    return _keys(column, _items(text, SEPARATORS))


def _read_items(column: Column, items: list[str]) -> tuple[str, ...]:
    _require_text(join_list(items))  # so that a cell can hold them
    if items == [""]:
        return ()
    if "" in items:
        raise _not_a_list(NotAList(Told("found an empty item", "其中有空项")))
    if column.type is ColumnType.KEYS:
        return _keys(column, items)
    return _words(column, [plain_form(tidied(item)) for item in items])


def _keys(column: Column, items: list[str]) -> tuple[str, ...]:
    keys = [_read_key(column, item) for item in items]
    return tuple(sorted(_each_once([key for key in keys if key is not None])))


def _words(column: Column, items: list[str]) -> tuple[str, ...]:
    return tuple(_each_once([_read_enum(column, word) for word in items]))


def _read_text(column: Column, text: str) -> str:
    return text


def _read_enum(column: Column, text: str) -> str:
    members = () if column.words is None else tuple(word.value for word in column.words)
    word = text if text in members else member_of(column.words, text)
    if word is None:
        listed = ", ".join(members)
        raise CellRefused(Told(f"expected one of {listed}", f"应为以下之一：{listed}"))
    return word


def _read_enums(column: Column, text: str) -> tuple[str, ...]:
    return _words(column, _items(text, WORD_SEPARATORS))


def _items(text: str, separators: str) -> list[str]:
    try:
        return split_list(text, separators)
    except NotAList as error:
        raise _not_a_list(error) from error


def _not_a_list(error: NotAList) -> CellRefused:
    return CellRefused(
        Told(f"expected a list separated by ;, {error.told}", f"应为以 ; 分隔的列表，{error.told.chinese}")
    )


def _each_once(items: list[str]) -> list[str]:
    if len(set(items)) != len(items):
        twice = next(item for item, count in Counter(items).items() if count > 1)
        raise CellRefused(
            Told(f"expected every item once, found {twice!r} twice", f"每项只应出现一次，{twice!r} 出现了两次")
        )
    return items


def _read_date(column: Column, text: str) -> str:
    if not _DATE.fullmatch(text) or not _is_day(text):
        raise CellRefused(Told("expected a date as 2026-03-31", "应为日期，如 2026-03-31"))
    refusal = why_not_meant(column.years_ahead, text)
    if refusal is not None:
        raise CellRefused(refusal)
    return text


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _read_number(text: str, expected: Told) -> float:
    if not _DECIMAL.fullmatch(text):
        instead = _instead_of(text)
        raise CellRefused(Told(f"{expected}{instead}", f"{expected.chinese}{instead.chinese}"))
    number = float(text)
    if not math.isfinite(number):
        raise CellRefused(expected)
    return number


def _instead_of(text: str) -> Told:
    """What of the text is no plain number, where that is one people write."""
    if text.endswith(("%", "％")):
        if not _DECIMAL.fullmatch(text[:-1].strip()):
            return _NOTHING
        return Told(f"; {text} is {_of_hundred(text)}", f"；{text} 即 {_of_hundred(text)}")
    if _GROUPED.fullmatch(text):
        return Told(", without signs between thousands", "，不带千位分隔符")
    if _WITH_COMMA.fullmatch(text):
        return Told(", with a point for the fraction", "，小数点应为 .")
    if _WITH_EXPONENT.fullmatch(text):
        return Told(", without an exponent", "，不用科学计数法")
    return _NOTHING


def _of_hundred(text: str) -> str:
    return format((Decimal(text[:-1].strip()) / 100).normalize(), "f")


def _read_weight(column: Column, text: str) -> float:
    return _checked_weight(_read_number(text, _WEIGHT), Decimal(text))


def _checked_weight(weight: float, meant: Decimal) -> float:
    if not 0 < weight <= 1:
        raise CellRefused(_WEIGHT)
    return weight


def _read_money(column: Column, text: str) -> float:
    return _checked_money(_read_number(text, _MONEY), Decimal(text))


def _checked_money(amount: float, meant: Decimal) -> float:
    if amount < 0:
        raise CellRefused(_MONEY)
    kept = write_number(amount)
    if Decimal(kept) != meant:
        raise CellRefused(
            Told(
                f"expected an amount of at most {EXACT_DIGITS} digits, it would be kept as {kept}",
                f"金额最多 {EXACT_DIGITS} 位数字，否则会存为 {kept}",
            )
        )
    return abs(amount)  # a written -0 is 0


def _read_rate(column: Column, text: str) -> float:
    return _checked_rate(_read_number(text, _RATE), Decimal(text))


def _checked_rate(rate: float, meant: Decimal) -> float:
    if rate <= 0:
        raise CellRefused(_RATE)
    return rate


def _read_currency(column: Column, text: str) -> str:
    if text not in _CURRENCIES:
        raise CellRefused(
            Told(
                "expected an ISO 4217 currency code, as CNY, EUR or USD",
                "应为 ISO 4217 货币代码，如 CNY、EUR 或 USD",
            )
        )
    return text


def _read_scale(column: Column, text: str) -> int:
    if text not in ("1", "2", "3", "4", "5"):
        raise CellRefused(_SCALE)
    return int(text)


def _read_trust(column: Column, text: str) -> int | None:
    if text in ("1", "2", "3", "4", "5"):
        return int(text)
    word = member_of(Trust, text)
    if word is not None:
        return TRUST_LEVELS[word]
    if is_unknown(text):
        return None
    names = ", ".join(TRUST_LEVELS)
    raise CellRefused(
        Told(
            f"expected a trust level from 1 to 5 or its name: {names}", f"应为 1 至 5 的信任等级或其名称：{names}"
        )
    )


def _read_flag(column: Column, text: str) -> bool:
    word = text.lower()  # spreadsheets write booleans in capitals, programs with one
    if word in ("true", "false"):
        return word == "true"
    raise CellRefused(Told("expected true or false", "应为 true 或 false"))


_CHECKS: dict[ColumnType, Callable[[float, Decimal], float]] = {
    ColumnType.WEIGHT: _checked_weight,
    ColumnType.MONEY: _checked_money,
    ColumnType.RATE: _checked_rate,
}

_READERS: dict[ColumnType, Callable[[Column, str], Any]] = {
    ColumnType.KEY: _read_key,
    ColumnType.KEYS: _read_keys,
    ColumnType.TEXT: _read_text,
    ColumnType.ENUM: _read_enum,
    ColumnType.ENUMS: _read_enums,
    ColumnType.DATE: _read_date,
    ColumnType.WEIGHT: _read_weight,
    ColumnType.MONEY: _read_money,
    ColumnType.RATE: _read_rate,
    ColumnType.CURRENCY: _read_currency,
    ColumnType.SCALE: _read_scale,
    ColumnType.TRUST: _read_trust,
    ColumnType.FLAG: _read_flag,
}
