"""Settings for a command: what the environment says, with the command's own options on top."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from graph.errors import QuestionRejected
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
