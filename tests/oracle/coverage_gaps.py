"""All findings that a question about the coverage of a company shows (the table of section 7)."""

from __future__ import annotations

from tests.oracle import findings, matching
from tests.oracle.coverage import Finding
from tests.oracle.oracle import Oracle
from tests.oracle.succession import heirs, is_exposed


def coverage_gaps(oracle: Oracle) -> set[Finding]:
    """Every row of the table."""
    return findings.findings(oracle) | matching.findings(oracle) | _uncovered_successors(oracle)


def _uncovered_successors(oracle: Oracle) -> set[Finding]:
    return {
        Finding("SUCCESSORS_UNCOVERED", person, oracle.severity(oracle.largest_share([person])))
        for person in oracle.key_people
        if person in oracle.shown_contacts and is_exposed(heirs(oracle, person))
    }
