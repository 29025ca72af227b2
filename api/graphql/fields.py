"""The root field of a question, made from what the question declares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import strawberry
from strawberry.types.field import StrawberryField

from api.context import Context
from api.graphql.policy_changes import policy_change
from api.graphql.views import (
    argument_of,
    give_by_hand,
    given_value,
    output_annotation,
    resolved_field,
    show_by_hand,
)
from api.graphql.written_by_hand import WRITTEN_BY_HAND
from api.types.policy import PolicyChangeInput
from graph.model.shown import ShownField
from graph.policy_book import PolicyChange
from queries.question import Question, check_given, parameters_of

give_by_hand(PolicyChange, PolicyChangeInput, policy_change)
for _declared, _written in WRITTEN_BY_HAND.items():
    show_by_hand(_declared, _written)


def field_of(question: Question[Any, Any, Any]) -> StrawberryField:
    """The field: described by the question's own sentence, its arguments the parameters that are shown."""
    parameters = parameters_of(question.params)
    answer = output_annotation(question.answer)
    return resolved_field(
        question.name,
        None,
        answer | None if question.may_be_nothing else answer,
        question.description,
        _resolver(question, parameters),
        [argument_of(one) for one in parameters],
    )


def _resolver(question: Question[Any, Any, Any], parameters: tuple[ShownField, ...]) -> Callable[..., Any]:
    by_name = {one.attribute: one for one in parameters}

    async def resolve(info: strawberry.Info[Context, None], **given: Any) -> Any:
        known = [(by_name[name], value) for name, value in given.items() if value is not None]
        for one, value in known:
            check_given(one, value)
        params = {one.attribute: given_value(one.type, value) for one, value in known}
        return await info.context.asker.ask(info.context.viewer, question, question.params(**params))

    return resolve
