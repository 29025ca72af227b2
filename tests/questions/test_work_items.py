"""How far a finding is, read from what people did with it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.errors import BadInput
from graph.journal import JournalEntry, JournalKind
from queries.work_items import NOTE_LIMIT, Work, WorkAction, WorkItem, WorkState, work_entry, work_item

TODAY = date(2026, 6, 30)
SINCE = "2026-06-01T00:00:00.000000+00:00"


def entry(action: WorkAction, hour: int = 9, day: str = "2026-06-20", **more: Any) -> JournalEntry:
    at = f"{day}T{hour:02}:00:00.000000+00:00"
    return work_entry(Work("f1", action, more.pop("actor", "li"), **more), at, date(2026, 6, 20))


def item(*entries: JournalEntry, today: date = TODAY) -> WorkItem:
    return work_item("f1", SINCE, entries, today)


def test_a_finding_that_nobody_did_anything_with_is_open() -> None:
    assert item() == WorkItem("f1", WorkState.OPEN)


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        ([WorkAction.ACKNOWLEDGE], WorkState.ACKNOWLEDGED),
        ([WorkAction.RESOLVE], WorkState.RESOLVED),
        ([WorkAction.RESOLVE, WorkAction.REOPEN], WorkState.OPEN),
        ([WorkAction.RESOLVE, WorkAction.ACKNOWLEDGE], WorkState.ACKNOWLEDGED),
        ([WorkAction.ACKNOWLEDGE, WorkAction.REOPEN], WorkState.OPEN),
    ],
)
def test_the_last_action_makes_the_state(actions: list[WorkAction], state: WorkState) -> None:
    assert item(*(entry(action, hour) for hour, action in enumerate(actions))).state == state


def test_assigning_leaves_the_state_and_the_last_assignee_holds() -> None:
    found = item(
        entry(WorkAction.ACKNOWLEDGE, 1),
        entry(WorkAction.ASSIGN, 2, assignee="han"),
        entry(WorkAction.ASSIGN, 3, assignee="mei", actor="boss"),
    )
    assert (found.state, found.assignee) == (WorkState.ACKNOWLEDGED, "mei")
    assert (found.actor, found.at) == ("boss", "2026-06-20T03:00:00.000000+00:00")


def test_the_last_note_stays_when_a_later_entry_has_none() -> None:
    found = item(entry(WorkAction.ACKNOWLEDGE, 1, note="seen"), entry(WorkAction.ASSIGN, 2, assignee="han"))
    assert found.note == "seen"


@pytest.mark.parametrize("before", [WorkAction.ACKNOWLEDGE, WorkAction.REOPEN, WorkAction.RESOLVE])
def test_a_snoozed_finding_is_as_it_was_before_on_the_day_named(before: WorkAction) -> None:
    entries = [entry(before, 1), entry(WorkAction.SNOOZE, 2, until=date(2026, 7, 1))]
    asleep, awake = item(*entries), item(*entries, today=date(2026, 7, 1))
    assert (asleep.state, asleep.snoozed_until) == (WorkState.SNOOZED, date(2026, 7, 1))
    was_seen = before is WorkAction.ACKNOWLEDGE
    assert awake.state == (WorkState.ACKNOWLEDGED if was_seen else WorkState.OPEN)
    assert awake.snoozed_until is None


@pytest.mark.parametrize("action", [WorkAction.ACKNOWLEDGE, WorkAction.RESOLVE, WorkAction.REOPEN])
def test_what_is_done_after_a_snooze_ends_it(action: WorkAction) -> None:
    snoozed = entry(WorkAction.SNOOZE, 1, until=date(2026, 7, 9))
    assert item(snoozed, entry(action, 2)).state is not WorkState.SNOOZED
    assert item(snoozed, entry(WorkAction.ASSIGN, 2, assignee="han")).state is WorkState.SNOOZED


def test_a_cause_that_comes_back_is_open_again_whatever_was_done_before() -> None:
    earlier = entry(WorkAction.RESOLVE, day="2026-05-31", note="done")
    assert item(earlier) == WorkItem("f1", WorkState.OPEN)
    found = item(earlier, entry(WorkAction.ACKNOWLEDGE, day="2026-06-01", hour=0))
    assert (found.state, found.note) == (WorkState.ACKNOWLEDGED, None)


def test_an_entry_says_what_the_action_needs_and_nothing_else() -> None:
    written = entry(WorkAction.SNOOZE, until=date(2026, 7, 1), note="later")
    assert (written.kind, written.subject, written.action) == (JournalKind.FINDING, "f1", "SNOOZE")
    assert (written.actor, written.note, written.details) == ("li", "later", '{"until":"2026-07-01"}')
    assert entry(WorkAction.RESOLVE).details == "{}"


@pytest.mark.parametrize(
    ("action", "given", "column"),
    [
        (WorkAction.SNOOZE, {}, "until"),
        (WorkAction.SNOOZE, {"until": date(2026, 6, 20)}, "until"),
        (WorkAction.ASSIGN, {}, "assignee"),
        (WorkAction.ASSIGN, {"assignee": "  "}, "assignee"),
        (WorkAction.ASSIGN, {"assignee": "x" * 201}, "assignee"),
        (WorkAction.RESOLVE, {"assignee": "han"}, "assignee"),
        (WorkAction.RESOLVE, {"until": date(2026, 7, 1)}, "until"),
        (WorkAction.RESOLVE, {"actor": ""}, "actor"),
        (WorkAction.RESOLVE, {"note": " "}, "note"),
        (WorkAction.RESOLVE, {"note": "x" * (NOTE_LIMIT + 1)}, "note"),
    ],
)
def test_what_cannot_be_done_is_refused_by_name(action: WorkAction, given: dict[str, Any], column: str) -> None:
    with pytest.raises(BadInput) as refused:
        entry(action, **given)
    assert [problem.column for problem in refused.value.problems] == [column]
