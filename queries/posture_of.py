"""The posture of an account: everything that is kept of it, computed from one view of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph.posture import (
    ComputedPosture,
    CurrencyAmount,
    EmployeeExposure,
    PortfolioOrder,
    Posture,
    Standard,
)
from graph.vocabulary import SEVERITY_ORDER
from queries.account_findings import account_findings
from queries.account_view import AccountView
from queries.algorithms.rank_text import rank_text
from queries.concentration import ConcentrationParams
from queries.concentration import answer as concentration
from queries.kept_findings import kept
from queries.money import MoneyAtRisk, money_of_people
from queries.relationship_index import layer_values
from queries.value_at_risk import value_at_risk

_Values = tuple[float | None, float | None, float | None]


def posture_of(view: AccountView, standard: Standard, policy_version: int, computed_at: str) -> ComputedPosture:
    """Where the account stands on the view's day, what was found there, and which of our people holds what.

    `standard` and `policy_version` say what the view was made by; `computed_at` is a moment in UTC, ISO 8601 with
    microseconds. Cost: one answer of every question that finds something, for each company.
    """
    found = account_findings(view)
    severities = [finding.severity for finding in found if finding.is_account_wide]
    account = view.graph.account
    money = value_at_risk(view)
    held = concentration(view, ConcentrationParams(company=account))
    values = layer_values(view, account)
    posture = Posture(
        account=account,
        revision=view.graph.revision,
        standard=standard,
        policy_version=policy_version,
        computed_at=computed_at,
        severity=max(severities, key=lambda name: SEVERITY_ORDER[name], default=None),
        severity_counts=Counter(severities),
        value_at_risk=money.value,
        currency=money.currency,
        amounts=_amounts(money),
        key_index=values[0],
        general_index=values[1],
        organizational_index=values[2],
        effective_holders=held.effective_holders,
        bus_factor=held.bus_factor,
        rates_on=None if money.rates_on is None else money.rates_on.isoformat(),
    )
    return ComputedPosture(
        posture=posture,
        ranks=_ranks(view, severities, money, values),
        findings=tuple(map(kept, found)),
        exposures=_exposures(view),
    )


def _exposures(view: AccountView) -> tuple[EmployeeExposure, ...]:
    """Every employee with a live tie, by key."""
    counts = Counter(held.tie.employee for held in view.ties if held.is_live)
    holders = [set(view.holders(contact)) for contact in view.live_ties]
    alone = Counter(held.pop() for held in holders if len(held) == 1)
    exposures = []
    for employee, live_tie_count in sorted(counts.items()):
        lost = view.lost_without(employee)
        share = view.share_of(lost)
        exposures.append(
            EmployeeExposure(
                account=view.graph.account,
                employee=employee,
                live_tie_count=live_tie_count,
                single_held_count=alone[employee],
                exposure=share,
                severity=view.policy.severity(share) if lost else None,
                amounts=_known_amounts(money_of_people(view, lost)),
            )
        )
    return tuple(exposures)


def _amounts(money: MoneyAtRisk) -> tuple[CurrencyAmount, ...]:
    return tuple(CurrencyAmount(amount.currency, amount.value) for amount in money.amounts)


def _known_amounts(money: MoneyAtRisk) -> tuple[CurrencyAmount, ...]:
    """The amounts, or an amount of zero: none at all says that nothing is known."""
    return _amounts(money) or (() if money.value is None else (CurrencyAmount(money.currency, money.value),))


def _ranks(
    view: AccountView, severities: Sequence[str], money: MoneyAtRisk, values: _Values
) -> Mapping[PortfolioOrder, str]:
    """The account's place in every order: most at risk first, the lowest index first, names as they sort.

    SEVERITY goes on by money at risk. What nothing is known of comes last.
    """
    key = view.graph.account
    group, currency, amount = money.rank
    by_money = group, currency, round(amount, 6)
    severity = max((SEVERITY_ORDER[name] for name in severities), default=-1)
    key_index, general_index, organizational_index = values
    return {
        PortfolioOrder.VALUE_AT_RISK: rank_text(*by_money, key),
        PortfolioOrder.SEVERITY: rank_text(-severity, *by_money, key),
        PortfolioOrder.FINDINGS: rank_text(-len(severities), key),
        PortfolioOrder.KEY_INDEX: rank_text(*_lowest_first(key_index), key),
        PortfolioOrder.GENERAL_INDEX: rank_text(*_lowest_first(general_index), key),
        PortfolioOrder.ORGANIZATIONAL_INDEX: rank_text(*_lowest_first(organizational_index), key),
        PortfolioOrder.NAME: rank_text(view.graph.companies[key].name, key),
    }


def _lowest_first(value: float | None) -> tuple[int, float]:
    return (1, 0.0) if value is None else (0, round(value, 9))
