"""Changes to the graph, checked: the way in for mutations and imports alike.

Nothing is written that breaks a rule of the bundle (`graph.rules`). Rows are judged together with what the store
holds, so an edit that closes a cycle with stored lines is refused like a file that holds the whole cycle.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from graph.errors import BadInput, Problem
from graph.journal import Entry
from graph.model.record_kinds import RECORD_KINDS
from graph.rules import find_broken_rules
from graph.rules.gathering import gather_state
from graph.rules.near_keys import with_near_keys
from graph.rules.problems import Skipped, in_order, to_problems
from graph.rules.row_reader import InputRows, read_tables
from graph.rules.skipping import find_orphans, without
from graph.rules.state import State, group_by_kind, identify
from graph.store import Changes, Delete, GraphStore, Progress, Tally, WriteReport
from graph.viewer import Viewer

_LOCKS: WeakKeyDictionary[GraphStore, asyncio.Lock] = WeakKeyDictionary()


@dataclass(slots=True)
class Input:
    """What is to be written: the rows that could be read, and what was wrong with cells and other rows."""

    rows: Sequence[InputRows]
    problems: list[Problem] = field(default_factory=list)
    deletes: Sequence[Delete] = ()
    unread: Set[str] = frozenset()
    """Kinds whose rows are not all here: that a key is not among them says nothing."""
    entries: Sequence[Entry[Any]] = ()


@dataclass(slots=True)
class _Checked:
    """Input that breaks no rule: its rows, the state it makes, what its deletes take and what was left out."""

    rows: Sequence[InputRows]
    state: State
    deleted_counts: Counter[str]
    problems: list[Problem]


async def apply_changes(
    store: GraphStore,
    viewer: Viewer,
    changes: Changes,
    *,
    is_dry_run: bool = False,
    progress: Progress | None = None,
) -> WriteReport:
    """Checks the changes against the rules and the store, then writes all of them.

    A problem's `file` is the kind's name, its `row` counts the rows of the kind from 1. A dry run reports what
    a run would do and writes nothing (its report has no revisions).

    Raises BadInput with every problem, NotInGraph for a delete of what is not there, WrittenMeanwhile for an entry
    of the journal whose number is taken; then nothing is written.
    Changes through the same store object are checked and written one after the other; a second process that
    writes at the same moment is held only to what the store itself guarantees.
    """
    rows, problems = await asyncio.to_thread(read_tables, changes.upserts)
    given = Input(rows, problems, changes.deletes, entries=changes.entries)
    report, _ = await apply_input(store, viewer, given, is_dry_run=is_dry_run, progress=progress)
    return report


async def apply_input(
    store: GraphStore,
    viewer: Viewer,
    given: Input,
    *,
    is_dry_run: bool = False,
    skip_bad_rows: bool = False,
    progress: Progress | None = None,
) -> tuple[WriteReport, list[Problem]]:
    """As `apply_changes`, for rows already read; the second part of the answer is empty.

    With `skip_bad_rows`, rows with problems are left out, then those that become wrong without them, until the
    rest is right. That is written, and what was wrong with the rows left out is returned.
    """
    async with _LOCKS.setdefault(store, asyncio.Lock()):
        checked = await (_check_and_skip(store, viewer, given) if skip_bad_rows else _check(store, viewer, given))
        if is_dry_run:
            return WriteReport(_foretell(checked), {}), checked.problems
        tables = [part.table for part in checked.rows]
        written = await store.write(viewer, Changes(tables, given.deletes, given.entries), progress)
        return written, checked.problems


async def _check(store: GraphStore, viewer: Viewer, given: Input) -> _Checked:
    state = await gather_state(store, viewer, group_by_kind(given.rows), given.deletes)
    findings, deleted_counts = await asyncio.to_thread(find_broken_rules, state, given.deletes)
    problems = given.problems + to_problems(state, findings, unread=given.unread)
    if problems:
        raise BadInput(await with_near_keys(store, viewer, state, in_order(problems)))
    return _Checked(given.rows, state, deleted_counts, [])


async def _check_and_skip(store: GraphStore, viewer: Viewer, given: Input) -> _Checked:
    problems = list(given.problems)
    skipped: Skipped = set()
    rows = without(given.rows, {}, skipped)
    while True:
        state = await gather_state(store, viewer, group_by_kind(rows), given.deletes)
        findings, deleted_counts = await asyncio.to_thread(find_broken_rules, state, given.deletes)
        if not findings:
            told = await with_near_keys(store, viewer, state, in_order(problems))
            return _Checked(rows, state, deleted_counts, told)
        if all(finding.origin is None for finding in findings):  # no row to blame, so none to skip
            raise BadInput(in_order(problems + to_problems(state, findings)))
        problems += to_problems(state, findings, skipped=skipped)
        bad: dict[str, set[int]] = {}
        for finding in findings:
            if finding.origin is not None:
                bad.setdefault(finding.kind, set()).add(finding.origin)
        orphans = list(find_orphans(state, bad))
        problems += to_problems(state, orphans, skipped=skipped)
        for finding in orphans:
            if finding.origin is not None:
                bad[finding.kind].add(finding.origin)
        rows = without(rows, bad, skipped)


def _foretell(checked: _Checked) -> dict[str, Tally]:
    """What a write of the input would do, by kind."""
    tallies: dict[str, Tally] = {}
    for name, kind in RECORD_KINDS.items():
        parts, deleted_count = checked.state.inputs.get(name), checked.deleted_counts[name]
        if parts is None and not deleted_count:
            continue
        rows = checked.state.records[name].rows[: sum(part.row_count for part in parts or ())]
        held = checked.state.stored.get(name, {})
        before = list(map(held.get, map(identify(kind), rows))) if held else [None] * len(rows)
        created_count = before.count(None)
        unchanged_count = sum(row == known for row, known in zip(rows, before, strict=True))
        changed_count = len(rows) - created_count - unchanged_count
        tallies[name] = Tally(created_count, changed_count, unchanged_count, deleted_count)
    return tallies
