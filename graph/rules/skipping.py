"""Skipping bad rows, and those that cannot stay without them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.model.companies import COMPANIES, DEPARTMENTS
from graph.rules.references import brought_by_skipped
from graph.rules.row_reader import InputRows
from graph.rules.state import Finding, State


def without(
    parts: Sequence[InputRows], bad: Mapping[str, set[int]], skipped: set[tuple[str, str]]
) -> list[InputRows]:
    """The parts without the bad rows (indexes within each kind) and rows with a refused cell.

    Adds the kind and first identifying value of the rows left out to `skipped`.
    """
    starts: dict[str, int] = defaultdict(int)
    kept: list[InputRows] = []
    for part in parts:
        name, start = part.kind.name, starts[part.kind.name]
        starts[name] += part.row_count
        dropped = {index - start for index in bad.get(name, ()) if start <= index < starts[name]} | part.refused
        keys = part.column(part.kind.identity[0])
        skipped.update((name, keys[index]) for index in dropped)
        kept.append(part.without(dropped))
    return kept


def find_orphans(state: State, skipped: Mapping[str, set[int]]) -> Iterator[Finding]:
    """Rows brought below a parent that only a skipped row would have brought, at any depth.

    `skipped` are the indexes of rows, by kind. What refers to them from other kinds is found when the rules are
    applied to the rest; a chain of parents would take as many rounds as it is long.
    """
    for kind in (COMPANIES, DEPARTMENTS):
        if not skipped.get(kind.name):
            continue
        records = state.of(kind)
        keys, parents = records.brought("key"), records.brought("parent")
        children: dict[str, list[int]] = defaultdict(list)
        for index, parent in enumerate(parents):
            if parent is not None:
                children[parent].append(index)
        gone = set(skipped[kind.name])
        pending = [keys[index] for index in gone]
        for key in pending:
            for index in () if key in state.stored.get(kind.name, {}) else children.get(key, ()):
                if index not in gone:
                    gone.add(index)
                    pending.append(keys[index])
                    yield records.finding(index, "parent", brought_by_skipped(kind.name))
