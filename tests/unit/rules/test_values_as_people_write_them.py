"""One value is read the same however it is written, and what cannot be meant is refused by column."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

import pytest

from graph.model.companies import COMPANIES
from graph.model.people import PEOPLE
from graph.model.record_kinds import RECORD_KINDS
from graph.model.word import Words
from graph.model.words import Trust
from graph.rules.believable_days import why_not_meant
from graph.rules.cells import CellRefused, read_cell
from graph.rules.field_words import is_unknown, member_of
from graph.rules.written_forms import first_unseen, plain_form

TODAY = date(2026, 11, 25)

UNSEEN = [
    *("\u200b", "\u200d", "\u200e", "\u2060", "\u00ad", "\u202e", "\u2066", "\u3164", "\u115f", "\u2800"),
    *("\ufe0f", "\U000e0100", "\U000e0041", "\u034f", "\u180e", "\ufff9"),
]


@pytest.mark.parametrize("character", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_refused_in_a_key_by_code_and_place(character: str) -> None:
    with pytest.raises(CellRefused, match=rf"U\+{ord(character):04X} at character 2"):
        read_cell(PEOPLE.column("key"), f"P{character}1")
    assert plain_form(f"P{character}1") == "P1"


@pytest.mark.parametrize("character", [*UNSEEN, " ", "\u00a0", "\u3000", "\ufeff", "\u2003"], ids=ascii)
def test_what_nobody_sees_is_no_value(character: str) -> None:
    assert read_cell(COMPANIES.column("name"), character * 3) is None
    assert read_cell(COMPANIES.column("region"), character) is None


@pytest.mark.parametrize("around", [" ", "\u00a0", "\u3000", "\ufeff", "\t\n"], ids=ascii)
def test_blanks_around_a_value_do_not_count(around: str) -> None:
    assert read_cell(PEOPLE.column("key"), f"{around}P 1{around}") == "P 1"
    assert read_cell(COMPANIES.column("annual_value"), f"{around}12.5{around}") == 12.5
    assert read_cell(PEOPLE.column("status_since"), f"{around}2024-02-29{around}") == "2024-02-29"


@pytest.mark.parametrize("key", ["葛城", "Ω-1", "é", "P-1", "ｱ"])
def test_letters_that_are_seen_are_no_reason_to_refuse_a_key(key: str) -> None:
    assert first_unseen(key) is None
    assert read_cell(PEOPLE.column("key"), key) == key


@pytest.mark.parametrize(
    ("column", "day", "is_meant"),
    [
        ("last_contact", "2026-11-26", True),
        ("last_contact", "2027-11-25", True),
        ("last_contact", "2027-11-26", False),
        ("last_contact", "2206-03-01", False),
        ("stated_on", "2062-01-01", False),
        ("on", "2028-05-01", True),
        ("on", "2062-05-01", False),
        ("decision_date", "2031-01-01", True),
        ("decision_date", "2206-01-01", False),
        ("valid_from", "9999-01-01", False),
        ("valid_to", "9999-12-31", True),
        ("status_since", "2060-01-01", True),
        ("valid_from", "1899-12-30", False),
        ("valid_to", "0001-01-01", False),
        ("status_since", "1900-01-01", True),
    ],
)
def test_a_day_that_cannot_be_meant_is_refused(column: str, day: str, is_meant: bool) -> None:
    (years,) = {each.column(column).years_ahead for each in RECORD_KINDS.values() if column in each.column_names}
    refusal = why_not_meant(years, day, today=TODAY)
    assert (refusal is None) == is_meant
    assert refusal is None or refusal.startswith("expected a day that can be meant")


_WRITTEN = {column.words for kind in RECORD_KINDS.values() for column in kind.columns if column.words} | {Trust}


@pytest.mark.parametrize("enumeration", sorted(_WRITTEN, key=attrgetter("__name__")))
def test_every_word_for_a_member_means_that_member(enumeration: type[Words]) -> None:
    for member in enumeration:
        names = (member.value, member.value.lower(), member.value.replace("_", " ").title())
        for text in (*names, member.english.upper(), f" {member.chinese}\u3000", *member.also):
            is_unknown_too = member.value != "UNKNOWN" and is_unknown(text)
            assert member_of(enumeration, text) == member
            assert not is_unknown_too
