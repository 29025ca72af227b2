"""Errors as callers see them: documented codes, and everything else masked under an id that the log explains."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

import structlog
from graphql import GraphQLError

from api.error_places import places_of
from graph.errors import (
    BadInput,
    GraphTooLarge,
    NotInGraph,
    QuestionRejected,
    StoreReadOnly,
    StoreUnavailable,
    WrittenMeanwhile,
)
from graph.messages.language import Language
from graph.messages.told import Told, told_of

log = structlog.get_logger("guanxi.errors")

BAD_USER_INPUT = "BAD_USER_INPUT"
NOT_FOUND = "NOT_FOUND"
CONFLICT = "CONFLICT"
GRAPH_TOO_LARGE = "GRAPH_TOO_LARGE"
UNAVAILABLE = "UNAVAILABLE"
UNAUTHENTICATED = "UNAUTHENTICATED"
INTERNAL = "INTERNAL"

_CODES: dict[type[Exception], str] = {
    NotInGraph: NOT_FOUND,
    QuestionRejected: BAD_USER_INPUT,
    BadInput: BAD_USER_INPUT,
    WrittenMeanwhile: CONFLICT,
    GraphTooLarge: GRAPH_TOO_LARGE,
    StoreUnavailable: UNAVAILABLE,
}
_SHOWN_ERRORS = 100
_UNAVAILABLE_MESSAGE = Told("the store does not answer; try again", "存储库没有响应；请重试")
_READ_ONLY_MESSAGE = Told(
    "the place of the store cannot be written; nothing was", "存储库所在位置不可写；未写入任何内容"
)

VARYING = {"Vary": "Accept-Language"}
"""Header of an answer that tells something in the language asked for."""


class DocumentRefused(GraphQLError):
    """A GraphQL document, or a value in it, is not taken; `told` says why."""

    def __init__(self, told: Told) -> None:
        super().__init__(told)
        self.told = told


def code_of(error: Exception) -> str:
    """The documented code of an error; INTERNAL for one that has none."""
    return next((code for kind, code in _CODES.items() if isinstance(error, kind)), INTERNAL)


def message_of(error: Exception, code: str) -> Told:
    """What the caller is told. A store's own words may hold addresses, so they stay in the log."""
    if isinstance(error, StoreReadOnly):
        return _READ_ONLY_MESSAGE
    if code == UNAVAILABLE:
        return _UNAVAILABLE_MESSAGE
    if code == INTERNAL:
        return _masked_message(log_masked(error))
    return told_of(error)


def formatted(errors: Sequence[GraphQLError], language: Language) -> list[dict[str, Any]]:
    """The errors as the `errors` list of an answer in that language carries them, each with `extensions.code`.

    The same unexpected error at the same place is logged once, however many nodes it happened at, and after
    the first hundred errors of an answer the rest is only counted.
    """
    logged: dict[tuple[str, str], str] = {}
    shown = [_formatted(error, logged, language) for error in errors[:_SHOWN_ERRORS]]
    if len(errors) > _SHOWN_ERRORS:
        count = len(errors) - _SHOWN_ERRORS
        told = Told(f"and {count} more errors", f"还有 {count} 个错误").text(language)
        shown.append({"message": told, "extensions": shown[-1]["extensions"]})
    return shown


def _formatted(error: GraphQLError, logged: dict[tuple[str, str], str], language: Language) -> dict[str, Any]:
    cause: Exception = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    shown: dict[str, Any] = dict(error.formatted)
    code = code_of(cause)
    if isinstance(cause, GraphQLError) and _is_about_the_request(error):
        code = BAD_USER_INPUT
        if isinstance(cause, DocumentRefused):  # GraphQL's own words may stand around those of a value
            shown["message"] = error.message.replace(cause.told, cause.told.text(language))
    elif code == INTERNAL:
        place = type(cause).__name__, (places_of(cause) or [""])[-1]
        if place not in logged:
            logged[place] = log_masked(cause)
        shown["message"] = _masked_message(logged[place]).text(language)
    else:
        shown["message"] = message_of(cause, code).text(language)
    shown["extensions"] = {"code": code}
    if isinstance(cause, NotInGraph) and cause.suggestions:
        shown["extensions"]["suggestions"] = [node._asdict() for node in cause.suggestions]
    return shown


def _is_about_the_request(error: GraphQLError) -> bool:
    """Syntax, validation and variables have no path; with one, only an argument is the request's."""
    return not error.path or error.message.startswith("Argument ")


def refusal(told: Told, code: str, language: Language) -> dict[str, Any]:
    """An answer that is only one error."""
    return {"errors": [{"message": told.text(language), "extensions": {"code": code}}]}


def log_masked(error: Exception) -> str:
    """Logs where an unexpected error came from, and returns the id it is logged under.

    The error's text is left out: it may quote a person's data.
    """
    error_id = uuid.uuid4().hex
    log.error("unexpected_error", error_id=error_id, error_type=type(error).__name__, stack=places_of(error))
    return error_id


def _masked_message(error_id: str) -> Told:
    return Told(
        f"something went wrong here; the log has it under {error_id}", f"服务出现错误；日志中的编号为 {error_id}"
    )
