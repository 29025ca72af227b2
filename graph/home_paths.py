"""Paths that begin with `~`, where no shell has filled it in: in settings, and in options such as --output=~/x."""

from __future__ import annotations

from pathlib import Path


def in_home(path: Path) -> Path:
    """The path with `~` or `~user` as that home folder; ValueError for a user without one.

    >>> str(in_home(Path("var/guanxi.db")))
    'var/guanxi.db'
    """
    try:
        return path.expanduser()
    except RuntimeError:
        raise ValueError(f"{path}: there is no home folder of {path.parts[0]}") from None
