"""Settings from a `.env` file: lines NAME=VALUE, also with `export`, quotes and comments."""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

from dotenv import dotenv_values
from dotenv.parser import Binding, parse_stream

from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.text_file import read_text_file

ENV_FILE = Path(".env")


class Assignment(NamedTuple):
    """One line that sets a variable; None for the value of a line that only names it."""

    name: str
    value: str | None
    line: int


def read_env_file(path: Path) -> list[Assignment]:
    """The assignments of the file; none when there is no such file. QuestionRejected names a line that is none."""
    if not path.is_file():
        return []
    text = read_text_file(path)
    bindings = [(binding, _line(binding)) for binding in parse_stream(io.StringIO(text))]
    for binding, line in bindings:
        if binding.error:
            raise QuestionRejected(
                Told(f"{path}, line {line}: expected NAME=VALUE", f"{path}，第 {line} 行：应为 NAME=VALUE")
            )
    values = dotenv_values(stream=io.StringIO(text))  # with ${OTHER} filled in
    return [Assignment(binding.key, values[binding.key], line) for binding, line in bindings if binding.key]


def _line(binding: Binding) -> int:
    """Where the statement stands: the blank lines before it are part of what was read."""
    read = binding.original.string
    blank = read[: len(read) - len(read.lstrip())]
    return binding.original.line + blank.count("\n")
