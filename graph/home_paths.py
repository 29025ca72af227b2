"""Paths that begin with `~`, where no shell has filled it in: in settings, and in options such as --output=~/x."""

from __future__ import annotations

from pathlib import Path

from graph.messages.told import Told, ToldError


class NoHome(ToldError, ValueError):
    """A path begins with the home folder of a user without one."""


def in_home(path: Path) -> Path:
    """The path with `~` or `~user` as that home folder; NoHome for a user without one.

    >>> str(in_home(Path("var/guanxi.db")))
    'var/guanxi.db'
    """
    try:
        return path.expanduser()
    except RuntimeError:
        raise NoHome(
            Told(f"{path}: there is no home folder of {path.parts[0]}", f"{path}：{path.parts[0]} 没有主目录")
        ) from None
