"""Changes: upsert, end on a date and delete, for every kind of record, made from `graph.model`.

All of them go through `graph.editing.apply_changes`, which checks the rules of the bundle; what it refuses comes
back as `userErrors`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from inspect import Parameter, Signature
from typing import Annotated, Any

import strawberry
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from api.context import Context
from api.resolvers.user_errors import bad_input, user_errors
from api.types.inputs import INPUTS, REQUIRED, Argument, argument
from api.types.payloads import PAYLOADS, UserError, UserErrorCode, stem
from api.types.record_fields import NODE_TYPES
from graph.editing import apply_changes
from graph.errors import BadInput, NotInGraph
from graph.messages.told import Told
from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.record import Identity
from graph.model.record_kinds import RECORD_KINDS
from graph.nearness import with_suggestions
from graph.rules.cells import EXACT_DIGITS, read_value
from graph.store import Changes, Delete, Table
from graph.workplace import valid_on

_NOT_EXACT = 2.0**53
"""From here on a Float may have lost digits before anybody here saw them."""
_TOO_LONG = Told(
    f"expected an amount of at most {EXACT_DIGITS} digits, of longer ones a Float may lose the last",
    f"金额最多 {EXACT_DIGITS} 位数字，更长时 Float 可能丢失末位",
)

ContextInfo = strawberry.Info[Context, None]


def _value(kind: Kind[Any], column: str, given: Any) -> Any:
    """The argument as a record keeps it: ISO text, names, tuples, None for nothing known."""
    if kind.column(column).holds_many:
        return tuple(str(item) for item in given or ())
    if isinstance(given, date):
        return given.isoformat()
    if isinstance(given, StrEnum):
        return given.value
    return None if given is strawberry.UNSET else given


def _identity(kind: Kind[Any], given: Mapping[str, Any]) -> Identity:
    return tuple(_value(kind, name, given.get(name)) for name in kind.identity)


def _written_identity(kind: Kind[Any], given: Mapping[str, Any]) -> Identity:
    """What identifies the record once it is written: as the rules read it, without blanks around keys."""
    values = zip(map(kind.column, kind.identity), _identity(kind, given), strict=True)
    return tuple(read_value(column, value) for column, value in values)


async def _find(context: Context, kind: Kind[Any], identity: Identity) -> Any:
    """The record of that identity, or None."""
    found = await context.loaders.related(kind, kind.identity[0], identity[0])
    names = kind.identity
    return next((row for row in found if tuple(getattr(row, name) for name in names) == identity), None)


def _payload(kind: Kind[Any], record: Any, errors: list[UserError]) -> Any:
    node_type = NODE_TYPES.get(kind.name)
    shown = node_type(key=record.key, record=record) if node_type and record is not None else record
    return PAYLOADS[kind.name](**{stem(kind): shown, "user_errors": errors})


async def _write(context: Context, kind: Kind[Any], changes: Changes, prefix: list[str]) -> list[UserError]:
    """Writes, or says why not. What the loaders know is out of date afterwards."""
    try:
        await apply_changes(context.store, context.viewer, changes)
    except BadInput as refused:
        return user_errors(refused, prefix)
    except NotInGraph as missing:
        found = await with_suggestions(context.store, context.viewer, missing)
        return [UserError(path=prefix, told=found.told, code=UserErrorCode.NOT_FOUND)]
    finally:
        context.written()
    return []


def _upsert(kind: Kind[Any]) -> StrawberryField:
    async def upsert(info: ContextInfo, input: Any) -> Any:
        given = {name: getattr(input, name) for name in kind.column_names}
        said = {
            name: _value(kind, name, value)
            for name, value in given.items()
            if value is not strawberry.UNSET or name in kind.identity
        }
        errors = [
            bad_input(
                ["input", to_camel_case(name)],
                Told(f"{value:.0f}: {_TOO_LONG}", f"{value:.0f}：{_TOO_LONG.chinese}"),
            )
            for name, value in said.items()
            if kind.column(name).type is ColumnType.MONEY and value is not None and value >= _NOT_EXACT
        ]
        if not errors:
            table = Table(kind, {name: [value] for name, value in said.items()})
            errors = await _write(info.context, kind, Changes(upserts=(table,)), ["input"])
        record = None if errors else await _find(info.context, kind, _written_identity(kind, given))
        return _payload(kind, record, errors)

    parameters = [_parameter(Argument("input", INPUTS[kind.name], REQUIRED, "What to write."))]
    text = f"Creates the record of `{kind.name}`, or changes the one with the same identity."
    return _field(kind, upsert, f"upsert_{stem(kind)}", parameters, text)


def _end(kind: Kind[Any]) -> StrawberryField:
    async def end(info: ContextInfo, on: date, **given: Any) -> Any:
        ends = {name: _value(kind, name, given.get(name)) for name in kind.ends}
        found = await info.context.loaders.related(kind, kind.ends[0], ends[kind.ends[0]])
        periods = [row for row in found if all(getattr(row, name) == value for name, value in ends.items())]
        current = [row for row in valid_on(periods, on.isoformat()) if row.valid_from != on.isoformat()]
        if not current:
            told = Told(
                f"there is no period to end on {on.isoformat()}", f"没有可于 {on.isoformat()} 结束的有效期"
            )
            return _payload(kind, None, [UserError(path=["on"], told=told, code=UserErrorCode.NOT_FOUND)])
        identity = tuple(getattr(current[0], name) for name in kind.identity)
        table = Table.of(kind, [current[0].replace(valid_to=on.isoformat())], (*kind.identity, "valid_to"))
        errors = await _write(info.context, kind, Changes(upserts=(table,)), [])
        return _payload(kind, None if errors else await _find(info.context, kind, identity), errors)

    day = Argument("on", date, REQUIRED, "First day on which it no longer holds.")
    arguments = [_parameter(argument(kind, kind.column(name))) for name in kind.ends]
    text = f"Ends the period of `{kind.name}` that holds on the day: its `validTo` becomes that day."
    return _field(kind, end, f"end_{stem(kind)}", [*arguments, _parameter(day)], text)


def _delete(kind: Kind[Any]) -> StrawberryField:
    async def delete(info: ContextInfo, **given: Any) -> Any:
        identity = _identity(kind, given)
        record = await _find(info.context, kind, identity)
        errors = await _write(info.context, kind, Changes(deletes=(Delete(kind, identity),)), [])
        return _payload(kind, None if errors else record, errors)

    arguments = [_parameter(argument(kind, kind.column(name))) for name in kind.identity]
    what = "with the edges at it" if not kind.is_edge and "key" in kind.identity else "for good"
    text = f"Deletes the record of `{kind.name}` {what}."
    if kind.is_edge:
        text += " To keep the history, end it instead."
    return _field(kind, delete, f"delete_{stem(kind)}", arguments, text)


def _parameter(made: Argument) -> Parameter:
    annotated: Any = Annotated  # the type is a value here, which mypy has no word for
    annotation = annotated[made.type, strawberry.argument(description=made.description)]
    default = Parameter.empty if made.default is REQUIRED else made.default
    return Parameter(made.name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _field(
    kind: Kind[Any], resolver: Callable[..., Any], name: str, parameters: list[Parameter], text: str
) -> StrawberryField:
    """The mutation: the resolver with the arguments that its kind of record has."""
    info = Parameter("info", Parameter.POSITIONAL_OR_KEYWORD, annotation=ContextInfo)
    returns = PAYLOADS[kind.name]
    resolver.__name__ = name
    resolver.__signature__ = Signature([info, *parameters], return_annotation=returns)  # type: ignore[attr-defined]
    resolver.__annotations__ = {item.name: item.annotation for item in (info, *parameters)} | {"return": returns}
    made: StrawberryField = strawberry.mutation(resolver=resolver, description=text)
    return made


def record_mutations() -> list[StrawberryField]:
    """Upsert and delete for every kind, end for every edge."""
    fields = []
    for kind in RECORD_KINDS.values():
        fields += [_upsert(kind), _delete(kind)]
        if kind.is_edge:
            fields.append(_end(kind))
    return fields
