"""How far a finding is, read from what people did with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.errors import BadInput
from graph.journal import Entry
from graph.viewer import LOCAL
from queries.work_items import (
    FINDING_JOURNAL,
    NOTE_LIMIT,
    Acknowledged,
    Assigned,
    Reopened,
    Resolved,
    Snoozed,
    Work,
    WorkEvent,
    WorkItem,
    WorkState,
    work_entry,
    work_item,
)

TODAY = date(2026, 6, 30)
SINCE = "2026-06-01T00:00:00.000000+00:00"


def entry(
    event: WorkEvent, hour: int = 9, day: str = "2026-06-20", actor: str = "li", note: str | None = None
) -> Entry[WorkEvent]:
    at = f"{day}T{hour:02}:00:00.000000+00:00"
    work = Work(finding="f1", event=event, note=note)
    return work_entry(LOCAL.named(actor), work, at, date(2026, 6, 20))


def item(*entries: Entry[WorkEvent], today: date = TODAY) -> WorkItem:
    return work_item("f1", SINCE, entries, today)


def test_a_finding_that_nobody_did_anything_with_is_open() -> None:
    assert item() == WorkItem("f1", WorkState.OPEN)


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([Acknowledged()], WorkState.ACKNOWLEDGED),
        ([Resolved()], WorkState.RESOLVED),
        ([Resolved(), Reopened()], WorkState.OPEN),
        ([Resolved(), Acknowledged()], WorkState.ACKNOWLEDGED),
        ([Acknowledged(), Reopened()], WorkState.OPEN),
    ],
)
def test_the_last_action_makes_the_state(events: list[WorkEvent], state: WorkState) -> None:
    assert item(*(entry(event, hour) for hour, event in enumerate(events))).state == state


def test_assigning_leaves_the_state_and_the_last_assignee_holds() -> None:
    found = item(
        entry(Acknowledged(), 1),
        entry(Assigned("han"), 2),
        entry(Assigned("mei"), 3, actor="boss"),
    )
    assert (found.state, found.assignee) == (WorkState.ACKNOWLEDGED, "mei")
    assert (found.actor, found.at) == ("boss", "2026-06-20T03:00:00.000000+00:00")


def test_the_last_note_stays_when_a_later_entry_has_none() -> None:
    found = item(entry(Acknowledged(), 1, note="seen"), entry(Assigned("han"), 2))
    assert found.note == "seen"


@pytest.mark.parametrize("before", [Acknowledged(), Reopened(), Resolved()])
def test_a_snoozed_finding_is_as_it_was_before_on_the_day_named(before: WorkEvent) -> None:
    entries = [entry(before, 1), entry(Snoozed(date(2026, 7, 1)), 2)]
    asleep, awake = item(*entries), item(*entries, today=date(2026, 7, 1))
    assert (asleep.state, asleep.snoozed_until) == (WorkState.SNOOZED, date(2026, 7, 1))
    was_seen = before == Acknowledged()
    assert awake.state == (WorkState.ACKNOWLEDGED if was_seen else WorkState.OPEN)
    assert awake.snoozed_until is None


@pytest.mark.parametrize("event", [Acknowledged(), Resolved(), Reopened()])
def test_what_is_done_after_a_snooze_ends_it(event: WorkEvent) -> None:
    snoozed = entry(Snoozed(date(2026, 7, 9)), 1)
    assert item(snoozed, entry(event, 2)).state is not WorkState.SNOOZED
    assert item(snoozed, entry(Assigned("han"), 2)).state is WorkState.SNOOZED


def test_a_cause_that_comes_back_is_open_again_whatever_was_done_before() -> None:
    earlier = entry(Resolved(), day="2026-05-31", note="done")
    assert item(earlier) == WorkItem("f1", WorkState.OPEN)
    found = item(earlier, entry(Acknowledged(), day="2026-06-01", hour=0))
    assert (found.state, found.note) == (WorkState.ACKNOWLEDGED, None)


def test_an_entry_says_what_the_action_needs_and_nothing_else() -> None:
    written = entry(Snoozed(date(2026, 7, 1)), note="later")
    assert (written.journal, written.subject, written.action) == (FINDING_JOURNAL, "f1", "SNOOZE")
    assert (written.actor, written.note, written.details) == ("li", "later", '{"until":"2026-07-01"}')
    assert entry(Resolved()).details == "{}"


@pytest.mark.parametrize(
    ("event", "given", "column"),
    [
        (Snoozed(date(2026, 6, 20)), {}, "until"),
        (Assigned("  "), {}, "assignee"),
        (Assigned("x" * 201), {}, "assignee"),
        (Resolved(), {"actor": ""}, "actor"),
        (Resolved(), {"note": " "}, "note"),
        (Resolved(), {"note": "x" * (NOTE_LIMIT + 1)}, "note"),
    ],
)
def test_what_cannot_be_done_is_refused_by_name(event: WorkEvent, given: dict[str, Any], column: str) -> None:
    with pytest.raises(BadInput) as refused:
        entry(event, **given)
    assert [problem.column for problem in refused.value.problems] == [column]
