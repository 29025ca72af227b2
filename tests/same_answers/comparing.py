"""Where two answers differ: numbers by more than 1e-9 of themselves, all else at all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import zip_longest

_NEAR = 1e-9
_MOMENTS = frozenset({"at", "since", "computedAt"})
_CURSORS = frozenset({"cursor", "startCursor", "endCursor"})
"""What a cursor says is between a program and itself; where it leads to is compared."""
_EACH_RUN_ITS_OWN = _MOMENTS | _CURSORS
_PRINTED_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(\+00:00| UTC)")
_PRINTED_CURSOR = re.compile(r"(?<=--after )[\w=-]+")
_PRINTED_NUMBER = re.compile(r"(\d+\.\d+)")
_AROUND = 120
"""Characters that are shown of what differs, and half as many before it."""


class Line(str):
    """A line for people, with numbers and moments in its text."""


def differences(before: object, after: object, place: str = "answer") -> Iterator[str]:
    """Each place at which the two differ, and what is there; of moments and cursors only whether there is one."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in {**before, **after}:
            if name not in before or name not in after:
                yield f"{place}.{name} is only {'after' if name in after else 'before'}"
            elif name not in _EACH_RUN_ITS_OWN or None in (before[name], after[name]):
                yield from differences(before[name], after[name], f"{place}.{name}")
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{place} has {len(before)} items before and {len(after)} after"
        for number, (one, other) in enumerate(zip(before, after, strict=False)):
            yield from differences(one, other, f"{place}[{number}]")
    elif not _is_same(before, after):
        yield f"{place}: before {_shown(before, after)}, after {_shown(after, before)}"


def _is_same(before: object, after: object) -> bool:
    if isinstance(before, float) and isinstance(after, float):
        return math.isclose(before, after, rel_tol=_NEAR, abs_tol=_NEAR)
    if isinstance(before, Line) and isinstance(after, Line):
        return all(_is_same(one, other) for one, other in zip_longest(_parts(before), _parts(after)))
    return type(before) is type(after) and before == after


def _parts(line: Line) -> Iterator[str | float]:
    alike = _PRINTED_CURSOR.sub("(cursor)", _PRINTED_MOMENT.sub("(moment)", line))
    for number, part in enumerate(_PRINTED_NUMBER.split(alike)):
        yield float(part) if number % 2 else part


def _shown(value: object, other: object) -> str:
    """The value; of a long text the part where it becomes another one."""
    if not isinstance(value, str) or not isinstance(other, str):
        return repr(value)
    pairs = enumerate(zip(value, other, strict=False))
    first = next((number for number, (one, its) in pairs if one != its), min(len(value), len(other)))
    start = max(0, first - _AROUND // 2)
    shown = value[start : first + _AROUND]
    return f"{'…' if start else ''}{shown!r}{'…' if len(value) > first + _AROUND else ''}"
