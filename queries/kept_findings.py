"""Findings as they are kept with a posture, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import orjson

from graph.posture import FindingFilter, KeptFinding
from graph.vocabulary import SEVERITY_ORDER, Severity
from queries.account_findings import Finding
from queries.algorithms.rank_text import rank_text
from queries.evidence import Evidence, EvidenceEdge, Figure
from queries.money import Amount, MoneyAtRisk
from queries.single_points_of_failure import (
    SinglePoint,
    SinglePointEdge,
    SinglePointKind,
    SinglePointPage,
    SinglePointsOfFailureParams,
    from_cursor,
    rank,
    to_cursor,
    wanted,
)
from queries.subject import Subject

_NAMES = tuple(field.name for field in fields(Finding))


def kept(found: Finding) -> KeptFinding:
    """The finding as it is kept: the whole of it as JSON, and its place among all findings of all accounts."""
    return KeptFinding(
        id=found.id,
        account=found.account,
        company=found.company,
        is_account_wide=found.is_account_wide,
        kind=found.kind,
        severity=found.severity,
        employee=found.employee,
        opportunity=found.opportunity,
        rank=finding_rank(found),
        content=_content(found),
    )


def finding_rank(found: Finding) -> str:
    """Most money at risk first, then the largest share, then keys, the id and the account.

    Single points of failure are in the order that their own question tells them in.
    """
    group, currency, amount = found.money.rank
    place = _hangs_on(found), found.opportunity or "", found.targets[0] if found.targets else found.stage or ""
    share = -round(found.share or 0.0, 12)
    return rank_text(group, currency, round(amount, 6), share, *place, len(found.targets), found.id, found.account)


def _hangs_on(found: Finding) -> str:
    """Of a single-held relationship the employee, whom its own question goes by; else the subject."""
    if found.kind == SinglePointKind.SINGLE_HELD and found.employee is not None:
        return found.employee
    return found.subject.key


def finding_of(content: str) -> Finding:
    """The finding that is kept as that content."""
    said: dict[str, Any] = orjson.loads(content)
    return Finding(
        **{
            **said,
            "subject": Subject(**said["subject"]),
            "targets": tuple(said["targets"]),
            "money": _money(said["money"]),
            "evidence": _evidence(said["evidence"]),
        }
    )


def single_point_of(content: str) -> SinglePoint:
    """The single point of failure that is kept as that content."""
    found = finding_of(content)
    return SinglePoint(
        id=found.id,
        kind=SinglePointKind(found.kind),
        point=_hangs_on(found),
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
    )


def kept_filter(params: SinglePointsOfFailureParams, live_accounts: Sequence[str]) -> FindingFilter:
    """Which kept findings those of the parameters are, but for the accounts that are answered live."""
    least = SEVERITY_ORDER[Severity(params.min_severity or Severity.LOW)]
    return FindingFilter(
        without_accounts=tuple(live_accounts),
        kinds=tuple(SinglePointKind) if params.kind is None else (params.kind,),
        severities=() if least == 0 else tuple(name for name in Severity if SEVERITY_ORDER[name] >= least),
    )


def kept_rank_after(params: SinglePointsOfFailureParams) -> str | None:
    """The rank of kept findings that the page goes on behind; QuestionRejected for a bad cursor."""
    return None if params.after is None else rank_text(*from_cursor(params.after))


def kept_and_live_page(
    kept_after: Sequence[KeptFinding],
    kept_count: int,
    live: Sequence[tuple[SinglePoint, ...]],
    params: SinglePointsOfFailureParams,
    stale_account_count: int,
) -> SinglePointPage:
    """The page out of kept findings and those of the accounts that were answered live, as one list.

    `kept_after` are the kept ones behind the cursor, one more than the page has if there are so many, `kept_count`
    all of them.
    """
    live_findings = wanted(live, params)
    start = bisect_right(live_findings, from_cursor(params.after), key=rank) if params.after else 0
    behind = [*(single_point_of(found.content) for found in kept_after), *live_findings[start:]]
    page = sorted(behind, key=rank)[: params.first]
    return SinglePointPage(
        edges=tuple(SinglePointEdge(to_cursor(found), found) for found in page),
        has_next_page=len(behind) > len(page),
        has_previous_page=params.after is not None,
        total_count=kept_count + len(live_findings),
        policy_version=params.policy_version,
        stale_account_count=stale_account_count,
    )


def _content(found: Finding) -> str:
    """The finding as JSON; what there are many of in it, figures and edges, as lists without names."""
    rest = {name: getattr(found, name) for name in _NAMES}
    evidence = found.evidence
    rest["evidence"] = {
        "people": evidence.people,
        "edges": [(edge.kind, edge.source, edge.target, edge.strength) for edge in evidence.edges],
        "figures": [(figure.name, figure.value) for figure in evidence.figures],
        "policy": [(figure.name, figure.value) for figure in evidence.policy],
    }
    return orjson.dumps(rest).decode()


def _money(said: Mapping[str, Any]) -> MoneyAtRisk:
    rates_on = said.get("rates_on")  # findings that were kept before there were dated rates do not say it
    amounts = tuple(Amount(**amount) for amount in said["amounts"])
    return MoneyAtRisk(
        **{**said, "amounts": amounts, "rates_on": None if rates_on is None else date.fromisoformat(rates_on)}
    )


def _evidence(said: Mapping[str, Any]) -> Evidence:
    return Evidence(
        people=tuple(said["people"]),
        edges=tuple(EvidenceEdge(*edge) for edge in said["edges"]),
        figures=tuple(Figure(*figure) for figure in said["figures"]),
        policy=tuple(Figure(*figure) for figure in said["policy"]),
    )
