"""Handing over: a contact passes from one of our people to another on a day, with the history kept.

The tie of the one who hands over ends on that day, and the successor has one from that day on; who leaves is
recorded as LEFT from then. Everything that one call names is written in one transaction with an entry of the
journal for each contact and for the last day, or nothing is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import NamedTuple

from graph.editing import apply_changes
from graph.errors import BadInput, Problem, WrittenMeanwhile
from graph.journal import Entry, Journal
from graph.last_day import GONE, Departure, day_to_record, find_problems
from graph.messages.told import Told
from graph.model.people import PEOPLE, TIES, Person, Tie
from graph.model.words import Certainty, EmploymentStatus
from graph.nearness import find_suggestions
from graph.rules.near_keys import KEYS_LOOKED_UP
from graph.rules.references import UnknownKey, unknown_key
from graph.store import Changes, GraphStore, Table
from graph.viewer import Viewer
from graph.workplace import Workplaces, is_present, read_workplaces, valid_on

_STATUS_COLUMNS = ("key", "status", "status_since")
_NO_SUCH_PERSON = unknown_key(PEOPLE.name)


class Handover(NamedTuple):
    """One contact and who takes it over, by key."""

    contact: str
    to_employee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactHandedOver:
    """A contact passed on. `leaves_on` is the first day without who hands over, where the call recorded one."""

    contact: str
    to: str
    on: date
    reason: str | None
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDayRecorded:
    """The first day without who hands over, recorded by a call with no contact left to do."""

    reason: str | None
    leaves_on: date


HandoverEvent = ContactHandedOver | LastDayRecorded
HANDOVER_JOURNAL: Journal[HandoverEvent] = Journal(
    "HANDOVER", {"HAND_OVER": ContactHandedOver, "RECORD_LAST_DAY": LastDayRecorded}
)
"""What was handed over: the subject is the employee who hands over."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A handover that was carried out: what the journal says of it. `on` is the successor's first day."""

    number: int
    employee: str
    contact: str
    to_employee: str
    on: date
    reason: str | None
    note: str | None
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class HandoverReport:
    """What a call did: the contacts handed over now, those that were already, and the accounts' new revisions.

    `leaves_on` is the day from which who hands over has LEFT, MOVED or RETIRED, as it is recorded then; None when
    no such day is.
    """

    done: tuple[Handover, ...]
    unchanged: tuple[Handover, ...]
    revisions: Mapping[str, int]
    leaves_on: date | None = None


async def hand_over(
    store: GraphStore,
    viewer: Viewer,
    employee: str,
    items: Sequence[Handover],
    on: date,
    *,
    reason: str | None = None,
    note: str | None = None,
    is_leaving: bool = True,
    last_day: date | None = None,
) -> HandoverReport:
    """Hands the contacts of an employee over, so that `on` is the first day on which the successors have them.

    The employee's tie that is valid on the day ends with it (its `valid_to` becomes the day); ties of other
    periods stay. A successor who has a tie on the day keeps it as it is; any other gets a new one from that day
    until a later one of theirs begins. It takes over what we want of the contact, the target trust and the
    purposes, and nothing of what the employee had with it: trust and last contact are not known, the certainty is
    ASSUMED until somebody confirms it, and the source tells of the handover.

    Who hands over is recorded as LEFT from that day on, or from the one after the `last_day` where it is told;
    unless the person stays (`is_leaving`), or has LEFT, MOVED or RETIRED by what somebody else recorded. A day
    that a handover recorded moves with a later handover to a later one.

    May be called for some contacts now and for others later. What was handed over exactly so already (same
    contact, successor and day) changes nothing and gets no second entry.

    Raises BadInput, and writes nothing, with a problem for every item that cannot be: an unknown person, a
    successor who is not ours and present on the day or hands over itself, a contact without a valid tie of the
    employee, a day that is not after the tie's first one, a contact named twice for different people; and for
    what breaks a rule of the bundle. A problem's `file` is `items`, its `row` counts the items from 1.
    """
    wanted = tuple(dict.fromkeys(items))
    departure = Departure(on, is_leaving, last_day)
    while True:
        known = await _read(store, viewer, employee, wanted)
        try:
            done, changes = _plan(known, employee, wanted, departure)
        except BadInput as refused:
            raise BadInput(await _with_near_people(store, viewer, refused.problems)) from None
        unchanged = tuple(item for item in wanted if item not in done)
        person = known.people[employee]
        leaves_on = day_to_record(person, departure, known.recorded_day) if wanted else None
        if leaves_on is not None:
            person = person.replace(status=EmploymentStatus.LEFT, status_since=leaves_on.isoformat())
            changes.append(Table.of(PEOPLE, [person], _STATUS_COLUMNS))
        since = date.fromisoformat(person.status_since) if person.status_since else None
        recorded = since if person.status in GONE else None
        entries = _entries(known, employee, done, departure, leaves_on, viewer=viewer, reason=reason, note=note)
        if not entries:
            return HandoverReport((), unchanged, {}, recorded)
        try:
            report = await apply_changes(store, viewer, Changes(changes, entries=entries))
        except WrittenMeanwhile:  # another handover of the same employee: look again at what there is now
            continue
        return HandoverReport(done, unchanged, report.revisions, recorded)


