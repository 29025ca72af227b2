"""Causes: the findings of one account about one subject (Every finding, second edition)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.model.words import SEVERITY_ORDER
from tests.oracle.account_findings import Identity
from tests.oracle.money import Exchange, Money, largest
from tests.oracle.orders import Place, are_alike, in_order, place
from tests.oracle.worths import Worth

KINDS = (
    *("SINGLE_HELD", "CHOKE_POINT"),
    *("UNCOVERED_LINE", "LINE_BELOW_TARGET", "UNCOVERED_DEPARTMENT"),
    *("UNCOVERED_KEY_PERSON", "SINGLE_HELD_KEY_PERSON", "SILENT_KEY_PERSON", "TRUST_BELOW_TARGET"),
    *("MISSING_STAGE", "UNKNOWN_STANCE", "LEVEL_UNMATCHED", "FUNCTION_UNMATCHED"),
    *("NO_JOINT_EVENT", "SUCCESSORS_UNCOVERED"),
)
"""In the order of the sections, and of the table in section 7."""

_KIND_OF_SUBJECT = {
    "UNCOVERED_LINE": "LINE",
    "LINE_BELOW_TARGET": "LINE",
    "FUNCTION_UNMATCHED": "LINE",
    "UNCOVERED_DEPARTMENT": "DEPARTMENT",
    "MISSING_STAGE": "STAGE",
    "NO_JOINT_EVENT": "COMPANY",
}
"""Everything else is about a person, of theirs or of ours."""


class Subject(NamedTuple):
    """What findings are about: its kind, its key, of a stage the stage, of a line its company."""

    kind: str
    key: str
    stage: str | None = None
    company: str | None = None


class Cause(NamedTuple):
    """The findings about one subject together; of money that nobody can compare, `moneys` has all that it may be.

    `worst` are those that say what to do: of those that come first in a list the first kind; there may be several.
    """

    subject: Subject
    severity: str
    share: float
    moneys: list[Money]
    worst: set[Identity]
    findings: set[Identity]


def subject_of(found: Identity) -> Subject:
    """Of a single-held relationship the contact, of a choke point the point, of a gap what has it."""
    kind = _KIND_OF_SUBJECT.get(found.kind, "PERSON")
    return Subject(kind, found.subject, found.stage, found.company if kind == "LINE" else None)


def causes(exchange: Exchange, findings: Mapping[Identity, Worth]) -> dict[Subject, Cause]:
    """The causes of one account's findings, of all or of those that an answer is about."""
    groups: dict[Subject, dict[Identity, Worth]] = {}
    for found, worth in findings.items():
        groups.setdefault(subject_of(found), {})[found] = worth
    return {subject: _cause(exchange, subject, those) for subject, those in groups.items()}


def _cause(exchange: Exchange, subject: Subject, those: Mapping[Identity, Worth]) -> Cause:
    places = {found: place(exchange, each.severity, each.share, each.money, ()) for found, each in those.items()}
    first = in_order(places.values())[0]
    worst = {found for found, its_place in places.items() if are_alike(first, its_place)}
    first_kind = min((found.kind for found in worst), key=KINDS.index)
    return Cause(
        subject,
        max((each.severity for each in those.values()), key=lambda each: SEVERITY_ORDER[each]),
        max(each.share for each in those.values()),
        largest(exchange, [each.money for each in those.values()]),
        {found for found in worst if found.kind == first_kind},
        set(those),
    )


def of_cause(exchange: Exchange, account: str, cause: Cause) -> Place:
    """Of a cause in a list over all accounts; two stages of one opportunity go by the stage."""
    keys = (account, cause.subject.key, cause.subject.stage or "")
    return place(exchange, cause.severity, cause.share, cause.moneys[0], keys)
