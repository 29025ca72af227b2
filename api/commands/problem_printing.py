"""Problems of an input on the terminal and in a file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from api.commands.speaking import spoken
from graph.errors import Problem
from graph.messages.told import Told

GROUPED_FROM = 100
"""Problems from which alike ones are told together."""
_VARYING = re.compile(r"'(?:[^'\\]|\\.)*'|\"[^\"]*\"|\d+")


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """One line per problem; of very many, one line for those that are alike, saying how many there are."""
    if len(problems) < GROUPED_FROM:
        yield from (spoken(problem.told) for problem in problems)
        return
    alike: dict[tuple[str, str | None, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.file, problem.column, _VARYING.sub("…", problem.expected)), []).append(problem)
    for group in alike.values():
        yield spoken(group[0].told)
        if len(group) > 1:
            yield spoken(_others(group[1:]))


def _others(alike: Sequence[Problem]) -> Told:
    count = len(alike)
    rows = [str(problem.row) for problem in alike[:5] if problem.row is not None]
    if not rows:
        return Told(f"  and {count:,} more like it", f"  还有 {count:,} 个同类问题")
    rows += ["…"] if count > 5 else []
    return Told(
        f"  and {count:,} more like it in rows {', '.join(rows)}",
        f"  还有 {count:,} 个同类问题，在第 {'、'.join(rows)} 行",
    )


def write_problems(problems: Sequence[Problem], path: Path) -> None:
    """All problems as a CSV file with the columns file, row, column, value, expected."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("file", "row", "column", "value", "expected"))
        writer.writerows(
            (problem.file, problem.row, problem.column, problem.value, spoken(problem.advice))
            for problem in problems
        )
