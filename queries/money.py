"""Money at risk: shares of opportunities' values, never added over currencies without a rate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.model.deals import Opportunity
from graph.model.masks import Mask
from graph.model.shown import said
from graph.rates import Conversion
from queries.account_view import AccountView


@dataclass(frozen=True, slots=True)
class Amount:
    """Money of one currency."""

    currency: Annotated[str | None, said("ISO 4217 code; null when the opportunity names none.", mask=Mask.MONEY)]
    value: Annotated[float, said("How much.", mask=Mask.MONEY)]


@dataclass(frozen=True, slots=True)
class MoneyAtRisk:
    """Money at risk, in the base currency when every amount has a rate, else in the only currency there is."""

    value: Annotated[
        float | None,
        said(
            "Money at stake, in `currency`; null when it is not known or currencies cannot be added.",
            name="value_at_risk",
            mask=Mask.MONEY,
        ),
    ]
    currency: Annotated[
        str | None,
        said("Currency of `valueAtRisk`: the base currency when all amounts have a rate.", mask=Mask.MONEY),
    ]
    rates_on: Annotated[
        date | None,
        said(
            "Day of the oldest exchange rate that `valueAtRisk` was converted by; null when it was by none, or by "
            "undated ones of the policy alone.",
            mask=Mask.MONEY,
        ),
    ] = None
    amounts: Annotated[tuple[Amount, ...], said("Money at stake by currency.", mask=Mask.MONEY)] = ()
    is_in_base_currency: bool = False

    @property
    def rank(self) -> tuple[int, float]:
        """Sorts by most money in the base currency first; what is not known in it comes last, all of it equal.

        So the order never depends on what a currency is called. What differs by rounding is equal.
        """
        is_known = self.value is not None and (
            self.is_in_base_currency or (not self.value and bool(self.currency))
        )
        return (0, -as_ordered_money(self.value or 0.0) + 0.0) if is_known else (1, 0.0)


def as_ordered_money(value: float) -> float:
    """An amount as lists order by it: it is a share of a value, so the larger it is the larger its rounding.

    >>> as_ordered_money(0.5 * 2e9) == as_ordered_money((0.5 - 6e-13) * 2e9)
    True
    """
    return round(float(f"{value:.9g}"), 6)


def money_at_risk(shares: Iterable[tuple[float, Opportunity]], conversion: Conversion) -> MoneyAtRisk:
    """Σ share × value over the opportunities; those without a value say nothing.

    An opportunity that nothing of is at risk does not bring its currency in.
    """
    by_currency: dict[str | None, float] = defaultdict(float)
    for share, opportunity in shares:
        if opportunity.value is not None:
            by_currency[opportunity.currency] += share * opportunity.value
    return added(by_currency, conversion)


def money_of_people(view: AccountView, people: Iterable[str]) -> MoneyAtRisk:
    """What the people's summed share of each open opportunity is of its value."""
    return money_of_shares(view, view.shares_of(people))


def money_of_shares(view: AccountView, shares: Sequence[float]) -> MoneyAtRisk:
    """The same of a share of each of the open decisions, in their order."""
    deals = view.graph.opportunities
    of_deals = zip(view.open_decisions, shares, strict=True)
    return money_at_risk(
        [(share, deals[decision.opportunity]) for decision, share in of_deals if decision.opportunity],
        view.conversion,
    )


def added(by_currency: Mapping[str | None, float], conversion: Conversion) -> MoneyAtRisk:
    """The amounts of each currency as one, where they can be added; nothing at all is not known."""
    if not by_currency:
        return MoneyAtRisk(None, None)
    at_risk = {name: value for name, value in by_currency.items() if value > 0}
    if not at_risk:
        return MoneyAtRisk(0.0, conversion.base_currency)
    names = list(at_risk) if len(at_risk) == 1 else sorted(at_risk, key=lambda name: name or "")
    amounts = tuple([Amount(name, at_risk[name]) for name in names])
    converted = [conversion.converted(amount.value, amount.currency) for amount in amounts]
    with_rate = [found for found in converted if found is not None]
    if len(with_rate) == len(amounts):
        return MoneyAtRisk(
            value=sum([found.value for found in with_rate]),
            currency=conversion.base_currency,
            amounts=amounts,
            is_in_base_currency=True,
            rates_on=_oldest([found.rate_on for found in with_rate]),
        )
    if len(amounts) == 1:
        return MoneyAtRisk(amounts[0].value, amounts[0].currency, amounts=amounts)
    return MoneyAtRisk(None, None, amounts=amounts)


