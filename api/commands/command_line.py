"""The command line's own words, which are Typer's in English: usage, the panels of help, and what it refuses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import typer
from pydantic import ValidationError
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from api.commands.speaking import in_chinese, language_spoken, no_such_command, spoken
from api.commands.wrong_values import why_wrong
from graph.messages.language import Language
from graph.messages.told import Told

_USAGE = Told("Usage: ", "用法：")
_OPTIONS = {
    "--help": Told("Show this message and exit.", "显示此说明并退出。"),
    "--install-completion": Told("Install completion for the current shell.", "为当前 shell 安装命令补全。"),
    "--show-completion": Told(
        "Show completion for the current shell, to copy it or customize the installation.",
        "显示当前 shell 的命令补全脚本，以便复制或自定义安装。",
    ),
}
_A_DAY = "应为日期，如 2026-03-31"
_CONSTANTS = {
    "DEFAULT_STRING": Told("[default: {}]", "[默认：{}]"),
    "REQUIRED_LONG_STRING": Told("[required]", "[必填]"),
    "ARGUMENTS_PANEL_TITLE": Told("Arguments", "参数"),
    "OPTIONS_PANEL_TITLE": Told("Options", "选项"),
    "COMMANDS_PANEL_TITLE": Told("Commands", "命令"),
    "ERRORS_PANEL_TITLE": Told("Error", "错误"),
    "ABORTED_TEXT": Told("Aborted.", "已中止。"),
    "RICH_HELP": Told(
        "Try [blue]'{command_path} {help_option}'[/] for help.",
        "可用 [blue]'{command_path} {help_option}'[/] 查看说明。",
    ),
}
"""What Typer prints around help and errors, by the names that it keeps them under (`typer.rich_utils`)."""


class NotTaken(typer.BadParameter):
    """A command line that Typer does not take, with all that is said of it."""

    def format_message(self) -> str:
        """As it is."""
        return self.message


class Command(TyperCommand):
    """A command in the language that is spoken; in English all is left to Typer."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer does. NotTaken in Chinese."""
        with _in_words(is_help=not args and self.no_args_is_help):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """As Typer does. NotTaken in Chinese."""
        with _in_words():
            return super().invoke(ctx)

    def get_params(self, ctx: Any) -> list[Any]:
        """Typer's own among them with their help."""
        return _described(super().get_params(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that says how the command is written."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), spoken(_USAGE))


class Group(TyperGroup):
    """The same for commands with subcommands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As Typer does. NotTaken in Chinese."""
        with _in_words(is_help=not args and self.no_args_is_help):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The subcommand; a name that is none ends with the ones that may be meant."""
        if (
            language_spoken() is Language.ZH
            and not args[0].startswith("-")
            and self.get_command(ctx, args[0]) is None
        ):
            near = get_close_matches(args[0], self.list_commands(ctx))
            raise NotTaken(spoken(no_such_command(args[0], near)), ctx=ctx)
        return super().resolve_command(ctx, args)

    def get_params(self, ctx: Any) -> list[Any]:
        """Typer's own among them with their help."""
        return _described(super().get_params(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that says how the command is written."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), spoken(_USAGE))


def add_command(
    app: typer.Typer, name: str | None = None, *, chinese: str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds a function to the application as a command; its help is its docstring or, in Chinese, the text."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        app.command(name, cls=Command, help=in_chinese(chinese))(function)
        return function

    return add


@contextmanager
def _in_words(*, is_help: bool = False) -> Iterator[None]:
    """What is refused within, in the language that is spoken; what help is shown for is no refusal."""
    _set_constants()
    try:
        yield
    except TyperException as error:
        if is_help or isinstance(error, NotTaken) or language_spoken() is Language.EN:
            raise
        raise NotTaken(_refusal(error), ctx=getattr(error, "ctx", None)) from None


def _refusal(error: TyperException) -> str:
    """What Typer refuses, in Chinese; by what it tells of it beside its text."""
    param, hint = getattr(error, "param", None), getattr(error, "param_hint", None)
    named = hint or (None if param is None else param.get_error_hint())
    if hasattr(error, "param_type"):
        is_argument = param is not None and param.param_type_name == "argument"
        return f"缺少{'参数' if is_argument else '选项'} {named}。"
    if isinstance(error, typer.BadParameter):
        return f"值无效：{_why(error)}" if named is None else f"{named} 的值无效：{_why(error)}"
    option = getattr(error, "option_name", None)
    if option is None:
        return "有多余的参数。"
    if not hasattr(error, "possibilities"):
        return f"选项 {option!r} 的用法有误：缺少值，或不应有值。"
    meant = f"是否指 {'、'.join(sorted(error.possibilities))}？" if error.possibilities else ""
    return f"没有选项 {option}。{meant}"


def _why(error: typer.BadParameter) -> str:
    """What is wrong with a value: Typer reads it by pydantic, our own readers tell it in words."""
    if isinstance(error.__cause__, ValidationError):
        return "；".join(map(_why_unread, error.__cause__.errors()))
    return error.message


def _why_unread(item: Mapping[str, Any]) -> str:
    """Of Typer's readers that of days alone says in words of its own what it does not take."""
    return _A_DAY if item["type"] == "value_error" else why_wrong(item).chinese


def _described(params: list[Any]) -> list[Any]:
    for param in params:
        told = _OPTIONS.get(param.opts[0])
        if told is not None:
            param.help = spoken(told)
    return params


def _set_constants() -> None:
    """In English only to set them back: who needs no help need not wait for Typer's screens."""
    if language_spoken() is Language.EN and "typer.rich_utils" not in sys.modules:
        return
    from typer import rich_utils

    for name, told in _CONSTANTS.items():
        setattr(rich_utils, name, spoken(told))
