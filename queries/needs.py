"""What a question needs to know beyond the accounts that it is about: it declares that, the asker reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

P = TypeVar("P")
A = TypeVar("A")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamOf:
    """The keys of a person and of everybody below in the solid reporting lines of the day."""

    manager: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleagues:
    """Our people who work beside some of ours on the day, and are there on the days of `also_on` too."""

    people: tuple[str, ...]
    day: date
    also_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OurPeople:
    """All our people who are there on the day, and on the days of `also_on` too."""

    day: date
    also_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutedHandovers:
    """What one of our people handed over, in the order in which it was carried out."""

    employee: str


@dataclass(frozen=True, slots=True)
class CustomerFiguresOfAll:
    """The figures of every account's root company."""


Wanted = TeamOf | Colleagues | OurPeople | ExecutedHandovers | CustomerFiguresOfAll


@dataclass(frozen=True)
class Need(Generic[P, A]):
    """Something that a question needs to know.

    `wanted` tells of the parameters what is to be read, None for nothing; what is read becomes the parameter
    `into`. Needs are read in their order, so that one may depend on those before it. One that is only `lacking`
    where an answer shows it is read then, and the question answered again.
    """

    wanted: Callable[[P], Wanted | None]
    into: str
    lacking: Callable[[A], bool] | None = None
