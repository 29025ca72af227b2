"""Findings as problems that people can look up: with the number of the row."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import chain

from graph.errors import Problem
from graph.messages.told import Told
from graph.model.record_kinds import RECORD_KINDS
from graph.rules.references import UnknownKey, brought_by_skipped
from graph.rules.row_reader import shown
from graph.rules.state import Finding, State

Skipped = set[tuple[str, str]]
"""The kind and key of nodes whose rows are skipped."""


def to_problems(
    state: State,
    findings: Iterable[Finding],
    *,
    skipped: Set[tuple[str, str]] = frozenset(),
    unread: Set[str] = frozenset(),
) -> list[Problem]:
    """A problem for each finding, but for what is only the echo of another one.

    That is an empty cell that is empty because it was refused, and a missing record of a kind that is `unread`.
    """
    numbers = {
        name: list(chain.from_iterable(part.numbers for part in parts)) for name, parts in state.inputs.items()
    }
    refused = {name: _refused(state, name) for name in state.inputs}
    problems: list[Problem] = []
    for kind, origin, column, value, expected in findings:
        if value is None and origin in refused.get(kind, ()):
            continue
        if isinstance(expected, UnknownKey):
            target = _refers_to(kind, column)
            if target in unread:
                continue
            if (target, value) in skipped:
                expected = brought_by_skipped(target)
        number = None if origin is None else numbers[kind][origin]
        if value is not None and _is_kept(state, kind, origin, column):
            expected = Told(
                f"{expected}; the value is that of the store, the row brought says nothing of {column}",
                f"{expected.chinese}；此值来自存储库，导入的行没有 {column} 列",
            )
        problems.append(Problem(kind, number, column, None if value is None else shown(str(value)), expected))
    return problems


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Ordered by file, in the order of the bundle, and row; each once."""
    ranks = {name: rank for rank, name in enumerate(RECORD_KINDS)}
    return sorted(
        dict.fromkeys(problems), key=lambda problem: (ranks.get(problem.file, -1), problem.file, problem.row or 0)
    )


def _is_kept(state: State, kind: str, origin: int | None, column: str | None) -> bool:
    """Whether a row was brought that does not name the column, and so keeps what the store has there."""
    return origin is not None and column is not None and column not in state.columns_of(RECORD_KINDS[kind], origin)


def _refused(state: State, name: str) -> set[int]:
    refused: set[int] = set()
    start = 0
    for part in state.inputs[name]:
        refused.update(start + index for index in part.refused)
        start += part.row_count
    return refused


def _refers_to(kind: str, column: str | None) -> str:
    return RECORD_KINDS[kind].column(column or "").refers_to or ""
