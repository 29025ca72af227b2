"""What a benchmark found, as text for a terminal and for docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Goal:
    """Something that a benchmark should show, and whether it did."""

    text: str
    is_met: bool


@dataclass(frozen=True)
class Finding:
    """One benchmark: what was compared and how, a table, the goals."""

    title: str
    method: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    goals: Sequence[Goal] = field(default=())


def as_markdown(finding: Finding) -> str:
    """A section of docs/benchmarks.md."""
    table = [finding.header, ["---", *(["---:"] * (len(finding.header) - 1))], *finding.rows]
    lines = ["| " + " | ".join(row) + " |" for row in table]
    goals = [f"- {'met' if goal.is_met else '**missed**'}: {goal.text}" for goal in finding.goals]
    return "\n".join([f"## {finding.title}", "", finding.method, "", *lines, "", *goals]).rstrip() + "\n"


def with_sections(document: str, head: str, findings: Sequence[Finding]) -> str:
    """The document with that head and the findings' sections in place of those of the same title, or behind all.

    >>> print(with_sections("old head\\n\\n## A\\n\\nkept\\n", "head", [Finding("B", "how", ["x"], [["1"]])]))
    head
    <BLANKLINE>
    ## A
    <BLANKLINE>
    kept
    <BLANKLINE>
    ## B
    <BLANKLINE>
    how
    <BLANKLINE>
    | x |
    | --- |
    | 1 |
    <BLANKLINE>
    """
    sections = {f"## {part.splitlines()[0]}": f"## {part}" for part in document.split("\n## ")[1:]}
    sections.update({f"## {finding.title}": as_markdown(finding) for finding in findings})
    return "\n\n".join(part.rstrip() for part in (head, *sections.values())) + "\n"


def machine() -> str:
    """What the numbers depend on, without names of machines or people."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} shared cores, {memory:.0f} GB; "
        f"{platform.python_implementation()} {platform.python_version()}, SQLite {sqlite3.sqlite_version}; "
        f"measured on {date.today().isoformat()}"
    )


def milliseconds(seconds: float) -> str:
    """A duration for a table cell.

    >>> milliseconds(0.01234)
    '12.3'
    """
    return f"{seconds * 1000:,.1f}"


def times(ratio: float) -> str:
    """A ratio for a table cell.

    >>> times(12.345), times(0.954)
    ('12.3×', '0.95×')
    """
    return f"{ratio:,.0f}×" if ratio >= 100 else f"{ratio:.1f}×" if ratio >= 10 else f"{ratio:.2f}×"
