"""GraphQL types of what questions answer and of what they are given, made from their declarations.

A type is made once. Leaves and other types are plain attributes of what a question answers; only nodes whose keys
it holds, the parts of a value in its place, and methods have a resolver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING
from datetime import date
from inspect import Parameter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.tools import create_type
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import has_object_definition
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from api.context import Context
from api.types import nodes
from api.types.enums import show_words
from api.types.key_arguments import key_of
from graph.messages.message import told
from graph.model.shown import Form, Shown, ShownField, camel, is_declared, meaning_of, name_of, shown_fields
from graph.model.word import Words
from graph.model.words import NodeKind
from queries.needs import Later

_LISTS = (tuple, list, Sequence)
_NODES: dict[NodeKind, Any] = {kind: getattr(nodes, kind) for kind in NodeKind}

_NODES_OF_RECORDS: dict[type[Any], Any] = {made.KIND.record: made for made in _NODES.values()}
_outputs: dict[type[Any], Any] = {}
_inputs: dict[type[Any], Any] = {}
_makers: dict[type[Any], Callable[[Any], Any]] = {}


def show_by_hand(declared: type[Any], written: Any) -> None:
    """Shows what is declared as a type that is written by hand."""
    _outputs[declared] = written


def give_by_hand(declared: type[Any], written: Any, make: Callable[[Any], Any]) -> None:
    """Makes what is declared of an input that is written by hand."""
    _inputs[declared], _makers[declared] = written, make


def output_of(declared: type[Any]) -> Any:
    """The type that shows a dataclass of an answer, of the same name."""
    if declared not in _outputs:
        fields = [made for one in shown_fields(declared) for made in _fields(one)]
        _outputs[declared] = create_type(name_of(declared), fields, description=meaning_of(declared))
    return _outputs[declared]


def input_of(declared: type[Any]) -> Any:
    """The input type that gives a dataclass among a question's parameters, of the same name."""
    if declared not in _inputs:
        fields = [_input_field(one) for one in shown_fields(declared)]
        made = create_type(declared.__name__, fields, is_input=True, description=meaning_of(declared))
        _inputs[declared] = made
    return _inputs[declared]


def output_annotation(declared: Any, shown: Shown | None = None) -> Any:
    """The GraphQL type of a value of that type."""
    return _annotation(declared, shown, _output_leaf)


def argument_of(one: ShownField) -> StrawberryArgument:
    """The argument that gives a parameter."""
    annotation, default = _given(one)
    return StrawberryArgument(
        python_name=one.attribute,
        graphql_name=_graphql_name(one),
        type_annotation=StrawberryAnnotation(annotation),
        description=one.shown.meaning,
        metadata=_metadata(one.shown),
        default=Parameter.empty if default is MISSING else default,
    )


def resolved_field(
    name: str,
    shown_name: str | None,
    annotation: Any,
    description: str,
    resolver: Callable[..., Any],
    arguments: Sequence[StrawberryArgument] = (),
) -> StrawberryField:
    """A field with a resolver, which is given the arguments by their names in Python."""
    made = StrawberryField(
        python_name=name,
        graphql_name=shown_name,
        type_annotation=StrawberryAnnotation(annotation),
        description=description,
        base_resolver=StrawberryResolver(resolver),
    )
    made.arguments = list(arguments)
    return made


def given_value(declared: Any, value: Any) -> Any:
    """An argument as the parameter of that type: lists as tuples, inputs as what they are made into."""
    of = _not_none(declared)
    if get_origin(of) in _LISTS:
        return tuple(given_value(get_args(of)[0], one) for one in value)
    if of in _makers:
        return _makers[of](value)
    if is_declared(of):
        given = [(one, getattr(value, one.attribute)) for one in shown_fields(of)]
        return of(**{one.attribute: given_value(one.type, said) for one, said in given if said is not None})
    return value


def _fields(one: ShownField) -> Iterator[StrawberryField]:
    """The field, or one for each of its parts."""
    if one.shown.form is Form.PARTS:
        yield from _parts(one)
    elif one.shown.form is Form.SENTENCE:
        yield _sentence(one)
    elif one.arguments is not None:
        yield _called(one)
    elif get_origin(one.type) is Later:
        yield _read_later(one)
    elif one.shown.node is not None:
        yield _node(one, one.shown.node)
    elif one.type in _NODES_OF_RECORDS:
        yield _recorded(one)
    else:
        yield StrawberryField(
            python_name=one.attribute,
            graphql_name=_graphql_name(one),
            type_annotation=StrawberryAnnotation(output_annotation(one.type, one.shown)),
            description=one.shown.meaning,
        )


def _node(one: ShownField, kind: NodeKind) -> StrawberryField:
    attribute, node_type = one.attribute, _NODES[kind]

    def node(root: Any) -> Any:
        key = getattr(root, attribute)
        return None if key is None else node_type(key=key)

    def nodes(root: Any) -> list[Any]:
        return [node_type(key=key) for key in getattr(root, attribute)]

    annotation = output_annotation(one.type, one.shown)
    resolver = nodes if get_origin(one.type) in _LISTS else node
    return resolved_field(attribute, _graphql_name(one), annotation, one.shown.meaning, resolver)


