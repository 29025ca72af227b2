"""Names in the place of keys among a question's variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLField

from api.commands.asking.options import options_of
from api.commands.naming import key_of_typed
from api.types.key_arguments import kind_of_keys
from graph.store import GraphStore
from graph.viewer import Viewer


async def with_keys(
    question: GraphQLField, store: GraphStore, viewer: Viewer, variables: Mapping[str, Any]
) -> dict[str, Any]:
    """The variables with the key of whatever is named; raises what `key_of_typed` does."""
    keyed = dict(variables)
    for option in options_of(question):
        kind = kind_of_keys(option.found)
        given = keyed.get(option.argument)
        if kind is None or given is None:
            continue
        if option.field is None:
            keys = [
                await key_of_typed(store, viewer, kind, typed)
                for typed in ([given] if isinstance(given, str) else given)
            ]
            keyed[option.argument] = keys[0] if isinstance(given, str) else keys
        elif given.get(option.field) is not None:
            key = await key_of_typed(store, viewer, kind, given[option.field])
            keyed[option.argument] = {**given, option.field: key}
    return keyed
