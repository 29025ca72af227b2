"""The language of whoever types commands: GUANXI_LANGUAGE of the environment, else of `.env`, else the locale."""

from __future__ import annotations

import os
from collections.abc import Sequence

from graph.env_file import ENV_FILE, read_env_file
from graph.messages.language import Language, language_of_locale
from graph.messages.told import Told, ToldError

_SETTING = "GUANXI_LANGUAGE"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What says which language messages are in, the first that has a value."""


def language_spoken() -> Language:
    """The language; the locale's when the setting is wrong, which is told by whoever reads all settings."""
    wanted = _set() or ""
    if wanted.lower() in tuple(Language):
        return Language(wanted.lower())
    return language_of_locale(next(filter(None, map(os.environ.get, _LOCALE)), None))


def _set() -> str | None:
    """The setting as it is written; names are the same in small letters, and an empty value is none."""
    for name, value in os.environ.items():
        if name.upper() == _SETTING and value.strip():
            return value.strip()
    try:
        written = {assigned.name.upper(): assigned.value for assigned in read_env_file(ENV_FILE)}
    except (ToldError, OSError):
        return None
    return (written.get(_SETTING) or "").strip() or None


def spoken(told: Told) -> str:
    """What is told, in that language."""
    return told.text(language_spoken())


def in_chinese(help: str) -> str | None:
    """The help of a command in Chinese, where that is spoken; None has Typer take the English, its docstring."""
    return help if language_spoken() is Language.ZH else None


def no_such_command(name: str, near: Sequence[str]) -> Told:
    """What is said of a command that is none, with those that may be meant."""
    meant = Told("", "")
    if near:
        quoted = list(map(repr, near))
        meant = Told(f" Did you mean {' or '.join(quoted)}?", f"是否指 {' 或 '.join(quoted)}？")
    return Told(f"No such command {name!r}.{meant}", f"没有命令 {name!r}。{meant.chinese}")
