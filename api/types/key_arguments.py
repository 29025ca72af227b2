"""Of which kind the nodes are whose keys an argument or a field of a filter takes, said where it is declared."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLArgument, GraphQLInputField
from strawberry.schema.schema_converter import GraphQLCoreConverter

from graph.model.words import NodeKind

_KEY_OF = "key_of"


def key_of(kind: NodeKind) -> dict[str, Any]:
    """The metadata of an argument or field that takes keys of that kind."""
    return {_KEY_OF: kind}


def kind_of_keys(found: GraphQLArgument | GraphQLInputField) -> NodeKind | None:
    """The kind of the nodes whose keys it takes; None for what takes no keys."""
    declared = found.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    kind: NodeKind | None = getattr(declared, "metadata", {}).get(_KEY_OF)
    return kind
