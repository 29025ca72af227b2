"""The commands of `guanxi ask`, one for each question, made when one is called for: the schema takes a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from inspect import Parameter, Signature
from typing import Annotated, Any

import orjson
import typer
from graphql import GraphQLField
from rich.console import Console

from api.commands.asking.csv_printing import print_table
from api.commands.asking.enumerations import in_words
from api.commands.asking.names import with_keys
from api.commands.asking.options import options_of, parameter_of, variables_of
from api.commands.asking.questions import WITHOUT_NOISE, answer_of, camel, operation
from api.commands.asking.running import run_operation
from api.commands.asking.tables import print_answer
from api.commands.output import print_exactly
from api.commands.plain_errors import clear_errors
from api.commands.settings_reading import Store, read_settings_of_a_store
from api.commands.speaking import spoken
from api.log_setup import configure_logs
from graph.messages.told import Told, in_both

_WIDE = 10_000
"""Columns of a table that goes to a file or another program."""

_JSON = Parameter(
    "json",
    Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool,
        typer.Option(
            "--json",
            help=spoken(Told("As JSON, in the shape that GraphQL gives.", "以 JSON 输出，形式与 GraphQL 相同。")),
        ),
    ],
)
_CSV = Parameter(
    "csv",
    Parameter.KEYWORD_ONLY,
    default=False,
    annotation=Annotated[
        bool,
        typer.Option(
            "--csv",
            help=spoken(
                Told(
                    "As CSV: the first list of the answer, or the table that --table names.",
                    "以 CSV 输出：答案的第一个列表，或 --table 指定的表。",
                )
            ),
        ),
    ],
)
_TABLE = Parameter(
    "table",
    Parameter.KEYWORD_ONLY,
    default=None,
    annotation=Annotated[
        str | None,
        typer.Option(
            "--table",
            help=spoken(
                Told(
                    "The table to give as CSV; a wrong name is told the right ones.",
                    "以 CSV 输出的表；名称有误时会列出可用的名称。",
                )
            ),
        ),
    ],
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

    def ask(*, json: bool, csv: bool, table: str | None, store: str | None, **given: Any) -> None:
        if json and (csv or table is not None):
            raise typer.BadParameter(
                spoken(Told("either --json or --csv, not both", "--json 与 --csv 只能选一个"))
            )
        with clear_errors():
            settings = read_settings_of_a_store(store)
            configure_logs(settings.log_level)
            variables = variables_of(question, given, defaults)
            prepare = partial(with_keys, question)
            data = asyncio.run(run_operation(settings, operation(name, variables), variables, prepare))
            answer = answer_of(name, data)
            if json:
                print_exactly(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode() + "\n")
            elif answer is None:
                typer.echo(spoken(Told("There is no such thing.", "没有找到。")), err=True)
                raise typer.Exit(1)
            elif csv or table is not None:
                print_table(name, answer, table)
            else:
                print_answer(_screen(), camel(name), in_words(question.type, answer))

    parameters = [parameter_of(option, defaults) for option in options_of(question)]
    parameters.sort(key=lambda one: one.default is not Parameter.empty)
    parameters += [_JSON, _CSV, _TABLE, _STORE]
    ask.__doc__ = spoken(in_both(question.description or ""))
    ask.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    ask.__annotations__ = {one.name: one.annotation for one in parameters}
    return ask


def _screen() -> Console:
    """As wide as the terminal; wide enough for every column elsewhere."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=_WIDE)
