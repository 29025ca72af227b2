"""What a question needs to know beyond the accounts that it is about: it declares that, the asker reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from graph.posture import FindingFilter, FindingOrder, Place, PortfolioFilter, PortfolioOrder
from graph.store import CompanyFilter

P = TypeVar("P")
A = TypeVar("A")
V = TypeVar("V")


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


@dataclass(frozen=True, slots=True)
class PolicyInForce:
    """The policy of every grade."""


@dataclass(frozen=True, slots=True)
class PolicyEntries:
    """The entries of the journal that make the versions of the policy, the first one first."""


@dataclass(frozen=True, slots=True)
class DatedRates:
    """The dated exchange rates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureDays:
    """The postures of a company's account that are kept of the days from one to another, both included, by day."""

    company: str
    from_day: date | None = None
    to_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompaniesBehind:
    """Companies by name and key, the first ones behind that one."""

    filter: CompanyFilter
    first: int
    after: tuple[str, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The nodes that hold every word of a text, nearest first."""

    text: str
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPostures:
    """The postures of accounts behind a place in an order, and how many accounts are stale."""

    wanted: PortfolioFilter
    order: PortfolioOrder
    first: int
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTotals:
    """The totals of accounts by grade and severity, and what their amounts are added by."""

    wanted: PortfolioFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeTotals:
    """What each of our people holds over accounts, and how many accounts are stale."""

    wanted: PortfolioFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposures:
    """What some of our people hold of each account, beside `places`, which were worked out to know of whom."""

    wanted: PortfolioFilter
    employees: tuple[str, ...]
    places: object


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFindings:
    """Kept findings, or causes of them with all that each has, behind a place in an order, as work of a day.

    Of the company, when one is named, in one of the states (any when there are none), and of the assignee. Beside
    them the filter that this comes to, and the same of `any_severities`; and how many accounts are stale.
    """

    filter: FindingFilter
    any_severities: tuple[str, ...]
    company: str | None
    states: tuple[str, ...]
    assignee: str | None
    by_cause: bool
    order: FindingOrder
    first: int
    after: Place | None
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OneFinding:
    """The kept finding of an id, as work of a day."""

    id: str
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCount:
    """How many kept findings, or causes of them, a filter lets through."""

    filter: FindingFilter
    by_cause: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSinglePoints:
    """Kept single points of failure of all accounts behind a place, and which accounts are to be answered live.

    None on another day than the one that what is kept is for.
    """

    filter: FindingFilter
    first: int
    after: Place | None
    day: date


KeptWanted = (
    KeptPostures
    | KeptTotals
    | EmployeeTotals
    | Exposures
    | KeptFindings
    | OneFinding
    | FindingCount
    | KeptSinglePoints
)
"""Of all accounts, from what is kept."""
Recorded = (
    TeamOf
    | Colleagues
    | OurPeople
    | ExecutedHandovers
    | CustomerFiguresOfAll
    | PolicyInForce
    | PolicyEntries
    | DatedRates
    | PostureDays
    | CompaniesBehind
    | Hits
)
"""Of what is recorded."""
Wanted = Recorded | KeptWanted


class Once:
    """Something to read once, and only when a part of an answer that is made of it is asked for."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted


@dataclass(frozen=True)
class Later(Generic[V]):
    """A part of an answer that is made of what is read when it is asked for."""

    reads: tuple[Once, ...]
    make: Callable[..., V]


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


def read_before(found: V | None) -> V:
    """What the asker has read by now; ValueError without it, which is for who asks without an asker."""
    if found is None:
        raise ValueError("expected what the asker reads")
    return found
