"""Comparing a product of strengths with a threshold of the policy, and shares with each other."""

from __future__ import annotations

TOLERANCE = 1e-12
"""Products of the same strengths in another order differ by less; such numbers count as equal."""


_SHARE_DIGITS = 9
"""Opinions are solved to 1e-12 each, so shares that are the same differ by that much, and sums of many by more."""


def as_ordered(share: float) -> float:
    """A share of a decision, or what is made of some, as lists order by it: what differs by rounding is equal.

    >>> as_ordered(1 - 6e-13) == as_ordered(1.0)
    True
    """
    return round(share, _SHARE_DIGITS)


def reaches(value: float, threshold: float) -> bool:
    """Whether the value is at least the threshold, give or take rounding.

    >>> reaches(0.1 * 3, 0.3)
    True
    """
    return value >= threshold - TOLERANCE
