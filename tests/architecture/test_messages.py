"""Every message of the code: the same parameters in both languages, all of them said, and the message told."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from graph.messages.language import Language
from graph.messages.message import CATALOGUE, Message
from graph.messages.pattern import parsed, sentences
from tests.architecture.checkout import PACKAGES, ROOT, python_files

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NOT_SAID = re.compile(r"\{ \$\w+ (?:->|\})|\[\w+\]|^\s*\.\w+ =", re.MULTILINE)


def _messages() -> Iterator[type[Message]]:
    for package in PACKAGES:
        for path in python_files(package):
            if "Message," in (text := path.read_text(encoding="utf-8")) and "key=" in text:
                importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    yield from (found for found in CATALOGUE.values() if found.__module__.partition(".")[0] in PACKAGES)


def _names(node: Any) -> Iterator[str]:
    """The parameters that a part of a pattern names."""
    if isinstance(node, dict):
        if node.get("type") == "VariableReference":
            yield node["id"]["name"]
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from _names(part)


@pytest.mark.parametrize("language", list(Language))
def test_every_pattern_names_the_parameters_of_its_message_and_no_others(language: Language) -> None:
    """What is not said in a language is lost on whoever reads it."""
    wrong = {}
    for message in _messages():
        names = set(_names(parsed(message.patterns[language]).to_json()))
        if names != {field.name for field in fields(message)}:
            wrong[message.message_key] = names
    assert wrong == {}


def test_every_message_has_the_same_sentences_in_each_language() -> None:
    """Each attribute too."""
    for message in _messages():
        english, chinese = (sentences(message.patterns[language]) for language in (Language.EN, Language.ZH))
        assert english.keys() == chinese.keys(), message.message_key


def test_every_message_is_said_in_the_letters_of_its_language() -> None:
    """English without Chinese signs, and Chinese without English words; parameters and attributes are no words."""
    for message in _messages():
        english, chinese = (message.patterns[language] for language in (Language.EN, Language.ZH))
        assert not _HAN.search(english), message.message_key
        assert not re.search(r"[A-Za-z]", _NOT_SAID.sub("", chinese)), message.message_key


def test_every_message_is_told_somewhere() -> None:
    """By its name, where its parameters are given."""
    told = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for package in PACKAGES
        for path in python_files(package)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    assert [message.message_key for message in _messages() if message.__name__ not in told] == []