async def _with_near_people(store: GraphStore, viewer: Viewer, problems: Sequence[Problem]) -> list[Problem]:
    """The problems; those of the first keys of nobody say who may be meant."""
    missing = dict.fromkeys(problem.value for problem in problems if isinstance(problem.expected, UnknownKey))
    near = {
        key: await find_suggestions(store, viewer, Person.__name__, key)
        for key in list(missing)[:KEYS_LOOKED_UP]
        if key is not None
    }
    return [
        replace(problem, suggestions=near.get(problem.value or "", ()))
        if isinstance(problem.expected, UnknownKey)
        else problem
        for problem in problems
    ]


async def read_handovers(store: GraphStore, viewer: Viewer, employee: str) -> list[HandedOver]:
    """Everything that the employee handed over, in the order in which it was carried out."""
    return _handed_over(await store.read_entries(HANDOVER_JOURNAL, [employee]))


class _Known(NamedTuple):
    """What the store holds about a call's people: those who exist, ties by pair, where successors work.

    `handed_over` is what the journal's `entry_count` entries of the employee say, and `recorded_day` the last day
    without them that a handover recorded.
    """

    handed_over: Sequence[HandedOver]
    entry_count: int
    recorded_day: date | None
    people: Mapping[str, Person]
    ties: Mapping[tuple[str, str], Sequence[Tie]]
    workplaces: Workplaces


async def _read(store: GraphStore, viewer: Viewer, employee: str, items: Sequence[Handover]) -> _Known:
    entries = await store.read_entries(HANDOVER_JOURNAL, [employee])  # first: what is written after is noticed
    days = [entry.event.leaves_on for entry in entries if entry.event.leaves_on is not None]
    contacts = sorted({item.contact for item in items})
    successors = sorted({item.to_employee for item in items})
    keys = sorted({employee, *contacts, *successors})
    people = {person.key: person for person in await store.find(viewer, PEOPLE, "key", keys)}
    ties: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in await store.find(viewer, TIES, "contact", contacts):
        ties[tie.employee, tie.contact].append(tie)
    taking_over = [people[key] for key in successors if key in people]
    return _Known(
        handed_over=_handed_over(entries),
        entry_count=len(entries),
        recorded_day=days[-1] if days else None,
        people=people,
        ties=ties,
        workplaces=await read_workplaces(store, viewer, taking_over),
    )


def _plan(
    known: _Known, employee: str, items: Sequence[Handover], departure: Departure
) -> tuple[tuple[Handover, ...], list[Table]]:
    """The items that are still to be done and the rows that do it; BadInput with all problems."""
    on, day = departure.on, departure.on.isoformat()
    problems: list[Problem] = []
    if employee in known.people:
        problems += find_problems(known.people[employee], departure, known.recorded_day)
    else:
        problems.append(Problem("items", None, "employee", employee, _NO_SUCH_PERSON))
    done = []
    ended: list[Tie] = []
    opened: list[Tie] = []
    successor_of: dict[str, str] = {}
    for number, item in enumerate(items, start=1):
        found = _current(known.ties.get((employee, item.contact), ()), day)
        if found is None and _is_done(known, item, on):
            continue
        wrong = [*_wrong_successor(known, employee, item, day), *_wrong_contact(known, employee, item, found, day)]
        if successor_of.setdefault(item.contact, item.to_employee) != item.to_employee:
            other = successor_of[item.contact]
            twice = Told(f"expected once, it also goes to {other!r}", f"只应出现一次，它也交接给 {other!r}")
            wrong.append(("contact", item.contact, twice))
        problems += [Problem("items", number, *told) for told in wrong]
        if found is None or wrong:
            continue
        done.append(item)
        ended.append(found.replace(valid_to=day))
        own = known.ties.get((item.to_employee, item.contact), ())
        if _current(own, day) is None:
            opened.append(_opened(found, item, own, day))
    if problems:
        raise BadInput(problems)
    tables = [Table.of(TIES, ended, (*TIES.identity, "valid_to"))] if ended else []
    return tuple(done), [*tables, Table.of(TIES, opened)] if opened else tables


def _current(ties: Sequence[Tie], day: str) -> Tie | None:
    """The tie valid on the day; periods of one pair do not overlap."""
    return next(iter(valid_on(ties, day)), None)


