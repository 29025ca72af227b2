"""The value at risk of an account: the most money that hangs on one person alone, of either side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.account_view import AccountView
from queries.algorithms.thresholds import TOLERANCE, as_ordered
from queries.money import MoneyAtRisk, as_ordered_money, money_of_people


@dataclass(frozen=True, slots=True)
class _Loss:
    point: str
    money: MoneyAtRisk
    share: float
    """Summed over the open decisions, so that whoever loses more people never has less."""


def people_at_stake(view: AccountView) -> Mapping[str, Sequence[str]]:
    """Whom each of the account's single points of failure puts at stake, by the person it is about.

    A choke point: everybody we lose when that person leaves. A contact whom one employee alone has a live tie to
    and who is no choke point: that contact.
    """
    held_alone = {contact: (contact,) for contact in view.live_ties if len(view.holders(contact)) == 1}
    return {**held_alone, **{point: view.lost_without(point) for point in view.choke_points}}


def value_at_risk(view: AccountView) -> MoneyAtRisk:
    """The largest money over the account's single points of failure, never their sum: they overlap.

    The money of one is, over the open opportunities, the value × the summed share of the decision of the people
    at stake. Points whose amounts cannot be compared (currencies without a rate) are compared by their shares of
    all open decisions; equals go by key. Zero when nothing hangs on one person, not known when no open opportunity
    has a known value. A contact who is no single point of failure does not count, though who leaves takes an own
    share along: that is a loss, and no weakness of the account that a second relationship could mend.
    """
    losses = [
        _Loss(point, money_of_people(view, people), sum(view.shares_of(people)))
        for point, people in people_at_stake(view).items()
    ]
    at_risk = [loss for loss in losses if loss.money.amounts and loss.share > TOLERANCE]
    if not at_risk:
        return money_of_people(view, ())
    kinds = {(loss.money.is_in_base_currency, loss.money.currency, loss.money.value is None) for loss in at_risk}

    def order(loss: _Loss) -> tuple[float, float, str]:
        money = loss.money.value or 0.0 if len(kinds) == 1 else 0.0
        return -as_ordered_money(money), -as_ordered(loss.share), loss.point

    return min(at_risk, key=order).money
