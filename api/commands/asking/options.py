"""Arguments of a question as options of its command, and the variables that the options given make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from difflib import get_close_matches
from functools import partial
from inspect import Parameter
from typing import Annotated, Any, NamedTuple, cast

import typer
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    get_named_type,
    get_nullable_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
)
from graphql.pyutils import Undefined

from api.commands.asking.enumerations import member_typed, words_of
from api.commands.asking.questions import hyphened
from api.commands.speaking import spoken
from api.types.key_arguments import kind_of_keys
from graph.errors import QuestionRejected
from graph.messages.told import Told, in_both

_SEVERAL = Told("May be given several times.", "可多次给出。")
_AS_CHANGES = Told(
    "As NAME=VALUE or NAME.MEMBER=VALUE; may be given several times.",
    "写作 NAME=VALUE 或 NAME.MEMBER=VALUE；可多次给出。",
)
_POLICY_CHANGE = "PolicyChangeInput"
_DAY_FORMAT = "%Y-%m-%d"
_UNDECODED = re.compile("[\ud800-\udfff]")


class Option(NamedTuple):
    """One option: the argument it belongs to, the field within it when that is a filter, and how it is given."""

    argument: str
    field: str | None
    found: GraphQLArgument | GraphQLInputField

    @property
    def name(self) -> str:
        """As GraphQL names it."""
        return self.field or self.argument

    @property
    def parameter(self) -> str:
        """As a Python parameter."""
        return hyphened(self.name).replace("-", "_") + "_"


def options_of(question: GraphQLField) -> Iterator[Option]:
    """Its arguments; those of a filter one by one."""
    for name, argument in question.args.items():
        within = get_named_type(argument.type)
        if is_input_object_type(within) and within.name != _POLICY_CHANGE:
            for field_name, field in within.fields.items():
                yield Option(name, field_name, field)
        else:
            yield Option(name, None, argument)


def parameter_of(option: Option, defaults: Mapping[str, str]) -> Parameter:
    """The option as a parameter that Typer makes an option of; of a text that is required, an argument.

    `defaults` are the command's own, by option.
    """
    default = defaults.get(option.name)
    help = _help(option)
    if default is not None:
        help = Told(f"{help} {default} when left out.", f"{help.chinese}省略时为 {default}。")
    within = get_named_type(option.found.type)
    if is_enum_type(within):
        help = _with(help, _meanings(within))
    is_required = option.field is None and is_non_null_type(option.found.type) and not _has_default(option)
    told: Any
    if is_required and get_named_type(option.found.type).name == "String":
        told = typer.Argument(help=spoken(help), metavar=option.name.upper(), show_default=False)
    else:
        named = f"--{hyphened(option.name)}"
        told = typer.Option(named, help=spoken(help), show_default=False, **_format(option))
    annotated: Any = Annotated  # the type is a value here, which mypy has no word for
    base = _python_type(option)
    return Parameter(
        option.parameter,
        Parameter.KEYWORD_ONLY,
        default=Parameter.empty if is_required else None,
        annotation=annotated[base if is_required else base | None, told],
    )


def variables_of(question: GraphQLField, given: Mapping[str, Any], defaults: Mapping[str, str]) -> dict[str, Any]:
    """The operation's variables from what was typed; what was not is left out, or as in `defaults`."""
    variables: dict[str, Any] = {}
    for option in options_of(question):
        typed = given.get(option.parameter)
        if typed is None or typed == []:
            typed = defaults.get(option.name)
        if typed is None:
            continue
        value = _value(option, typed)
        if option.field is None:
            variables[option.argument] = value
        else:
            variables.setdefault(option.argument, {})[option.field] = value
    return variables


def _has_default(option: Option) -> bool:
    return option.found.default_value is not Undefined


def _is_policy(option: Option) -> bool:
    return get_named_type(option.found.type).name == _POLICY_CHANGE


