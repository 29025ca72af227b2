"""What people are told: a message with parameters, in every language, made into a sentence where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from graph.messages.language import Language
from graph.model.word import Words


class Share(float):
    """A part of something, 0 to 1, told in per cent."""

    __slots__ = ()

    def text(self, language: Language) -> str:
        """As people read it.

        >>> Share(0.254).text(Language.EN), Share(0.254).text(Language.ZH)
        ('25 %', '25%')
        """
        return f"{self * 100:.0f}{'%' if language is Language.ZH else ' %'}"


class Shown(NamedTuple):
    """A parameter as a sentence has it: its text, and which of the forms of a choice it takes, the best first."""

    text: str
    forms: tuple[str, ...] = ()


Pattern = Callable[[Mapping[str, Shown]], str]
"""Makes the sentence out of its parameters. KeyError when one is missing."""

_CATALOGUE: dict[str, type[Message]] = {}


@dataclass(frozen=True, kw_only=True)
class Message:
    """What somebody is told; `text` is the sentence in a language.

    A message is declared as a frozen, keyword-only dataclass of its parameters, each of which both patterns name:
    text, a count, a Share, a day, a word of the field, another message, a list (tuple) of them, or None. A pattern
    is written as `graph.messages.pattern` reads it: `{ $name }` is the parameter; a choice takes the count or its
    form of the plural (of a list that of its length), text itself, of a message its key, and of None `[none]`. A
    further sentence about the same is an attribute: a line `.name = pattern`. The key is for good, with these
    parameters in their order: they are kept in the place of the sentence.
    """

    message_key: ClassVar[str]
    patterns: ClassVar[Mapping[Language, str]]

    def __init_subclass__(cls, *, key: str, english: str, chinese: str) -> None:
        """Enters the message into the catalogue. ValueError when another one has the key."""
        cls.message_key = key
        cls.patterns = {Language.EN: english, Language.ZH: chinese}
        if key in _CATALOGUE:
            raise ValueError(f"two messages have the key {key!r}")
        _CATALOGUE[key] = cls

    def text(self, language: Language, attribute: str = "") -> str:
        """The sentence, or the one of that attribute. KeyError when it has no such one."""
        shown = {field.name: _shown(getattr(self, field.name), language) for field in fields(self)}
        return _sentences(self.patterns[language])[attribute](shown)


def told(value: Any, language: Language) -> str:
    """The value as a sentence of the language has it; TypeError for what no message tells."""
    return _shown(value, language).text


CATALOGUE: Mapping[str, type[Message]] = MappingProxyType(_CATALOGUE)
"""Every message by its key, of the modules that have been imported."""


@cache
def _sentences(text: str) -> Mapping[str, Pattern]:
    from graph.messages.pattern import sentences  # its parser is not for whoever tells nothing

    return sentences(text)


def _shown(value: Any, language: Language) -> Shown:
    match value:
        case None:
            return Shown(text="", forms=("none",))
        case Message():
            return Shown(text=value.text(language), forms=(value.message_key,))
        case tuple():
            listed = language.list_separator.join([_shown(member, language).text for member in value])
            return Shown(text=listed, forms=_forms(len(value), language))
        case Words() if language is Language.ZH:
            return Shown(text=value.chinese, forms=(value,))
        case str():
            return Shown(text=value, forms=(value,))
        case Share():
            return Shown(text=value.text(language))
        case int():
            return Shown(text=str(value), forms=_forms(value, language))
        case date():
            return Shown(text=_day(value, language))
    raise TypeError(f"no message tells {value!r}")


def _forms(count: int, language: Language) -> tuple[str, str]:
    """What a count chooses: the number itself, else its form of the plural. Chinese has one for all."""
    return str(count), "one" if count == 1 and language is Language.EN else "other"


def _day(day: date, language: Language) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if language is Language.ZH else day.isoformat()
