"""How much one request may ask for. Everything is counted before anything runs, in one pass over the document.

Fragments are counted once each and multiplied where they are spread, so a short document of nested fragments
cannot cost more than a long one. Cyclic and unknown fragments count nothing: validation refuses them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
    type_from_ast,
)

from api.errors import DocumentRefused
from graph.messages.told import Told


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits, each with what it bounds."""

    body_bytes: int = 1_048_576
    """A GraphQL request's body."""
    document_characters: int = 16_384
    tokens: int = 2_000
    depth: int = 10
    aliases: int = 30
    fields: int = 1_000
    """Fields, with each fragment's counted wherever it is spread."""
    root_fields: int = 10
    directives: int = 50
    repeats: int = 30
    """The same field in one selection: comparing them with each other costs the square."""
    cost: int = 50_000
    """Objects that an answer may hold, estimated: lists as `first`, or as 10 (fewer where they are short by what
    they are) where there is no page size."""
    introspection_depth: int = 16
    introspection_lists: int = 3
    """Lists within lists of an introspection query; three are what tools ask for."""


class Count(NamedTuple):
    """What a selection asks for: `width` are its own fields, `lists` the lists within lists."""

    width: int = 0
    depth: int = 0
    aliases: int = 0
    fields: int = 0
    directives: int = 0
    cost: int = 0
    lists: int = 0


_INTROSPECTION_DEPTH = Told("introspection depth", "内省深度")
_INTROSPECTION_LISTS = Told("introspection lists within lists", "内省的列表嵌套数")
_UNSIZED_LIST = 10
_SHORT_LISTS = {"Term": 5, "Amount": 3, "SeverityCount": 4}
"""Lists that are short by what they are: terms of a score, currencies, severities."""
_CEILING = 10**9


def check_document(
    schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any] | None, limits: Limits
) -> None:
    """DocumentRefused names the first limit that an operation is over, and both numbers.

    Cost: linear in the document.
    """
    counter = _Counter(schema, document, variables or {}, limits)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            counter.check(definition)


class _Counter:
    """Counts the selections of one document, each fragment once."""

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any], limits: Limits
    ) -> None:
        self.schema = schema
        self.variables = variables
        self.limits = limits
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.counted: dict[str, Count] = {}
        self.open: set[str] = set()

    def check(self, operation: OperationDefinitionNode) -> None:
        limits = self.limits
        count = self._selections(operation.selection_set, self.schema.get_root_type(operation.operation))
        _refuse(Told("root fields", "根字段数"), count.width, limits.root_fields)
        _refuse(Told("depth", "深度"), count.depth, limits.depth)
        _refuse(Told("aliases", "别名数"), count.aliases, limits.aliases)
        _refuse(Told("fields", "字段数"), count.fields, limits.fields)
        directive_count = count.directives + len(operation.directives or ())
        _refuse(Told("directives", "指令数"), directive_count, limits.directives)
        _refuse(Told("cost", "成本"), count.cost, limits.cost)

    def _selections(self, selection_set: SelectionSetNode, parent: Any) -> Count:
        total = Count()
        names: Counter[str] = Counter()
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                names[(selection.alias or selection.name).value] += 1
            elif isinstance(selection, FragmentSpreadNode):
                names[f"...{selection.name.value}"] += 1
            else:
                names["... on"] += 1
            total = _add(total, self._selection(selection, parent))
        if names:
            _refuse(Told("repeats of one field", "同一字段的重复次数"), max(names.values()), self.limits.repeats)
        return total

    def _selection(self, selection: Any, parent: Any) -> Count:
        if isinstance(selection, FieldNode):
            count = self._field(selection, parent)
        elif isinstance(selection, InlineFragmentNode):
            condition = selection.type_condition
            on = type_from_ast(self.schema, condition) if condition else parent
            count = self._selections(selection.selection_set, on)
        else:
            count = self._fragment(selection.name.value)
        return count._replace(directives=count.directives + len(selection.directives or ()))

    def _field(self, field: FieldNode, parent: Any) -> Count:
        own = Count(width=1, depth=1, aliases=field.alias is not None, fields=1)
        if field.selection_set is None:
            return own
        found = self.schema.get_field(parent, field.name.value) if parent is not None else None
        field_type = get_nullable_type(found.type) if found is not None else None
        within = self._selections(field.selection_set, get_named_type(field_type) if field_type else None)
        if field.name.value.startswith("__"):
            _refuse(_INTROSPECTION_DEPTH, within.depth + 1, self.limits.introspection_depth)
            _refuse(_INTROSPECTION_LISTS, within.lists, self.limits.introspection_lists)
            within = within._replace(depth=0, cost=0)
        is_list = is_list_type(field_type)
        return Count(
            width=1,
            depth=within.depth + 1,
            aliases=within.aliases + own.aliases,
            fields=min(within.fields + 1, _CEILING),
            directives=within.directives,
            cost=min(self._size(field, found, parent, is_list) * (1 + within.cost), _CEILING),
            lists=within.lists + is_list,
        )

    def _size(self, field: FieldNode, found: GraphQLField | None, parent: Any, is_list: bool) -> int:
        """How many objects the field may hold: the page asked for, its default, or a guess for a list."""
        if parent is not None and parent.name.endswith("Connection"):
            return 1  # the page size was counted at the connection
        if found is None or "first" not in found.args:
            return self._unsized(found) if is_list else 1
        given = {argument.name.value: argument.value for argument in field.arguments or ()}.get("first")
        if isinstance(given, IntValueNode):
            return _whole_number(given.value)
        if isinstance(given, VariableNode) and isinstance(self.variables.get(given.name.value), int):
            return max(1, int(self.variables[given.name.value]))
        default = found.args["first"].default_value
        return default if isinstance(default, int) else _UNSIZED_LIST

    def _unsized(self, found: GraphQLField | None) -> int:
        name = get_named_type(found.type).name if found is not None else ""
        return _SHORT_LISTS.get(name, _UNSIZED_LIST)

    def _fragment(self, name: str) -> Count:
        if name in self.counted:
            return self.counted[name]
        fragment = self.fragments.get(name)
        if fragment is None or name in self.open:
            return Count()
        self.open.add(name)
        on = type_from_ast(self.schema, fragment.type_condition)
        count = self._selections(fragment.selection_set, on)
        self.open.discard(name)
        self.counted[name] = count
        return count


def _whole_number(text: str) -> int:
    """The page size as written; one of many digits is only said to be large."""
    return max(1, int(text)) if len(text) < len(str(_CEILING)) else _CEILING


def _add(left: Count, right: Count) -> Count:
    return Count(
        width=min(left.width + right.width, _CEILING),
        depth=max(left.depth, right.depth),
        aliases=min(left.aliases + right.aliases, _CEILING),
        fields=min(left.fields + right.fields, _CEILING),
        directives=min(left.directives + right.directives, _CEILING),
        cost=min(left.cost + right.cost, _CEILING),
        lists=max(left.lists, right.lists),
    )


def _refuse(what: Told, asked: int, limit: int) -> None:
    if asked > limit:
        raise DocumentRefused(
            Told(
                f"the document asks for {asked} {what}; the limit is {limit}",
                f"查询文档的{what.chinese}为 {asked}；上限为 {limit}",
            )
        )
