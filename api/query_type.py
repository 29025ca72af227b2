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
from api.resolvers.findings import finding, findings
from api.resolvers.single_points_of_failure import single_points_of_failure
from api.types.findings import Finding, FindingConnection
from api.types.nodes import Company, Opportunity, Person
from api.types.single_points_of_failure import SinglePointConnection
from queries.catalogue import KEPT, QUESTIONS, RECORDED
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE


def _field(resolver: Callable[..., Any], description: str) -> Any:
    return strawberry.field(resolver=resolver, description=description)


@strawberry.type
class _ByKey:
    """Nodes by their keys."""

    company: Company | None = _field(lookups.company, "The company of that key; null when there is none.")
    person: Person | None = _field(lookups.person, "The person of that key; null when there is none.")
    opportunity: Opportunity | None = _field(
        lookups.opportunity, "The opportunity of that key; null when there is none."
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

    findings: FindingConnection = _field(
        findings,
        "What was found in all accounts, by every question, with who takes care of it: the worst first, or as "
        "`orderBy` says, in pages.",
    )
    finding: Finding | None = _field(finding, "The finding of that id; null when nothing of that id is found now.")


def _fields_of(written: type[Any]) -> list[StrawberryField]:
    return list(get_object_definition(written, strict=True).fields)


def _fields() -> Iterator[StrawberryField]:
    company, *lookups = _fields_of(_ByKey)
    companies, *recorded = map(field_of, RECORDED)
    yield from (company, companies, *lookups, *recorded)
    by_hand = {field.python_name: field for field in _fields_of(_Listed)}
    yield from (by_hand.get(question.name) or field_of(question) for question in QUESTIONS)
    portfolio, exposure, *kept = map(field_of, KEPT)
    yield from (portfolio, exposure, *_fields_of(_Kept), *kept)


Query = create_type("Query", list(_fields()), description="What can be asked.")
"""The root of all queries."""
