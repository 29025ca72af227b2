"""Finding by text: what is searched, and what is typed, written alike.

Case, width, accents, normal forms, apostrophes, invisible characters and the number of blanks make no difference;
Chinese is found by its pinyin too, whole, by syllables or by initials. A node's search text is derived data: the
stores keep it beside each node and match it word by word, so that both find the same.
"""

from __future__ import annotations

import re
import string
import unicodedata
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from graph.errors import QuestionRejected
from graph.messages.told import Told

WORD_LIMIT = 20
"""Words that one text to look for may have."""
_READING_LIMIT = 16
_READ_LENGTH = 1_000
"""Characters of a name or a title that are read as pinyin; nobody types what stands behind them."""
_NAME_LENGTH = 4
_PIECE_LENGTH = 3
_PIECE_LIMIT = 12

_ALIKE = {
    **dict.fromkeys("'’‘ʼʻ`´", ""),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("•・‧∙", "·"),
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
"""Signs that are typed one for the other, and letters whose accent Unicode does not take for one."""
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Of the scripts in which a mark only accents a letter; Indic, Japanese and others mean another letter by theirs.
_REPLACED = re.compile(f"[{''.join(_ALIKE)}{_UNSEEN}{_ACCENTS}]")
_SIGNS = str.maketrans(dict.fromkeys(string.punctuation, " "))
_PART = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_ROUNDED = re.compile("[ln]v")
_ROUNDED_AS_WRITTEN = re.compile("([ln])u\u0308")


def folded(text: str) -> str:
    """The text as it is compared: in one form whatever the case, width, accents and blanks.

    >>> folded("  Jose\u0301 ＧＡＲＣÍＡ ")
    'jose garcia'
    >>> folded("İpek O’Neill")
    'ipek oneill'
    """
    return " ".join(_plain(text).split())


def squeezed(text: str) -> str:
    """The folded text without blanks.

    >>> squeezed("王　伟")
    '王伟'
    """
    return "".join(_plain(text).split())


class Sought(NamedTuple):
    """A text to look for."""

    words: tuple[str, ...]
    """Every one of them is to be found; none when the text is blank."""
    whole: str
    """All of it without blanks."""

    @property
    def as_name(self) -> str:
        """What the search text holds of a node with that name or key."""
        return f"\n{self.whole}\n"

    @property
    def as_beginning(self) -> str:
        """What the search text holds of a node whose name or key begins so."""
        return f"\n{self.whole}"

    @property
    def as_beginnings(self) -> tuple[str, ...]:
        """What the search text holds of a node with words that begin like each of the words."""
        return tuple(f" {word}" for word in self.words)


def sought(text: str) -> Sought:
    """The text as it is looked for; QuestionRejected for more words than WORD_LIMIT."""
    words = tuple(dict.fromkeys(_plain(text).split()))
    if len(words) > WORD_LIMIT:
        raise QuestionRejected(
            Told(
                f"text: {len(words)} words: expected at most {WORD_LIMIT}",
                f"text：{len(words)} 个词：最多 {WORD_LIMIT} 个",
            )
        )
    return Sought(words, squeezed(text))


def search_text(key: str, name: str | None, *others: str | None) -> str:
    """What a node is searched in: its name and key on lines of their own, then every word with a blank before it.

    Words with signs in them are followed by their parts, Chinese ones by their pinyin.

    >>> search_text("p-1", "王 伟", "CTO")
    '\\n王伟\\np-1\\n 王 伟 p-1 cto p 1 wang wei wangwei ww yu yuwei yw'
    """
    given = "\0".join([name or "", key, *(other or "" for other in others)])
    plain = _plain(given)
    plain_name, plain_key, *plain_others = plain.split("\0")
    whole_name = plain_name.replace(" ", "") if plain_name.isprintable() else "".join(plain_name.split())
    words = dict.fromkeys(plain.replace("\0", " ").split())
    if plain.isascii():
        words.update(dict.fromkeys(plain.translate(_SIGNS).replace("\0", " ").split()))
    else:
        words.update(dict.fromkeys(_PART.findall(plain)))
        words.update(dict.fromkeys(_pinyin(whole_name[:_READ_LENGTH], is_name=True)))
        for other in plain_others:
            words.update(dict.fromkeys(_pinyin("".join(other.split())[:_READ_LENGTH], is_name=False)))
    if not given.isascii():
        words.update(dict.fromkeys(_rounded(given)))
    return f"\n{whole_name}\n{''.join(plain_key.split())}\n {' '.join(words)}"


def is_called(name: str, text: str) -> bool:
    """Whether the text is the name or whole words of it, in any order; of Chinese, whole syllables of its pinyin.

    >>> is_called("宁安 Ning An", "an ning"), is_called("张伟", "Zhang Wei"), is_called("Anna", "Ann")
    (True, True, False)
    """
    words = {squeezed(name), *folded(name).split(), *_PART.findall(folded(name)), *_rounded(name)}
    for run in _HAN.findall(squeezed(name)[:_READ_LENGTH]):
        for syllables in _readings(run):
            words.update(syllables)
            words.add("".join(syllables))
    typed = folded(text).split()
    return bool(typed) and (squeezed(text) in words or words.issuperset(typed))


def pieces(text: str) -> tuple[str, ...]:
    """Parts of the text, of which a text that is nearly the same holds many; those of its pinyin too."""
    found: dict[str, None] = {}
    for form in dict.fromkeys((squeezed(text), sound(text))):
        length = min(_PIECE_LENGTH, max(1, len(form) - 1))
        found.update(dict.fromkeys(form[at : at + length] for at in range(len(form) - length + 1)))
    step = -(-len(found) // _PIECE_LIMIT) or 1
    return tuple(found)[::step]


def sound(text: str) -> str:
    """The text with its Chinese as pinyin, in the likeliest reading, without blanks.

    >>> sound("张伟"), sound("Zhang Wei")
    ('zhangwei', 'zhangwei')
    """
    return _HAN.sub(lambda run: "".join(_readings(run[0])[0]), squeezed(text))


def _plain(text: str) -> str:
    """The folded text with the blanks that it has."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", _REPLACED.sub(lambda sign: _ALIKE.get(sign[0], ""), apart))


def _rounded(text: str) -> list[str]:
    """The words of the text with ü after l and n, as keyboards without it have them.

    >>> _rounded("Lü Bu")
    ['lv', 'bu']
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    as_typed = _ROUNDED_AS_WRITTEN.sub(r"\1v", apart)
    return [] if as_typed == apart else _PART.findall(_plain(as_typed))


@lru_cache(maxsize=65_536)
def _pinyin(text: str, *, is_name: bool) -> tuple[str, ...]:
    """Every run of Chinese in it as pinyin, in every reading; of a name the syllables and the initials too.

    Those of a title would be found by everybody's surname.
    """
    words: dict[str, None] = {}
    for run in _HAN.findall(text):
        for syllables in _readings(run):
            if is_name:
                words.update(dict.fromkeys(syllables))
            words["".join(syllables)] = None
            if is_name:
                words["".join([syllable[0] for syllable in syllables])] = None
    for word in [word for word in words if _ROUNDED.search(word)]:
        for vowel in ("u", "yu"):  # ü is typed v or u, and yu in passports
            words[_ROUNDED.sub(rf"\g<0>{vowel}", word).replace("v" + vowel, vowel)] = None
    return tuple(words)


def _readings(run: str) -> list[tuple[str, ...]]:
    """The readings of a run of Chinese.

    Of a name every one, as a polyphonic surname has a rarer one. What is longer is read by the words that the
    library knows; when that still leaves very many readings, only those of the first character are kept.
    """
    is_name = len(run) <= _NAME_LENGTH
    options = [_readings_of(character)[0] for character in run] if is_name else _readings_of(run)
    if prod(map(len, options)) > _READING_LIMIT:
        options = [options[0], *(readings[:1] for readings in options[1:])]
    return list(product(*options))


@lru_cache(maxsize=16_384)
def _readings_of(text: str) -> list[list[str]]:
    from pypinyin import Style, pinyin  # takes time and memory that a store without Chinese need not spend

    found = pinyin(text, style=Style.NORMAL, heteronym=True)
    return [list(dict.fromkeys(map(folded, readings))) for readings in found]
