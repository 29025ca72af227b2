"""Payloads of the mutations: the record as it is now, or why nothing was written."""

from __future__ import annotations

import re
import types
from typing import Any

import strawberry

from api.context import Context
from api.types import edges, nodes
from api.types.enums import show_words
from graph.messages.told import Told
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.model.word import Words


class UserErrorCode(Words):
    """Why a change was refused."""

    BAD_USER_INPUT = "BAD_USER_INPUT", "Bad input", "输入有误", "Breaks a rule of the data."
    NOT_FOUND = "NOT_FOUND", "Not found", "未找到", "There is no such record."
    CONFLICT = "CONFLICT", "Conflict", "冲突", "Somebody else has changed it since it was read."


show_words(UserErrorCode)


def _message(root: strawberry.Parent[UserError], info: strawberry.Info[Context, None]) -> str:
    return root.told.text(info.context.language)


@strawberry.type(description="Why a change was refused. Nothing of the change was written.")
class UserError:
    """One problem with the input."""

    path: list[str] = strawberry.field(description="The argument it is about, from outside to inside.")
    told: strawberry.Private[Told]
    message: str = strawberry.field(description="What is wrong, and what was expected.", resolver=_message)
    code: UserErrorCode = strawberry.field(description="What kind of problem it is.")


def stem(kind: Kind[Any]) -> str:
    """The name of one record of the kind, in snake case: `reporting_line`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.record.__name__).lower()


_SHOWN: dict[str, Any] = vars(nodes) | vars(edges)
"""The GraphQL type of each class of records, which is called as the class is."""


def _payload(kind: Kind[Any]) -> type[Any]:
    shown = _SHOWN[kind.record.__name__]
    field_name = stem(kind)
    namespace: dict[str, Any] = {
        "__module__": __name__,
        "__annotations__": {field_name: shown | None, "user_errors": list[UserError]},
        field_name: strawberry.field(
            description="The record after the change, or before its deletion; null when nothing was written."
        ),
        "user_errors": strawberry.field(description="Why nothing was written; empty when it was."),
    }
    name = f"{shown.__name__}Payload"
    made = types.new_class(name, (), {}, lambda into: into.update(namespace))
    return strawberry.type(made, name=name, description=f"What a change of `{kind.name}` did.")


PAYLOADS: dict[str, type[Any]] = {name: _payload(kind) for name, kind in RECORD_KINDS.items()}
