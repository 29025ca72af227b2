"""The questions as the README lists them."""

from __future__ import annotations

from typing import Any

from graph.model.shown import camel
from queries.catalogue import QUESTIONS
from queries.question import Question, parameters_of


def questions() -> str:
    """A row for each question of the catalogue, in its order."""
    return "\n".join(
        ["| question | GraphQL field | it answers |", "|---|---|---|", *(_row(question) for question in QUESTIONS)]
    )


def _row(question: Question[Any, Any, Any]) -> str:
    title = question.name.replace("_", " ").capitalize()
    place = f"docs/concepts.md#{question.name.replace('_', '-')}-{question.name}"
    given = [camel(one.name) for one in parameters_of(question.params) if one.attribute != "policy"]
    return f"| [{title}]({place}) | `{camel(question.name)}({', '.join(given)})` | {question.sentence} |"
