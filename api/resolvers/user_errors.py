"""Refusals of the store's rules as user errors of a payload."""

from __future__ import annotations

from collections.abc import Sequence

from strawberry.utils.str_converters import to_camel_case

from api.types.payloads import UserError, UserErrorCode
from graph.errors import BadInput, Problem
from graph.messages.told import Told
from queries.work_items import NAME_LIMIT, NOTE_LIMIT, SOME_TEXT, at_most


def user_errors(refused: BadInput, prefix: Sequence[str]) -> list[UserError]:
    """One for each problem: the prefix and the column are its path."""
    return [bad_input([*prefix, *_column(problem)], _message(problem)) for problem in refused.problems]


def row_errors(refused: BadInput, prefix: Sequence[str], rows: Sequence[int], file: str) -> list[UserError]:
    """The same for problems of that file, whose rows, counted from 1, are those places of a list argument."""
    return [
        bad_input([*prefix, *_place(problem, rows, file), *_column(problem)], _message(problem))
        for problem in refused.problems
    ]


def bad_input(path: list[str], told: Told) -> UserError:
    """A problem with what was given."""
    return UserError(path=path, told=told, code=UserErrorCode.BAD_USER_INPUT)


def conflict(path: list[str], told: Told) -> UserError:
    """Somebody else was faster."""
    return UserError(path=path, told=told, code=UserErrorCode.CONFLICT)


def signature_errors(prefix: Sequence[str], **texts: str | None) -> list[UserError]:
    """What is wrong with who did something and why: `actor` is required, `note` and `reason` may be left out."""
    errors = []
    for name, text in texts.items():
        limit = NAME_LIMIT if name == "actor" else NOTE_LIMIT
        if (text is None and name == "actor") or (text is not None and not text.strip()):
            errors.append(bad_input([*prefix, name], SOME_TEXT))
        elif text is not None and len(text) > limit:
            errors.append(bad_input([*prefix, name], at_most(limit)))
    return errors


def _column(problem: Problem) -> list[str]:
    return [to_camel_case(problem.column)] if problem.column else []


def _place(problem: Problem, rows: Sequence[int], file: str) -> list[str]:
    return [file, str(rows[problem.row - 1])] if problem.file == file and problem.row is not None else []


def _message(problem: Problem) -> Told:
    if problem.value is None:
        return problem.advice
    return Told(f"{problem.value!r}: {problem.advice}", f"{problem.value!r}：{problem.advice.chinese}")
