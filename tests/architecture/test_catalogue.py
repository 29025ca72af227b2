"""Every question is complete: its stem finds the file, field, test, documentation, README row."""

from __future__ import annotations

import importlib
import re

import pytest
from graphql import build_schema

from queries.catalogue import QUESTIONS
from tests.architecture.checkout import ROOT

_NAMES = [question.name for question in QUESTIONS]


def _field(stem: str) -> str:
    first, *rest = stem.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _rows_of_the_readme() -> list[str]:
    """The GraphQL field of every row of the table of questions."""
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The questions")[2].partition("\n## ")[0]
    return re.findall(r"^\| \[[^\]]+\]\([^)]+\) \| `(\w+)\(", table, re.MULTILINE)


@pytest.mark.parametrize("name", _NAMES)
def test_a_question_is_where_its_stem_says(name: str) -> None:
    question = getattr(importlib.import_module(f"queries.{name}"), name.upper())
    assert question in QUESTIONS
    assert question.sentence.endswith("?")


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("place", ["queries/{}.py", "tests/questions/test_{}.py"])
def test_a_question_has_all_its_parts(name: str, place: str) -> None:
    assert (ROOT / place.format(name)).is_file()


@pytest.mark.parametrize("name", _NAMES)
def test_a_question_is_a_described_field_of_the_schema(name: str) -> None:
    schema = build_schema((ROOT / "api" / "schema.graphql").read_text(encoding="utf-8"))
    assert schema.query_type is not None
    assert schema.query_type.fields[_field(name)].description


@pytest.mark.parametrize("name", _NAMES)
def test_a_question_has_a_heading_in_the_concepts(name: str) -> None:
    concepts = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
    assert re.search(rf"^## .+ `{name}`$", concepts, re.MULTILINE)


def test_the_readme_has_a_row_for_every_question_in_the_order_of_the_catalogue() -> None:
    assert _rows_of_the_readme() == [_field(name) for name in _NAMES]


def test_the_concepts_have_no_heading_of_a_question_that_is_gone() -> None:
    concepts = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
    assert re.findall(r"^## .+ `(\w+)`$", concepts, re.MULTILINE) == _NAMES
