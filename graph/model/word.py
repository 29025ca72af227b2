"""What a word of the field is: the text that stores, files and the API carry, and how people say it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Words(StrEnum):
    """An enumeration whose members say what they mean, in English and Chinese.

    A member equals its text. Declared as `TEXT = "TEXT", "English", "中文"`, then its meaning where that is
    more than both words, and other words that people write for it; `{english}` and `{chinese}` stand for both.

    >>> class Answer(Words):
    ...     YES = "YES", "Yes", "是"
    ...     NO = "NO", "No", "否", "Neither yes nor {chinese}.", ("nope", "不")
    >>> Answer.YES == "YES", Answer.YES.meaning, Answer.NO.meaning, Answer.NO.also
    (True, 'Yes 是.', 'Neither yes nor 否.', ('nope', '不'))
    """

    english: str
    chinese: str
    meaning: str
    also: tuple[str, ...]

    def __new__(
        cls,
        text: str,
        english: str = "",
        chinese: str = "",
        meaning: str = "{english} {chinese}.",
        also: tuple[str, ...] = (),
    ) -> Self:
        """The member of that text; the words are there where it is declared, not where it is looked up."""
        member = str.__new__(cls, text)
        member._value_ = text
        member.english = english
        member.chinese = chinese
        member.meaning = meaning.format(english=english, chinese=chinese)
        member.also = also
        return member

    @property
    def said(self) -> tuple[str, str, str, str, tuple[str, ...]]:
        """What declares it, for an enumeration of some members of another one."""
        return self.value, self.english, self.chinese, self.meaning, self.also
