"""A part of a document that is made, between two marks that stay."""

from __future__ import annotations

import re


def with_part(document: str, name: str, part: str) -> str:
    """The document with that part between its marks. ValueError when it has not exactly one such place.

    >>> with_part("a\\n<!-- words: made -->\\nold\\n<!-- /words -->\\nb\\n", "words", "new")
    'a\\n<!-- words: made -->\\nnew\\n<!-- /words -->\\nb\\n'
    """
    place = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    made, count = place.subn(lambda found: f"{found[1]}{part}\n{found[2]}", document)
    if count != 1:
        raise ValueError(f"the document has {count} places for {name}")
    return made
