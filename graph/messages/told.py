"""What is told and gone, errors and what commands say: both languages at once, where it happens."""

from __future__ import annotations

from typing import Self

from graph.messages.language import Language


class Told(str):
    """What people are told, in both languages; as text it is the English.

    For what is shown soon after it is said. What is kept, or has parameters that depend on the language, is a
    `Message`.

    >>> told = Told("expected 2 people", "应为 2 人")
    >>> told, told.text(Language.ZH)
    ('expected 2 people', '应为 2 人')
    """

    __slots__ = ("chinese",)
    chinese: str

    def __new__(cls, english: str, chinese: str) -> Self:
        """The same in both languages."""
        told = super().__new__(cls, english)
        told.chinese = chinese
        return told

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """For pickle, by which errors of other processes come."""
        return type(self), (str(self), self.chinese)

    def text(self, language: Language) -> str:
        """It in that language."""
        return self.chinese if language is Language.ZH else str(self)


class ToldError(Exception):
    """An error that says in both languages what is the matter; its text is the English."""

    def __init__(self, told: Told) -> None:
        super().__init__(told)
        self.told = told


def in_both(text: str) -> Told:
    """A text in both languages: itself, where it is said in one alone."""
    return text if isinstance(text, Told) else Told(text, text)


def told_of(error: Exception) -> Told:
    """What an error says; of one from elsewhere its text in both languages, whatever language that is in."""
    return error.told if isinstance(error, ToldError) else in_both(str(error))