def _help(option: Option) -> Told:
    meaning = in_both(option.found.description or "")
    if kind_of_keys(option.found) is not None:
        english = re.sub(r"^Key(s?)", r"Key\1, or name\1,", meaning)
        meaning = Told(english, meaning.chinese.replace("编号", "编号或名称", 1))
    if _is_policy(option):
        return _with(meaning, _AS_CHANGES)
    return _with(meaning, _SEVERAL) if is_list_type(get_nullable_type(option.found.type)) else meaning


def _with(meaning: Told, more: Told) -> Told:
    return Told(f"{meaning} {more}", f"{meaning.chinese}{more.chinese}")


def _meanings(of: GraphQLEnumType) -> Told:
    """Each member with what it means; for readers of Chinese with its word."""
    words = list(words_of(of))
    return Told(
        " ".join(f"{word.value}: {word.meaning}" for word in words),
        " ".join(f"{word.value}：{word.chinese}。" for word in words),
    )


def _format(option: Option) -> dict[str, Any]:
    within = get_named_type(option.found.type)
    if is_enum_type(within):
        members = tuple(within.values)
        return {"parser": partial(_member, within), "metavar": f"[{'|'.join(members)}]"}
    return {"formats": [_DAY_FORMAT]} if within.name == "Date" else {}


def _member(of: GraphQLEnumType, typed: str) -> str:
    """The member that is typed. BadParameter says which one may be meant."""
    found = member_typed(of, typed)
    if found is not None:
        return found
    members = tuple(of.values)
    by_fold = {member.casefold(): member for member in members}
    near = get_close_matches(typed.casefold(), by_fold, 1)
    meant = Told("", "")
    if near:
        meant = Told(f" Did you mean {by_fold[near[0]]}?", f"是否指 {by_fold[near[0]]}？")
    told = Told(
        f"{typed!r} is not one of {', '.join(members)}.{meant}",
        f"{typed!r} 不是 {'、'.join(members)} 之一。{meant.chinese}",
    )
    raise typer.BadParameter(spoken(told))


def _python_type(option: Option) -> Any:
    of_one, many = _type_of_one(option), cast(Any, list)
    return many[of_one] if is_list_type(get_nullable_type(option.found.type)) else of_one


def _type_of_one(option: Option) -> Any:
    within = get_named_type(option.found.type)
    return {"Int": int, "Float": float, "Boolean": bool, "Date": datetime}.get(within.name, str)


def _value(option: Option, typed: Any) -> Any:
    """QuestionRejected for bytes that are no text where this is typed."""
    for text in typed if isinstance(typed, list) else [typed]:
        if isinstance(text, str) and _UNDECODED.search(text):
            shown = text.encode(errors="replace").decode()
            named = f"--{hyphened(option.name)} {shown}"
            raise QuestionRejected(
                Told(f"{named}: expected text in the encoding of the locale", f"{named}：应为区域设置编码的文本")
            )
    read: Callable[[Any], Any] = _policy_change if _is_policy(option) else _as_json
    return [read(one) for one in typed] if isinstance(typed, list) else read(typed)


def _as_json(typed: Any) -> Any:
    return typed.date().isoformat() if isinstance(typed, datetime) else typed


def _policy_change(typed: str) -> dict[str, Any]:
    """QuestionRejected when it is not written as one.

    >>> _policy_change("stage_weights.APPROVAL=0.4")
    {'name': 'stage_weights', 'member': 'APPROVAL', 'value': 0.4}
    """
    place, is_set, value = typed.partition("=")
    name, _, member = place.partition(".")
    if not is_set or not name or not value:
        raise QuestionRejected(
            Told(
                f"--policy {typed}: expected NAME=VALUE or NAME.MEMBER=VALUE",
                f"--policy {typed}：应为 NAME=VALUE 或 NAME.MEMBER=VALUE",
            )
        )
    change: dict[str, Any] = {"name": name, "member": member or None}
    try:
        return {**change, "value": float(value)}
    except ValueError:
        return {**change, "text": value}
