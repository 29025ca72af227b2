"""Arguments that many fields have, and what they become."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, TypeAlias

import strawberry

from api.context import Context
from api.limits import POLICY_CHANGES_LIMIT
from api.types.key_arguments import key_of
from api.types.policy import PolicyChangeInput
from graph.errors import QuestionRejected
from graph.model.words import NodeKind
from graph.policy_book import PolicyChange

Info: TypeAlias = strawberry.Info[Context, None]

AsOf = Annotated[date | None, strawberry.argument(description="The day that is asked about; today when left out.")]
After = Annotated[str | None, strawberry.argument(description="Cursor of the edge to go on behind.")]
CompanyKey = Annotated[
    strawberry.ID,
    strawberry.argument(
        name="company", description="Key of the company, any of an account.", metadata=key_of(NodeKind.COMPANY)
    ),
]
WhatIf = Annotated[
    list[PolicyChangeInput] | None,
    strawberry.argument(
        description="What if: numbers of the policy for this answer alone, whatever the customer's grade."
    ),
]


NUMBER_OR_WORD = "expected a value or a text, not both"


def is_number_and_word(change: PolicyChangeInput) -> bool:
    """Whether it says both, and so nothing."""
    return change.value is not None and change.text is not None


def policy_changes(given: Sequence[PolicyChangeInput] | None) -> tuple[PolicyChange, ...]:
    """The numbers to go by. QuestionRejected for too many, or one that is both a number and a word."""
    given = given or ()
    if len(given) > POLICY_CHANGES_LIMIT:
        raise QuestionRejected(f"policy: {len(given)} changes: expected at most {POLICY_CHANGES_LIMIT}")
    for change in given:
        if is_number_and_word(change):
            raise QuestionRejected(f"policy: {change.name}: {NUMBER_OR_WORD}")
    return tuple(
        PolicyChange(change.name, change.member, change.text if change.value is None else change.value)
        for change in given
    )
