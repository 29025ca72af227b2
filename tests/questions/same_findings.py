"""How findings of the product and of the oracle are told to be the same."""

from __future__ import annotations

from collections.abc import Mapping

from queries.findings.finding import Finding
from tests.oracle.account_findings import Identity

_OF_COMPANY = ("UNCOVERED_LINE", "LINE_BELOW_TARGET", "FUNCTION_UNMATCHED", "NO_JOINT_EVENT")


def identity_of(finding: Finding, company: str) -> Identity:
    """What tells a finding from others, that a question about the company shows."""
    if finding.kind == "SINGLE_HELD":
        return Identity(finding.kind, finding.subject.key, employee=finding.employee)
    opportunity = finding.opportunity if finding.kind in ("CHOKE_POINT", "MISSING_STAGE") else None
    of_company = company if finding.kind in _OF_COMPANY else None
    return Identity(finding.kind, finding.subject.key, of_company, opportunity, finding.stage)


def assert_one_id_each(identities: Mapping[str, Identity]) -> None:
    """An id stays the same while what the finding is about does: nothing has two ids, whatever the day."""
    assert len(set(identities.values())) == len(identities)
