"""The error tree.

RelationshipError
├── NotInGraph          a key names nothing
├── QuestionRejected    the question cannot be asked so
├── GraphTooLarge       more than the service is set to answer at once
├── BadInput            rows that break the rules of the bundle
├── WrittenMeanwhile    somebody else changed what the change was made for
├── StoreUnavailable    the store does not answer; try again
│   └── StoreReadOnly   the place of the store cannot be written
└── StoreContractBroken the store answers what its contract excludes; a defect
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Suggestion(NamedTuple):
    """A node that may be meant by a key that is none."""

    key: str
    name: str | None


def did_you_mean(suggestions: Sequence[Suggestion]) -> str:
    """How a message goes on that names a key that is none; nothing without suggestions.

    >>> did_you_mean([Suggestion("a", "Ann"), Suggestion("b", None)])
    ': did you mean a (Ann) or b?'
    """
    if not suggestions:
        return ""
    told = [f"{node.key} ({node.name})" if node.name else node.key for node in suggestions]
    listed = f"{', '.join(told[:-1])} or {told[-1]}" if len(told) > 1 else told[0]
    return f": did you mean {listed}?"


class RelationshipError(Exception):
    """Any error that Guanxi itself raises."""


class NotInGraph(RelationshipError):
    """No node of that kind has that key; `suggestions` are those that may be meant, where somebody looked."""

    def __init__(self, kind: str, key: str, suggestions: Sequence[Suggestion] = ()) -> None:
        super().__init__(f"no {kind} has the key {key!r}{did_you_mean(suggestions)}")
        self.kind = kind
        self.key = key
        self.suggestions = tuple(suggestions)


class QuestionRejected(RelationshipError):
    """The arguments do not make a question that has an answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class GraphTooLarge(RelationshipError):
    """An account has more people than the service is set to answer for."""

    def __init__(self, found: int, limit: int) -> None:
        super().__init__(f"the account has {found} people, the limit is {limit}")
        self.found = found
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one cell or row of an input."""

    file: str
    row: int | None
    """The row as a spreadsheet counts it: the header is row 1. None when the file as a whole is meant."""
    column: str | None
    value: str | None
    expected: str
    suggestions: tuple[Suggestion, ...] = ()
    """What may be meant by a key that is none; of the first few such keys of an input alone."""

    @property
    def advice(self) -> str:
        """What was expected, and what may be meant."""
        return f"{self.expected}{did_you_mean(self.suggestions)}"

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column}"
        if self.value is not None:
            return f"{place}: {self.value!r}: {self.advice}"
        return f"{place}: {self.advice}"


class BadInput(RelationshipError):
    """Input that breaks the rules; nothing of it was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


class WrittenMeanwhile(RelationshipError):
    """The change was made for a state that somebody else has changed since; nothing was written."""


class StoreUnavailable(RelationshipError):
    """The store cannot be reached or refused the work for now."""


class StoreReadOnly(StoreUnavailable):
    """The store can be read, but its place cannot be written; nothing was."""


class StoreContractBroken(RelationshipError):
    """The store answered something its contract excludes (a wrong schema version, a corrupt row)."""
