"""Which fields of the answers can be withheld, and as what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from graph.model.masks import Mask
from graph.model.shown import is_declared, shown_fields
from queries.catalogue import QUESTIONS

JUDGED = {
    "power",
    "stance",
    "coach",
    "leans_to",
    "trust",
    "lean",
    "gain",
    "blockers",
    "movers",
    "share",
    "strength",
    "access_strength",
    "exposure",
    "within_reach",
}
"""What we think of people, and what is computed from that, wherever it is told."""
MONEY = {"value_at_risk", "amounts"}


def _types(declared: Any) -> Iterator[type[Any]]:
    for within in get_args(declared):
        yield from _types(within)
    if is_declared(declared):
        yield declared
        for hint in get_type_hints(declared).values():
            yield from _types(hint)


def _masks() -> dict[str, set[Mask | None]]:
    found: dict[str, set[Mask | None]] = defaultdict(set)
    for question in QUESTIONS:
        for declared in _types(question.answer):
            for one in shown_fields(declared):
                found[one.name].add(one.shown.mask)
    return found


def test_what_we_think_of_people_and_what_comes_of_it_is_judgement_in_every_answer() -> None:
    masks = _masks()
    assert {name: masks[name] for name in JUDGED if masks[name] != {Mask.JUDGEMENT}} == {}


def test_money_is_money_in_every_answer() -> None:
    masks = _masks()
    assert {name: masks[name] for name in MONEY if masks[name] != {Mask.MONEY}} == {}
