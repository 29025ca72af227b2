"""Findings as they are kept with a posture, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import orjson

from graph.messages.data import from_data, to_data
from graph.posture import KeptFinding
from queries.findings.causes import Cause, cause_of
from queries.findings.evidence import Evidence, EvidenceEdge, Figure, KeptEvidence
from queries.findings.finding import Finding
from queries.findings.former import former_finding, is_former
from queries.findings.legend import Entry, Legend, entries_of
from queries.findings.order import money_worth, worth
from queries.findings.subject import Subject
from queries.money import Amount, MoneyAtRisk

_ITS_OWN = 1
"""What a cause is worth when that is what its worst finding is worth."""
_EXACT = 2**53


class _Content(NamedTuple):
    """What the columns do not say of a finding. Numbers stand for `keys`, or for entries of the legend.

    `people` are those of the evidence, or how many of the keys from the first on; `edges` are kind, source, target
    and strength, one after the other, `figures` name and value (null is the share); `money` is what `_packed`
    makes. `cause` is of the worst finding of a cause only: the share and money of the cause, or 1 for its own.
    """

    subject_kind: int
    subject_name: str | None
    keys: list[str]
    people: int | list[int]
    targets: list[int]
    edges: list[Any]
    figures: list[Any]
    policy: list[int]
    share: float | None
    money: list[Any]
    held_until: str | None
    said: list[Any]
    cause: Any


def kept(found: Finding, cause: Cause, legend: Legend) -> KeptFinding:
    """The finding as it is kept: its words and the policy that it was compared with go into the legend."""
    return KeptFinding(
        id=found.id,
        account=found.account,
        company=found.company,
        is_account_wide=found.is_account_wide,
        kind=found.kind,
        severity=found.severity,
        employee=found.employee,
        opportunity=found.opportunity,
        subject=found.subject.key,
        stage=found.stage or "",
        worth=worth(found.severity, found.share),
        money_worth=money_worth(found.money),
        cause=cause.id,
        cause_worth=worth(cause.severity, cause.share),
        cause_money_worth=money_worth(cause.money),
        content=orjson.dumps(tuple(_content(found, cause, legend))).decode(),
    )


def finding_of(row: KeptFinding) -> Finding:
    """The finding that is kept as that row."""
    if is_former(row.content):
        return former_finding(row.content)
    content, entries = _Content(*orjson.loads(row.content)), entries_of(row.legend)
    key, *parameters = content.said
    return Finding(
        id=row.id,
        kind=row.kind,
        severity=row.severity,
        said=from_data([entries[key], *parameters]),
        subject=Subject(str(entries[content.subject_kind]), row.subject, content.subject_name),
        account=row.account,
        company=row.company,
        is_account_wide=row.is_account_wide,
        employee=row.employee,
        opportunity=row.opportunity,
        stage=row.stage or None,
        targets=tuple([content.keys[number] for number in content.targets]),
        share=content.share,
        money=_money(content.money, entries),
        evidence=KeptEvidence(lambda: _evidence(content, entries)),
        held_until=None if content.held_until is None else date.fromisoformat(content.held_until),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCause:
    """What all findings of a cause say together, as `queries.findings.causes.Cause`; `worst` is the place of the
    worst."""

    severity: str
    share: float | None
    money: MoneyAtRisk
    worst: int


def cause_of_kept(findings: Sequence[KeptFinding]) -> KeptCause:
    """The cause of kept findings that have the same one, all of them, in the order of findings.

    It is kept with the worst of them. Cost: that of reading one finding, however many there are.
    """
    for number, row in enumerate(findings):
        if not is_former(row.content):
            content = _Content(*orjson.loads(row.content))
            if content.cause is not None:
                is_its_own = content.cause == _ITS_OWN
                share, money = (content.share, content.money) if is_its_own else content.cause
                return KeptCause(
                    severity=findings[0].severity,
                    share=share,
                    money=_money(money, entries_of(row.legend)),
                    worst=number,
                )
    found = [finding_of(row) for row in findings]  # as former versions kept them
    cause = cause_of(found)
    worst = found.index(cause.findings[0])
    return KeptCause(severity=cause.severity, share=cause.share, money=cause.money, worst=worst)


def _content(found: Finding, cause: Cause, legend: Legend) -> _Content:
    evidence = found.evidence
    keys: dict[str, int] = {}

    def number(key: str) -> int:
        return keys.setdefault(key, len(keys))

    def value_of(figure: Figure) -> float | None:
        return None if figure.value == found.share else _shortest(figure.value)

    people = [number(key) for key in evidence.people]
    key, *parameters = to_data(found.said)
    is_worst = found.id == cause.findings[0].id
    is_its_own = (found.share, found.money) == (cause.share, cause.money)
    return _Content(
        subject_kind=legend.number(found.subject.kind),
        subject_name=found.subject.name,
        people=len(people) if people == list(range(len(people))) else people,
        targets=[number(key) for key in found.targets],
        edges=[
            part
            for edge in evidence.edges
            for part in (legend.number(edge.kind), number(edge.source), number(edge.target), edge.strength)
        ],
        figures=[part for figure in evidence.figures for part in (legend.number(figure.name), value_of(figure))],
        policy=[legend.number(figure) for figure in evidence.policy],
        share=found.share,
        money=_packed(found.money, legend),
        held_until=None if found.held_until is None else found.held_until.isoformat(),
        said=[legend.number(key), *parameters],
        cause=None if not is_worst else _ITS_OWN if is_its_own else [cause.share, _packed(cause.money, legend)],
        keys=list(keys),
    )


def _evidence(content: _Content, entries: Sequence[Entry]) -> Evidence:
    keys = content.keys
    people = range(content.people) if isinstance(content.people, int) else content.people
    edges, named = iter(content.edges), iter(content.figures)
    return Evidence(
        people=tuple([keys[number] for number in people]),
        edges=tuple(
            [
                EvidenceEdge(kind=str(entries[kind]), source=keys[source], target=keys[target], strength=strength)
                for kind, source, target, strength in zip(edges, edges, edges, edges, strict=True)
            ]
        ),
        figures=tuple(
            [
                Figure(str(entries[name]), float((content.share or 0.0) if value is None else value))
                for name, value in zip(named, named, strict=True)
            ]
        ),
        policy=tuple([entry for number in content.policy if isinstance(entry := entries[number], Figure)]),
    )


def _packed(money: MoneyAtRisk, legend: Legend) -> list[Any]:
    """Currency and value of each amount, then what they are together, where a single amount does not say it."""
    amounts = [part for one in money.amounts for part in (_currency(one.currency, legend), one.value)]
    if money == _alone(money.amounts):
        return amounts
    rates_on = None if money.rates_on is None else money.rates_on.isoformat()
    total = [money.value, _currency(money.currency, legend), int(money.is_in_base_currency), rates_on]
    return [*amounts, total]


def _money(packed: list[Any], entries: Sequence[Entry]) -> MoneyAtRisk:
    total = packed[-1] if packed and isinstance(packed[-1], list) else None
    parts = iter(packed if total is None else packed[:-1])
    amounts = tuple(
        [Amount(_named(currency, entries), float(value)) for currency, value in zip(parts, parts, strict=True)]
    )
    if total is None:
        return _alone(amounts)
    value, currency, is_in_base_currency, rates_on = total
    return MoneyAtRisk(
        value=value,
        currency=_named(currency, entries),
        amounts=amounts,
        is_in_base_currency=bool(is_in_base_currency),
        rates_on=None if rates_on is None else date.fromisoformat(rates_on),
    )


def _alone(amounts: Sequence[Amount]) -> MoneyAtRisk:
    """What money is by its amounts alone: that of the only one; else it is not known."""
    if len(amounts) == 1:
        return MoneyAtRisk(value=amounts[0].value, currency=amounts[0].currency, amounts=tuple(amounts))
    return MoneyAtRisk(value=None, currency=None, amounts=tuple(amounts))


def _currency(name: str | None, legend: Legend) -> int | None:
    return None if name is None else legend.number(name)


def _named(number: int | None, entries: Sequence[Entry]) -> str | None:
    return None if number is None else str(entries[number])


def _shortest(value: float) -> float:
    """The same number in as few digits as there are: 4 for 4.0."""
    return int(value) if value.is_integer() and abs(value) < _EXACT else value