def _oldest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def in_one_currency(
    amounts: Sequence[tuple[float | None, str | None]], conversion: Conversion
) -> list[float] | None:
    """The amounts (value, currency) in the base currency when all have a rate, else in the only currency there is.

    None when a value is unknown or there are several currencies without rates: they cannot be compared.
    """
    known = [(value, currency) for value, currency in amounts if value is not None]
    if len(known) < len(amounts):
        return None
    converted = [conversion.in_base_currency(value, currency) for value, currency in known]
    with_rate = [value for value in converted if value is not None]
    if len(with_rate) == len(amounts):
        return with_rate
    is_one_currency = len({currency for _, currency in known}) == 1
    return [value for value, _ in known] if is_one_currency else None


def summed(parts: Iterable[MoneyAtRisk]) -> MoneyAtRisk:
    """The sum over several accounts, by the same rule: one value only when all amounts can be added.

    Parts in a base currency can when it is the same one, others when all amounts are of one currency.

    >>> euros = MoneyAtRisk(5.0, "EUR", amounts=(Amount("EUR", 5.0),))
    >>> summed([euros, MoneyAtRisk(None, None), euros]).value
    10.0
    >>> summed([euros, MoneyAtRisk(7.0, "USD", amounts=(Amount("USD", 7.0),))]).value is None
    True
    """
    known = [part for part in parts if part.value is not None or part.amounts]
    if not known:
        return MoneyAtRisk(None, None)
    at_risk = [part for part in known if part.amounts]
    if not at_risk:
        currencies = {part.currency for part in known}
        return MoneyAtRisk(0.0, currencies.pop() if len(currencies) == 1 else None)
    by_currency: dict[str | None, float] = defaultdict(float)
    for part in at_risk:
        for amount in part.amounts:
            by_currency[amount.currency] += amount.value
    amounts = tuple(Amount(name, by_currency[name]) for name in sorted(by_currency, key=lambda name: name or ""))
    if all(part.is_in_base_currency for part in at_risk) and len({part.currency for part in at_risk}) == 1:
        value = sum(part.value for part in at_risk if part.value is not None)
        oldest = _oldest(part.rates_on for part in at_risk)
        return MoneyAtRisk(value, at_risk[0].currency, amounts=amounts, is_in_base_currency=True, rates_on=oldest)
    if len(amounts) == 1:
        return MoneyAtRisk(amounts[0].value, amounts[0].currency, amounts=amounts)
    return MoneyAtRisk(None, None, amounts=amounts)


def largest(amounts: Sequence[MoneyAtRisk]) -> MoneyAtRisk:
    """The largest of them, at least one: of those known in the base currency, else of those in one currency.

    Where amounts cannot be compared, the first of them; zero where nothing else is known.

    >>> euros, dollars = (MoneyAtRisk(5.0, name, amounts=(Amount(name, 5.0),)) for name in ("EUR", "USD"))
    >>> largest([MoneyAtRisk(None, None), euros, dollars]).currency
    'EUR'
    """
    best = min(amounts, key=lambda money: money.rank)
    at_stake = [money for money in amounts if money.amounts]
    if best.amounts and best.rank[0] == 0:
        return best
    if len({(money.currency, money.value is None) for money in at_stake}) == 1 and at_stake[0].value is not None:
        return max(at_stake, key=lambda money: money.value or 0.0)
    known = [money for money in amounts if money.value is not None]
    return (*at_stake, *known, best)[0]
