"""GraphQL documents that ask for everything an answer holds, read off the schema of the checkout before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    build_schema,
    get_named_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_object_type,
    is_required_argument,
)
from graphql.type import get_nullable_type

_NODES = frozenset({"Company", "Department", "Person", "Opportunity", "Interaction", "Agreement"})
"""They lead to each other without end: within an answer they are known by key and name."""
_SHOWN_OF_NODES = ("key", "name")
_READ: dict[str, Callable[[str], Any]] = {"Int": int, "Float": float, "Boolean": lambda cell: cell == "true"}


class Documents:
    """The documents of one schema."""

    def __init__(self, text: str) -> None:
        self._schema = build_schema(text)

    def query(self, field: str, given: Collection[str]) -> str:
        """Asks a question for all it answers; its variables are the arguments given, of the same names."""
        return self._document("query", self._root("Query").fields[field], field, given)

    def mutation(self, field: str, given: Collection[str]) -> str:
        """Makes a change and asks for all it tells."""
        return self._document("mutation", self._root("Mutation").fields[field], field, given)

    def mutations(self) -> dict[str, GraphQLField]:
        """All changes by name."""
        return dict(self._root("Mutation").fields)

    def input_of(self, record: str, cells: dict[str, str]) -> tuple[str, dict[str, Any]] | None:
        """The type that takes records of a bundle's file, and its value for a row; None when there is none."""
        for found in self._schema.type_map.values():
            if is_input_object_type(found) and (found.description or "").startswith(f"A record of `{record}`"):
                value = {
                    name: _value(field.type, cells[_column(name)])
                    for name, field in found.fields.items()
                    if _column(name) in cells
                }
                return found.name.removesuffix("Input"), value
        return None

    def _root(self, name: str) -> GraphQLObjectType:
        found = self._schema.type_map[name]
        assert is_object_type(found)
        return found

    def _document(self, operation: str, field: GraphQLField, name: str, given: Collection[str]) -> str:
        unknown = set(given) - set(field.args)
        assert not unknown, f"{name} has no argument {unknown}"
        types = {argument: found.type for argument, found in field.args.items() if argument in given}
        declared = ", ".join(f"${argument}: {of}" for argument, of in types.items())
        passed = ", ".join(f"{argument}: ${argument}" for argument in types)
        head, arguments = (f"{operation} ({declared})", f"({passed})") if types else (operation, "")
        return f"{head} {{ {name}{arguments} {_selection(get_named_type(field.type), is_whole=True)} }}"


def _selection(of: GraphQLNamedType, is_whole: bool = False) -> str:
    if not is_object_type(of):
        return ""
    return "{ " + " ".join(_selected(of, is_whole)) + " }"


def _selected(of: GraphQLObjectType, is_whole: bool) -> Iterator[str]:
    for name, field in of.fields.items():
        if of.name in _NODES and not is_whole:
            is_wanted = name in _SHOWN_OF_NODES
        else:
            is_wanted = not any(is_required_argument(argument) for argument in field.args.values())
        if is_wanted:
            within = get_named_type(field.type)
            yield name if is_leaf_type(within) else f"{name} {_selection(within)}"


def _column(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _value(of: Any, cell: str) -> Any:
    if not cell:
        return None
    if is_list_type(get_nullable_type(of)):
        return cell.split(";")
    return _READ.get(get_named_type(of).name, str)(cell)
