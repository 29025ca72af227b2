"""Settings for a command: what the environment says, with the command's own options on top."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from graph.errors import QuestionRejected
from graph.open_store import embedded_file
from graph.settings import Settings


def read_settings(**options: Any) -> Settings:
    """The settings; options that are None leave what the environment says.

    QuestionRejected names every variable whose value is not allowed, without the value: it may be a secret.
    """
    try:
        return Settings(**{name: value for name, value in options.items() if value is not None})
    except ValidationError as error:
        problems = [f"GUANXI_{str(item['loc'][0]).upper()}: {item['msg']}" for item in error.errors()]
        raise QuestionRejected("; ".join(problems)) from None


def read_settings_of_a_store(store_url: str | None) -> Settings:
    """The settings for a command that asks a store, and so has to find one: a new one would answer nothing.

    QuestionRejected when it is a file that is not there; else as `read_settings`.
    """
    settings = read_settings(store_url=store_url)
    path = embedded_file(settings.store_url)
    if path is not None and not path.exists():
        raise QuestionRejected(
            f"{path}: expected a store, there is no such file; guanxi import, guanxi demo or guanxi serve makes "
            "one; GUANXI_STORE_URL or --store names another"
        )
    return settings
