"""Problems of an input on the terminal and in a file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import Problem

GROUPED_FROM = 100
"""Problems from which alike ones are told together."""
_VARYING = re.compile(r"'(?:[^'\\]|\\.)*'|\"[^\"]*\"|\d+")


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """One line per problem; of very many, one line for those that are alike, saying how many there are."""
    if len(problems) < GROUPED_FROM:
        yield from map(str, problems)
        return
    alike: dict[tuple[str, str | None, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.file, problem.column, _VARYING.sub("…", problem.expected)), []).append(problem)
    for group in alike.values():
        yield str(group[0])
        if len(group) > 1:
            rows = ", ".join(str(problem.row) for problem in group[1:6] if problem.row is not None)
            more = ", …" if len(group) > 6 else ""
            yield f"  and {len(group) - 1:,} more like it" + (f" in rows {rows}{more}" if rows else "")


def write_problems(problems: Sequence[Problem], path: Path) -> None:
    """All problems as a CSV file with the columns file, row, column, value, expected."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("file", "row", "column", "value", "expected"))
        writer.writerows(
            (problem.file, problem.row, problem.column, problem.value, problem.advice) for problem in problems
        )
