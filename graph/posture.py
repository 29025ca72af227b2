"""Posture: what was found about an account on a day, as it is kept beside the records.

Questions over thousands of accounts read these rows and never the accounts. A posture says by which revision, day
and policy it was computed; it is **stale** when the account's revision or the `Standard` has moved on since.

Text that is called a *rank* sorts by code point as the thing it stands for sorts, the first first, and ends in the
thing's identity, so that it is unique in its list and can be gone on behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any, NamedTuple

from graph.model.word import Words


class PortfolioOrder(Words):
    """What the accounts of the portfolio are ordered by; then as SEVERITY, which ends in the account's key.

    SEVERITY is the highest severity of a finding, then the largest share, then the value at risk.
    """

    VALUE_AT_RISK = (
        "VALUE_AT_RISK",
        "Value at risk",
        "风险金额",
        "Most money at risk first, in the base currency; what is not known in it last.",
    )
    SEVERITY = (
        "SEVERITY",
        "Severity",
        "严重程度",
        "The most severe first, then the largest share of the decision, then the value at risk.",
    )
    FINDINGS = "FINDINGS", "Findings", "风险数", "Most findings first."
    KEY_INDEX = "KEY_INDEX", "Key index, lowest first", "关键关系指数", "The lowest key relationship index first."
    GENERAL_INDEX = (
        "GENERAL_INDEX",
        "General index, lowest first",
        "普遍关系指数",
        "The lowest general relationship index first.",
    )
    ORGANIZATIONAL_INDEX = (
        "ORGANIZATIONAL_INDEX",
        "Organizational index, lowest first",
        "组织关系指数",
        "The lowest organizational relationship index first.",
    )
    NAME = "NAME", "Name", "名称", "By name."


class FindingOrder(Words):
    """What findings, or their causes, are ordered by: the worst first, or the most money and then the worst."""

    SEVERITY = (
        "SEVERITY",
        "Severity",
        "严重程度",
        "The most severe first, then the largest share of the decision, then the money at stake.",
    )
    VALUE_AT_RISK = (
        "VALUE_AT_RISK",
        "Value at risk",
        "风险金额",
        "Most money at stake first, in the base currency; what is not known in it last.",
    )


class Standard(NamedTuple):
    """What a posture has to be computed by to be current, beside the account's revision."""

    day: str
    policy: str
    """The digest of the whole policy book, and of the dated exchange rates that hold on the day."""


class StaleCount(NamedTuple):
    """How many accounts' postures are stale or missing, and how many of those are missing."""

    stale_count: int
    missing_count: int


class CurrencyAmount(NamedTuple):
    """Money of one currency; None when the opportunity names none."""

    currency: str | None
    value: float


def summed_amounts(amounts: Iterable[Sequence[Any]]) -> tuple[CurrencyAmount, ...]:
    """One amount for each currency of the pairs of currency and value, ordered by it, None first.

    Exact, whatever order they come in.

    >>> summed_amounts([("EUR", 0.1), (None, 1.0), ("EUR", 0.2)])
    (CurrencyAmount(currency=None, value=1.0), CurrencyAmount(currency='EUR', value=0.30000000000000004))
    """
    pairs = list(amounts)
    if not pairs:
        return ()
    currencies, values = zip(*pairs, strict=True)
    if len(set(currencies)) == 1:
        return (CurrencyAmount(currencies[0], fsum(values)),)
    by_currency: defaultdict[str | None, list[float]] = defaultdict(list)
    for currency, value in pairs:
        by_currency[currency].append(value)
    names = sorted(by_currency, key=lambda name: name or "")
    return tuple([CurrencyAmount(name, fsum(by_currency[name])) for name in names])


Place = tuple[str, ...]
"""Where something stands in a list: texts that are compared one by one, by code point; unique in its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFinding:
    """A finding as it is kept. The account and the id identify it; two accounts may have one of the same id.

    `employee` is one of ours whom it hangs on; `is_account_wide` tells the account's own findings from those that
    only a question about one of its other companies shows. All findings of the account about the same subject (and
    stage; "" without one) have the same `cause`. `worth` and `money_worth` are texts that sort by code point, the
    worst and the most money first; `cause_worth` and `cause_money_worth` those of the cause. `content` is the rest
    of the finding, which the store does not read; it is understood with the `legend` of its posture. `since` is
    the moment (UTC, ISO 8601) of the posture that found it first since it last was absent. The store sets `legend`
    and `since`, whatever is given.
    """

    id: str
    account: str
    company: str
    is_account_wide: bool
    kind: str
    severity: str
    employee: str | None
    opportunity: str | None
    subject: str
    stage: str
    worth: str
    money_worth: str
    cause: str
    cause_worth: str
    cause_money_worth: str
    content: str
    legend: str = ""
    since: str | None = None

    def place(self, order: FindingOrder) -> Place:
        """Where the finding stands in a list of findings in that order."""
        return (
            *worths(order, self.worth, self.money_worth),
            *(self.account, self.subject, self.stage, self.kind, self.id),
        )

    def cause_place(self, order: FindingOrder) -> Place:
        """Where its cause stands in a list of causes in that order."""
        return (
            *worths(order, self.cause_worth, self.cause_money_worth),
            *(self.account, self.subject, self.stage, self.cause),
        )


def worths(order: FindingOrder, worth: str, money_worth: str) -> tuple[str, str]:
    """What a place in that order begins with."""
    return (worth, money_worth) if order is FindingOrder.SEVERITY else (money_worth, worth)


class RankedCause(NamedTuple):
    """A cause that a list shows, and its place there."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class EmployeeExposure:
    """What one of our people holds in one account, and what of it we lose should this employee alone leave.

    `live_tie_count` are live ties, `single_held_count` contacts that nobody else has one to. `exposure` is the
    largest share of an open decision that is out of reach then, `severity` its band, None when nobody falls out of
    reach; `amounts` are, over the open opportunities, share out of reach × value: zero when nothing is lost, none
    at all when no value is known.
    """

    account: str
    employee: str
    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    amounts: tuple[CurrencyAmount, ...]


