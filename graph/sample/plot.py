"""A deal of a story as short tables: who plays which part, stands where, and is known by whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plot:
    """One deal; a cell `-` is "nothing is known"."""

    name: str
    value: float
    due_in_days: int
    roles: str
    """Per line: person, stage, part, and `veto` where there is one."""
    positions: str
    """Per line: person, stance, power, and `coach` or the competitor that the person leans to."""
    ties: str
    """Per line: employee without `emp-`, contact, trust, days since the last contact."""
    influences: str = ""
    """Per line: influencer, influenced, weight."""
    earlier: str = ""
    """Per line: person, an earlier stance, days since it was stated."""
    currency: str = "CNY"
    known_for_days: int = 150
    """Since when the parts in the decision are known."""
