"""Lists within one cell: items separated by `;`.

`；`, `、` (also their small and half-width forms) and line breaks separate too, as they are typed; where the items
are words that are known (and hold no sign), commas and `|` do as well. Blanks around an item do not count. An item
that holds a separator, or begins or ends with a blank, or begins with a double quote, stands in double quotes, its
own quotes doubled: the way of RFC 4180, one level down.
"""

from __future__ import annotations

import re

from graph.messages.told import Told, ToldError

SEPARATORS = ";；﹔、﹑､"
WORD_SEPARATORS = SEPARATORS + ",，﹐|｜"
"""Those of a list of words that are known."""
OTHER_SEPARATORS = frozenset(",，﹐/／|｜\t")
"""What people put between keys, and keys may hold."""

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"')
_LINE_BREAK = re.compile(r"[\r\n]")


class NotAList(ToldError, ValueError):
    """The text is no list; it says what was found in it."""


def split_list(text: str, separators: str = SEPARATORS) -> list[str]:
    """The items of the text, in order. NotAList says what is wrong with it.

    >>> split_list('P1; P2；"a;b"'), split_list("A，B", WORD_SEPARATORS)
    (['P1', 'P2', 'a;b'], ['A', 'B'])
    """
    between = re.compile(f"[{re.escape(separators)}]")
    text = _on_one_line(text, separators)
    items = _split_quoted(text, between) if '"' in text else [item.strip() for item in between.split(text)]
    if not all(items):
        raise NotAList(Told("found an empty item", "其中有空项"))
    return items


def join_list(items: list[str]) -> str:
    """The text that `split_list` takes apart into the items.

    >>> join_list(["P1", " P2", "a;b"])
    'P1;" P2";"a;b"'
    """
    return ";".join(_quoted(item) if _needs_quotes(item) else item for item in items)


def _on_one_line(text: str, separators: str) -> str:
    """The text with a separator at every line break that stands beside none."""
    parts: list[str] = []
    for line in map(str.strip, _LINE_BREAK.split(text)):
        if parts and line and parts[-1][-1] not in separators and line[0] not in separators:
            parts.append(";")
        if line:
            parts.append(line)
    return "".join(parts)


def _split_quoted(text: str, between: re.Pattern[str]) -> list[str]:
    items: list[str] = []
    position = 0
    while position <= len(text):
        quoted = _QUOTED.match(text, position)
        start = quoted.end() if quoted else position
        separator = between.search(text, start)
        end = len(text) if separator is None else separator.start()
        rest = text[start:end].strip()
        if quoted is None and rest.startswith('"'):
            raise NotAList(Told("found a double quote that is not closed", "双引号没有闭合"))
        if quoted is not None and rest:
            raise NotAList(
                Told("found text between a closing double quote and the next ;", "右双引号与下一个 ; 之间有文字")
            )
        items.append(rest if quoted is None else quoted[1].replace('""', '"'))
        position = end + 1
    return items


def _needs_quotes(item: str) -> bool:
    return not set(SEPARATORS).isdisjoint(item) or item.startswith('"') or item != item.strip()


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'
