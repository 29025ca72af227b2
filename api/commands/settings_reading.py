"""Settings for a command: what the environment and `.env` say, with the command's own options on top."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.console import Console

from api.commands.speaking import spoken
from api.commands.wrong_values import why_wrong
from graph.env_file import ENV_FILE, Assignment, read_env_file
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.setting_names import is_unknown, nearest_setting
from graph.settings import PREFIX, VARIABLES, Settings
from graph.store_url import embedded_file

_IN_ENVIRONMENT = Told("in the environment", "环境变量中")
_notes = Console(stderr=True, highlight=False)

Store = Annotated[
    str | None,
    typer.Option(
        help=spoken(
            Told(
                "Store: sqlite:///path/of/the/file, memory:, neo4j://host or bolt://host; "
                "GUANXI_STORE_URL when left out.",
                "存储库：sqlite:///文件路径、memory:、neo4j://host 或 bolt://host；省略时为 GUANXI_STORE_URL。",
            )
        )
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
        raise QuestionRejected(
            _joined([_refusal(_place(str(item["loc"][0]), typed, in_file), item) for item in error.errors()])
        ) from None


def read_settings_of_a_store(store_url: str | None) -> Settings:
    """The settings for a command that asks a store, and so has to find one: a new one would answer nothing.

    QuestionRejected when it is a file that is not there; else as `read_settings`.
    """
    settings = read_settings(store_url=store_url)
    path = embedded_file(settings.store_url)
    if path is None or (path.exists() and not (path.is_file() and path.stat().st_size == 0)):
        return settings
    what = Told("there is no such file", "没有此文件")
    if path.exists():
        what = Told("this file is empty", "此文件为空")
    raise QuestionRejected(
        Told(
            f"{path}: expected a store, {what}; guanxi import, guanxi demo or guanxi serve makes "
            "one; GUANXI_STORE_URL or --store names another",
            f"{path}：应为存储库，{what.chinese}；guanxi import、guanxi demo 或 guanxi serve 会创建存储库；"
            "可用 GUANXI_STORE_URL 或 --store 指定其他存储库",
        )
    )


def _check_names(assignments: Sequence[Assignment]) -> None:
    """QuestionRejected for names that are nearly those of settings: what was meant would be ignored."""
    found = [(name, _IN_ENVIRONMENT) for name in sorted(os.environ)]
    found += [(assigned.name, _in_file(assigned)) for assigned in assignments]
    misspelt = [
        Told(
            f"{assigned.name} {_in_file(assigned)}: expected {assigned.name}=VALUE",
            f"{_in_file(assigned).chinese}的 {assigned.name}：应为 {assigned.name}=VALUE",
        )
        for assigned in assignments
        if assigned.value is None and assigned.name.upper() in VARIABLES
    ]
    for name, place in found:
        if not is_unknown(name):
            continue
        nearest = nearest_setting(name)
        if nearest is None:
            told = Told(
                f"guanxi: {name} {place} is no setting, and is ignored",
                f"guanxi：{place.chinese}的 {name} 不是设置项，已忽略",
            )
            _notes.print(spoken(told), style="yellow", markup=False, soft_wrap=True)
        else:
            misspelt.append(
                Told(
                    f"{name} {place} is no setting; did you mean {nearest}?",
                    f"{place.chinese}的 {name} 不是设置项；是否指 {nearest}？",
                )
            )
    if misspelt:
        raise QuestionRejected(_joined(misspelt))


def _joined(told: Sequence[Told]) -> Told:
    return Told("; ".join(told), "；".join(one.chinese for one in told))


def _refusal(place: Told, item: Mapping[str, Any]) -> Told:
    why = why_wrong(item)
    return Told(f"{place}: {why}", f"{place.chinese}：{why.chinese}")


def _in_file(assigned: Assignment) -> Told:
    return Told(f"in {ENV_FILE}, line {assigned.line}", f"{ENV_FILE} 第 {assigned.line} 行")


def _place(field: str, typed: Mapping[str, Any], in_file: Mapping[str, Assignment]) -> Told:
    """Where the value of a field was given."""
    if field in typed:
        option = "--store" if field == "store_url" else f"--{field}"
        return Told(option, option)
    variable = f"{PREFIX}{field.upper()}"
    place = _in_file(in_file[variable]) if variable in in_file else _IN_ENVIRONMENT
    return Told(f"{variable} {place}", f"{place.chinese}的 {variable}")
