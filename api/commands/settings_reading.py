"""Settings for a command: what the environment and `.env` say, with the command's own options on top."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console

from graph.env_file import Assignment, read_env_file
from graph.errors import QuestionRejected
from graph.setting_names import is_unknown, nearest_setting
from graph.settings import PREFIX, VARIABLES, Settings
from graph.store_url import embedded_file

ENV_FILE = Path(".env")
_notes = Console(stderr=True, highlight=False)

Store = Annotated[
    str | None,
    typer.Option(
        help="Store: sqlite:///path/of/the/file, memory:, neo4j://host or bolt://host; "
        "GUANXI_STORE_URL when left out."
    ),
]
"""The option of every command that opens a store."""


def read_settings(**options: Any) -> Settings:
    """The settings; options that are None leave what the environment says, and else `.env`.

    QuestionRejected names every variable that is nearly a setting's, and every one whose value is not allowed,
    without the value: it may be a secret. One that is like no setting is told on standard error.
    """
    assignments = read_env_file(ENV_FILE)
    _check_names(assignments)
    typed = {name: value for name, value in options.items() if value is not None}
    in_environment = {name.upper() for name, value in os.environ.items() if value}
    in_file = {
        assigned.name.upper(): assigned for assigned in assignments if assigned.name.upper() not in in_environment
    }
    known = {f"{PREFIX}{name.upper()}": name for name in Settings.model_fields}
    from_file = {known[name]: assigned.value for name, assigned in in_file.items() if name in known}
    given = {name: value for name, value in from_file.items() if value} | typed
    try:
        return Settings(**given)
    except ValidationError as error:
        problems = [
            f"{_place(str(item['loc'][0]), typed, in_file)}: {item['msg'].removeprefix('Value error, ')}"
            for item in error.errors()
        ]
        raise QuestionRejected("; ".join(problems)) from None


def read_settings_of_a_store(store_url: str | None) -> Settings:
    """The settings for a command that asks a store, and so has to find one: a new one would answer nothing.

    QuestionRejected when it is a file that is not there; else as `read_settings`.
    """
    settings = read_settings(store_url=store_url)
    path = embedded_file(settings.store_url)
    if path is None or (path.exists() and not (path.is_file() and path.stat().st_size == 0)):
        return settings
    what = "this file is empty" if path.exists() else "there is no such file"
    raise QuestionRejected(
        f"{path}: expected a store, {what}; guanxi import, guanxi demo or guanxi serve makes "
        "one; GUANXI_STORE_URL or --store names another"
    )


def _check_names(assignments: Sequence[Assignment]) -> None:
    """QuestionRejected for names that are nearly those of settings: what was meant would be ignored."""
    found = [(name, "in the environment") for name in sorted(os.environ)]
    found += [(assigned.name, f"in {ENV_FILE}, line {assigned.line}") for assigned in assignments]
    misspelt = [
        f"{assigned.name} in {ENV_FILE}, line {assigned.line}: expected {assigned.name}=VALUE"
        for assigned in assignments
        if assigned.value is None and assigned.name.upper() in VARIABLES
    ]
    for name, place in found:
        if not is_unknown(name):
            continue
        nearest = nearest_setting(name)
        if nearest is None:
            told = f"guanxi: {name} {place} is no setting, and is ignored"
            _notes.print(told, style="yellow", markup=False, soft_wrap=True)
        else:
            misspelt.append(f"{name} {place} is no setting; did you mean {nearest}?")
    if misspelt:
        raise QuestionRejected("; ".join(misspelt))


def _place(field: str, typed: Mapping[str, Any], in_file: Mapping[str, Assignment]) -> str:
    """Where the value of a field was given."""
    if field in typed:
        return "--store" if field == "store_url" else f"--{field}"
    variable = f"{PREFIX}{field.upper()}"
    if variable in in_file:
        return f"{variable} in {ENV_FILE}, line {in_file[variable].line}"
    return f"{variable} in the environment"
