"""Postures and what is kept with them, as the tests make and write them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from graph.model.companies import Company
from graph.posture import (
    ComputedPosture,
    CurrencyAmount,
    EmployeeExposure,
    EmployeeTotal,
    FindingFilter,
    FindingOrder,
    KeptFinding,
    PortfolioFilter,
    PortfolioOrder,
    PortfolioRow,
    Posture,
    Standard,
)
from graph.store import GraphStore
from tests.questions.kept_rows import totals_of

TODAY = Standard("2026-03-31", "policy one")
TOMORROW = TODAY._replace(day="2026-04-01")
ALWAYS_STALE = Standard("", "no policy")
HOLDER = "worker"


def account(key: str, **attributes: Any) -> Company:
    """A company that is an account."""
    return Company(key=key, name=attributes.pop("name", key.title()), side="CUSTOMER", **attributes)


def posture(account: str, **attributes: Any) -> Posture:
    """A posture of the first revision of today, with those attributes."""
    empty: dict[str, Any] = {
        "revision": 1,
        "standard": TODAY,
        "policy_version": 1,
        "computed_at": "2026-03-31T06:00:00.000000+00:00",
        "severity": None,
        "share": None,
        "severity_counts": {},
        "cause_counts": None,
        "value_at_risk": None,
        "currency": None,
        "amounts": (),
        "key_index": None,
        "general_index": None,
        "organizational_index": None,
        "effective_holders": None,
        "bus_factor": None,
    }
    return Posture(account, **empty | attributes)


WHOLE = {
    "revision": 1,
    "policy_version": 7,
    "severity": "HIGH",
    "share": 2 / 3,
    "severity_counts": {"HIGH": 2, "LOW": 0, "MODERATE": 11},
    "cause_counts": {"HIGH": 1, "MODERATE": 5},
    "value_at_risk": 0.1 + 0.2,
    "currency": "CNY",
    "amounts": (CurrencyAmount(None, 12.0), CurrencyAmount("CNY", 1 / 3), CurrencyAmount("EUR", 1e12 + 0.01)),
    "key_index": 100 / 3,
    "general_index": 0.0,
    "organizational_index": 100.0,
    "effective_holders": 1.7,
    "bus_factor": 2,
    "rates_on": "2026-02-28",
}
"""A posture with every attribute set."""


def finding(account: str, id: str, **attributes: Any) -> KeptFinding:
    """An account-wide finding of the account's own company, with those attributes; worth as its id says.

    Its own cause, worth the same; by money the last id comes first.
    """
    place = f"{id} {account}"
    behind = "".join(chr(0x7E - (ord(letter) - 0x20)) if " " <= letter <= "~" else letter for letter in place)
    usual: dict[str, Any] = {
        "company": account,
        "is_account_wide": True,
        "kind": "UNCOVERED_LINE",
        "severity": "LOW",
        "employee": None,
        "opportunity": None,
        "subject": "boss",
        "stage": "",
        "worth": place,
        "money_worth": behind,
        "cause": f"cause of {place}",
        "cause_worth": place,
        "cause_money_worth": behind,
        "content": "{}",
    }
    return KeptFinding(id=id, account=account, **usual | attributes)


def exposure(account: str, employee: str, **attributes: Any) -> EmployeeExposure:
    """What that employee holds there: three ties, one of them alone, without money."""
    usual: dict[str, Any] = {
        "live_tie_count": 3,
        "single_held_count": 1,
        "exposure": 0.25,
        "severity": "MODERATE",
        "amounts": (),
    }
    return EmployeeExposure(account, employee, **usual | attributes)


def computed(
    kept: Posture,
    findings: Iterable[KeptFinding] = (),
    exposures: Iterable[EmployeeExposure] = (),
    ranks: dict[PortfolioOrder, str] | None = None,
    legend: str = "",
) -> ComputedPosture:
    """The posture as it is written; its rank is the account's key in every order that `ranks` does not name."""
    places = dict.fromkeys(PortfolioOrder, kept.account) | (ranks or {})
    return ComputedPosture(kept, places, tuple(findings), tuple(exposures), legend)


async def keep(store: GraphStore, *postures: ComputedPosture) -> None:
    """Claims their accounts and writes the postures, whether the accounts are stale or not."""
    for each in postures:
        key = each.posture.account
        claims = await store.postures.claim_stale(ALWAYS_STALE, HOLDER, 1, 3600, [key])
        assert [claim.account for claim in claims] == [key]
        assert await store.postures.write_posture(each, HOLDER)


def told(total: EmployeeTotal) -> tuple[object, ...]:
    """All that a total says."""
    return *total[:-1], total.amounts


async def exposures(store: GraphStore, **wanted: Any) -> list[EmployeeExposure]:
    """All that the filter lets through, by employee and account: each employee's total tells whose there are."""
    filtered = PortfolioFilter(**wanted)
    totals = await store.postures.read_employee_totals(filtered)
    found = await store.postures.find_exposures(filtered, [total.employee for total in totals])
    assert [told(total) for total in totals] == [told(total) for total in totals_of(found)]
    return found


async def portfolio(
    store: GraphStore, order: PortfolioOrder = PortfolioOrder.NAME, **wanted: Any
) -> list[PortfolioRow]:
    """All accounts that the filter lets through, by rank."""
    return await store.postures.find_postures(PortfolioFilter(**wanted), order, 1000, None, TODAY)


async def portfolio_keys(store: GraphStore, **wanted: Any) -> list[str]:
    """Their keys."""
    return [row.posture.account for row in await portfolio(store, **wanted)]


async def findings(store: GraphStore, **wanted: Any) -> list[KeptFinding]:
    """All findings that the filter lets through, the worst first; the store counts as many, and their causes."""
    filtered = FindingFilter(**wanted)
    found = await store.postures.find_findings(filtered, FindingOrder.SEVERITY, 1000, None)
    assert await store.postures.count_findings(filtered) == len(found)
    by_money = await store.postures.find_findings(filtered, FindingOrder.VALUE_AT_RISK, 1000, None)
    assert by_money == sorted(found, key=lambda each: each.place(FindingOrder.VALUE_AT_RISK))
    for order in FindingOrder:
        places = {each.cause: each.cause_place(order) for each in found}
        causes = await store.postures.find_causes(filtered, order, 1000, None)
        assert [(each.id, each.place) for each in causes] == sorted(places.items(), key=itemgetter(1))
        assert await store.postures.count_causes(filtered) == len(places)
    return found


async def finding_ids(store: GraphStore, **wanted: Any) -> list[str]:
    """Their ids."""
    return [found.id for found in await findings(store, **wanted)]
