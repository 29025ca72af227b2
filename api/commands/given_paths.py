"""Paths as they are typed: `~` is the home folder also where the shell leaves it, as in --output=~/x."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from api.commands.speaking import spoken
from graph.home_paths import NoHome, in_home


def _read_path(typed: str) -> Path:
    try:
        return in_home(Path(typed))
    except NoHome as error:
        raise typer.BadParameter(spoken(error.told)) from None


PATH: dict[str, Any] = {"parser": _read_path, "metavar": "PATH"}
"""How an argument or option that is a path is read."""
