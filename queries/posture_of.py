"""The posture of an account: everything that is kept of it, computed from one view of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.posture import (
    ComputedPosture,
    CurrencyAmount,
    EmployeeExposure,
    PortfolioOrder,
    Posture,
    Standard,
)
from graph.rank_text import rank_text
from queries.account_view import AccountView
from queries.concentration import ConcentrationParams
from queries.concentration import answer as concentration
from queries.findings.causes import causes
from queries.findings.kept import kept
from queries.findings.legend import Legend
from queries.findings.of_account import account_findings
from queries.findings.order import worst_first
from queries.money import MoneyAtRisk, money_of_people
from queries.relationship_index import layer_values
from queries.value_at_risk import value_at_risk


def posture_of(view: AccountView, standard: Standard, policy_version: int, computed_at: str) -> ComputedPosture:
    """Where the account stands on the view's day, what was found there, and which of our people holds what.

    `standard` and `policy_version` say what the view was made by; `computed_at` is a moment in UTC, ISO 8601 with
    microseconds. Cost: one answer of every question that finds something, for each company.
    """
    found = account_findings(view)
    caused = causes(found)
    own = [finding for finding in found if finding.is_account_wide]
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
        severity=own[0].severity if own else None,
        share=max((finding.share for finding in own if finding.share is not None), default=None),
        severity_counts=Counter(finding.severity for finding in own),
        cause_counts=Counter(caused[cause].severity for cause in {finding.cause for finding in own}),
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
    legend = Legend()
    rows = tuple(kept(finding, caused[finding.cause], legend) for finding in found)
    return ComputedPosture(
        posture=posture,
        ranks=_ranks(posture, view.graph.companies[account].name, money),
        findings=rows,
        exposures=_exposures(view),
        legend=legend.text,
    )


def _exposures(view: AccountView) -> tuple[EmployeeExposure, ...]:
    """Every employee with a live tie, by key."""
    counts = Counter(held.tie.employee for held in view.ties if held.is_live)
    holders = [view.holders(contact) for contact in view.live_ties]
    alone = Counter(held[0] for held in holders if len(held) == 1)
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


def _ranks(posture: Posture, name: str, money: MoneyAtRisk) -> Mapping[PortfolioOrder, str]:
    """The account's place in every order: most at risk first, the lowest index first, names as they sort.

    What nothing is known of comes last, what is equal with the worst first.
    """
    worst = rank_text(*worst_first(posture.severity, posture.share, money), posture.account)
    first: dict[PortfolioOrder, tuple[float | str, ...]] = {
        PortfolioOrder.SEVERITY: (),
        PortfolioOrder.VALUE_AT_RISK: money.rank,
        PortfolioOrder.FINDINGS: (-sum(posture.severity_counts.values()),),
        PortfolioOrder.KEY_INDEX: _lowest_first(posture.key_index),
        PortfolioOrder.GENERAL_INDEX: _lowest_first(posture.general_index),
        PortfolioOrder.ORGANIZATIONAL_INDEX: _lowest_first(posture.organizational_index),
        PortfolioOrder.NAME: (name,),
    }
    return {order: rank_text(*parts) + worst for order, parts in first.items()}


def _lowest_first(value: float | None) -> tuple[int, float]:
    return (1, 0.0) if value is None else (0, round(value, 9))
