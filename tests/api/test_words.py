"""Every word of the schema and the page is declared once, with what it is in both languages and what it means."""

from __future__ import annotations

import json

import pytest

from api.types.enums import ENUMERATIONS
from graph.model import words
from graph.model.masks import Mask
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
    script = response.text.removeprefix("export const VOCABULARY = ").removesuffix(";\n")
    told = json.loads(script)
    assert response.headers["content-type"].startswith("text/javascript")
    assert told["Stance"]["MENTOR"] == ["Mentor", "引路人"]
    assert {each.__name__: list(each) for each in ENUMERATIONS}.items() <= {
        name: list(members) for name, members in told.items()
    }.items()
