"""All findings of an account with what tells one from another, of its own company and of the others."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from graph.model.words import SEVERITY_ORDER
from tests.oracle.coverage_gaps import coverage_gaps
from tests.oracle.failure import choke_points, single_held_relationships
from tests.oracle.oracle import Oracle

_OF_COMPANY = (
    "UNCOVERED_LINE",
    "LINE_BELOW_TARGET",
    "FUNCTION_UNMATCHED",
    "NO_JOINT_EVENT",
)
"""Kinds whose subject is a part of the company asked about, or that company."""


class Identity(NamedTuple):
    """What a finding is about: as long as it stays, it is the same finding."""

    kind: str
    subject: str
    company: str | None = None
    opportunity: str | None = None
    stage: str | None = None
    employee: str | None = None


def company_findings(oracle: Oracle) -> dict[Identity, str]:
    """Identity -> severity of what the questions about the company show."""
    found = {}
    for gap in coverage_gaps(oracle):
        company = oracle.company if gap.kind in _OF_COMPANY else None
        found[Identity(gap.kind, gap.subject, company, gap.opportunity, gap.stage)] = gap.severity
    for point in single_held_relationships(oracle):
        (contact,) = point.targets
        found[Identity(point.kind, contact, employee=point.point)] = point.severity
    for point in choke_points(oracle):
        found[Identity(point.kind, point.point, opportunity=point.opportunity)] = point.severity
    return found


def account_findings(oracle: Oracle) -> dict[Identity, tuple[str, bool]]:
    """Identity -> severity, and whether the question about the account's own company shows it."""
    found = {identity: (severity, True) for identity, severity in company_findings(oracle).items()}
    for company in sorted(oracle.account_companies - {oracle.account}):
        for identity, severity in company_findings(replace(oracle, company=company)).items():
            found.setdefault(identity, (severity, False))
    return found


def highest(severities: list[str]) -> str | None:
    """The most severe one; None of none."""
    return max(severities, key=lambda each: SEVERITY_ORDER[each], default=None)
