"""What is declared beside a field is what is shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

import pytest

from graph.model.shown import Form, identifier, in_parts, iso_day, meaning_of, node, said, shown_fields, word
from graph.model.words import NodeKind, Stance

Revision = Annotated[int, said("Of the account.")]


class Pair(NamedTuple):
    """Two numbers."""

    first: Annotated[int, said("The first.")]
    second: Annotated[int, said("The second.")] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held,
    and by whom.

    More, for whoever reads the code.
    """

    id: Annotated[str, identifier("Which.")]
    contact: Annotated[str, node(NodeKind.PERSON, "The contact.", name="of")]
    stance: Annotated[str | None, word(Stance, "Towards us.")] = None
    since: Annotated[str | None, iso_day("From when on.")] = None
    is_live: Annotated[bool, said("Whether it is live.")] = True
    hidden: str = "not shown"
    revision: Revision = 0
    pair: Annotated[Pair | None, in_parts(second="Another.")] = None

    @property
    def count(self) -> Annotated[int, said("How many.")]:
        """One."""
        return 1

    def best(
        self, first: Annotated[int, said("How many of them.")] = 5
    ) -> Annotated[Sequence[str], said("The best.")]:
        """The first."""
        return [self.id][:first]

    def private(self) -> str:
        """Not shown."""
        return self.hidden


def test_fields_are_shown_in_their_order_then_properties_and_methods() -> None:
    assert [one.name for one in shown_fields(Held)] == [
        "id",
        "of",
        "stance",
        "since",
        "live",
        "revision",
        "pair",
        "count",
        "best",
    ]


def test_what_is_told_of_a_field_stands_beside_its_type_or_its_alias() -> None:
    by_name = {one.name: one for one in shown_fields(Held)}
    assert by_name["revision"].shown.meaning == "Of the account."
    assert by_name["stance"].shown.words is Stance
    assert by_name["of"].shown.node is NodeKind.PERSON
    assert by_name["since"].shown.form is Form.DAY
    assert by_name["pair"].shown.meanings == {"second": "Another."}


def test_a_methods_parameters_are_the_arguments_of_its_field() -> None:
    (best,) = (one for one in shown_fields(Held) if one.name == "best")
    assert best.arguments is not None
    assert [(one.name, one.default) for one in best.arguments] == [("first", 5)]


def test_a_named_tuple_declares_as_a_dataclass_does() -> None:
    assert [(one.name, one.type, one.shown.meaning) for one in shown_fields(Pair)] == [
        ("first", int, "The first."),
        ("second", int, "The second."),
    ]


def test_a_type_is_told_by_the_first_paragraph_of_its_docstring() -> None:
    @dataclass(frozen=True)
    class Untold:
        number: int

    assert meaning_of(Held) == "What is held, and by whom."
    with pytest.raises(TypeError, match="Untold"):
        meaning_of(Untold)
