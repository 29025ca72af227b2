"""Variables that look like settings and are none: a misspelt one would be ignored."""

from __future__ import annotations

import re
from difflib import get_close_matches

from graph.settings import PREFIX, VARIABLES

_OF_THE_TESTS = re.compile(r"GUANXI_(TEST_\w+|REQUIRE_\w+|STRICT|CHROMIUM)")
"""Variables that the tests of Guanxi read."""
_PREFIX_ALIKE = 0.85


def is_unknown(name: str) -> bool:
    """Whether a variable is meant for Guanxi, by its prefix or nearly so, and is none of its own.

    >>> is_unknown("GUANXI_STORE_URI"), is_unknown("guanxi_store_url"), is_unknown("HOME")
    (True, False, False)
    """
    capitals = name.upper()
    if capitals in VARIABLES or _OF_THE_TESTS.fullmatch(capitals):
        return False
    return capitals.startswith(PREFIX) or bool(get_close_matches(capitals, VARIABLES, 1, _PREFIX_ALIKE))


def nearest_setting(name: str) -> str | None:
    """The setting that was probably meant; None when it is like none.

    >>> nearest_setting("GUANXI_STOREURL"), nearest_setting("GUANXI_SERVICE_HOST")
    ('GUANXI_STORE_URL', None)
    """
    capitals = name.upper()
    endings = {variable.removeprefix(PREFIX): variable for variable in VARIABLES}
    if capitals.startswith(PREFIX):
        near = get_close_matches(capitals.removeprefix(PREFIX), endings, 1)
        return endings[near[0]] if near else None
    return next(iter(get_close_matches(capitals, VARIABLES, 1, _PREFIX_ALIKE)), None)
