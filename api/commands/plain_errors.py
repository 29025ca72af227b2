"""Errors of a command, for people."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from api.commands.speaking import spoken
from graph.errors import QuestionRejected
from graph.messages.told import Told, ToldError, told_of

_OF_THE_SYSTEM = {
    errno.ENOENT: "没有此文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许此操作",
    errno.EEXIST: "文件已存在",
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "是文件夹",
    errno.ENOSPC: "磁盘空间不足",
    errno.EROFS: "文件系统只读",
    errno.ENAMETOOLONG: "文件名过长",
}
"""What the system says most, in Chinese; the rest is told in its own words."""
_screen = Console(stderr=True, highlight=False)


class AmbiguousName(QuestionRejected):
    """Several nodes are called by the name that was typed: there is another way to type it."""


@contextmanager
def clear_errors() -> Iterator[None]:
    """Ends the command with one plain sentence instead of a traceback."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads what is printed has stopped
    except (ToldError, ValueError, OSError) as error:
        told = _plain(error)
        line = spoken(Told(f"guanxi: {told}", f"guanxi：{told.chinese}"))
        _screen.print(line, style="red", markup=False, soft_wrap=True)
        raise typer.Exit(2 if isinstance(error, AmbiguousName) else 1) from None


def _plain(error: Exception) -> Told:
    """What it says; of an error of the system its file and what is the matter, without numbers."""
    if not isinstance(error, OSError) or error.strerror is None:
        return told_of(error)
    why = Told(error.strerror.lower(), _OF_THE_SYSTEM.get(error.errno or 0, error.strerror))
    if error.filename is None:
        return why
    return Told(f"{error.filename}: {why}", f"{error.filename}：{why.chinese}")
