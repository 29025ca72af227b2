"""Which questions ask everything of a world: each of accounts, opportunities and people, on three days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.same_answers.bundles import Rows

_OF_A_COMPANY = (
    "powerMap",
    "coverageGaps",
    "repairPlan",
    "organizationMatching",
    "concentration",
    "relationshipIndex",
    "grading",
)
_OF_ALL = ("portfolio", "exposureByEmployee", "findings", "policy", "policyVersions", "companies", "rates")
_LATER = timedelta(days=40)
_EARLIER = timedelta(days=200)
_PAGE = 60
"""Findings in one answer: what a request may cost allows no more of them whole."""
_LOOKUPS = ("company", "companies", "person", "opportunity", "rates")
"""They show what is recorded, and `guanxi ask` has no command for them."""


@dataclass(frozen=True)
class Question:
    """A root field of the schema and its arguments."""

    field: str
    variables: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.field} {dict(self.variables)}"

    def command(self) -> list[str] | None:
        """As it is typed; None when there is no command for it."""
        return None if self.field in _LOOKUPS else ["ask", _hyphened(self.field), *_options(self.variables)]


def questions_of(rows: Rows, today: date, every: int) -> Iterator[Question]:
    """All of them; of people every n-th alone, of opportunities and companies more."""
    side = {row["key"]: row["side"] for row in rows["companies"]}
    customers = [key for key in side if side[key] == "CUSTOMER"][:: max(1, every // 10)]
    deals = [row["key"] for row in rows.get("opportunities", [])][:: max(1, every // 4)]
    people = rows.get("people", [])[::every]
    for field, variables in _asked(customers, deals, people, side, today):
        yield Question(field, variables)


def about_all() -> Iterator[Question]:
    """What is asked of all accounts together, and again after changes."""
    for field in _OF_ALL:
        yield Question(field, {})
    low = {"filter": {"minSeverity": "LOW"}, "first": _PAGE}
    yield Question("findings", {**low, "by": "CAUSE"})
    yield Question("findings", {**low, "orderBy": "VALUE_AT_RISK"})
    yield Question("portfolio", {"orderBy": "VALUE_AT_RISK", "first": 100})


def _asked(
    customers: list[str], deals: list[str], people: list[dict[str, str]], side: dict[str, str], today: date
) -> Iterator[tuple[str, dict[str, Any]]]:
    for day in (today, today - _EARLIER, today + _LATER):
        on = {"asOf": day.isoformat()}
        for company in customers:
            yield from ((question, {"company": company, **on}) for question in _OF_A_COMPANY)
            of = {"company": company, "minSeverity": "LOW"}
            yield "singlePointsOfFailure", {"filter": of, "first": _PAGE, **on}
        for deal in deals:
            for question in ("decisionChain", "powerMap", "repairPlan"):
                yield question, {"opportunity": deal, **on}
    for company in customers:
        yield "company", {"key": company}
        yield "changes", {"company": company, "from": str(today - _EARLIER), "to": str(today)}
        yield "posture", {"company": company}
        yield "findings", {"filter": {"company": company, "minSeverity": "LOW"}, "first": _PAGE}
    for deal in deals:
        yield "opportunity", {"key": deal}
    for row in people:
        yield "person", {"key": row["key"]}
        if row.get("name"):
            yield "search", {"text": row["name"]}
        yield from _of_a_person(row["key"], side[row["company"]] == "SUPPLIER", today)
    for everywhere in about_all():
        yield everywhere.field, dict(everywhere.variables)
    yield "company", {"key": "nobody has this key"}
    yield "coverageGaps", {"company": "nobody has this key"}


def _of_a_person(key: str, is_ours: bool, today: date) -> Iterator[tuple[str, dict[str, Any]]]:
    later = str(today + _LATER)
    if is_ours:
        yield "departureImpact", {"people": [key], "on": later}
        yield "departureImpact", {"teamOf": key, "on": later}
        yield "handoverPlan", {"employee": key, "lastDay": later, "asOf": str(today)}
        yield "handovers", {"employee": key}
    else:
        yield "accessPaths", {"to": key, "asOf": str(today)}
        yield "succession", {"person": key, "asOf": str(today)}
        yield "departureImpact", {"people": [key], "on": str(today)}


def _options(variables: Mapping[str, Any]) -> Iterator[str]:
    for name, value in variables.items():
        if isinstance(value, Mapping):
            yield from _options(value)
        elif name == "text":
            yield str(value)
        else:
            for one in value if isinstance(value, list) else [value]:
                yield from (f"--{_hyphened(name)}", str(one))


def _hyphened(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