class EmployeeTotal(NamedTuple):
    """What one of our people holds over some accounts: sums of what is held in each, the highest of one of them.

    `exposure` and `severity` are those highest ones, severity None when nobody falls out of reach anywhere.
    """

    employee: str
    account_count: int
    live_tie_count: int
    single_held_count: int
    exposure: float
    severity: str | None
    add_up: Callable[[], tuple[CurrencyAmount, ...]]
    """Adds up the amounts: of thousands who are ordered few are shown, and money decides between fewer."""

    @property
    def amounts(self) -> tuple[CurrencyAmount, ...]:
        """Sums of the accounts' amounts, one for each currency, ordered by it, None first."""
        return self.add_up()


class Posture(NamedTuple):
    """Where an account stands on a day, by the account's own findings (those that are account-wide).

    `severity` is the highest one, `share` the largest share of the decision that one touches; `severity_counts`
    are findings by severity and `cause_counts` their causes, kept as given (None in postures of before causes were
    counted). `value_at_risk` is the most money that hangs on one person alone, in `currency`, the sum of the
    `amounts` (None when they cannot be added or nothing is known, zero when nothing hangs on one person), and
    `rates_on` the day of the oldest dated rate that it was converted by, None without one. Indexes go from 0 to
    100, None when nothing is known. `computed_at` is a moment in UTC.
    """

    account: str
    revision: int
    standard: Standard
    policy_version: int
    computed_at: str
    severity: str | None
    share: float | None
    severity_counts: Mapping[str, int]
    cause_counts: Mapping[str, int] | None
    value_at_risk: float | None
    currency: str | None
    amounts: tuple[CurrencyAmount, ...]
    key_index: float | None
    general_index: float | None
    organizational_index: float | None
    effective_holders: float | None
    bus_factor: int | None
    rates_on: str | None = None


@dataclass(frozen=True, slots=True)
class ComputedPosture:
    """A posture with what is kept with it: its place in every order, the findings, and who holds what.

    `legend` is text that the contents of its findings are understood with; the store does not read it.
    """

    posture: Posture
    ranks: Mapping[PortfolioOrder, str]
    findings: tuple[KeptFinding, ...]
    exposures: tuple[EmployeeExposure, ...]
    legend: str = ""


class PortfolioRow(NamedTuple):
    """An account of the portfolio: its company's attributes as they are now, and its kept posture."""

    name: str
    grade: str | None
    industry: str | None
    region: str | None
    is_stale: bool
    rank: str
    posture: Posture


@dataclass(frozen=True, slots=True)
class PortfolioFilter:
    """Which accounts; None (or nothing) does not filter. Grade, industry, region and name are as they are now.

    `employee`: those with an EmployeeExposure of that employee. `kinds` and `severities` are of one and the same
    account-wide finding. `min_value_at_risk` compares the posture's `value_at_risk` of
    whatever currency (None is below everything), `currency` that of the posture. `text` is part of the company's
    name or key, any case.
    """

    grade: str | None = None
    industry: str | None = None
    region: str | None = None
    employee: str | None = None
    kinds: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    min_value_at_risk: float | None = None
    currency: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Which findings; None (or nothing) does not filter, but `ids` and `causes` let only those through.

    `account` is an account's key, `company` compares with the finding's `company`; grade, industry and region are
    the account's, as they are now. `employee` is the one whom it hangs on. Only account-wide ones unless told
    otherwise.
    """

    ids: tuple[str, ...] | None = None
    causes: tuple[str, ...] | None = None
    without_ids: tuple[str, ...] = ()
    account: str | None = None
    without_accounts: tuple[str, ...] = ()
    company: str | None = None
    employee: str | None = None
    kinds: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    grade: str | None = None
    industry: str | None = None
    region: str | None = None
    is_account_wide_only: bool = True


@dataclass(frozen=True, slots=True)
class PortfolioTotal:
    """Accounts of one grade (as it is now) and severity (either may be None), what was found and is at risk there.

    `severity_counts` leaves out severities without a finding, `cause_counts` those without a cause (and accounts
    whose causes are not counted); `amounts` are sums of the postures' amounts, one for each currency, ordered by
    it, None first.
    """

    grade: str | None
    severity: str | None
    account_count: int
    stale_count: int
    severity_counts: Mapping[str, int]
    cause_counts: Mapping[str, int]
    amounts: tuple[CurrencyAmount, ...]


class Claim(NamedTuple):
    """An account to compute a posture of, and the revision that it had when it was claimed."""

    account: str
    revision: int
