"""GraphQL types and arguments follow from what a question declares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Annotated, Any

import pytest
import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import create_type

from api.graphql.fields import field_of
from api.types.scalars import DATE
from graph.errors import QuestionRejected
from graph.model.masks import Mask
from graph.model.shown import identifier, in_parts, iso_day, node, said, word
from graph.model.words import NodeKind, Severity, Stance
from graph.policy_book import PolicyChange
from graph.viewer import LOCAL, Viewer
from queries.needs import DatedRates, Later, Once
from queries.question import NO_ACCOUNTS, Params, Question, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnFilter:
    """Which ones."""

    severity: Annotated[tuple[Severity, ...], said("Of one of these severities.")] = ()
    person: Annotated[str | None, node(NodeKind.PERSON, "Key of somebody.")] = None
    is_wide: Annotated[bool, said("Whether all.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnParams(Params):
    """What is drawn."""

    people: Annotated[tuple[str, ...], node(NodeKind.PERSON, "Keys of people.")] = ()
    filter: Annotated[DrawnFilter | None, said("Which.")] = None
    from_day: Annotated[date | None, said("The first day.", name="from")] = None
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRange:
    """From one number to another."""

    low: Annotated[float, said("The lower one.", name="lower_bound")]
    high: Annotated[float, said("The higher one.")]
    width: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What was drawn.

    Not told of it.
    """

    id: Annotated[str, identifier("Which.")]
    stance: Annotated[str | None, word(Stance, "Towards us.", mask=Mask.JUDGEMENT)]
    is_live: Annotated[bool, said("Whether it is live.")]
    contact: Annotated[str | None, node(NodeKind.PERSON, "The contact.")]
    others: Annotated[tuple[str, ...], node(NodeKind.PERSON, "The others.")]
    since: Annotated[str | None, iso_day("From when on.")]
    range: Annotated[DrawnRange, in_parts(high="As high as it gets.")]
    params: DrawnParams

    def best(
        self, first: Annotated[int | None, said("How many.")] = 2
    ) -> Annotated[Sequence[str], said("The best.")]:
        """The first of them."""
        return list(self.params.people[:first])

    @property
    def counted(self) -> Annotated[Later[int], said("Counted only when asked for.")]:
        """One more than what was read."""
        return Later((Once(DatedRates()),), lambda found: found + 1)


def answer(parts: Sequence[None], params: DrawnParams) -> Drawn:
    return Drawn(
        id="d",
        stance="MENTOR",
        is_live=True,
        contact=None,
        others=("a", "b"),
        since="2026-06-30",
        range=DrawnRange(low=1.0, high=2.0),
        params=params,
    )


DRAWN: Question[DrawnParams, None, Drawn] = Question(
    name="drawn",
    sentence="What is drawn?",
    more="Nothing is written.",
    params=DrawnParams,
    answer=Drawn,
    scope=lambda params: NO_ACCOUNTS,
    part=no_part,
    combine=answer,
)


class DrawingAsker:
    """Answers without a store, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[DrawnParams] = []

    async def ask(self, viewer: Viewer, question: Question[Any, Any, Any], params: DrawnParams) -> Any:
        self.asked.append(params)
        return question.combine([], params)

    async def later(self, viewer: Viewer, part: Later[Any]) -> Any:
        return part.make(*(6 for _ in part.reads))


@pytest.fixture(scope="module")
def schema() -> strawberry.Schema:
    query = create_type("Query", [field_of(DRAWN)], description="All.")
    return strawberry.Schema(query=query, config=StrawberryConfig(scalar_map={date: DATE}))


async def ask(schema: strawberry.Schema, document: str) -> tuple[Any, DrawnParams]:
    asker = DrawingAsker()
    result = await schema.execute(document, context_value=SimpleNamespace(asker=asker, viewer=LOCAL))
    assert result.errors is None, result.errors
    assert result.data is not None
    return result.data["drawn"], asker.asked[0]


def test_a_question_is_a_field_with_its_own_arguments_first(schema: strawberry.Schema) -> None:
    query: Any = schema._schema.query_type
    field = query.fields["drawn"]
    assert field.description == "What is drawn? Nothing is written."
    assert {name: str(found.type) for name, found in field.args.items()} == {
        "people": "[ID!]",
        "filter": "DrawnFilter",
        "from": "Date",
        "asOf": "Date",
        "policy": "[PolicyChangeInput!]",
    }


def test_a_type_shows_what_is_declared_and_nothing_else(schema: strawberry.Schema) -> None:
    shown: Any = schema._schema.type_map["Drawn"]
    assert shown.description == "What was drawn."
    assert {name: str(found.type) for name, found in shown.fields.items()} == {
        "id": "ID!",
        "stance": "Stance",
        "live": "Boolean!",
        "contact": "Person",
        "others": "[Person!]!",
        "since": "Date",
        "lowerBound": "Float!",
        "high": "Float!",
        "best": "[String!]!",
        "counted": "Int!",
    }
    assert shown.fields["lowerBound"].description == "The lower one."
    assert shown.fields["high"].description == "As high as it gets."


async def test_leaves_parts_nodes_methods_and_what_is_read_later_are_answered(schema: strawberry.Schema) -> None:
    found, _ = await ask(
        schema,
        """{ drawn(people: ["a", "b", "c"]) { id stance live contact { key } others { key } since lowerBound high
        best three: best(first: null) counted } }""",
    )
    assert found == {
        "id": "d",
        "stance": "MENTOR",
        "live": True,
        "contact": None,
        "others": [{"key": "a"}, {"key": "b"}],
        "since": "2026-06-30",
        "lowerBound": 1.0,
        "high": 2.0,
        "best": ["a", "b"],
        "three": ["a", "b", "c"],
        "counted": 7,
    }


async def test_arguments_become_parameters_as_they_are_declared(schema: strawberry.Schema) -> None:
    _, params = await ask(
        schema,
        """{ drawn(people: ["a"], filter: {severity: [HIGH], person: "p", wide: true}, from: "2026-06-30",
        policy: [{name: "reach_floor", value: 0.1}, {name: "base_currency", text: "CNY"}]) { id } }""",
    )
    assert params.people == ("a",)
    assert params.filter == DrawnFilter(severity=(Severity.HIGH,), person="p", is_wide=True)
    assert params.from_day == date(2026, 6, 30)
    assert params.policy == (
        PolicyChange("reach_floor", None, 0.1),
        PolicyChange("base_currency", None, "CNY"),
    )


async def test_null_is_what_is_left_out(schema: strawberry.Schema) -> None:
    _, params = await ask(schema, "{ drawn(people: null, filter: {severity: null}, policy: null) { id } }")
    assert params == DrawnParams(filter=DrawnFilter())
    hash(params)


async def test_a_number_of_the_policy_that_is_a_word_too_is_refused(schema: strawberry.Schema) -> None:
    result = await schema.execute(
        '{ drawn(policy: [{name: "reach_floor", value: 0.1, text: "x"}]) { id } }',
        context_value=SimpleNamespace(asker=DrawingAsker(), viewer=LOCAL),
    )
    assert result.errors is not None
    assert isinstance(result.errors[0].original_error, QuestionRejected)
