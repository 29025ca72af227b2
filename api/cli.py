"""The `guanxi` command: one module of `api.commands` per group of subcommands."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from api.commands import ask, exchange, neo4j_server, rates, refreshing, review, service
from api.commands.command_line import Group
from api.commands.output import any_terminal
from api.commands.speaking import in_chinese, spoken
from graph.messages.told import Told

app = typer.Typer(name="guanxi", cls=Group, no_args_is_help=True)
service.register(app)
exchange.register(app)
refreshing.register(app)
review.register(app)
app.add_typer(ask.app, name="ask")
app.add_typer(rates.app, name="rates")
app.add_typer(neo4j_server.app, name="neo4j")


def _tell_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"guanxi {version('guanxi')}")
        raise typer.Exit


@app.callback(help=in_chinese("重点客户的关系情报。"))
def guanxi(
    is_version_wanted: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_tell_version,
            is_eager=True,
            help=spoken(Told("Show the version and exit.", "显示版本并退出。")),
        ),
    ] = False,
) -> None:
    """Relationship intelligence for key accounts."""


def main() -> None:
    """Runs the command that was typed."""
    with any_terminal():
        app()


if __name__ == "__main__":
    main()
