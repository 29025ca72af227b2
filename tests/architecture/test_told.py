"""What is told and gone: said in both languages, about the same values, each in its own letters and signs."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from graph.errors import NotInGraph
from graph.model.record_kinds import RECORD_KINDS
from tests.architecture.checkout import PACKAGES, ROOT, python_files

_HAN = re.compile(r"[\u3400-\u9fff]")
_BESIDE_HAN = re.compile(r"[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]|[\u3400-\u9fff]\.(?!\w)")
"""Half-width signs where Chinese has its own."""
_CLASSES = ("Told", "UnknownKey", "StrangeKey")


class Pair(NamedTuple):
    """One thing that is told, in both languages, and where."""

    place: str
    english: ast.expr
    chinese: ast.expr


def _pairs() -> Iterator[Pair]:
    for package in PACKAGES:
        for path in python_files(package):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CLASSES:
                    english, chinese = node.args
                    yield Pair(f"{path.relative_to(ROOT)}:{node.lineno}", english, chinese)


PAIRS = list(_pairs())


def _written(told: ast.expr) -> str:
    """The text that stands in the code, with a sign in the place of every value."""
    if isinstance(told, ast.Constant):
        return str(told.value)
    parts = told.values if isinstance(told, ast.JoinedStr) else []
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "\x00" for part in parts)


def _values(told: ast.expr) -> set[str]:
    """The names of the values that are told; texts of one language that are put together are called so."""
    comprehended = {
        name.id
        for node in ast.walk(told)
        if isinstance(node, ast.comprehension)
        for name in ast.walk(node.target)
        if isinstance(name, ast.Name)
    }
    called = {
        node.func.id for node in ast.walk(told) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    names = {node.id for node in ast.walk(told) if isinstance(node, ast.Name)}
    return names - comprehended - called - set(dir(builtins)) - {"english", "chinese"}


def test_there_is_something_told() -> None:
    """Or the walk sees nothing."""
    assert len(PAIRS) > 300


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.place)
def test_both_languages_tell_the_same_values(pair: Pair) -> None:
    """What is not told in a language is lost on whoever reads it."""
    if isinstance(pair.english, ast.JoinedStr) or isinstance(pair.chinese, ast.JoinedStr):
        assert _values(pair.english) == _values(pair.chinese)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.place)
def test_each_language_is_written_in_its_own_letters_and_signs(pair: Pair) -> None:
    """English without Chinese, Chinese with it where there are words, and with its full-width signs."""
    english, chinese = _written(pair.english), _written(pair.chinese)
    assert not _HAN.search(english)
    if re.search(r"[a-z]{2}", english.replace("guanxi", "")):
        assert _HAN.search(chinese)
    assert not _BESIDE_HAN.search(chinese)


def test_every_kind_of_record_has_a_chinese_name_for_who_looks_for_one() -> None:
    """So do an account and a finding."""
    kinds = [*(kind.record.__name__ for kind in RECORD_KINDS.values()), "account", "finding"]
    assert [
        kind for kind in kinds if not _HAN.search(NotInGraph(kind, "k").told.chinese.rpartition("的")[2])
    ] == []
