"""How a field of a question or of an answer is shown: declared once, beside its type, for whatever shows it.

A field that carries none of these is not shown. So are properties and methods whose result carries one: a method's
parameters are the arguments of the field.

>>> @dataclass(frozen=True, kw_only=True)
... class Tie:
...     contact: Annotated[str, node(NodeKind.PERSON, "The contact.")]
...     is_live: Annotated[bool, said("Whether it is live.", mask=Mask.JUDGEMENT)]
>>> [(field.name, field.shown.meaning) for field in shown_fields(Tie)]
[('contact', 'The contact.'), ('live', 'Whether it is live.')]
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from graph.model.masks import Mask
from graph.model.word import Words
from graph.model.words import NodeKind


class Form(Enum):
    """What a value is shown as, where that is more than its type says."""

    AS_IT_IS = auto()
    IDENTIFIER = auto()  # a key or id that says which one, shown as it is
    DAY = auto()  # ISO 8601 text of a day, as records keep it
    PARTS = auto()  # the parts of the value, in its place
    SENTENCE = auto()  # text, or a message, in the language of whoever asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is told of a field.

    `name` is where it is called otherwise than in Python; without one, a claim is called without its `is_`.
    `node` is the kind of node whose key it holds, `words` the enumeration that its text is of. `meanings` are
    those of PARTS that are otherwise than where the parts are declared, by their names in Python. `shape` is a
    class that declares what is shown of the value, where that is not all that the value declares. `at_most` is the
    largest number that whoever asks may give, from 1.
    """

    meaning: str
    name: str | None = None
    mask: Mask | None = None
    node: NodeKind | None = None
    words: type[Words] | None = None
    form: Form = Form.AS_IT_IS
    meanings: Mapping[str, str] = field(default_factory=dict)
    shape: type[Any] | None = None
    at_most: int | None = None


def said(
    meaning: str, *, name: str | None = None, mask: Mask | None = None, shape: type[Any] | None = None
) -> Shown:
    """A value that its type, or its shape, tells all of."""
    return Shown(meaning=meaning, name=name, mask=mask, shape=shape)


def up_to(at_most: int, meaning: str, *, name: str | None = None) -> Shown:
    """A number that whoever asks may give, from 1 to that, which the meaning says."""
    return Shown(meaning=meaning, name=name, at_most=at_most)


def word(words: type[Words], meaning: str, *, name: str | None = None, mask: Mask | None = None) -> Shown:
    """The text of one of the words."""
    return Shown(meaning=meaning, name=name, mask=mask, words=words)


def node(kind: NodeKind, meaning: str, *, name: str | None = None, mask: Mask | None = None) -> Shown:
    """The key of a node of that kind; of an answer, the node is shown."""
    return Shown(meaning=meaning, name=name, mask=mask, node=kind)


def identifier(meaning: str, *, name: str | None = None, mask: Mask | None = None) -> Shown:
    """A key or an id, shown as it is."""
    return Shown(meaning=meaning, name=name, mask=mask, form=Form.IDENTIFIER)


def iso_day(meaning: str, *, name: str | None = None, mask: Mask | None = None) -> Shown:
    """A day as ISO 8601 text."""
    return Shown(meaning=meaning, name=name, mask=mask, form=Form.DAY)


def sentence(meaning: str, *, name: str | None = None, mask: Mask | None = None) -> Shown:
    """Text, or a message that is told in the language of whoever asks; it may be None."""
    return Shown(meaning=meaning, name=name, mask=mask, form=Form.SENTENCE)


def in_parts(**meanings: str) -> Shown:
    """The parts of the value in its place, as they are declared but for those meanings."""
    return Shown(meaning="Its parts.", form=Form.PARTS, meanings=meanings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """A field with what is told of it. `type` is without the telling; `arguments` are those of a method."""

    attribute: str
    name: str
    type: Any
    shown: Shown
    default: Any = MISSING
    arguments: tuple[ShownField, ...] | None = None


def camel(name: str) -> str:
    """A name as GraphQL writes it.

    >>> camel("single_points_of_failure")
    'singlePointsOfFailure'
    """
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def is_declared(declared: Any) -> bool:
    """Whether it is a dataclass or a named tuple: what can tell of its fields."""
    return isinstance(declared, type) and (is_dataclass(declared) or hasattr(declared, "_fields"))


_read: dict[type[Any], tuple[ShownField, ...]] = {}


def shown_fields(declared: type[Any]) -> tuple[ShownField, ...]:
    """What a dataclass or named tuple shows: its fields in their order, then properties and methods."""
    if declared not in _read:
        hints = get_type_hints(declared, include_extras=True)
        found = [_shown(name, hints[name], default) for name, default in _defaults(declared).items()]
        found += [_shown_result(name, made) for name, made in _members(declared)]
        _read[declared] = tuple(one for one in found if one is not None)
    return _read[declared]


def _defaults(declared: type[Any]) -> Mapping[str, Any]:
    """The default of each field, MISSING where there is none."""
    if is_dataclass(declared):
        return {one.name: one.default for one in fields(declared)}
    return {name: declared._field_defaults.get(name, MISSING) for name in declared._fields}


def name_of(declared: type[Any]) -> str:
    """What a type is called where it is shown: as its class, unless that says otherwise as `SHOWN_AS`."""
    name: str = getattr(declared, "SHOWN_AS", declared.__name__)
    return name


def meaning_of(declared: type[Any]) -> str:
    """What a dataclass or named tuple tells, by its docstring's first paragraph; TypeError when it has none."""
    first = (declared.__doc__ or "").partition("\n\n")[0]
    if not first or first.startswith(f"{declared.__name__}("):
        raise TypeError(f"{declared.__name__}: expected a docstring")
    return " ".join(first.split())


def _members(declared: type[Any]) -> Iterator[tuple[str, Any]]:
    """Properties and methods, by the class that declares them first."""
    for owner in reversed(declared.__mro__):
        for name, made in vars(owner).items():
            if isinstance(made, property | cached_property) or (
                inspect.isfunction(made) and not name.startswith("_")
            ):
                yield name, made


def _shown_result(name: str, made: Any) -> ShownField | None:
    function: Any = made
    if isinstance(made, property | cached_property):
        function = made.fget if isinstance(made, property) else made.func
    if "return" not in function.__annotations__:
        return None
    hints = get_type_hints(function, include_extras=True)
    arguments: tuple[ShownField, ...] | None = None
    if function is made:
        parameters = inspect.signature(function).parameters.values()
        told = [_shown(one.name, hints[one.name], one.default) for one in parameters if one.name in hints]
        arguments = tuple(one for one in told if one is not None)
    return _shown(name, hints["return"], MISSING, arguments)


def _shown(
    attribute: str, hint: Any, default: Any, arguments: tuple[ShownField, ...] | None = None
) -> ShownField | None:
    """The field of that type; None when it carries nothing to tell."""
    if get_origin(hint) is not Annotated:
        return None
    declared, *told = get_args(hint)
    shown = next((one for one in reversed(told) if isinstance(one, Shown)), None)
    if shown is None:
        return None
    return ShownField(
        attribute=attribute,
        name=shown.name or attribute.removeprefix("is_"),
        type=declared,
        shown=shown,
        default=MISSING if default is inspect.Parameter.empty else default,
        arguments=arguments,
    )
