"""Title words: what a job title is compared by, in languages with blanks between words and in those without."""

from __future__ import annotations

import re
from unicodedata import normalize

_WITHOUT_BLANKS = re.compile(
    r"[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Runs of Chinese characters and Japanese kana."""
_WORD = re.compile(r"[^\W_]+")


def title_words(title: str) -> frozenset[str]:
    """The words of a title, whatever its case and the width of its characters.

    Chinese and Japanese have no blanks: of them it is the pairs of neighbouring characters, or the only one.

    >>> sorted(title_words("VP, Ｓａｌｅｓ"))
    ['sales', 'vp']
    >>> sorted(title_words("采购总监 (IT)"))
    ['it', '总监', '购总', '采购']
    """
    text = normalize("NFKC", title).casefold()
    words = set(_WORD.findall(_WITHOUT_BLANKS.sub(" ", text)))
    for run in _WITHOUT_BLANKS.findall(text):
        words.update(run[place : place + 2] for place in range(max(1, len(run) - 1)))
    return frozenset(words)
