"""Findings as they are kept with a posture, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any

import orjson

from graph.model.words import SEVERITY_ORDER, Severity
from graph.posture import FindingFilter, KeptFinding
from queries.account_findings import Finding
from queries.causes import Cause, cause_of
from queries.evidence import KeptEvidence
from queries.finding_kinds import SinglePointKind
from queries.finding_order import by_money
from queries.money import Amount, MoneyAtRisk
from queries.page_cursor import to_cursor
from queries.single_points_of_failure import (
    LIST_NAME,
    SinglePoint,
    SinglePointEdge,
    SinglePointPage,
    SinglePointsOfFailureParams,
    less_severe_count,
    rank_after,
    wanted,
)
from queries.subject import Subject

_NAMES = tuple(field.name for field in fields(Finding))
_LINES_OF_WORST = 3


def kept(found: Finding, cause: Cause) -> KeptFinding:
    """The finding as it is kept: the whole of it as text, its cause, and the places of both among all others."""
    return KeptFinding(
        id=found.id,
        account=found.account,
        company=found.company,
        is_account_wide=found.is_account_wide,
        kind=found.kind,
        severity=found.severity,
        employee=found.employee,
        opportunity=found.opportunity,
        rank=found.rank,
        money_rank=by_money(found.money, found.rank),
        cause=cause.id,
        cause_rank=cause.rank,
        cause_money_rank=by_money(cause.money, cause.rank),
        content=_content(found, cause),
    )


def finding_of(content: str) -> Finding:
    """The finding that is kept as that content."""
    own, *others = content.split("\n")
    said: dict[str, Any] = orjson.loads(own)
    # Kept before evidence stood apart, it is in the first line.
    evidence = others[0] if others else orjson.dumps(said["evidence"]).decode()
    until = said.get("held_until")
    said |= {
        "subject": Subject(**said["subject"]),
        "targets": tuple(said["targets"]),
        "money": _money(said["money"]),
        "evidence": KeptEvidence(evidence),
        "held_until": None if until is None else date.fromisoformat(until),
    }
    return Finding(**said)


@dataclass(frozen=True, slots=True)
class KeptCause:
    """What all findings of a cause say together, as `queries.causes.Cause`; `worst` is the place of the worst."""

    severity: str
    share: float | None
    money: MoneyAtRisk
    worst: int


def cause_of_kept(findings: Sequence[KeptFinding]) -> KeptCause:
    """The cause of kept findings that have the same one, all of them, in the order of findings.

    It is kept with the worst of them. Cost: that of reading one finding, however many there are.
    """
    for number, finding in enumerate(findings):
        _, *others = finding.content.split("\n")
        if len(others) == _LINES_OF_WORST - 1:
            said = orjson.loads(others[-1])
            return KeptCause(findings[0].severity, said["share"], _money(said["money"]), number)
    found = [finding_of(finding.content) for finding in findings]  # kept before causes stood beside them
    cause = cause_of(found)
    return KeptCause(cause.severity, cause.share, cause.money, found.index(cause.findings[0]))


def single_point_of(content: str) -> SinglePoint:
    """The single point of failure that is kept as that content."""
    found = finding_of(content)
    return SinglePoint(
        id=found.id,
        kind=SinglePointKind(found.kind),
        point=found.subject.key if found.employee is None else found.employee,
        is_point_employee=found.employee is not None,
        company=found.company,
        account=found.account,
        opportunity=found.opportunity,
        targets=found.targets,
        exposure=found.share or 0.0,
        money=found.money,
        severity=found.severity,
        summary=found.summary,
        evidence=found.evidence,
        action=found.action,
        held_until=found.held_until,
    )


def kept_filter(params: SinglePointsOfFailureParams, live_accounts: Sequence[str]) -> FindingFilter:
    """Which kept findings those of the parameters are, but for the accounts that are answered live."""
    least = SEVERITY_ORDER[Severity(params.min_severity or Severity.LOW)]
    return FindingFilter(
        without_accounts=tuple(live_accounts),
        kinds=tuple(SinglePointKind) if params.kind is None else (params.kind,),
        severities=() if least == 0 else tuple(name for name in Severity if SEVERITY_ORDER[name] >= least),
    )


def kept_and_live_page(
    kept_after: Sequence[KeptFinding],
    kept_count: int,
    kept_less_severe_count: int,
    live: Sequence[tuple[SinglePoint, ...]],
    params: SinglePointsOfFailureParams,
    stale_account_count: int,
) -> SinglePointPage:
    """The page out of kept findings and those of the accounts that were answered live, as one list.

    `kept_after` are the kept ones behind the cursor, one more than the page has if there are so many, `kept_count`
    all of them, `kept_less_severe_count` those left out for their severity alone.
    """
    live_findings = wanted(live, params)
    after = rank_after(params)
    start = 0 if after is None else bisect_right(live_findings, after, key=attrgetter("rank"))
    behind = [*(single_point_of(found.content) for found in kept_after), *live_findings[start:]]
    page = sorted(behind, key=attrgetter("rank"))[: params.first]
    return SinglePointPage(
        edges=tuple(SinglePointEdge(to_cursor(LIST_NAME, found.rank), found) for found in page),
        has_next_page=len(behind) > len(page),
        has_previous_page=params.after is not None,
        total_count=kept_count + len(live_findings),
        policy_version=params.policy_version,
        less_severe_count=kept_less_severe_count + less_severe_count(live, params),
        stale_account_count=stale_account_count,
    )


def _content(found: Finding, cause: Cause) -> str:
    """The finding as a line of JSON, and its evidence as another: it is read only when asked for.

    Of the worst finding of a cause a third line is what the cause is worth.
    """
    own = {name: getattr(found, name) for name in _NAMES if name != "evidence"}
    lines = [orjson.dumps(own).decode(), KeptEvidence.of(found.evidence).text]
    if found.id == cause.findings[0].id:
        lines.append(orjson.dumps({"share": cause.share, "money": cause.money}).decode())
    return "\n".join(lines)


def _money(said: dict[str, Any]) -> MoneyAtRisk:
    rates_on = said.get("rates_on")  # findings that were kept before there were dated rates do not say it
    said |= {
        "amounts": tuple([Amount(**amount) for amount in said["amounts"]]),
        "rates_on": None if rates_on is None else date.fromisoformat(rates_on),
    }
    return MoneyAtRisk(**said)
