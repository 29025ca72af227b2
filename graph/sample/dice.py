"""Seeded chance that comes out the same on every Python version."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """A stream of its own for each purpose, so that a change in one part leaves the others as they were.

    Everything is drawn through `random()`, the one method whose sequence Python promises to keep.

    >>> Dice(7, "ties").between(1, 6) == Dice(7, "ties").between(1, 6)
    True
    """

    def __init__(self, seed: int, purpose: str) -> None:
        super().__init__(f"{seed}/{purpose}")

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self.random() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, each as likely."""
        return options[int(self.random() * len(options))]

    def pick_weighted(self, options: Sequence[tuple[T, float]]) -> T:
        """One of the options, by weight."""
        drawn = self.random() * sum(weight for _, weight in options)
        for option, weight in options:
            drawn -= weight
            if drawn < 0:
                return option
        return options[-1][0]

    def some(self, options: Sequence[T], count: int) -> list[T]:
        """Up to `count` different ones of the options."""
        left = list(options)
        return [left.pop(int(self.random() * len(left))) for _ in range(min(count, len(left)))]
