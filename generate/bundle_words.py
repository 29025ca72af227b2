"""The words of the columns in docs/bundle.md: how each may be written, and what it means."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.record_kinds import RECORD_KINDS
from graph.model.word import Words
from graph.model.words import Trust


def bundle_words() -> str:
    """A table for every enumeration that a column is of, in the order of the columns."""
    return "\n\n".join(_table(enumeration, columns) for enumeration, columns in _enumerations().items())


def _enumerations() -> dict[type[Words], list[str]]:
    found: dict[type[Words], list[str]] = {}
    for kind in RECORD_KINDS.values():
        for column in kind.columns:
            words = Trust if column.type.name == "TRUST" else column.words
            if words is not None:
                found.setdefault(words, []).append(f"`{kind.name}.{column.name}`")
    return found


def _table(enumeration: type[Words], columns: list[str]) -> str:
    return "\n".join(
        [
            f"{', '.join(columns)}:",
            "",
            "| word | or | meaning |",
            "|---|---|---|",
            *(f"| {word.value} | {', '.join(_others(word))} | {word.meaning} |" for word in enumeration),
        ]
    )


def _others(word: Words) -> Iterator[str]:
    """What else may be written for it, but for the name in other letters."""
    for text in (word.english, word.chinese, *word.also):
        if text.casefold() != word.value.replace("_", " ").casefold():
            yield text