def _is_done(known: _Known, item: Handover, on: date) -> bool:
    return any((one.contact, one.to_employee, one.on) == (*item, on) for one in known.handed_over)


def _opened(old: Tie, item: Handover, own: Sequence[Tie], day: str) -> Tie:
    """The successor's new tie, until the next one that they have with the contact."""
    later = [tie.valid_from for tie in own if tie.valid_from is not None and tie.valid_from > day]
    return Tie(
        employee=item.to_employee,
        contact=item.contact,
        target_trust=old.target_trust,
        purposes=old.purposes,
        valid_from=day,
        valid_to=min(later, default=None),
        certainty=Certainty.ASSUMED,
        source=f"Handover from {old.employee}",
    )


_Wrong = list[tuple[str, str, Told]]
"""Column, value and what was expected."""


def _wrong_successor(known: _Known, employee: str, item: Handover, day: str) -> _Wrong:
    key = item.to_employee
    person = known.people.get(key)
    if person is None:
        return [("to", key, _NO_SUCH_PERSON)]
    if key == employee:
        return [("to", key, Told("expected somebody else than who hands over", "应为交接人以外的人"))]
    place = known.workplaces.of(person, day)
    if place is None or not known.workplaces.is_ours(place.company):
        not_ours = Told(
            f"expected one of our people (side SUPPLIER on {day})", f"应为我方人员（{day} 的 side 为 SUPPLIER）"
        )
        return [("to", key, not_ours)]
    if not is_present(person, day):
        absent = Told(
            f"expected somebody who is there on {day}, the status is {person.status}",
            f"应为 {day} 在职的人，其状态为 {person.status}",
        )
        return [("to", key, absent)]
    return []


def _wrong_contact(known: _Known, employee: str, item: Handover, found: Tie | None, day: str) -> _Wrong:
    key = item.contact
    if key not in known.people:
        return [("contact", key, _NO_SUCH_PERSON)]
    if found is not None:
        if found.valid_from is not None and day <= found.valid_from:
            return [("contact", key, _before_the_tie(found.valid_from, day))]
        return []
    before = [one for one in known.handed_over if one.contact == key]
    if before:
        last = before[-1]
        handed_on = last.on.isoformat()
        gone = Told(
            f"expected a contact that {employee!r} still has on {day}; handed over to {last.to_employee!r} on "
            f"{handed_on} already",
            f"应为 {employee!r} 在 {day} 仍负责的联系人；已于 {handed_on} 交接给 {last.to_employee!r}",
        )
        return [("contact", key, gone)]
    begins = [tie.valid_from for tie in known.ties.get((employee, key), ()) if (tie.valid_from or "") > day]
    if begins:
        return [("contact", key, _before_the_tie(begins[0] or "", day))]
    no_tie = Told(
        f"expected a contact to whom {employee!r} has a tie on {day}",
        f"应为 {employee!r} 在 {day} 有客户关系的联系人",
    )
    return [("contact", key, no_tie)]


def _before_the_tie(begins: str, day: str) -> Told:
    return Told(
        f"expected a day after {begins}, when the tie begins, not {day}",
        f"日期应在客户关系开始日 {begins} 之后，现为 {day}",
    )


def _entries(
    known: _Known,
    employee: str,
    done: Sequence[Handover],
    departure: Departure,
    leaves_on: date | None,
    *,
    viewer: Viewer,
    reason: str | None,
    note: str | None,
) -> list[Entry[HandoverEvent]]:
    """One for each contact, with the day that the call records; only that day where no contact is left to do."""
    events: list[HandoverEvent] = [
        ContactHandedOver(
            contact=item.contact, to=item.to_employee, on=departure.on, reason=reason, leaves_on=leaves_on
        )
        for item in done
    ]
    if not events and leaves_on is not None:
        events.append(LastDayRecorded(reason=reason, leaves_on=leaves_on))
    return [
        Entry(
            journal=HANDOVER_JOURNAL,
            subject=employee,
            event=event,
            at=datetime.now(UTC).isoformat(timespec="microseconds"),
            actor=viewer.id,
            note=note,
            number=number,
        )
        for number, event in enumerate(events, start=known.entry_count + 1)
    ]


def _handed_over(entries: Sequence[Entry[HandoverEvent]]) -> list[HandedOver]:
    """The contacts that entries of one employee say were handed over."""
    return [
        HandedOver(
            number=entry.number or 0,
            employee=entry.subject,
            contact=entry.event.contact,
            to_employee=entry.event.to,
            on=entry.event.on,
            reason=entry.event.reason,
            note=entry.note,
            actor=entry.actor,
            at=entry.at,
        )
        for entry in entries
        if isinstance(entry.event, ContactHandedOver)
    ]
