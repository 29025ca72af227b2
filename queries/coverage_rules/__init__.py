"""The rules of coverage: each finds one or two kinds of gaps in what we know of a company, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from queries.coverage_findings import CoverageFinding
from queries.coverage_rules import company, groups, people
from queries.coverage_rules.shown_company import ShownCompany


def coverage_findings(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """Every gap of the company, rule by rule; one finding per subject and rule."""
    yield from groups.lines(shown)
    yield from groups.departments(shown)
    yield from people.key_people_held_by_too_few(shown)
    yield from people.silent_key_people(shown)
    yield from people.trust_below_target(shown)
    yield from people.unknown_stances(shown)
    yield from people.successors_uncovered(shown)
    yield from company.missing_stages(shown)
    yield from organization_findings(shown)


def organization_findings(shown: ShownCompany) -> Iterator[CoverageFinding]:
    """Those of them that are about company and company: levels, functions, joint events."""
    yield from people.executives_unmatched(shown)
    yield from groups.functions(shown)
    yield from company.no_joint_event(shown)
