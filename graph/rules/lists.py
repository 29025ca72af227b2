"""Lists within one cell: items separated by `;`.

Blanks around an item do not count. An item that itself holds a `;`, or begins or ends with a blank, or begins with
a double quote, stands in double quotes, its own quotes doubled: the way of RFC 4180, one level down.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"')


def split_list(text: str) -> list[str]:
    """The items of the text, in order. ValueError says what is wrong with it.

    >>> split_list('P1; P2;"a;b"')
    ['P1', 'P2', 'a;b']
    """
    items = _split_quoted(text) if '"' in text else [item.strip() for item in text.split(";")]
    if not all(items):
        raise ValueError("found an empty item")
    return items


def join_list(items: list[str]) -> str:
    """The text that `split_list` takes apart into the items.

    >>> join_list(["P1", " P2", "a;b"])
    'P1;" P2";"a;b"'
    """
    return ";".join(_quoted(item) if _needs_quotes(item) else item for item in items)


def _split_quoted(text: str) -> list[str]:
    items: list[str] = []
    position = 0
    while position <= len(text):
        quoted = _QUOTED.match(text, position)
        start = quoted.end() if quoted else position
        end = text.find(";", start)
        end = len(text) if end < 0 else end
        rest = text[start:end].strip()
        if quoted is None and rest.startswith('"'):
            raise ValueError("found a double quote that is not closed")
        if quoted is not None and rest:
            raise ValueError("found text between a closing double quote and the next ;")
        items.append(rest if quoted is None else quoted[1].replace('""', '"'))
        position = end + 1
    return items


def _needs_quotes(item: str) -> bool:
    return ";" in item or item.startswith('"') or item != item.strip()


def _quoted(item: str) -> str:
    return '"' + item.replace('"', '""') + '"'