def _recorded(one: ShownField) -> StrawberryField:
    """The node of a record that is at hand."""
    attribute, node_type = one.attribute, _NODES_OF_RECORDS[one.type]

    def node(root: Any) -> Any:
        record = getattr(root, attribute)
        return node_type(key=record.key, record=record)

    return resolved_field(attribute, _graphql_name(one), node_type, one.shown.meaning, node)


def _sentence(one: ShownField) -> StrawberryField:
    attribute = one.attribute

    def tell(root: Any, info: strawberry.Info[Context, None]) -> str | None:
        found, language = getattr(root, attribute), info.context.language
        if callable(found):
            text: str = found(language)
            return text
        return None if found is None else told(found, language)

    annotation = str | None if NoneType in get_args(one.type) else str
    return resolved_field(attribute, _graphql_name(one), annotation, one.shown.meaning, tell)


def _called(one: ShownField) -> StrawberryField:
    attribute = one.attribute

    def call(root: Any, **given: Any) -> Any:
        return getattr(root, attribute)(**given)

    annotation = output_annotation(one.type, one.shown)
    arguments = [argument_of(argument) for argument in one.arguments or ()]
    return resolved_field(attribute, _graphql_name(one), annotation, one.shown.meaning, call, arguments)


def _read_later(one: ShownField) -> StrawberryField:
    attribute = one.attribute

    async def read(root: Any, info: strawberry.Info[Context, None]) -> Any:
        return await info.context.asker.later(info.context.viewer, getattr(root, attribute))

    annotation = output_annotation(get_args(one.type)[0], one.shown)
    return resolved_field(attribute, _graphql_name(one), annotation, one.shown.meaning, read)


def _parts(whole: ShownField) -> Iterator[StrawberryField]:
    for one in shown_fields(whole.type):
        meaning = whole.shown.meanings.get(one.attribute, one.shown.meaning)
        yield resolved_field(
            one.shown.name or one.attribute,
            None,
            output_annotation(one.type, one.shown),
            meaning,
            _part_of(whole.attribute, one.attribute),
        )


def _part_of(whole: str, attribute: str) -> Callable[..., Any]:
    def part(root: Any) -> Any:
        return getattr(getattr(root, whole), attribute)

    return part


def _input_field(one: ShownField) -> StrawberryField:
    annotation, default = _given(one)
    return StrawberryField(
        python_name=one.attribute,
        graphql_name=_graphql_name(one),
        type_annotation=StrawberryAnnotation(annotation),
        description=one.shown.meaning,
        default=default,
        metadata=_metadata(one.shown),
    )


def _given(one: ShownField) -> tuple[Any, Any]:
    """The type and default of what gives a parameter; a list that is none by default may be left out."""
    annotation = _annotation(one.type, one.shown, _input_leaf)
    return (annotation | None, None) if one.default == () else (annotation, one.default)


def _graphql_name(one: ShownField) -> str | None:
    """The name as it is called where that is another one than in Python."""
    return None if one.name == one.attribute else camel(one.name)


def _metadata(shown: Shown) -> Mapping[str, Any]:
    return {} if shown.node is None else key_of(shown.node)


def _annotation(declared: Any, shown: Shown | None, leaf: Callable[[Any, Shown | None], Any]) -> Any:
    origin, within = get_origin(declared), get_args(declared)
    if origin in (Union, UnionType):
        of = leaf(declared, shown) if shown and shown.shape else _annotation(_not_none(declared), shown, leaf)
        return of | None if NoneType in within else of
    if origin in _LISTS:
        each: Any = _annotation(within[0], shown, leaf)
        return list[each]
    return leaf(declared, shown)


def _not_none(declared: Any) -> Any:
    """The type without None; TypeError for a choice of several."""
    if get_origin(declared) not in (Union, UnionType):
        return declared
    (found,) = (each for each in get_args(declared) if each is not NoneType)
    return found


def _output_leaf(declared: Any, shown: Shown | None) -> Any:
    if shown is not None and shown.node is not None:
        return _NODES[shown.node]
    if has_object_definition(declared):
        return declared
    if shown is not None and shown.shape is not None:
        return output_of(shown.shape)
    if declared in _outputs or is_declared(declared):
        return output_of(declared)
    return _simple_leaf(declared, shown)


def _input_leaf(declared: Any, shown: Shown | None) -> Any:
    if shown is not None and shown.node is not None:
        return strawberry.ID
    return input_of(declared) if is_declared(declared) else _simple_leaf(declared, shown)


def _simple_leaf(declared: Any, shown: Shown | None) -> Any:
    if shown is not None and shown.form is Form.IDENTIFIER:
        return strawberry.ID
    if shown is not None and shown.form is Form.DAY:
        return date
    words = shown.words if shown is not None and shown.words is not None else declared
    if isinstance(words, type) and issubclass(words, Words):
        show_words(words)
    return words
