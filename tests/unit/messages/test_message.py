"""Messages with parameters, made into sentences of a language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from graph.messages.language import Language
from graph.messages.message import CATALOGUE, Message, Share
from graph.messages.pattern import sentences
from graph.model.words import Stage


@dataclass(frozen=True, kw_only=True)
class Lost(
    Message,
    key="test-lost",
    english="""We lose { $count ->
            [0] nobody
            [one] 1 person
           *[other] { $count } people
        }{ $share ->
            [none] {""}
           *[other] , who have { $share } of the decision
        }.""",
    chinese="""我们将失去{ $count } 人{ $share ->
            [none] {""}
           *[other] （占决策的{ $share }）
        }。""",
):
    """Some people."""

    count: int
    share: Share | None = None


@dataclass(frozen=True, kw_only=True)
class Told(
    Message,
    key="test-told",
    english="""{ $day }, { $stage }, { $names }, { $within }
        .action = Ask { $names }.""",
    chinese="""{ $day }，{ $stage }，{ $names }，{ $within }
        .action = 请询问{ $names }。""",
):
    """Something of every kind."""

    day: date
    stage: Stage
    names: tuple[str | Message, ...]
    within: Message


def test_a_count_chooses_the_form_of_its_language() -> None:
    """One person, three people; a number of its own before the forms; Chinese has one form."""
    assert [Lost(count=count).text(Language.EN) for count in (0, 1, 3, 1200)] == [
        "We lose nobody.",
        "We lose 1 person.",
        "We lose 3 people.",
        "We lose 1200 people.",
    ]
    assert Lost(count=1).text(Language.ZH) == "我们将失去1 人。"


def test_what_is_not_given_is_left_out_where_the_pattern_says_so() -> None:
    """None chooses `[none]`."""
    assert (
        Lost(count=3, share=Share(0.254)).text(Language.EN) == "We lose 3 people, who have 25 % of the decision."
    )
    assert Lost(count=3, share=Share(0.254)).text(Language.ZH) == "我们将失去3 人（占决策的25%）。"


def test_days_words_lists_and_messages_are_said_in_the_language_of_the_sentence() -> None:
    """Also those within a message that is within one."""
    told = Told(
        day=date(2026, 3, 9),
        stage=Stage.APPROVAL,
        names=("李娜", Lost(count=1)),
        within=Lost(count=2, share=Share(1)),
    )
    assert told.text(Language.EN) == (
        "2026-03-09, APPROVAL, 李娜, We lose 1 person., We lose 2 people, who have 100 % of the decision."
    )
    assert told.text(Language.ZH) == (
        f"2026年3月9日，{Stage.APPROVAL.chinese}，李娜、我们将失去1 人。，我们将失去2 人（占决策的100%）。"
    )


def test_another_sentence_about_the_same_is_an_attribute() -> None:
    """With the same parameters."""
    told = Told(day=date(2026, 3, 9), stage=Stage.APPROVAL, names=("李娜", "王芳"), within=Lost(count=1))
    assert told.text(Language.EN, "action") == "Ask 李娜, 王芳."
    assert told.text(Language.ZH, "action") == "请询问李娜、王芳。"


@pytest.mark.parametrize("name", ["{ $count }", '{ "x" }', "a\n\n [other] b", "n" * 100_000, "-{}*"])
def test_a_name_is_told_as_it_is(name: str) -> None:
    """However long, and whatever a pattern would read in it."""
    told = Told(day=date(2026, 1, 1), stage=Stage.APPROVAL, names=(name, name), within=Lost(count=0)).text(
        Language.EN
    )
    assert told == f"2026-01-01, APPROVAL, {name}, {name}, We lose nobody."


@pytest.mark.parametrize(
    "text", ["{ $x", "{ NUMBER($x) }", "{ other }", "{ -term }", "", "{ $x ->\n [one] 1\n}", "a\n.b = { f() }"]
)
def test_a_pattern_that_is_none_is_refused(text: str) -> None:
    """Rather than shown as it stands."""
    with pytest.raises(ValueError, match="pattern"):
        sentences(text)


def test_a_key_is_that_of_one_message() -> None:
    """It is kept in the place of the sentence."""
    assert CATALOGUE["test-lost"] is Lost
    with pytest.raises(ValueError, match="test-lost"):
        type("Other", (Message,), {}, key="test-lost", english="a", chinese="b")
