"""The number formats of a workbook's cells, taken apart: ECMA-376 part 1, 18.8.30 and 18.8.31.

A code has up to four sections (above zero, below, zero, text), each made of digits to fill, literal text and
commands. What a code says but this module does not know for sure makes its section `UNSURE`, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from graph.exchange.bundle.limits import FORMAT_CODE_LIMIT

BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}
"""Codes that have a number only and no text in the file, where every language shows the same."""
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(50, 59), *range(71, 82)})
"""Numbers of dates and times; most have no text. 27 to 36 and 50 to 58 are Chinese, Japanese and Korean ones."""
_DATE_LETTERS = frozenset("ymdhsegba")
_PLAIN = frozenset(" $-+/():!^&'~{}<>=")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|_(?P<width>.)"
    r"|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<held>general|standard|g/(?:通用格式|標準|표준)|@)"  # in some files under the program's own language
    r"|(?P<half_day>am/pm|a/p|上午/下午)"
    r"|(?P<exponent>e[+-])"
    r"|(?P<digit>[0#?])"
    r"|(?P<one>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_COLOUR = re.compile(r"(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?[0-9]{1,2})", re.IGNORECASE)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-]*)(?:-[0-9A-Fa-f]{0,4})?")


class Shown(Enum):
    """What a section makes of a number."""

    NUMBER = auto()
    DATE = auto()
    DURATION = auto()  # hours, minutes or seconds that passed
    UNSURE = auto()  # scientific, fractions, numerals of other scripts, …


class PieceType(Enum):
    """What a piece of a section stands for."""

    LITERAL = auto()
    DIGIT = auto()  # 0, # or ?
    POINT = auto()
    COMMA = auto()
    PERCENT = auto()
    HELD = auto()  # what the cell holds, by General or @


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a section, and its text."""

    type: PieceType
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a code; `condition` says when it applies, if the code does."""

    shown: Shown
    pieces: tuple[Piece, ...] = ()
    condition: tuple[str, float] | None = None

    def has(self, type_: PieceType) -> bool:
        """Whether one of the pieces is of the type."""
        return any(piece.type is type_ for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A code's sections, at least one."""

    sections: tuple[Section, ...]

    def shows(self, shown: Shown) -> bool:
        """Whether numbers are shown so."""
        return any(section.shown is shown for section in self.sections[:3])

    @property
    def of_text(self) -> Section | None:
        """The section for cells that hold text; None where they show it as it is."""
        if len(self.sections) >= 4:
            return self.sections[3]
        last = self.sections[-1]
        return last if Piece(type=PieceType.HELD, text="@") in last.pieces else None


@lru_cache(maxsize=4_096)
def format_of(number: int, code: str | None) -> NumberFormat:
    """The format with that number in a workbook, which may bring a code for it."""
    code = BUILT_IN.get(number) if code is None else code
    if code is None:
        return NumberFormat(sections=(Section(shown=Shown.DATE if number in _DATES else Shown.UNSURE),))
    if len(code) > FORMAT_CODE_LIMIT:
        return NumberFormat(sections=(Section(shown=Shown.UNSURE),))
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token[0] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return NumberFormat(sections=tuple(map(_section, sections)))


def _section(tokens: list[re.Match[str]]) -> Section:
    pieces: list[Piece] = []
    condition: tuple[str, float] | None = None
    found: set[Shown] = set()
    is_filled = False
    for token in tokens:
        bracket = token["bracket"]
        named = None if bracket is None else _CONDITION.fullmatch(bracket)
        if named is not None:
            condition = (named[1], float(named[2]))
        elif token["fill"] == " ":  # as many blanks as the column has room for
            is_filled = any(piece.text.strip() for piece in pieces)
        else:
            piece = _piece(token)
            if isinstance(piece, Shown):
                found.add(piece)
            elif piece.text:
                found.update({Shown.UNSURE} if is_filled and piece.text.strip() else ())
                pieces.append(piece)
    kinds = {piece.type for piece in pieces}
    if PieceType.HELD in kinds and kinds & {PieceType.DIGIT, PieceType.PERCENT}:
        found.add(Shown.UNSURE)
    if PieceType.DIGIT in kinds and any(piece.text == "/" for piece in pieces):
        found.add(Shown.UNSURE)  # a fraction
    shown = next((way for way in (Shown.DURATION, Shown.DATE, Shown.UNSURE) if way in found), Shown.NUMBER)
    return Section(shown=shown, pieces=tuple(pieces), condition=condition)


def _piece(token: re.Match[str]) -> Piece | Shown:
    """What a token adds to its section, or what it makes of it."""
    for name in ("quoted", "escaped"):
        if token[name] is not None:
            return Piece(type=PieceType.LITERAL, text=token[name])
    if token["width"] is not None:
        return Piece(type=PieceType.LITERAL, text=" ")
    if token["held"] is not None:
        return Piece(type=PieceType.HELD, text=token["held"])
    if token["digit"] is not None:
        return Piece(type=PieceType.DIGIT, text=token["digit"])
    if token["half_day"] is not None:
        return Shown.DATE
    if token["bracket"] is not None:
        return _bracket(token["bracket"])
    return Shown.UNSURE if token["one"] is None else _character(token["one"])


def _bracket(text: str) -> Piece | Shown:
    if _COLOUR.fullmatch(text):
        return Piece(type=PieceType.LITERAL, text="")
    if _ELAPSED.fullmatch(text):
        return Shown.DURATION
    currency = _CURRENCY.fullmatch(text)
    return Shown.UNSURE if currency is None else Piece(type=PieceType.LITERAL, text=currency[1])


def _character(character: str) -> Piece | Shown:
    types = {".": PieceType.POINT, ",": PieceType.COMMA, "%": PieceType.PERCENT}
    if character in types:
        return Piece(type=types[character], text=character)
    if character.lower() in _DATE_LETTERS:
        return Shown.DATE
    if character in _PLAIN or not character.isascii() or character in "123456789":
        return Piece(type=PieceType.LITERAL, text=character)
    return Shown.UNSURE
