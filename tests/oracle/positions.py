"""What has been said of a person's power, stance, coaching and leaning (the paragraph on positions)."""

from __future__ import annotations

from typing import Any

from tests.oracle.world import World


def position(
    world: World, companies: set[str], person: str, attribute: str, opportunity: str | None, as_of: str
) -> Any:
    """The latest statement of that attribute, on the opportunity, else on a company of the account; else None.

    Without an opportunity, on the account alone.
    """
    said = [
        each
        for each in world["positions"]
        if each.person == person and each.stated_on <= as_of and getattr(each, attribute) is not None
    ]
    on_opportunity = [each for each in said if opportunity is not None and each.opportunity == opportunity]
    on_account = [each for each in said if each.company in companies]
    for statements in (on_opportunity, on_account):
        if statements:
            last_day = max(each.stated_on for each in statements)
            latest = [each for each in statements if each.stated_on == last_day]
            return getattr(min(latest, key=lambda each: each.company or ""), attribute)
    return None


def power(world: World, companies: set[str], person: str, opportunity: str | None, as_of: str) -> str:
    """The power that holds, UNKNOWN when nothing is known or the last statement withdrew it."""
    return position(world, companies, person, "power", opportunity, as_of) or "UNKNOWN"


def stance(world: World, companies: set[str], person: str, opportunity: str | None, as_of: str) -> str:
    """The stance that holds, UNKNOWN when nothing is known or the last statement withdrew it."""
    return position(world, companies, person, "stance", opportunity, as_of) or "UNKNOWN"
