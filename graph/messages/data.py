"""Messages as data, as they are kept in the place of sentences, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from graph.messages.message import CATALOGUE, Message, Share
from graph.model.word import Words


def to_data(message: Message) -> list[Any]:
    """The key and the parameters, in their order, as JSON has them."""
    return [message.message_key, *(_plain(getattr(message, field.name)) for field in fields(message))]


def from_data(data: Sequence[Any]) -> Message:
    """The message that `to_data` made it of. KeyError when no module that is imported declares its key."""
    key, *values = data
    readers = _readers(key)
    given = {name: readers[name](value) for name, value in zip(readers, values, strict=True)}
    return CATALOGUE[key](**given)


def _plain(value: Any) -> Any:
    match value:
        case Message():
            return to_data(value)
        case tuple():
            return [_plain(member) for member in value]
        case date():
            return value.isoformat()
        case Share():
            return float(value)
        case Words():
            return value.value
    return value


Reader = Callable[[Any], Any]


@cache
def _readers(key: str) -> dict[str, Reader]:
    """What reads each parameter, in their order."""
    hints = get_type_hints(CATALOGUE[key])
    return {field.name: _reader(hints[field.name]) for field in fields(CATALOGUE[key])}


def _reader(hint: Any) -> Reader:
    """What makes the value of a parameter of that type out of what it was kept as."""
    if isinstance(hint, UnionType):
        return _one_of(get_args(hint))
    if get_origin(hint) is tuple:
        member = _reader(get_args(hint)[0])
        return lambda values: tuple([member(value) for value in values])
    if issubclass(hint, Message):
        return from_data
    if issubclass(hint, date):
        return date.fromisoformat
    return hint if issubclass(hint, Share | Words) else _as_it_is


def _one_of(hints: Sequence[Any]) -> Reader:
    """A list is a message, and null is None; else it is the one member that is neither."""
    plain = [_reader(hint) for hint in hints if hint is not NoneType and not issubclass(hint, Message)]
    read = plain[0] if plain else from_data

    def reader(value: Any) -> Any:
        if value is None:
            return None
        return from_data(value) if isinstance(value, list) else read(value)

    return reader


def _as_it_is(value: Any) -> Any:
    return value
