"""Findings as work: who takes care of a finding, and how far it is.

The state is what the journal's entries of the finding say, read in their order. Entries of before the finding came
back (its `since`) no longer count: its cause is a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import orjson

from graph.errors import BadInput, Problem
from graph.journal import JournalEntry, JournalKind
from graph.model.word import Words

NOTE_LIMIT = 4_000
"""Characters that a note or reason may have."""
NAME_LIMIT = 200
"""Characters that the name of who does something may have, as a key may."""


class WorkState(Words):
    """How far a finding is. A resolved one stays so while its cause stays, and is open when that comes back."""

    OPEN = "OPEN", "Open", "待处理", "Nobody has said anything of it."
    ACKNOWLEDGED = "ACKNOWLEDGED", "Acknowledged", "已确认", "Somebody has seen it."
    SNOOZED = "SNOOZED", "Snoozed", "已推迟", "Not before a day."
    RESOLVED = (
        "RESOLVED",
        "Resolved",
        "已解决",
        "Somebody has dealt with it; it is open again when its cause goes and comes back.",
    )


class WorkAction(Words):
    """What may be done with a finding.

    ACKNOWLEDGE: somebody has seen it. ASSIGN: somebody is to take care of it; the state stays. SNOOZE: not before
    that day; then it is open or acknowledged as it was before (open, when it was resolved). RESOLVE: it is dealt
    with. REOPEN: it is open again. ACKNOWLEDGE, RESOLVE and REOPEN end a snooze.
    """

    ACKNOWLEDGE = "ACKNOWLEDGE", "Acknowledge", "确认", "Somebody has seen it."
    ASSIGN = "ASSIGN", "Assign", "指派", "Somebody is to take care of it."
    SNOOZE = "SNOOZE", "Snooze", "推迟", "Not before a day."
    RESOLVE = "RESOLVE", "Resolve", "解决", "It is dealt with."
    REOPEN = "REOPEN", "Reopen", "重新打开", "It is open again."


@dataclass(frozen=True, slots=True)
class Work:
    """Something to do with a finding, named by its id. `assignee` goes with ASSIGN, `until` with SNOOZE."""

    finding: str
    action: WorkAction
    actor: str
    note: str | None = None
    assignee: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class WorkItem:
    """How far a finding is; the note is the last one, actor and moment are those of the last entry.

    `snoozed_until` is None unless it is snoozed. Without an entry it is open.
    """

    finding: str
    state: WorkState = WorkState.OPEN
    assignee: str | None = None
    snoozed_until: date | None = None
    note: str | None = None
    actor: str | None = None
    at: str | None = None


_STATES = {
    WorkAction.ACKNOWLEDGE: WorkState.ACKNOWLEDGED,
    WorkAction.RESOLVE: WorkState.RESOLVED,
    WorkAction.REOPEN: WorkState.OPEN,
}


def work_item(finding: str, since: str | None, entries: Sequence[JournalEntry], today: date) -> WorkItem:
    """The state on the day; `entries` are the finding's own, in their order."""
    state = WorkState.OPEN
    snoozed_until: date | None = None
    assignee: str | None = None
    note: str | None = None
    counted = [entry for entry in entries if since is None or entry.at >= since]
    for entry in counted:
        said = orjson.loads(entry.details)
        action = WorkAction(entry.action)
        note = entry.note or note
        if action is WorkAction.ASSIGN:
            assignee = said["assignee"]
        elif action is WorkAction.SNOOZE:
            snoozed_until = date.fromisoformat(said["until"])
            state = WorkState.OPEN if state is WorkState.RESOLVED else state
        else:
            state, snoozed_until = _STATES[action], None
    if snoozed_until is not None and today < snoozed_until:
        state = WorkState.SNOOZED
    return WorkItem(
        finding=finding,
        state=state,
        assignee=assignee,
        snoozed_until=snoozed_until if state is WorkState.SNOOZED else None,
        note=note,
        actor=counted[-1].actor if counted else None,
        at=counted[-1].at if counted else None,
    )


def work_entry(work: Work, at: str, today: date) -> JournalEntry:
    """The journal's entry for it; BadInput names everything that is wrong with it."""
    problems = [
        *_text_problems("actor", work.actor, NAME_LIMIT, is_required=True),
        *_text_problems("note", work.note, NOTE_LIMIT),
        *_text_problems("assignee", work.assignee, NAME_LIMIT, is_required=work.action is WorkAction.ASSIGN),
    ]
    if work.action is not WorkAction.ASSIGN and work.assignee is not None:
        problems.append(_problem("assignee", work.assignee, f"nothing: {work.action} takes no assignee"))
    if work.action is WorkAction.SNOOZE:
        if work.until is None or work.until <= today:
            problems.append(_problem("until", work.until, f"a day after {today.isoformat()}"))
    elif work.until is not None:
        problems.append(_problem("until", work.until, f"nothing: {work.action} takes no day"))
    if problems:
        raise BadInput(problems)
    said = {"assignee": work.assignee, "until": work.until}
    details = orjson.dumps({name: value for name, value in said.items() if value is not None}).decode()
    return JournalEntry(JournalKind.FINDING, work.finding, work.action, at, work.actor, work.note, details)


def _text_problems(name: str, value: str | None, limit: int, *, is_required: bool = False) -> list[Problem]:
    if value is None or not value.strip():
        return [_problem(name, value, "some text")] if is_required or value is not None else []
    return [_problem(name, None, f"at most {limit} characters")] if len(value) > limit else []


def _problem(column: str, value: object, expected: str) -> Problem:
    return Problem("finding", None, column, None if value is None else str(value), f"expected {expected}")
