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

from graph.messages.told import Told, ToldError
from graph.model.words import NodeKind

_NOUNS = {kind.lower(): kind.chinese for kind in NodeKind} | {
    "account": "客户",
    "finding": "风险项",
    "employment": "任职记录",
    "reportingline": "汇报关系",
    "influence": "影响关系",
    "conflict": "对立关系",
    "tie": "客户关系",
    "decisionrole": "决策角色",
    "position": "立场",
    "rate": "汇率",
}
"""The Chinese of what a key may be of, by its English in small letters."""


class Suggestion(NamedTuple):
    """A node that may be meant by a key that is none."""

    key: str
    name: str | None


def did_you_mean(suggestions: Sequence[Suggestion]) -> Told:
    """How a message goes on that names a key that is none; nothing without suggestions.

    >>> told = did_you_mean([Suggestion("a", "Ann"), Suggestion("b", None)])
    >>> told, told.chinese
    (': did you mean a (Ann) or b?', '；是否指 a（Ann）、b？')
    """
    if not suggestions:
        return Told("", "")
    english = [f"{node.key} ({node.name})" if node.name else node.key for node in suggestions]
    chinese = [f"{node.key}（{node.name}）" if node.name else node.key for node in suggestions]
    *others, last = english
    meant = Told(f"{', '.join(others)} or {last}" if others else last, "、".join(chinese))
    return Told(f": did you mean {meant}?", f"；是否指 {meant.chinese}？")


class RelationshipError(ToldError):
    """Any error that Guanxi itself raises."""


class NotInGraph(RelationshipError):
    """No node of that kind has that key; `suggestions` are those that may be meant, where somebody looked."""

    def __init__(self, kind: str, key: str, suggestions: Sequence[Suggestion] = ()) -> None:
        meant = did_you_mean(suggestions)
        noun = Told(kind, _NOUNS.get(kind.lower(), kind))
        super().__init__(
            Told(f"no {noun} has the key {key!r}{meant}", f"未找到编号为 {key!r} 的{noun.chinese}{meant.chinese}")
        )
        self.kind = kind
        self.key = key
        self.suggestions = tuple(suggestions)


class QuestionRejected(RelationshipError):
    """The arguments do not make a question that has an answer."""


class GraphTooLarge(RelationshipError):
    """An account has more people than the service is set to answer for."""

    def __init__(self, found: int, limit: int) -> None:
        super().__init__(
            Told(
                f"the account has {found} people, the limit is {limit}",
                f"该客户有 {found} 名人员，超过上限 {limit}",
            )
        )
        self.found = found
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one cell or row of an input; as text, in English."""

    file: str
    row: int | None
    """The row as a spreadsheet counts it: the header is row 1. None when the file as a whole is meant."""
    column: str | None
    value: str | None
    expected: Told
    suggestions: tuple[Suggestion, ...] = ()
    """What may be meant by a key that is none; of the first few such keys of an input alone."""

    @property
    def advice(self) -> Told:
        """What was expected, and what may be meant."""
        meant = did_you_mean(self.suggestions)
        return Told(f"{self.expected}{meant}", f"{self.expected.chinese}{meant.chinese}")

    @property
    def told(self) -> Told:
        """All of it in a line: file, row, column, value and advice."""
        english, chinese = self.file, self.file
        if self.row is not None:
            english += f", row {self.row}"
            chinese += f"，第 {self.row} 行"
        if self.column is not None:
            english += f", column {self.column}"
            chinese += f"，{self.column} 列"
        if self.value is not None:
            english += f": {self.value!r}"
            chinese += f"：{self.value!r}"
        return Told(f"{english}: {self.advice}", f"{chinese}：{self.advice.chinese}")

    def __str__(self) -> str:
        return self.told


class BadInput(RelationshipError):
    """Input that breaks the rules; nothing of it was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        told = [problem.told for problem in problems]
        super().__init__(Told("\n".join(told), "\n".join(line.chinese for line in told)))
        self.problems = tuple(problems)


class WrittenMeanwhile(RelationshipError):
    """The change was made for a state that somebody else has changed since; nothing was written."""


class StoreUnavailable(RelationshipError):
    """The store cannot be reached or refused the work for now."""


class StoreReadOnly(StoreUnavailable):
    """The store can be read, but its place cannot be written; nothing was."""


class StoreContractBroken(RelationshipError):
    """The store answered something its contract excludes (a wrong schema version, a corrupt row)."""
