"""Messages as they are kept in the place of sentences, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.messages.data import from_data, to_data
from graph.messages.language import Language
from graph.messages.message import CATALOGUE, Message, Share
from graph.model.word import Words
from queries.findings.kept import finding_of  # imports every rule, and so every message that is kept
from queries.findings.naming import Seat

KEPT = [found for key, found in CATALOGUE.items() if found.__module__.startswith("queries.findings")]
assert finding_of

TEXT = st.text(max_size=20)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 10**6),
    date: st.dates(),
    Share: st.floats(0, 1).map(Share),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a parameter of that type."""
    if isinstance(hint, UnionType):
        return st.one_of([st.none() if one is NoneType else values(one) for one in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, Message):
        return st.deferred(lambda: messages(hint))
    if issubclass(hint, Words):
        return st.sampled_from(list(hint))
    return PLAIN[hint]


def messages(message: type[Message]) -> st.SearchStrategy[Message]:
    """Messages of that class."""
    hints = get_type_hints(message)
    return st.builds(message, **{field.name: values(hints[field.name]) for field in fields(message)})


@given(st.data())
@pytest.mark.parametrize("message", KEPT, ids=lambda message: message.message_key)
def test_a_message_that_is_kept_reads_back_as_it_was(message: type[Message], data: st.DataObject) -> None:
    """Through JSON, whatever its parameters are; so it says the same in both languages."""
    told = data.draw(messages(message))
    read = from_data(json.loads(json.dumps(to_data(told))))
    assert read == told
    assert [read.text(language) for language in Language] == [told.text(language) for language in Language]
    assert {type(getattr(read, field.name)) for field in fields(message)} == {
        type(getattr(told, field.name)) for field in fields(message)
    }


def test_a_key_that_no_message_has_is_not_read() -> None:
    """Rather than shown as something else."""
    with pytest.raises(KeyError, match="no such"):
        from_data(["no such", "text"])


def test_too_few_parameters_are_not_read() -> None:
    """A message that says other things has another key."""
    with pytest.raises(ValueError, match="zip"):
        from_data([Seat.message_key, "Director"])
