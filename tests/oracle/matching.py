"""Whether levels meet levels and functions functions (section 7), for the people a question shows."""

from __future__ import annotations

from typing import Any

from graph.model.words import JOINT_EVENT_KINDS, Line, OrgLevel
from tests.oracle.coverage import Finding, line_of
from tests.oracle.days import days_between, is_valid
from tests.oracle.findings import people_of_line
from tests.oracle.levels import is_known, is_paired, levels_above
from tests.oracle.oracle import Oracle
from tests.oracle.people import is_ours


def line(oracle: Oracle, person: str) -> str:
    """The line of a person of either side."""
    return line_of(oracle.world, oracle.workplaces[person])


def pairs(oracle: Oracle) -> dict[tuple[str, str], str]:
    """(contact, employee) of every live tie to a shown contact -> how their levels meet."""
    return {
        (theirs, ours): _kind(oracle, oracle.workplaces[ours].level, oracle.workplaces[theirs].level)
        for ours, theirs in oracle.live
        if theirs in oracle.shown_contacts
    }


def _kind(oracle: Oracle, ours: str, theirs: str) -> str:
    if not (is_known(ours) and is_known(theirs)):
        return "UNKNOWN_LEVEL"
    if is_paired(oracle.policy, ours, theirs):
        return "MATCHED"
    return "OVER_LEVEL" if levels_above(ours, theirs) > 0 else "UNDER_LEVEL"


def is_matched_by_level(oracle: Oracle, contact: str) -> bool:
    """Whether an employee whose level is paired with the contact's has a live tie."""
    return any(theirs == contact and kind == "MATCHED" for (theirs, _), kind in pairs(oracle).items())


def is_matched_in_both(oracle: Oracle, contact: str) -> bool:
    """Whether one of those is of the contact's line, too."""
    return any(
        theirs == contact and kind == "MATCHED" and line(oracle, ours) == line(oracle, contact)
        for (theirs, ours), kind in pairs(oracle).items()
    )


def matched_lines(oracle: Oracle) -> set[str]:
    """Lines of which somebody has a live tie by an employee of the same line."""
    return {line(oracle, theirs) for theirs, ours in pairs(oracle) if line(oracle, theirs) == line(oracle, ours)}


def lines_with_people(oracle: Oracle) -> list[str]:
    """The lines of the shown contacts."""
    return [each.value for each in Line if people_of_line(oracle, each)]


def people_of_level(oracle: Oracle, level: str) -> list[str]:
    """The shown contacts of the level."""
    return [each for each in oracle.shown_contacts if oracle.workplaces[each].level == level]


def findings(oracle: Oracle) -> set[Finding]:
    """LEVEL_UNMATCHED of each executive, FUNCTION_UNMATCHED of each line."""
    found = {
        Finding("LEVEL_UNMATCHED", each, oracle.severity(oracle.largest_share([each])))
        for each in people_of_level(oracle, OrgLevel.EXECUTIVE)
        if not is_matched_by_level(oracle, each)
    }
    for each in set(lines_with_people(oracle)) - matched_lines(oracle):
        share = oracle.largest_share(people_of_line(oracle, each))
        found.add(Finding("FUNCTION_UNMATCHED", each, oracle.severity(share)))
    return found


def agreements(oracle: Oracle) -> list[str]:
    """Keys of the agreements with the shown companies that are valid on the day."""
    return sorted(
        each.key
        for each in oracle.world["agreements"]
        if each.company in oracle.shown_companies and is_valid(each, oracle.as_of)
    )


def joint_events(oracle: Oracle) -> list[Any]:
    """The joint events in the policy's days, as NO_JOINT_EVENT understands them."""
    ours = {each.key for each in oracle.world["people"] if is_ours(oracle.world, each.key, oracle.as_of)}
    worked_there = {key for key, place in oracle.workplaces.items() if place.company in oracle.shown_companies}
    theirs = worked_there | set(oracle.shown_contacts)
    return [
        held
        for held in oracle.world["interactions"]
        if held.kind in JOINT_EVENT_KINDS
        and 0 <= days_between(held.on, oracle.as_of) <= oracle.policy.joint_event_days
        and ours & set(held.participants)
        and theirs & set(held.participants)
    ]
