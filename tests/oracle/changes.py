"""The difference of two days: people, ties, stances and findings (as `queries.changes` words it)."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.oracle.account_findings import Identity, company_findings
from tests.oracle.leaving import is_there
from tests.oracle.oracle import Oracle
from tests.oracle.people import title_on
from tests.oracle.ties import last_contact, strength


class Difference(NamedTuple):
    """One change: of a tie with the employee, of a stance with the opportunity (None: the account)."""

    kind: str
    subject: str
    employee: str | None = None
    opportunity: str | None = None


def differences(before: Oracle, after: Oracle) -> set[Difference]:
    """Everything but findings; both oracles are of the same company."""
    return {*_people(before, after), *_ties(before, after), *_stances(before, after)}


def finding_differences(before: Oracle, after: Oracle) -> tuple[set[Identity], set[Identity]]:
    """Those that appeared, and those that disappeared."""
    earlier, later = set(company_findings(before)), set(company_findings(after))
    return later - earlier, earlier - later


def _people(before: Oracle, after: Oracle) -> set[Difference]:
    return _contacts(before, after) | _ours(before, after)


def _ours(before: Oracle, after: Oracle) -> set[Difference]:
    """Our people who are there, and have a tie that holds, on the day that they leave from or join on."""
    earlier, later = (
        {each.key for each in oracle.world["people"] if is_there(oracle.world, each.key, oracle.as_of)}
        for oracle in (before, after)
    )
    shown = {*before.shown_contacts, *after.shown_contacts}
    tied, still_tied = (
        {tie.employee for tie in oracle.ties if tie.contact in shown} for oracle in (before, after)
    )
    both = earlier & later & (tied | still_tied)
    kinds = {
        "PERSON_LEFT": (earlier & tied) - later,
        "PERSON_JOINED": (later & still_tied) - earlier,
        "PERSON_MOVED": {person for person in both if _place(before, person) != _place(after, person)},
    }
    return {Difference(kind, person) for kind, people in kinds.items() for person in people}


def _contacts(before: Oracle, after: Oracle) -> set[Difference]:
    earlier, later = set(before.shown_contacts), set(after.shown_contacts)
    moved = {person for person in earlier & later if _place(before, person) != _place(after, person)}
    kinds = {"PERSON_JOINED": later - earlier, "PERSON_LEFT": earlier - later, "PERSON_MOVED": moved}
    return {Difference(kind, person) for kind, people in kinds.items() for person in people}


def _place(oracle: Oracle, person: str) -> tuple[Any, ...]:
    """Company, department, level and title on the day."""
    return *oracle.workplaces[person], title_on(oracle.world, person, oracle.as_of)


def _ties(before: Oracle, after: Oracle) -> set[Difference]:
    shown = {*before.shown_contacts, *after.shown_contacts}
    earlier, later = (
        {(tie.employee, tie.contact): tie for tie in oracle.ties if tie.contact in shown}
        for oracle in (before, after)
    )
    kinds = dict.fromkeys(set(later) - set(earlier), "TIE_OPENED")
    kinds |= dict.fromkeys(set(earlier) - set(later), "TIE_ENDED")
    for pair in set(earlier) & set(later):
        if pair in before.live and pair not in after.live:
            kinds[pair] = "TIE_GONE_COLD"
        elif _is_stronger(before, after, earlier[pair], later[pair]):
            kinds[pair] = "TIE_STRENGTHENED"
    return {Difference(kind, contact, employee=employee) for (employee, contact), kind in kinds.items()}


def _is_stronger(before: Oracle, after: Oracle, earlier: Any, later: Any) -> bool:
    """A higher trust, or a later last contact and a higher strength."""
    unknown = after.policy.unknown_trust_level
    if (later.trust or unknown) > (earlier.trust or unknown):
        return True
    days = [last_contact(each.world, tie, each.as_of) or "" for each, tie in ((before, earlier), (after, later))]
    strengths = [
        strength(each.world, each.policy, tie, each.as_of) for each, tie in ((before, earlier), (after, later))
    ]
    return days[1] > days[0] and strengths[1] > strengths[0]


def _stances(before: Oracle, after: Oracle) -> set[Difference]:
    shown = {*before.shown_contacts, *after.shown_contacts} & set(before.contacts) & set(after.contacts)
    asked = [None, *(each for each in after.open_opportunities if after.is_shown(each))]
    return {
        Difference("STANCE_TURNED", person, opportunity=opportunity)
        for person in shown
        for opportunity in asked
        if before.stance(person, opportunity) != after.stance(person, opportunity)
    }
