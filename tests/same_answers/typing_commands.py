"""Types `guanxi` commands in one process, with the Python of whichever checkout it is started with.

Reads a list of commands as JSON, writes for each what was printed, what was told and the exit code. It knows
nothing of the checkout but the command.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import entry_points


def typed(command: list[str]) -> tuple[str, str, int]:
    """What the command printed and told, and its exit code."""
    printed, told = io.BytesIO(), io.BytesIO()
    sys.argv = ["guanxi", *command]
    code = 0
    output, errors = (io.TextIOWrapper(stream, encoding="utf-8", write_through=True) for stream in (printed, told))
    with redirect_stdout(output), redirect_stderr(errors):
        try:
            guanxi()
        except SystemExit as exit_:
            code = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
    return printed.getvalue().decode("utf-8"), told.getvalue().decode("utf-8"), code


guanxi = next(point for point in entry_points(group="console_scripts") if point.name == "guanxi").load()
answers = [typed(command) for command in json.load(sys.stdin)]
json.dump(answers, sys.stdout)
