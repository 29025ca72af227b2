"""What each finding of an account is worth: the share of the decision it is about, and the money."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tests.oracle.account_findings import Identity, account_findings
from tests.oracle.failure import choke_points
from tests.oracle.findings import people_of_department, people_of_line
from tests.oracle.money import Money, money_of
from tests.oracle.oracle import Oracle
from tests.oracle.posture import value_of

_OF_LINES = ("UNCOVERED_LINE", "LINE_BELOW_TARGET", "FUNCTION_UNMATCHED")


class Worth(NamedTuple):
    """Severity, share, money, and whether the question about the account's own company shows the finding.

    `held_until` is the first day without the one holder of a contact who is held alone, where that is known.
    """

    severity: str
    share: float
    money: Money
    is_account_wide: bool
    held_until: str | None = None


def worths(oracle: Oracle) -> dict[Identity, Worth]:
    """Of every finding of the account."""
    return {
        identity: Worth(
            severity, *_share_and_money(oracle, identity), is_account_wide, _held_until(oracle, identity)
        )
        for identity, (severity, is_account_wide) in account_findings(oracle).items()
    }


def _share_and_money(oracle: Oracle, found: Identity) -> tuple[float, Money]:
    if found.kind == "NO_JOINT_EVENT":
        return 0.0, {}
    if found.kind == "MISSING_STAGE":
        share = oracle.policy.stage_weights[found.stage or ""]
        return share, money_of(oracle.amount(share, found.opportunity))
    if found.kind == "CHOKE_POINT":
        return _choke_point(oracle, found)
    people = _people(oracle, found)
    return oracle.largest_share(people), value_of(oracle, people)


def _held_until(oracle: Oracle, found: Identity) -> str | None:
    if found.kind not in ("SINGLE_HELD", "SINGLE_HELD_KEY_PERSON"):
        return None
    (holder,) = oracle.holders[found.subject]
    return oracle.leaving.get(holder)


def _choke_point(oracle: Oracle, found: Identity) -> tuple[float, Money]:
    """Of the opportunity, whichever company of the account shows it."""
    for company in sorted(oracle.account_companies):
        for point in choke_points(replace(oracle, company=company)):
            if (point.point, point.opportunity) == (found.subject, found.opportunity):
                return point.exposure, point.value_at_risk
    raise LookupError(found)


def _people(oracle: Oracle, found: Identity) -> list[str]:
    if found.kind in _OF_LINES:
        return people_of_line(replace(oracle, company=found.company), found.subject)
    if found.kind == "UNCOVERED_DEPARTMENT":
        return people_of_department(replace(oracle, company=oracle.account), found.subject)
    return [found.subject]
