"""Between text and a workbook's strings.

XML cannot carry most control characters and loses carriage returns; the format writes them as `_x000D_`, and a
text that looks like that as `_x005F_x000D_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). Spreadsheets read it so.
"""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TO_ESCAPE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def escape(text: str) -> str:
    """The text as a workbook's string.

    >>> escape("a\\r\\nb _x000D_")
    'a_x000D_\\nb _x005F_x000D_'
    """
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescape(text: str) -> str:
    """The text of a workbook's string.

    >>> unescape(escape("a\\r\\nb _x000D_")) == "a\\r\\nb _x000D_"
    True
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
