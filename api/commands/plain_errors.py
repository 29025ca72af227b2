"""Errors of a command, for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from graph.errors import RelationshipError

_screen = Console(stderr=True, highlight=False)


@contextmanager
def clear_errors() -> Iterator[None]:
    """Ends the command with one plain sentence instead of a traceback."""
    try:
        yield
    except (RelationshipError, ValueError, OSError) as error:
        _screen.print(f"guanxi: {error}", style="red", markup=False)
        raise typer.Exit(1) from None
