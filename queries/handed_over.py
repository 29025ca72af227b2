"""What is handed over already: ties of the employee whose end is set, and what successors begin until then."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.handing_over import HandedOver
from graph.model.people import Tie
from graph.model.shown import node, said
from graph.model.words import NodeKind
from graph.workplace import valid_on
from queries.account_view import AccountView
from queries.staying import HandoverDays


@dataclass(frozen=True, slots=True)
class HandedOverContact:
    """A contact of the employee that is handed over already, for a later day.

    `to_employee` is to whom a handover of that day gave it; else who begins a tie to it on that day, the first by
    key.
    """

    contact: Annotated[str, node(NodeKind.PERSON, "The contact.")]
    on: Annotated[date, said("The first day on which the employee's tie does not hold any more.")]
    to_employee: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            "Who took it over, or whose tie begins on that day; null: not known.",
            name="to",
        ),
    ]


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What is carried out of an employee's handover in one account, though it only holds later.

    `taken` are the contacts, of those whom the employee has a valid tie to, that each colleague takes over or
    begins a tie to.
    """

    handed_over: tuple[HandedOverContact, ...]
    taken: Mapping[str, frozenset[str]]


def carried_out(
    view: AccountView, days: HandoverDays, employee: str, handovers: Sequence[HandedOver] = ()
) -> CarriedOut:
    """What is set to happen after the day of the view to contacts of the employee, of that day or of the last.

    Ends and beginnings count up to the day after the last one: a tie that ends then holds on the last day still,
    and is handed over with it. A tie that is valid again by then, after a gap or none, does not end, and one that
    is valid today does not begin. `handovers` are those of the employee that were carried out: a successor who had
    a tie already begins none. Whoever is not there on the day after the last one has taken nothing over.
    """
    contacts = {
        held.tie.contact for seen in (view, days.last) for held in seen.ties if held.tie.employee == employee
    }
    periods: dict[str, dict[str, list[Tie]]] = {contact: defaultdict(list) for contact in contacts}
    for tie in view.graph.records.ties:
        if tie.contact in contacts:
            periods[tie.contact][tie.employee].append(tie)
    given = {(one.contact, one.on.isoformat()): one.to_employee for one in handovers}
    today, latest = view.graph.as_of.isoformat(), days.after.graph.as_of.isoformat()
    handed_over = []
    taken: dict[str, set[str]] = defaultdict(set)
    for contact in sorted(contacts):
        beginnings = {
            colleague: _beginnings(ties, today)
            for colleague, ties in sorted(periods[contact].items())
            if colleague != employee and days.is_there_after(colleague)
        }
        for colleague, begin_on in beginnings.items():
            if any(day <= latest for day in begin_on):
                taken[colleague].add(contact)
        end = _end(periods[contact][employee], latest)
        if end is not None:
            successor = given.get((contact, end))
            if successor is not None and days.is_there_after(successor):
                taken[successor].add(contact)
            else:
                successor = next((key for key, begin_on in beginnings.items() if end in begin_on), None)
            handed_over.append(HandedOverContact(contact, date.fromisoformat(end), successor))
    return CarriedOut(tuple(handed_over), {key: frozenset(those) for key, those in taken.items()})


def all_handed_over(parts: Iterable[CarriedOut]) -> tuple[HandedOverContact, ...]:
    """Those of all accounts, each once; the earliest first, then by key."""
    found = {one.contact: one for part in parts for one in part.handed_over}
    return tuple(sorted(found.values(), key=lambda one: (one.on, one.contact)))


def taken_counts(parts: Iterable[CarriedOut]) -> Counter[str]:
    """How many contacts each colleague took over already, over all accounts."""
    taken: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for colleague, contacts in part.taken.items():
            taken[colleague] |= contacts
    return Counter({colleague: len(contacts) for colleague, contacts in taken.items()})


def _beginnings(ties: Sequence[Tie], today: str) -> list[str]:
    """The days after today on which a pair without a valid tie begins one."""
    if valid_on(ties, today):
        return []
    return [tie.valid_from for tie in ties if tie.valid_from is not None and tie.valid_from > today]


def _end(ties: Sequence[Tie], latest: str) -> str | None:
    """The day from which a pair has no valid tie until the latest day, included; None when it has one then.

    The pair has one earlier.
    """
    if valid_on(ties, latest):
        return None
    ends = [tie.valid_to for tie in ties if tie.valid_to is not None and (tie.valid_from or "") <= latest]
    return max(ends, default=None)
