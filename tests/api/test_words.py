"""Every word of the schema and the page is declared once, with what it is in both languages and what it means."""

from __future__ import annotations

import json
from typing import Any

import pytest

from api.types.enums import ENUMERATIONS
from graph.model import words
from graph.model.masks import Mask
from graph.model.record_kinds import RECORD_KINDS
from graph.model.word import Words
from graph.policy import Policy
from tests.api.conftest import Service

_TABLES = (words.ScoreTerm, words.RelationshipLayer, words.Trust, Mask)
_OF_SCORES = (
    "successor_weights",
    "succession_weights",
    "succession_likeness_weights",
    "general_weights",
    "organizational_weights",
)


@pytest.mark.parametrize("enumeration", [*ENUMERATIONS, *_TABLES])
def test_every_word_is_said_in_both_languages(enumeration: type[Words]) -> None:
    for word in enumeration:
        assert word.english
        assert all(not letter.isascii() for letter in word.chinese if letter.isalpha())
        assert word.chinese
        assert word.meaning.endswith(".")


def test_every_term_that_the_policy_weighs_is_a_word() -> None:
    weighed = {term for name in _OF_SCORES for term in getattr(Policy(), name)}
    assert weighed <= set(words.ScoreTerm)


async def test_the_pages_import_every_word_of_the_schema(service: Service) -> None:
    response = await service.http.get("/assets/vocabulary.js")
    told = _constants(response.text)["VOCABULARY"]
    assert response.headers["content-type"].startswith("text/javascript")
    assert told["Stance"]["MENTOR"] == ["Mentor", "引路人"]
    assert {each.__name__: list(each) for each in ENUMERATIONS}.items() <= {
        name: list(members) for name, members in told.items()
    }.items()


async def test_the_pages_import_the_labels_of_every_column(service: Service) -> None:
    told = _constants((await service.http.get("/assets/vocabulary.js")).text)["COLUMNS"]
    assert told["people"]["title"] == ["Title", "职务"]
    assert {name: tuple(labels) for name, labels in told.items()} == {
        name: kind.column_names for name, kind in RECORD_KINDS.items()
    }


def _constants(script: str) -> dict[str, Any]:
    """What a script that holds nothing but constants exports."""
    lines = (line.removeprefix("export const ").removesuffix(";") for line in script.splitlines())
    return {name: json.loads(value) for name, _, value in (line.partition(" = ") for line in lines)}
