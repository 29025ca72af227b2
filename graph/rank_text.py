"""Sort keys as text: what a store orders by code point in the order of the numbers and names it stands for."""

from __future__ import annotations

import struct

_SIGN = 1 << 63
_ALL_BITS = (1 << 64) - 1
_END = " "
_ESCAPES = {code: f"!{chr(code + ord('0'))}" for code in range(ord("!") + 1)}


def rank_text(*parts: float | str) -> str:
    """Text that sorts by code point as the tuple of the parts sorts, shorter tuples before longer ones.

    Parts at the same place of two tuples must be of the same type. Numbers (finite ones; whole ones up to 2**53)
    are the sixteen hexadecimal digits of their IEEE 754 form, its bits turned so that negative ones come first.
    Text ends in a space, before which nothing sorts: characters up to `!` are written as `!` and a printable one.

    >>> sorted([rank_text(2.5, "b"), rank_text(-1, "b"), rank_text(2.5, "a b"), rank_text(2.5, "a")]) == [
    ...     rank_text(-1, "b"), rank_text(2.5, "a"), rank_text(2.5, "a b"), rank_text(2.5, "b")]
    True
    """
    return "".join(_text(part) if isinstance(part, str) else _number(part) for part in parts)


def _number(value: float) -> str:
    (bits,) = struct.unpack(">Q", struct.pack(">d", value + 0.0))  # -0.0 becomes 0.0
    return f"{bits ^ _ALL_BITS if bits & _SIGN else bits | _SIGN:016x}"


def _text(value: str) -> str:
    return value.translate(_ESCAPES) + _END
