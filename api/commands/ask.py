"""`guanxi ask`: any question in the terminal, as tables or as JSON."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperGroup


class QuestionGroup(TyperGroup):
    """The commands come from the GraphQL schema, which is loaded when one of them is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        """One for each question, in the order of the schema."""
        from api.commands.asking.questions import questions

        return list(questions())

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The question's command; a name that is none ends with the ones that may be meant."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            near = get_close_matches(name, self.list_commands(ctx))
            meant = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
            ctx.fail(f"No such command {name!r}.{meant}")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The question's command; None for a name that is none."""
        from api.commands.asking.command import command_of
        from api.commands.asking.questions import questions

        question = questions().get(cmd_name)
        if question is None:
            return None
        made = typer.Typer(add_completion=False)
        made.command(name=cmd_name)(command_of(cmd_name, question))
        return typer.main.get_command(made)


app = typer.Typer(cls=QuestionGroup, no_args_is_help=True)


@app.callback()
def ask() -> None:
    """Ask a question: its arguments are options. The answer comes as tables, or with --json as JSON.

    Tables leave out what findings rest on, and shorten long lists within a row; JSON has everything.
    """
