"""What a command prints, whatever to: terminals of any encoding, files, pipes that are closed early."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from api.commands.speaking import spoken
from graph.messages.told import Told


@contextmanager
def any_terminal() -> Iterator[None]:
    """Around a whole command: what the terminal cannot show is replaced, and a reader who stops ends it quietly.

    Exit code 1 when not everything could be written.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        _leave_the_rest()
        sys.exit(1)
    except OSError as error:
        _leave_the_rest()
        told = Told(
            f"guanxi: the output cannot be written: {error.strerror}", f"guanxi：无法写出结果：{error.strerror}"
        )
        typer.echo(spoken(told), err=True)
        sys.exit(1)


def _leave_the_rest() -> None:
    """Python would complain about what could not be written when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def print_exactly(text: str) -> None:
    """Prints what programs read: in UTF-8 whatever the locale is. A terminal is shown what it can show."""
    is_shown = sys.stdout is not None and sys.stdout.isatty()
    typer.echo(text if is_shown else text.encode(), nl=False)
