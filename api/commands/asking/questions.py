"""What may be asked, and the operation that asks it: read off the GraphQL schema."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_object_type,
    is_required_argument,
)

from api.schema import schema

CORE = schema._schema
LOOKUPS = frozenset({"company", "companies", "person", "opportunity", "rates"})
"""Root fields that show what is recorded: they are for programs, their types go on without end."""
NODES = frozenset({"Company", "Department", "Person", "Opportunity", "Interaction", "Agreement"})
_SHOWN_OF_NODES = ("key", "name")

WITHOUT_NOISE: Mapping[str, Mapping[str, str]] = {
    "findings": {"by": "CAUSE", "minSeverity": "MODERATE"},
    "single-points-of-failure": {"minSeverity": "MODERATE"},
    "coverage-gaps": {"minSeverity": "MODERATE"},
}
"""What the commands of long lists ask for unless told otherwise; the answers say how many more there are."""


def questions() -> dict[str, GraphQLField]:
    """The root fields that can be asked for, by the name of their command."""
    query = CORE.query_type
    fields = query.fields if query is not None else {}
    return {hyphened(name): field for name, field in fields.items() if name not in LOOKUPS}


def hyphened(name: str) -> str:
    """A GraphQL name as commands and options are written.

    >>> hyphened("singlePointsOfFailure")
    'single-points-of-failure'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def camel(name: str) -> str:
    """The GraphQL name of a command.

    >>> camel("single-points-of-failure")
    'singlePointsOfFailure'
    """
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


def operation(command: str, given: Collection[str]) -> str:
    """The document that asks for everything the question answers; nodes by their key and name.

    Its variables are those arguments of the field that are given, of the same names.
    """
    name, field = camel(command), questions()[command]
    types = {argument: found.type for argument, found in field.args.items() if argument in given}
    declared = ", ".join(f"${argument}: {of}" for argument, of in types.items())
    passed = ", ".join(f"{argument}: ${argument}" for argument in types)
    head, arguments = (f"query ({declared})", f"({passed})") if types else ("query", "")
    return f"{head} {{ {name}{arguments} {_selection(get_named_type(field.type))} }}"


def _selection(of: GraphQLNamedType) -> str:
    if not is_object_type(of):
        return ""
    return "{ " + " ".join(_selected(of)) + " }"


def _selected(of: GraphQLObjectType) -> Iterator[str]:
    for name, field in selected_fields(of):
        within = get_named_type(field.type)
        yield name if is_leaf_type(within) else f"{name} {_selection(within)}"


def selected_fields(of: GraphQLObjectType) -> Iterator[tuple[str, GraphQLField]]:
    """The fields that are asked for: of a node its key and name, of all else those that need no argument."""
    for name, field in of.fields.items():
        if of.name in NODES:
            is_asked_for = name in _SHOWN_OF_NODES
        else:
            is_asked_for = not any(is_required_argument(argument) for argument in field.args.values())
        if is_asked_for:
            yield name, field


def answer_of(command: str, data: Mapping[str, Any]) -> Any:
    """The question's answer out of the operation's data."""
    return data[camel(command)]
