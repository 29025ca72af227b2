"""A number as its cell shows it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from graph.exchange.bundle.number_formats import NumberFormat, Piece, PieceType, Section, Shown

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}

_DECIMALS_LIMIT = 10
KEPT_DIGITS = 15
"""What a spreadsheet keeps of a number; the digits behind them are zeros, whatever was typed."""


class NotRendered(ValueError):
    """It cannot be said for sure what the cell shows."""


class DigitsLost(NotRendered):
    """The number may have had more digits than a spreadsheet keeps."""


def shown_number(value: float, number_format: NumberFormat) -> str:
    """What a cell with that number and format shows, in a column that is wide enough. Raises NotRendered.

    >>> from graph.exchange.bundle.number_formats import format_of
    >>> shown_number(1234.0, format_of(164, "000000")), shown_number(7.0, format_of(164, '"E-"000'))
    ('001234', 'E-007')
    """
    if abs(value) >= 10**KEPT_DIGITS:
        raise DigitsLost
    section, has_sign = _section_for(value, number_format.sections)
    if section.shown is not Shown.NUMBER:
        raise NotRendered
    amount = Decimal(format(abs(value), f".{KEPT_DIGITS}g"))
    if section.has(PieceType.DIGIT):
        shown = _filled(section.pieces, amount, is_negative=value < 0)
    elif {piece.type for piece in section.pieces} <= {PieceType.LITERAL, PieceType.HELD}:
        shown = "".join(_replaced(section, _general(amount)))
    else:
        raise NotRendered
    if has_sign:
        shown = "-" + shown
    return _require_visible(shown)


def shown_text(text: str, number_format: NumberFormat) -> str:
    """What a cell with that text and format shows. Raises NotRendered."""
    section = number_format.of_text
    if section is None:
        return text
    if section.shown is not Shown.NUMBER or section.has(PieceType.DIGIT):
        raise NotRendered
    return _require_visible("".join(_replaced(section, text)))


def _require_visible(shown: str) -> str:
    if not shown.strip():
        raise NotRendered
    return shown.strip()


def _section_for(value: float, sections: Sequence[Section]) -> tuple[Section, bool]:
    """The section that applies, and whether a minus comes before it."""
    of_numbers = sections[:3]
    if any(section.condition for section in of_numbers):
        if value < 0:
            raise NotRendered
        return _section_by_condition(value, of_numbers), False
    if value < 0:
        return (sections[1], False) if len(of_numbers) > 1 else (sections[0], True)
    return (sections[2] if value == 0 and len(of_numbers) > 2 else sections[0]), False


def _section_by_condition(value: float, sections: Sequence[Section]) -> Section:
    for place, section in enumerate(sections):
        if section.condition is None:
            if place == 0:
                raise NotRendered
            return section
        comparison, limit = section.condition
        if _COMPARISONS[comparison](value, limit):
            return section
    raise NotRendered


def _general(amount: Decimal) -> str:
    if len(amount.normalize().as_tuple().digits) >= KEPT_DIGITS and amount != amount.to_integral_value():
        raise DigitsLost
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _replaced(section: Section, text: str) -> Iterator[str]:
    for piece in section.pieces:
        yield text if piece.type is PieceType.HELD else piece.text


def _filled(pieces: Sequence[Piece], amount: Decimal, *, is_negative: bool) -> str:
    """The digits of the amount in the places of the pieces."""
    types = [piece.type for piece in pieces]
    point = types.index(PieceType.POINT) if PieceType.POINT in types else len(pieces)
    whole, fraction = list(pieces[:point]), list(pieces[point + 1 :])
    scale = _trailing_commas(whole) + _trailing_commas(fraction)
    decimals = sum(piece.type is PieceType.DIGIT for piece in fraction)
    if decimals > _DECIMALS_LIMIT:
        raise NotRendered
    amount = amount.scaleb(2 * types.count(PieceType.PERCENT) - 3 * scale)
    rounded = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if is_negative and not rounded:
        raise NotRendered  # programs disagree about the minus of a zero
    before, _, after = format(rounded, "f").partition(".")
    shown = _whole(whole, "" if before == "0" else before)
    if point < len(pieces):
        shown += "." + _fraction(fraction, after)
    return shown


def _trailing_commas(pieces: list[Piece]) -> int:
    """Takes out the commas behind the last digit, which divide by a thousand each; how many there were."""
    digits = [place for place, piece in enumerate(pieces) if piece.type is PieceType.DIGIT]
    start = digits[-1] + 1 if digits else 0
    end = start
    while digits and end < len(pieces) and pieces[end].type is PieceType.COMMA:
        end += 1
    del pieces[start:end]
    return end - start


def _whole(pieces: Sequence[Piece], digits: str) -> str:
    places = [place for place, piece in enumerate(pieces) if piece.type is PieceType.DIGIT]
    if not places:
        if any(piece.type is PieceType.COMMA for piece in pieces):
            raise NotRendered
        return "".join(piece.text for piece in pieces) + digits
    fills = [pieces[place].text for place in places]
    outer = [*pieces[: places[0]], *pieces[places[-1] + 1 :]]
    inner = pieces[places[0] : places[-1] + 1]
    if any(piece.type is PieceType.COMMA for piece in outer):
        raise NotRendered
    before = "".join(piece.text for piece in pieces[: places[0]])
    after = "".join(piece.text for piece in pieces[places[-1] + 1 :])
    zeros = fills[fills.index("0") :] if "0" in fills else []
    padded = digits.rjust(len(zeros), "0")
    if any(piece.type is PieceType.COMMA for piece in inner):
        if any(piece.type not in (PieceType.COMMA, PieceType.DIGIT) for piece in inner):
            raise NotRendered
        return before + _grouped(padded) + after
    return before + _interleaved(inner, padded) + after


def _grouped(digits: str) -> str:
    first = len(digits) % 3
    groups = [digits[:first], *(digits[start : start + 3] for start in range(first, len(digits), 3))]
    return ",".join(group for group in groups if group)


def _interleaved(pieces: Sequence[Piece], digits: str) -> str:
    """The digits from the right into the places of the pieces; those left over come first."""
    rest = list(digits)
    shown: list[str] = []
    for piece in reversed(pieces):
        if piece.type is not PieceType.DIGIT:
            shown.append(piece.text)
        elif rest:
            shown.append(rest.pop())
        elif piece.text == "?":
            shown.append(" ")
    return "".join(rest) + "".join(reversed(shown))


def _fraction(pieces: Sequence[Piece], digits: str) -> str:
    """The digits from the left; zeros at the end only where the format wants them."""
    if any(piece.type is PieceType.COMMA for piece in pieces):
        raise NotRendered
    fills = [piece.text for piece in pieces if piece.type is PieceType.DIGIT]
    wanted = max((place + 1 for place, fill in enumerate(fills) if fill == "0"), default=0)
    wanted = max(wanted, len(digits.rstrip("0")))
    shown: list[str] = []
    place = 0
    for piece in pieces:
        if piece.type is not PieceType.DIGIT:
            shown.append(piece.text)
            continue
        shown.append(digits[place] if place < wanted else " " if piece.text == "?" else "")
        place += 1
    return "".join(shown)
