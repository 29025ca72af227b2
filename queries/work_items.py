"""Findings as work: who takes care of a finding, and how far it is.

The state is what the journal's entries of the finding say, read in their order. Entries of before the finding came
back (its `since`) no longer count: its cause is a new one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.errors import BadInput, Problem
from graph.journal import Entry, Journal
from graph.messages.told import Told
from graph.model.word import Words
from graph.viewer import Viewer

NOTE_LIMIT = 4_000
"""Characters that a note or reason may have."""
NAME_LIMIT = 200
"""Characters that the name of who does something may have, as a key may."""
SOME_TEXT = Told("expected some text", "应有文字")


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
    """What may be done with a finding."""

    ACKNOWLEDGE = "ACKNOWLEDGE", "Acknowledge", "确认", "Somebody has seen it."
    ASSIGN = "ASSIGN", "Assign", "指派", "Somebody is to take care of it."
    SNOOZE = "SNOOZE", "Snooze", "推迟", "Not before a day."
    RESOLVE = "RESOLVE", "Resolve", "解决", "It is dealt with."
    REOPEN = "REOPEN", "Reopen", "重新打开", "It is open again."


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Somebody has seen it. Ends a snooze."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """Somebody is to take care of it; the state stays."""

    assignee: str


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Not before that day; then it is open or acknowledged as it was before (open, when it was resolved)."""

    until: date


@dataclass(frozen=True, slots=True)
class Resolved:
    """It is dealt with. Ends a snooze."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """It is open again. Ends a snooze."""


WorkEvent = Acknowledged | Assigned | Snoozed | Resolved | Reopened
FINDING_JOURNAL: Journal[WorkEvent] = Journal(
    "FINDING",
    {
        WorkAction.ACKNOWLEDGE: Acknowledged,
        WorkAction.ASSIGN: Assigned,
        WorkAction.SNOOZE: Snoozed,
        WorkAction.RESOLVE: Resolved,
        WorkAction.REOPEN: Reopened,
    },
)
"""What was done with findings: the subject is a finding's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something to do with a finding, named by its id."""

    finding: str
    event: WorkEvent
    note: str | None = None


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


def work_item(finding: str, since: str | None, entries: Sequence[Entry[WorkEvent]], today: date) -> WorkItem:
    """The state on the day; `entries` are the finding's own, in their order."""
    state = WorkState.OPEN
    snoozed_until: date | None = None
    assignee: str | None = None
    note: str | None = None
    counted = [entry for entry in entries if since is None or entry.at >= since]
    for entry in counted:
        note = entry.note or note
        match entry.event:
            case Assigned():
                assignee = entry.event.assignee
            case Snoozed():
                snoozed_until = entry.event.until
                state = WorkState.OPEN if state is WorkState.RESOLVED else state
            case Acknowledged():
                state, snoozed_until = WorkState.ACKNOWLEDGED, None
            case Resolved():
                state, snoozed_until = WorkState.RESOLVED, None
            case Reopened():
                state, snoozed_until = WorkState.OPEN, None
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


def work_entry(viewer: Viewer, work: Work, at: str, today: date) -> Entry[WorkEvent]:
    """The journal's entry for it; BadInput names everything that is wrong with it."""
    problems = [
        *_text_problems("actor", viewer.id, NAME_LIMIT, is_required=True),
        *_text_problems("note", work.note, NOTE_LIMIT),
    ]
    match work.event:
        case Assigned(assignee):
            problems += _text_problems("assignee", assignee, NAME_LIMIT, is_required=True)
        case Snoozed(until) if until <= today:
            problems.append(
                _problem(
                    "until",
                    until,
                    Told(f"expected a day after {today.isoformat()}", f"应为 {today.isoformat()} 之后的日期"),
                )
            )
    if problems:
        raise BadInput(problems)
    return Entry(
        journal=FINDING_JOURNAL,
        subject=work.finding,
        event=work.event,
        at=at,
        actor=viewer.id,
        note=work.note,
    )


def _text_problems(name: str, value: str | None, limit: int, *, is_required: bool = False) -> list[Problem]:
    if value is None or not value.strip():
        return [_problem(name, value, SOME_TEXT)] if is_required or value is not None else []
    return [_problem(name, None, at_most(limit))] if len(value) > limit else []


def at_most(limit: int) -> Told:
    """What is said of a text that is longer."""
    return Told(f"expected at most {limit} characters", f"最多 {limit} 个字符")


def _problem(column: str, value: object, expected: Told) -> Problem:
    return Problem("finding", None, column, None if value is None else str(value), expected)
