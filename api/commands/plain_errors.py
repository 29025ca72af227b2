"""Errors of a command, for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from graph.errors import QuestionRejected, RelationshipError

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
    except (RelationshipError, ValueError, OSError) as error:
        _screen.print(f"guanxi: {_plain(error)}", style="red", markup=False, soft_wrap=True)
        raise typer.Exit(2 if isinstance(error, AmbiguousName) else 1) from None


def _plain(error: Exception) -> str:
    """The error's text; of one of the system its file and what is the matter, without numbers."""
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    told = error.strerror.lower()
    return told if error.filename is None else f"{error.filename}: {told}"
