"""Comparing a product of strengths with a threshold of the policy."""

from __future__ import annotations

TOLERANCE = 1e-12
"""Products of the same strengths in another order differ by less; such numbers count as equal."""


def reaches(value: float, threshold: float) -> bool:
    """Whether the value is at least the threshold, give or take rounding.

    >>> reaches(0.1 * 3, 0.3)
    True
    """
    return value >= threshold - TOLERANCE
