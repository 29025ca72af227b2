"""Text that Neo4j orders by code point, whatever the plan of a statement.

It compares text by its UTF-8 bytes in an index, but by its UTF-16 units where it sorts what an index gave it: then
U+10000 comes before U+E000. So what is paged by is kept with every character from U+D7FF on replaced by U+D7FF and
two characters below that, which order as the character does. Hardly any text has such characters.
"""

from __future__ import annotations

import re

_HIGH = "\ud7ff"
_FIRST = 0x100
_BITS = 11
_to_replace = re.compile(f"[{_HIGH}\ue000-\U0010ffff]")
_replaced = re.compile(f"{_HIGH}(.)(.)", re.DOTALL)


def ordered(text: str) -> str:
    """The text as it is kept; every order of the result is the order of the text by code point.

    >>> ordered("中 a")
    '中 a'
    >>> ordered("\ufffd") < ordered("\U00010000")
    True
    """
    return _to_replace.sub(_replace, text)


def original(kept: str) -> str:
    """The text that `ordered` made it of.

    >>> original(ordered("\ufffd and \U0001d11e")) == "\ufffd and \U0001d11e"
    True
    """
    return _replaced.sub(_restore, kept)


def _replace(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _HIGH + chr(_FIRST + (code >> _BITS)) + chr(_FIRST + code % (1 << _BITS))


def _restore(found: re.Match[str]) -> str:
    return chr(((ord(found[1]) - _FIRST) << _BITS) + ord(found[2]) - _FIRST)
