"""By what postures are computed, and what was read of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from graph.policy_book import PolicyBook
from graph.posture import StaleCount, Standard
from graph.rates import Conversion, Rates

T = TypeVar("T")


@dataclass(frozen=True)
class Numbers:
    """What postures are computed by: the policy, and the exchange rates that hold on the day."""

    book: PolicyBook
    rates: Rates
    day: date

    def conversion(self, grade: str | None) -> Conversion:
        """The policy of a grade, with the rates of the day."""
        return Conversion(self.book.for_grade(grade), self.rates.on(self.day))

    @cached_property
    def standard(self) -> Standard:
        """Agrees with another one when all numbers do; rates of days to come do not count."""
        return Standard(self.day.isoformat(), self.book.digest + self.conversion(None).digest)


class KeptRead(NamedTuple, Generic[T]):
    """What was read of what is kept, by what numbers postures are current, and how many accounts are stale."""

    found: T
    numbers: Numbers
    stale: StaleCount
