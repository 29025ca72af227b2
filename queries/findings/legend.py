"""The legend of a posture: what the numbers in the contents of its findings stand for.

Findings of one account say the same few words over and over: kinds of edges, names of figures, numbers of the
policy that all of them were compared with. They are kept once, and the findings say which.
"""

from __future__ import annotations

from functools import lru_cache

import orjson

from queries.findings.evidence import Figure

Entry = str | Figure
"""A word, or a number of the policy with its name."""


class Legend:
    """Numbers entries in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._numbers: dict[Entry, int] = {}

    def number(self, entry: Entry) -> int:
        """The number that stands for it."""
        return self._numbers.setdefault(entry, len(self._numbers))

    @property
    def text(self) -> str:
        """All entries so far, as they are kept."""
        entries = [[one.name, one.value] if isinstance(one, Figure) else one for one in self._numbers]
        return orjson.dumps(entries).decode()


@lru_cache(maxsize=1024)
def entries_of(text: str) -> tuple[Entry, ...]:
    """What the numbers stand for, in their order."""
    return tuple([one if isinstance(one, str) else Figure(one[0], float(one[1])) for one in orjson.loads(text)])
