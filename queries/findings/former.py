"""Findings as they were kept before, with sentences in English: shown until their account is computed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from graph.messages.message import Message
from queries.findings.evidence import Evidence, EvidenceEdge, Figure
from queries.findings.finding import Finding
from queries.findings.subject import Subject
from queries.money import Amount, MoneyAtRisk


@dataclass(frozen=True, kw_only=True)
class AsKept(
    Message,
    key="as-kept",
    english="{ $summary }\n.action = { $action }",
    chinese="{ $summary }\n.action = { $action }",
):
    """The sentences that were kept with a finding."""

    summary: str
    action: str


def is_former(content: str) -> bool:
    """Whether it was kept so."""
    return content.startswith("{")


def former_finding(content: str) -> Finding:
    """The finding of a line of JSON, and its evidence of another one (or of the first, which once had it all)."""
    own, *others = content.split("\n")
    said: dict[str, Any] = orjson.loads(own)
    evidence: dict[str, Any] = orjson.loads(others[0]) if others else said["evidence"]
    until = said.get("held_until")
    return Finding(
        id=said["id"],
        kind=said["kind"],
        severity=said["severity"],
        said=AsKept(summary=said["summary"], action=said["action"]),
        subject=Subject(**said["subject"]),
        account=said["account"],
        company=said["company"],
        is_account_wide=said["is_account_wide"],
        employee=said["employee"],
        opportunity=said["opportunity"],
        stage=said["stage"],
        targets=tuple(said["targets"]),
        share=said["share"],
        money=_money(said["money"]),
        evidence=Evidence(
            people=tuple(evidence["people"]),
            edges=tuple(EvidenceEdge(*_values(edge)) for edge in evidence["edges"]),
            figures=tuple(Figure(*_values(figure)) for figure in evidence["figures"]),
            policy=tuple(Figure(*_values(figure)) for figure in evidence["policy"]),
        ),
        held_until=None if until is None else date.fromisoformat(until),
    )


def _values(said: dict[str, Any] | list[Any]) -> list[Any]:
    return list(said.values()) if isinstance(said, dict) else said


def _money(said: dict[str, Any]) -> MoneyAtRisk:
    rates_on = said.get("rates_on")  # findings that were kept before there were dated rates do not say it
    return MoneyAtRisk(
        value=said["value"],
        currency=said["currency"],
        amounts=tuple(Amount(**amount) for amount in said["amounts"]),
        is_in_base_currency=said["is_in_base_currency"],
        rates_on=None if rates_on is None else date.fromisoformat(rates_on),
    )
