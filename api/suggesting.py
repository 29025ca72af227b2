"""Keys that name nothing, in an answer's errors: with what may have been meant."""

from __future__ import annotations

from collections.abc import AsyncIterator

from strawberry.extensions import SchemaExtension

from graph.errors import NotInGraph
from graph.nearness import with_suggestions

_LOOKED_UP = 5
"""Errors of one answer for which somebody looks."""


class SuggestingExtension(SchemaExtension):
    """Gives the first errors that say NotInGraph the nodes that may be meant."""

    async def on_execute(self) -> AsyncIterator[None]:
        """Looks once all is executed."""
        yield
        result = self.execution_context.result
        errors = list(getattr(result, "errors", None) or ())
        context = self.execution_context.context
        missing = [(error, error.original_error) for error in errors]
        found = [(error, cause) for error, cause in missing if isinstance(cause, NotInGraph)]
        for error, cause in found[:_LOOKED_UP]:
            error.original_error = await with_suggestions(context.store, context.viewer, cause)
