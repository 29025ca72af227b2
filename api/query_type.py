"""The Query type: lookups by key, and one field for each question of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import strawberry
from strawberry.tools import create_type
from strawberry.types.base import get_object_definition
from strawberry.types.field import StrawberryField

from api.graphql.fields import field_of
from api.resolvers import lookups
from api.resolvers.exposure_by_employee import exposure_by_employee
from api.resolvers.findings import finding, findings
from api.resolvers.handovers import handovers
from api.resolvers.policy import policy, policy_versions
from api.resolvers.portfolio import portfolio
from api.resolvers.posture import posture
from api.resolvers.rates import rates
from api.resolvers.single_points_of_failure import single_points_of_failure
from api.types.exposure_by_employee import ExposureConnection
from api.types.findings import Finding, FindingConnection
from api.types.handovers import ExecutedHandover
from api.types.lookups import CompanyConnection, SearchHit
from api.types.nodes import Company, Opportunity, Person
from api.types.policy import Policy, PolicyVersion
from api.types.portfolio import PortfolioConnection
from api.types.posture import PostureDay
from api.types.rates import Rate
from api.types.single_points_of_failure import SinglePointConnection
from queries.catalogue import QUESTIONS
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE


def _field(resolver: Callable[..., Any], description: str) -> Any:
    return strawberry.field(resolver=resolver, description=description)


@strawberry.type
class _Recorded:
    """What is recorded, by key and in lists."""

    company: Company | None = _field(lookups.company, "The company of that key; null when there is none.")
    companies: CompanyConnection = _field(lookups.companies, "Companies by name, in pages.")
    person: Person | None = _field(lookups.person, "The person of that key; null when there is none.")
    opportunity: Opportunity | None = _field(
        lookups.opportunity, "The opportunity of that key; null when there is none."
    )
    search: list[SearchHit] = _field(
        lookups.search,
        "Companies, departments, people and opportunities that hold every word of the text, in any order: as part "
        "of a name, key, title or e-mail, or of the pinyin or its initials. Case, width and accents make no "
        "difference. Nearest first.",
    )
    policy: Policy = _field(policy, "The numbers that the analyses compare with, and where each comes from.")
    policy_versions: list[PolicyVersion] = _field(
        policy_versions, "Who changed which numbers of the policy, when and why; the first change first."
    )
    rates: list[Rate] = _field(
        rates,
        "The dated exchange rates into the policy's base currency, by currency and day. On a day the latest one "
        "that is not after it holds, before the first one the undated rate of the policy.",
    )


@strawberry.type
class _Listed:
    """Questions whose fields are written by hand."""

    single_points_of_failure: SinglePointConnection = _field(
        single_points_of_failure,
        f"{SINGLE_POINTS_OF_FAILURE.sentence} The worst first: severity, then exposure, then money at risk; "
        "in pages.",
    )


@strawberry.type
class _Kept:
    """What is kept of all accounts."""

    portfolio: PortfolioConnection = _field(
        portfolio,
        "Which accounts are at risk, and how much of what they are worth to us? From what was found when each was "
        "last computed, in pages.",
    )
    exposure_by_employee: ExposureConnection = _field(
        exposure_by_employee,
        "How much of our accounts hangs on each of our people alone? A risk of the accounts, not a rating of "
        "anyone.",
    )
    findings: FindingConnection = _field(
        findings,
        "What was found in all accounts, by every question, with who takes care of it: the worst first, or as "
        "`orderBy` says, in pages.",
    )
    finding: Finding | None = _field(finding, "The finding of that id; null when nothing of that id is found now.")
    posture: list[PostureDay] = _field(
        posture,
        "Where an account stood, day by day, as it was computed then; days without a computation are not there.",
    )
    handovers: list[ExecutedHandover] = _field(
        handovers, "What one of our people handed over, in the order in which it was carried out."
    )


def _fields_of(written: type[Any]) -> list[StrawberryField]:
    return list(get_object_definition(written, strict=True).fields)


def _questions() -> Iterator[StrawberryField]:
    by_hand = {field.python_name: field for field in _fields_of(_Listed)}
    for question in QUESTIONS:
        yield by_hand.get(question.name) or field_of(question)


Query = create_type(
    "Query", [*_fields_of(_Recorded), *_questions(), *_fields_of(_Kept)], description="What can be asked."
)
"""The root of all queries."""
