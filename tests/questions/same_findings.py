"""How findings of the product and causes of the oracle are told to be the same."""

from __future__ import annotations

from collections.abc import Mapping

from queries.account_findings import Finding
from tests.oracle.account_findings import Cause

_OF_COMPANY = ("UNCOVERED_LINE", "LINE_BELOW_TARGET", "FUNCTION_UNMATCHED", "NO_JOINT_EVENT")


def cause_of(finding: Finding, company: str) -> Cause:
    """The cause of a finding that a question about the company shows."""
    if finding.kind == "SINGLE_HELD":
        return Cause(finding.kind, finding.subject.key, employee=finding.employee)
    opportunity = finding.opportunity if finding.kind in ("CHOKE_POINT", "MISSING_STAGE") else None
    of_company = company if finding.kind in _OF_COMPANY else None
    return Cause(finding.kind, finding.subject.key, of_company, opportunity, finding.stage)


def assert_one_id_per_cause(causes: Mapping[str, Cause]) -> None:
    """An id stays the same while the cause does: no cause has two, whatever the day."""
    assert len(set(causes.values())) == len(causes)
