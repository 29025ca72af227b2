"""One value, written in several ways that look alike: blanks, normal forms, widths, characters nobody sees."""

from __future__ import annotations

import sys
import unicodedata

from graph.messages.told import Told
from graph.rules.blanks import is_blank

_AROUND = "".join(filter(str.isspace, map(chr, range(sys.maxunicode)))) + "\ufeff"
"""White space, and the byte order mark, which is none but stands where blanks do."""
_SAME_SIGN = frozenset({"<wide>", "<narrow>", "<noBreak>", "<compat>"})
"""Unicode's names for a sign of another width, and for one that only looks a little different."""


def tidied(text: str) -> str:
    r"""The text as it is stored: in normal form C, without blanks around it; empty when nothing of it can be seen.

    >>> tidied("\u3000Wang Wei\u00a0"), tidied("\u200b\u3164")
    ('Wang Wei', '')
    """
    stripped = text.strip(_AROUND)
    if stripped.isascii():
        return stripped
    return "" if is_blank(stripped) else unicodedata.normalize("NFC", stripped)


def first_unseen(text: str) -> tuple[int, str] | None:
    r"""The place (from 1) and code of the first character that nobody sees, blanks aside; None without one.

    >>> first_unseen("P1\u200b")
    (3, 'U+200B')
    """
    if text.isascii():
        return None
    for place, character in enumerate(text, start=1):
        if not character.isspace() and is_blank(character):
            return place, code_of(character)
    return None


def code_of(character: str) -> str:
    """The character's code point, as Unicode writes it."""
    return f"U+{ord(character):04X}"


def plain_form(text: str) -> str:
    r"""The same for all texts that look alike: in usual width, blanks as spaces, without what nobody sees.

    >>> plain_form("Ｐ１\u200b\u3000x")
    'P1 x'
    """
    if text.isascii():
        return text
    seen = "".join(map(_plain, text))
    return unicodedata.normalize("NFC", seen)


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    if is_blank(character):
        return ""
    tag = unicodedata.decomposition(character).partition(" ")[0]
    return unicodedata.normalize("NFKC", character) if tag in _SAME_SIGN else character


def alike_in_print(text: str) -> set[str]:
    """Other texts that nobody tells apart from the text on a screen, as far as they can be listed."""
    plain = plain_form(text)
    return {plain, unicodedata.normalize("NFD", plain), plain.translate(_TO_FULL_WIDTH)} - {text}


def nearly_alike(text: str) -> set[str]:
    """The same with those that differ in case."""
    plain = plain_form(text)
    return alike_in_print(text) | ({plain.upper(), plain.lower(), plain.title()} - {text})


def difference(one: str, other: str) -> Told:
    r"""In words, where a text differs from one that looks alike.

    >>> difference("P\uff11", "P1")
    'U+FF11 at character 2 for U+0031'
    """
    for place, (here, there) in enumerate(zip(one, other, strict=False), start=1):
        if here != there:
            return Told(
                f"{code_of(here)} at character {place} for {code_of(there)}",
                f"第 {place} 个字符为 {code_of(here)}，而非 {code_of(there)}",
            )
    longer = max(one, other, key=len)
    place = min(len(one), len(other)) + 1
    code = code_of(longer[place - 1])
    if longer is one:
        return Told(f"{code} at character {place} more", f"第 {place} 个字符多出 {code}")
    return Told(f"{code} at character {place} less", f"第 {place} 个字符缺少 {code}")


_TO_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
