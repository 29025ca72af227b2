"""Dates as ISO text: what is valid on a day, and how many days lie between two."""

from __future__ import annotations

from datetime import date
from typing import Any


def is_valid(edge: Any, as_of: str) -> bool:
    """`valid_from <= t < valid_to`; missing ends are open."""
    has_begun = edge.valid_from is None or edge.valid_from <= as_of
    has_ended = edge.valid_to is not None and edge.valid_to <= as_of
    return has_begun and not has_ended


def days_between(earlier: str, later: str) -> int:
    """Whole days from the earlier date to the later one."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
