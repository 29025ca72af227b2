"""How the policy's numbers are shown: each as a number or as a word, of a member where there are several."""

from __future__ import annotations

from typing import Any

MEMBER = "Which of several: a stage, a part, a severity, a grade, a trust level, a term, a currency."


def number_or_word(value: Any) -> tuple[float | None, str | None]:
    """The number, or the word that it is; neither when it is not set."""
    if value is None or isinstance(value, str):
        return None, value
    return float(value), None
