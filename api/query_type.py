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
from api.types.nodes import Company, Opportunity, Person
from queries.catalogue import KEPT, QUESTIONS, RECORDED


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


def _fields() -> Iterator[StrawberryField]:
    company, *lookups = get_object_definition(_ByKey, strict=True).fields
    companies, *questions = map(field_of, (*RECORDED, *QUESTIONS, *KEPT))
    yield from (company, companies, *lookups, *questions)


Query = create_type("Query", list(_fields()), description="What can be asked.")
"""The root of all queries."""
