"""Which situations of the second edition a world has in it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.model.exchange_rates import Rate
from tests.oracle import posture
from tests.oracle.causes import causes
from tests.oracle.days import is_valid
from tests.oracle.oracle import Oracle
from tests.oracle.random_days import day
from tests.oracle.worths import worths


def of_leaving(oracle: Oracle) -> Iterator[str]:
    """Who leaves and when, who holds meanwhile, which ties pause or end, who blocks."""
    for contact, those in oracle.holders.items():
        known = {employee for employee, other in oracle.live if other == contact}
        if known <= set(oracle.leaving):
            yield f"all {min(len(known), 2)} who know somebody leave"
        elif len(those) == 1 and len(known) > 1:
            yield "somebody is held alone until others have left"
        if contact in oracle.key_people and len(those) < len(known):
            yield "a key person has fewer holders than live ties"
    for employee in oracle.present_employees:
        since = next(each.status_since for each in oracle.world["people"] if each.key == employee)
        if since is not None and since > oracle.as_of:
            yield f"somebody leaves, within the horizon: {employee in oracle.leaving}"
    for employee, contact in {(tie.employee, tie.contact) for tie in oracle.ties}:
        periods = [tie for tie in oracle.world["ties"] if tie[:2] == (employee, contact)]
        held = [any(is_valid(tie, day(offset)) for tie in periods) for offset in range(42)]
        if False in held:
            yield "a tie with a gap that is over" if held[-1] else "a tie that ends"
            if not held[-1] and True in held[held.index(False) :]:
                yield "a tie that ends a second time"
    for decision in oracle.decisions.values():
        yield from (f"blocks for {' and '.join(sorted(why))}" for why in decision.blockers.values())


def of_money(oracle: Oracle) -> Iterator[str]:
    """Which sums are known in the base currency, with rates of two currencies, one of them only of tomorrow."""
    rates = (
        Rate(currency="EUR", on=day(-400), rate=7.5),
        Rate(currency="EUR", on=day(-30), rate=7.7),
        Rate(currency="USD", on=day(1), rate=7.0),
    )
    rated = replace(
        oracle, policy=replace(oracle.policy, base_currency="CNY"), world={**oracle.world, "rates": rates}
    )
    for money in (each.money for each in posture.exposures(rated).values()):
        found = rated.exchange.converted(money)
        yield f"a sum is {'in the base currency' if found else 'known by currency' if money else 'not known'}"
        if found and found.rate_on:
            yield "a sum needs a dated rate"


def of_causes(oracle: Oracle) -> Iterator[str]:
    """What findings have in common."""
    found = causes(oracle.exchange, worths(oracle))
    for each in found.values():
        kinds = {one.kind for one in each.findings}
        yield f"a cause of {'one kind' if len(kinds) == 1 else 'several kinds'}: {each.subject.kind}"
        if len(each.worst) > 1:
            yield "several findings say the same to do"
    lines = [(subject.kind, subject.key) for subject in found if subject.kind == "LINE"]
    if len(set(lines)) < len(lines):
        yield "a line is a subject of two companies"
