"""Ranks as text sort by code point as the numbers and names sort that they stand for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.rank_text import rank_text

NUMBERS = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**53), 2**53))
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=6), st.text(' !\x00\x01\n"#a李', max_size=5)
)


@given(st.lists(st.tuples(NUMBERS, TEXTS, NUMBERS, TEXTS), min_size=2, max_size=8))
def test_ranks_sort_as_the_tuples_do(rows: list[tuple[float, str, float, str]]) -> None:
    assert sorted(rows) == sorted(rows, key=lambda row: rank_text(*row))
    for one, other in pairwise(sorted(rows)):
        assert (rank_text(*one) == rank_text(*other)) == (one == other)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_where_a_text_ends_is_told_from_where_the_next_one_begins(a: str, b: str, c: str, d: str) -> None:
    assert (rank_text(a, b) < rank_text(c, d)) == ((a, b) < (c, d))


@given(st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3))
def test_a_shorter_tuple_comes_before_the_longer_ones_that_begin_with_it(one: list[str], other: list[str]) -> None:
    assert (rank_text(*one) < rank_text(*other)) == (tuple(one) < tuple(other))


@given(NUMBERS, TEXTS)
def test_ranks_are_plain_text_for_every_store(number: float, text: str) -> None:
    assert not any(ord(character) < ord(" ") for character in rank_text(number, text))


@pytest.mark.parametrize(("one", "other"), [(0.0, -0.0), (1, 1.0)])
def test_equal_numbers_have_equal_ranks(one: float, other: float) -> None:
    assert rank_text(one, "key") == rank_text(other, "key")
