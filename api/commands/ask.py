"""`guanxi ask`: any question in the terminal, as tables or as JSON."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import typer

from api.commands.command_line import Command, Group
from api.commands.speaking import in_chinese, no_such_command, spoken


class QuestionGroup(Group):
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
            ctx.fail(spoken(no_such_command(name, near)))
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The question's command; None for a name that is none."""
        from api.commands.asking.command import command_of
        from api.commands.asking.questions import questions

        question = questions().get(cmd_name)
        if question is None:
            return None
        made = typer.Typer(add_completion=False)
        made.command(name=cmd_name, cls=Command)(command_of(cmd_name, question))
        return typer.main.get_command(made)


_ASK = (
    "提出问题：参数即选项。答案以表格显示，或用 --json 输出 JSON。\n\n"
    "表格不含风险项的依据，并会缩短行内的长列表；JSON 包含全部内容。"
)
app = typer.Typer(cls=QuestionGroup, no_args_is_help=True)


@app.callback(help=in_chinese(_ASK))
def ask() -> None:
    """Ask a question: its arguments are options. The answer comes as tables, or with --json as JSON.

    Tables leave out what findings rest on, and shorten long lists within a row; JSON has everything.
    """
