"""The languages that people are told things in, and which one somebody wants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model.word import Words


class Language(Words):
    """A language; its text is the tag that HTTP and documents name it by."""

    EN = "en", "English", "英文"
    ZH = "zh", "Chinese", "中文"

    @property
    def list_separator(self) -> str:
        """What stands between the members of a list."""
        return "、" if self is Language.ZH else ", "


def language_accepted(header: str | None) -> Language:
    """The language that an `Accept-Language` header prefers (RFC 9110); English when it fits none or says nothing.

    A range fits the languages that it begins with (`zh-Hans-CN` Chinese), `*` those that no other range names; of
    equal weights the first one wins. Weight 0 refuses a language. What is not well formed is passed over.

    >>> language_accepted("de, zh-CN;q=0.9, en;q=0.8"), language_accepted("fr"), language_accepted("en;q=0, *")
    (<Language.ZH: 'zh'>, <Language.EN: 'en'>, <Language.ZH: 'zh'>)
    """
    ranges = list(enumerate(_ranges(header or "")))

    def fit(language: Language) -> tuple[float, int]:
        named = [(weight, -place) for place, (tag, weight) in ranges if _language(tag) is language]
        others = [(weight, -place) for place, (tag, weight) in ranges if tag == "*"]
        return max(named or others or [(0.0, 0)])

    return max((language for language in Language if fit(language)[0]), key=fit, default=Language.EN)


def language_of_locale(name: str | None) -> Language:
    """The language of a locale as the environment names it; English for any that is not told of.

    >>> language_of_locale("zh_CN.UTF-8"), language_of_locale("C")
    (<Language.ZH: 'zh'>, <Language.EN: 'en'>)
    """
    return _language(re.split("[_.@]", name or "")[0]) or Language.EN


def _language(tag: str) -> Language | None:
    primary = tag.partition("-")[0].lower()
    return next((language for language in Language if language == primary), None)


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    for member in header.split(","):
        tag, *parameters = (part.strip() for part in member.split(";"))
        weight = _weight(parameters)
        if tag and weight is not None:
            yield tag, weight


def _weight(parameters: list[str]) -> float | None:
    """The weight of a range, 0 to 1; None when it is not well formed."""
    if not parameters:
        return 1.0
    name, _, value = (part.strip() for part in parameters[0].partition("="))
    is_number = value.replace(".", "", 1).isdecimal() and value.isascii()
    if len(parameters) > 1 or name.lower() != "q" or not is_number or float(value) > 1:
        return None
    return float(value)
