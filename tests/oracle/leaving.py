"""Who of ours is about to leave, and who holds a contact meanwhile (section 6, second edition)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.policy import Policy
from tests.oracle.days import days_between
from tests.oracle.people import is_ours, is_present
from tests.oracle.world import World, by_key


def first_day_without(world: World, policy: Policy, person: str, as_of: str) -> str | None:
    """When somebody of ours will have LEFT or MOVED within the horizon; None of everybody else."""
    record = by_key(world, "people")[person]
    if record.status not in ("LEFT", "MOVED") or record.status_since is None:
        return None
    is_soon = 0 < days_between(as_of, record.status_since) <= policy.leaving_horizon_days
    return record.status_since if is_soon and is_ours(world, person, as_of) else None


def holders(live: Iterable[tuple[str, str]], leaving: Mapping[str, str]) -> dict[str, set[str]]:
    """Contact -> who has a live tie and stays; where all leave, the one who does so last, the first by key."""
    held: dict[str, set[str]] = {}
    for employee, contact in live:
        held.setdefault(contact, set()).add(employee)
    return {contact: (those - set(leaving)) or {_last(those, leaving)} for contact, those in held.items()}


def _last(those: set[str], leaving: Mapping[str, str]) -> str:
    latest = max(leaving[each] for each in those)
    return min(each for each in those if leaving[each] == latest)


def is_there(world: World, person: str, day: str) -> bool:
    """Whether somebody is ours and present on the day."""
    return is_ours(world, person, day) and is_present(world, person, day)
