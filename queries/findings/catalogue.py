"""What is found, rule by rule, and the kinds of it: a rule's file declares them, and here it has its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.model.word import Words
from queries.findings.finding import Finding
from queries.findings.rules import (
    choke_points,
    departments,
    executives_unmatched,
    functions,
    key_people,
    lines,
    missing_stages,
    no_joint_event,
    silent_key_people,
    single_held,
    successors_uncovered,
    trust_below_target,
    unknown_stances,
)
from queries.findings.shown_company import ShownCompany

Rule = Callable[[ShownCompany], Iterator[Finding]]
"""Finds something about a company: one finding per subject (and opportunity or stage)."""

SINGLE_POINT_RULES: tuple[Rule, ...] = (single_held.single_held, choke_points.choke_points)
"""Whom the account hangs on."""

ORGANIZATION_RULES: tuple[Rule, ...] = (
    executives_unmatched.executives_unmatched,
    functions.functions,
    no_joint_event.no_joint_event,
)
"""What is missing between company and company: levels, functions, joint events."""

COVERAGE_RULES: tuple[Rule, ...] = (
    lines.lines,
    departments.departments,
    key_people.key_people_held_by_too_few,
    silent_key_people.silent_key_people,
    trust_below_target.trust_below_target,
    unknown_stances.unknown_stances,
    successors_uncovered.successors_uncovered,
    missing_stages.missing_stages,
    *ORGANIZATION_RULES,
)
"""What is missing in what we know of a company."""


def found_by(rules: tuple[Rule, ...], shown: ShownCompany) -> Iterator[Finding]:
    """What the rules find of the company, rule by rule."""
    for rule in rules:
        yield from rule(shown)


class FindingKind(Words):
    """What was found, by whichever question."""

    SINGLE_HELD = single_held.SINGLE_HELD
    CHOKE_POINT = choke_points.CHOKE_POINT
    UNCOVERED_LINE = lines.UNCOVERED_LINE
    LINE_BELOW_TARGET = lines.LINE_BELOW_TARGET
    UNCOVERED_DEPARTMENT = departments.UNCOVERED_DEPARTMENT
    UNCOVERED_KEY_PERSON = key_people.UNCOVERED_KEY_PERSON
    SINGLE_HELD_KEY_PERSON = key_people.SINGLE_HELD_KEY_PERSON
    SILENT_KEY_PERSON = silent_key_people.SILENT_KEY_PERSON
    TRUST_BELOW_TARGET = trust_below_target.TRUST_BELOW_TARGET
    MISSING_STAGE = missing_stages.MISSING_STAGE
    UNKNOWN_STANCE = unknown_stances.UNKNOWN_STANCE
    LEVEL_UNMATCHED = executives_unmatched.LEVEL_UNMATCHED
    FUNCTION_UNMATCHED = functions.FUNCTION_UNMATCHED
    NO_JOINT_EVENT = no_joint_event.NO_JOINT_EVENT
    SUCCESSORS_UNCOVERED = successors_uncovered.SUCCESSORS_UNCOVERED


class SinglePointKind(Words):
    """SINGLE_HELD: one employee alone holds a contact. CHOKE_POINT: others are reached through it."""

    SINGLE_HELD = single_held.SINGLE_HELD
    CHOKE_POINT = choke_points.CHOKE_POINT


class CoverageFindingKind(Words):
    """What is missing; the definitions are in docs/concepts.md."""

    UNCOVERED_LINE = lines.UNCOVERED_LINE
    LINE_BELOW_TARGET = lines.LINE_BELOW_TARGET
    UNCOVERED_DEPARTMENT = departments.UNCOVERED_DEPARTMENT
    UNCOVERED_KEY_PERSON = key_people.UNCOVERED_KEY_PERSON
    SINGLE_HELD_KEY_PERSON = key_people.SINGLE_HELD_KEY_PERSON
    SILENT_KEY_PERSON = silent_key_people.SILENT_KEY_PERSON
    TRUST_BELOW_TARGET = trust_below_target.TRUST_BELOW_TARGET
    MISSING_STAGE = missing_stages.MISSING_STAGE
    UNKNOWN_STANCE = unknown_stances.UNKNOWN_STANCE
    LEVEL_UNMATCHED = executives_unmatched.LEVEL_UNMATCHED
    FUNCTION_UNMATCHED = functions.FUNCTION_UNMATCHED
    NO_JOINT_EVENT = no_joint_event.NO_JOINT_EVENT
    SUCCESSORS_UNCOVERED = successors_uncovered.SUCCESSORS_UNCOVERED
