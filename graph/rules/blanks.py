"""What nobody sees in a cell: blanks of any width, and characters that have none."""

from __future__ import annotations

import unicodedata

_FILLERS = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
"""Letters and marks by their category that are drawn as nothing."""
_SELECTORS = frozenset(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Marks that choose how the character before them is drawn."""
_SEEN_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Format characters that are drawn: Arabic and Syriac signs around numbers."""


def is_blank(text: str) -> bool:
    r"""Whether nothing of the text can be seen.

    >>> is_blank(" \u3000\u200b"), is_blank(" x")
    (True, False)
    """
    return not text or text.isspace() or all(map(_is_unseen, text))


def without_unseen(text: str) -> str:
    r"""The text without what cannot be seen at its ends.

    >>> without_unseen("\ufeff key\u00a0")
    'key'
    """
    first, last = 0, len(text)
    while first < last and _is_unseen(text[first]):
        first += 1
    while last > first and _is_unseen(text[last - 1]):
        last -= 1
    return text[first:last]


def _is_unseen(character: str) -> bool:
    if character.isspace() or character in _FILLERS or character in _SELECTORS:
        return True
    return unicodedata.category(character) == "Cf" and character not in _SEEN_SIGNS
