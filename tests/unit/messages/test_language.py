"""Which language somebody is told things in."""

from __future__ import annotations

import pytest

from graph.messages.language import Language, language_accepted, language_of_locale


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, Language.EN),
        ("", Language.EN),
        ("zh", Language.ZH),
        ("ZH-Hant-TW", Language.ZH),
        ("zh-CN,zh;q=0.9,en;q=0.8", Language.ZH),
        ("en-GB,en;q=0.9,zh;q=0.8", Language.EN),
        ("en;q=0.5, zh-CN", Language.ZH),
        ("en;q=0.5,zh;q=0.5", Language.EN),
        ("zh;q=0.5,en;q=0.5", Language.ZH),
        ("de-DE, fr;q=0.9, zh;q=0.1", Language.ZH),
        ("zh ; q=0.300 , en ; q=0.2", Language.ZH),
        ("zh;Q=1.000", Language.ZH),
        ("zho", Language.EN),
    ],
)
def test_the_language_that_the_header_weighs_most_is_spoken(header: str | None, language: Language) -> None:
    """Ranges fit what they begin with; of equal weights the first one wins."""
    assert language_accepted(header) is language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de, fr;q=0.9", Language.EN),
        ("*", Language.EN),
        ("de, *;q=0.1", Language.EN),
        ("en;q=0, *;q=0.5", Language.ZH),
        ("en;q=0.2, *;q=0.5", Language.ZH),
        ("zh;q=0, *", Language.EN),
        ("zh;q=0", Language.EN),
        ("en;q=0", Language.EN),
        ("zh-CN;q=0, zh;q=0.4, en;q=0.3", Language.ZH),
    ],
)
def test_what_a_header_refuses_or_leaves_open_is_english_unless_another_is_asked_for(
    header: str, language: Language
) -> None:
    """A star stands for the languages that no other range names; a weight of 0 refuses."""
    assert language_accepted(header) is language


@pytest.mark.parametrize(
    "bad", ["zh;q=2", "zh;q=-1", "zh;q=x", "zh;q=", "zh;level=1", "zh;q=nan", "zh;q=1;q=1", ";q=1", "zh;q=１"]
)
def test_a_range_that_is_not_well_formed_is_passed_over(bad: str) -> None:
    """And the others are read."""
    assert language_accepted(bad) is Language.EN
    assert language_accepted(f"{bad}, en;q=0.1, zh;q=0.2") is Language.ZH


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_CN.UTF-8", Language.ZH),
        ("zh_TW", Language.ZH),
        ("zh.UTF-8", Language.ZH),
        ("zh-Hans", Language.ZH),
        ("zh@pinyin", Language.ZH),
        ("en_US.UTF-8", Language.EN),
        ("C.UTF-8", Language.EN),
        ("POSIX", Language.EN),
        ("de_DE", Language.EN),
        ("", Language.EN),
        (None, Language.EN),
    ],
)
def test_a_locale_names_its_language_before_its_territory(name: str | None, language: Language) -> None:
    """Whatever is not Chinese is told in English."""
    assert language_of_locale(name) is language
