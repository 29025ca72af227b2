"""The GraphQL schema: what can be asked and changed, checked before it runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

import strawberry
from graphql import DocumentNode, GraphQLError, OperationDefinitionNode, parse
from strawberry.extensions import SchemaExtension, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.errors import DocumentRefused
from api.limits import Limits, check_document
from api.mutation_type import mutation_type
from api.query_type import Query
from api.suggesting import SuggestingExtension
from api.types.scalars import DATE
from graph.messages.told import Told

_DOCUMENTS_KEPT = 256


class Schema(strawberry.Schema):
    """Strawberry's schema without its log of errors: they may quote data. `api.errors` logs what is unexpected."""

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Leaves the log alone."""


def make_schema(limits: Limits) -> Schema:
    """The schema, with documents parsed once, counted against the limits and validated before they run."""

    class BoundedDocument(SchemaExtension):
        """Parses with a cache, and counts before validation, whose cost is not linear."""

        def on_parse(self) -> Iterator[None]:
            context = self.execution_context
            context.graphql_document = _bounded(context, limits)
            yield

    return Schema(
        query=Query,
        mutation=mutation_type(),
        extensions=[BoundedDocument, SuggestingExtension, lambda: ValidationCache(maxsize=_DOCUMENTS_KEPT)],
        config=StrawberryConfig(scalar_map={date: DATE}, disable_field_suggestions=True),
    )


def _bounded(context: ExecutionContext, limits: Limits) -> DocumentNode:
    text = context.query or ""
    if len(text) > limits.document_characters:
        raise DocumentRefused(
            Told(
                f"the document has {len(text)} characters; the limit is {limits.document_characters}",
                f"查询文档有 {len(text)} 个字符；上限为 {limits.document_characters}",
            )
        )
    try:
        document = _parsed(text, limits.tokens)
        _require_one_operation(document, context.operation_name)
        check_document(context.schema._schema, document, context.variables, limits)
    except RecursionError:
        raise DocumentRefused(
            Told(
                f"the document is nested too deeply; the limit is {limits.depth}",
                f"查询文档嵌套过深；上限为 {limits.depth}",
            )
        ) from None
    return document


def _require_one_operation(document: DocumentNode, name: str | None) -> None:
    """DocumentRefused when it is not said which of several to run (GetOperation of the specification).

    Strawberry would run the first one.
    """
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if name is None and len(operations) > 1:
        raise DocumentRefused(
            Told(
                f"the document has {len(operations)} operations: `operationName` must say which of them to run",
                f"查询文档有 {len(operations)} 个操作：`operationName` 须说明执行哪一个",
            )
        )


@lru_cache(maxsize=_DOCUMENTS_KEPT)
def _parsed(text: str, tokens: int) -> DocumentNode:
    return parse(text, max_lexical_tokens=tokens, max_comments=tokens)


schema = make_schema(Limits())
"""The schema with the limits that the service runs with."""
