"""The commands of `guanxi ask`, one for each question, made when one is called for: the schema takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Annotated, Any

import orjson
import typer
from graphql import GraphQLField
from rich.console import Console

from api.commands.asking.options import options_of, parameter_of, variables_of
from api.commands.asking.questions import WITHOUT_NOISE, answer_of, operation
from api.commands.asking.running import run_operation
from api.commands.asking.tables import print_answer, words
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings_of_a_store

_WIDE = 10_000
"""Columns of a table that goes to a file or another program."""

_JSON = Parameter(
    "json",
    Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[bool, typer.Option("--json", help="As JSON, in the shape that GraphQL gives.")],
)
_STORE = Parameter(
    "store",
    Parameter.KEYWORD_ONLY,
    default=None,
    annotation=Store,
)


def command_of(name: str, question: GraphQLField) -> Callable[..., None]:
    """The function that Typer makes the question's command of."""

    defaults = WITHOUT_NOISE.get(name, {})

    def ask(*, json: bool, store: str | None, **given: Any) -> None:
        with clear_errors():
            settings = read_settings_of_a_store(store)
            variables = variables_of(question, given, defaults)
            data = asyncio.run(run_operation(settings, operation(name, variables), variables))
        answer = answer_of(name, data)
        if json:
            typer.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2))
        elif answer is None:
            typer.echo("There is no such thing.", err=True)
            raise typer.Exit(1)
        else:
            print_answer(_screen(), words(_title(name)), answer)

    parameters = [parameter_of(option, defaults) for option in options_of(question)]
    parameters.sort(key=lambda one: one.default is not Parameter.empty)
    parameters += [_JSON, _STORE]
    ask.__doc__ = question.description
    ask.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    ask.__annotations__ = {one.name: one.annotation for one in parameters}
    return ask


def _title(name: str) -> str:
    return name.replace("-", " ")


def _screen() -> Console:
    """As wide as the terminal; wide enough for every column elsewhere."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=_WIDE)
