"""The words of the field as people write them in a cell: which member of an enumeration each means."""

from __future__ import annotations

import re
from functools import cache

from graph.model.word import Words
from graph.rules.written_forms import plain_form

_BETWEEN = re.compile(r"[\s_-]+")
_UNKNOWN = frozenset({"unknown", "未知"})


def member_of(enumeration: type[Words] | None, text: str) -> str | None:
    """The member that the text means, whatever its case, width and signs between words; None when it is none."""
    return None if enumeration is None else _meanings(enumeration).get(_compared(text))


def is_unknown(text: str) -> bool:
    """Whether the text says that nothing is known."""
    return _compared(text) in _UNKNOWN


@cache
def _meanings(enumeration: type[Words]) -> dict[str, str]:
    """By each of its texts: the member's own, its English and Chinese words and the others that people write."""
    meanings = {
        _compared(text): word.value
        for word in enumeration
        for text in (word.value, word.english, word.chinese, *word.also)
    }
    if "UNKNOWN" in enumeration.__members__:
        meanings.update(dict.fromkeys(_UNKNOWN, "UNKNOWN"))
    return meanings


def _compared(text: str) -> str:
    return _BETWEEN.sub(" ", plain_form(text).casefold()).strip()
