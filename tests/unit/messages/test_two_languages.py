"""What is told and gone, in both languages."""

from __future__ import annotations

import pickle

import pytest

from graph.errors import BadInput, NotInGraph, Problem, QuestionRejected, Suggestion
from graph.messages.language import Language
from graph.messages.told import Told, told_of
from graph.rules.references import StrangeKey, UnknownKey, unknown_key


def test_what_is_told_is_its_english_as_text() -> None:
    """So that logs and answers without a language have it."""
    told = Told("expected 2 people", "应为 2 人")
    assert told == "expected 2 people"
    assert f"{told}" == "expected 2 people"
    assert told.text(Language.EN) == "expected 2 people"
    assert told.text(Language.ZH) == "应为 2 人"


def test_an_error_of_another_process_still_tells_both_languages() -> None:
    """Errors come from there by pickle."""
    error = pickle.loads(pickle.dumps(QuestionRejected(Told("no", "不"))))
    assert str(error) == "no"
    assert error.told.text(Language.ZH) == "不"


def test_an_error_from_elsewhere_is_told_in_its_own_words() -> None:
    """Whatever the language is."""
    assert told_of(ValueError("bad")).text(Language.ZH) == "bad"
    assert told_of(QuestionRejected(Told("no", "不"))).text(Language.ZH) == "不"


def test_a_problem_names_file_row_column_and_value_in_both_languages() -> None:
    """With what was expected, and what may be meant."""
    problem = Problem(
        "people",
        3,
        "company",
        "acmee",
        unknown_key("companies"),
        (Suggestion("acme", "Acme"), Suggestion("acne", None)),
    )
    assert str(problem) == (
        "people, row 3, column company: 'acmee': expected the key of a company, there is none with this key: "
        "did you mean acme (Acme) or acne?"
    )
    assert problem.told.text(Language.ZH) == (
        "people，第 3 行，company 列：'acmee'：应为公司的编号，没有此编号的公司；是否指 acme（Acme）、acne？"
    )
    whole = Problem("people", None, None, None, Told("expected rows", "应有行"))
    assert BadInput([problem, whole]).told.text(Language.ZH).splitlines()[1] == "people：应有行"


def test_a_key_of_nothing_is_told_with_the_word_of_its_kind() -> None:
    """And with the nodes that may be meant."""
    error = NotInGraph("Person", "p", (Suggestion("q", "Q"),))
    assert str(error) == "no Person has the key 'p': did you mean q (Q)?"
    assert error.told.text(Language.ZH) == "未找到编号为 'p' 的人员；是否指 q（Q）？"


@pytest.mark.parametrize("meant", [None, Told("did you mean 'x'?", "是否指 'x'？")])
def test_only_a_key_that_nothing_looks_like_is_looked_up(meant: Told | None) -> None:
    """It is of a kind of its own: nobody has to read the text."""
    told = unknown_key("people", meant)
    assert isinstance(told, UnknownKey)
    assert isinstance(told, StrangeKey) is (meant is None)
