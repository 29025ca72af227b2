"""A number before something happens and after it."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

N = TypeVar("N", int, float)


class BeforeAfter(NamedTuple, Generic[N]):
    """Both are of the same day: what changes is only what the question supposes."""

    before: N
    after: N
