"""The coverage grid and the coverage findings of an oracle (section 7)."""

from __future__ import annotations

from graph.model.words import SEVERITY_ORDER, Line, OrgLevel, Severity, Stage
from tests.oracle.coverage import Cell, Finding, departments_above, had_joint_event, line_of
from tests.oracle.days import days_between
from tests.oracle.oracle import Oracle
from tests.oracle.people import is_ours
from tests.oracle.ties import last_contact
from tests.oracle.world import by_key


def target_of(oracle: Oracle) -> float | None:
    """The coverage target of the asked company's own grade."""
    grade = by_key(oracle.world, "companies")[oracle.company].grade
    return None if grade is None else oracle.policy.coverage_targets[grade]


def grid(oracle: Oracle) -> dict[tuple[str, str], Cell]:
    """(line, level) -> the cell, where there are people."""
    cells = {}
    for line in Line:
        for level in OrgLevel:
            those = [each for each in people_of_line(oracle, line) if oracle.workplaces[each].level == level]
            counts = [len(oracle.holders.get(each, ())) for each in those]
            if those:
                covered, redundant = sum(n >= 1 for n in counts), sum(n >= 2 for n in counts)
                cells[line.value, level.value] = Cell(
                    line, level, len(those), covered, redundant, target_of(oracle)
                )
    return cells


def people_of_line(oracle: Oracle, line: str) -> list[str]:
    """The shown contacts of the line."""
    return [each for each in oracle.shown_contacts if line_of(oracle.world, oracle.workplaces[each]) == line]


def people_of_department(oracle: Oracle, department: str) -> list[str]:
    """The shown contacts of the department and those below it."""
    return [
        each
        for each in oracle.shown_contacts
        if oracle.workplaces[each].department is not None
        and department in departments_above(oracle.world, oracle.workplaces[each].department)
    ]


def findings(oracle: Oracle) -> set[Finding]:
    """Every coverage finding that needs no organization matching and no succession; see `coverage_gaps`."""
    return {
        *_line_findings(oracle),
        *_department_findings(oracle),
        *_key_person_findings(oracle),
        *_trust_findings(oracle),
        *_stage_findings(oracle),
        *_joint_event_findings(oracle),
    }


def _line_findings(oracle: Oracle) -> set[Finding]:
    found = set()
    target = target_of(oracle)
    for line in Line:
        those = people_of_line(oracle, line)
        covered = [each for each in those if oracle.live_tie_count(each) >= 1]
        if not those:
            continue
        severity = oracle.severity(oracle.largest_share(those))
        if not covered:
            found.add(Finding("UNCOVERED_LINE", line, severity))
        elif target is not None and len(covered) / len(those) < target:
            found.add(Finding("LINE_BELOW_TARGET", line, severity))
    return found


def _department_findings(oracle: Oracle) -> set[Finding]:
    found = set()
    for department in oracle.world["departments"]:
        if department.company not in oracle.shown_companies:
            continue
        those = people_of_department(oracle, department.key)
        if those and not any(oracle.live_tie_count(each) for each in those):
            severity = oracle.severity(oracle.largest_share(those))
            found.add(Finding("UNCOVERED_DEPARTMENT", department.key, severity))
    return found


def _key_person_findings(oracle: Oracle) -> set[Finding]:
    found = set()
    for person in oracle.key_people:
        if person not in oracle.shown_contacts:
            continue
        plain = oracle.severity(oracle.largest_share([person]))
        raised = max(plain, Severity.MODERATE, key=lambda each: SEVERITY_ORDER[each])
        holder_count = len(oracle.holders.get(person, ()))
        if holder_count == 0:
            found.add(Finding("UNCOVERED_KEY_PERSON", person, raised))
        if holder_count == 1:
            found.add(Finding("SINGLE_HELD_KEY_PERSON", person, raised))
        known = [last_contact(oracle.world, tie, oracle.as_of) for tie in oracle.ties if tie.contact == person]
        latest = max((day for day in known if day is not None), default=None)
        if latest is not None and days_between(latest, oracle.as_of) > oracle.policy.silence_days:
            found.add(Finding("SILENT_KEY_PERSON", person, raised))
        if any(oracle.stance(person, each) == "UNKNOWN" for each in oracle.open_opportunities):
            found.add(Finding("UNKNOWN_STANCE", person, plain))
    return found


def _trust_findings(oracle: Oracle) -> set[Finding]:
    below = {
        tie.contact
        for tie in oracle.ties
        if tie.target_trust is not None and (tie.trust is None or tie.trust < tie.target_trust)
    }
    return {
        Finding("TRUST_BELOW_TARGET", person, oracle.severity(oracle.largest_share([person])))
        for person in below & set(oracle.shown_contacts)
    }


def _stage_findings(oracle: Oracle) -> set[Finding]:
    found = set()
    for opportunity in oracle.open_opportunities:
        if oracle.is_shown(opportunity):
            taken = {role.stage for role in oracle.roles(opportunity)}
            for stage in set(Stage) - taken:
                severity = oracle.severity(oracle.policy.stage_weights[stage])
                found.add(Finding("MISSING_STAGE", opportunity, severity, opportunity, stage))
    return found


def _joint_event_findings(oracle: Oracle) -> set[Finding]:
    ours = {each.key for each in oracle.world["people"] if is_ours(oracle.world, each.key, oracle.as_of)}
    worked_there = {key for key, place in oracle.workplaces.items() if place.company in oracle.shown_companies}
    theirs = worked_there | set(oracle.shown_contacts)
    if had_joint_event(oracle.world, oracle.policy, ours, theirs, oracle.as_of):
        return set()
    grade = by_key(oracle.world, "companies")[oracle.company].grade
    severity = Severity.MODERATE if grade in ("S", "A") else Severity.LOW
    return {Finding("NO_JOINT_EVENT", oracle.company, severity)}
