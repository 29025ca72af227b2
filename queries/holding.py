"""What is said of a contact whom one of us alone holds: the sentence, and what of those who leave went into it."""

from __future__ import annotations

from collections.abc import Mapping

from queries.account_view import AccountView
from queries.findings import called


def held_by_one(view: AccountView, contact: str, *, described: str = "") -> str:
    """The sentence, with days where somebody leaves: each is the first one without that person.

    `described` goes on about the contact, as in ", who has 31 % of the decision".
    """
    (holder,) = view.holders(contact)
    theirs = f"{called(view, contact)}{described}"
    leaving = [(view.leaving[key], called(view, key)) for key in view.who_know(contact) if key in view.leaving]
    if holder not in view.leaving:
        if not leaving:
            return f"Only {called(view, holder)} has a live tie to {theirs}."
        others = " and ".join(name for _, name in sorted(leaving))
        last = max(day for day, _ in leaving).isoformat()
        only = f"From {last} on only {called(view, holder)} has a live tie to {theirs}"
        return f"{only}: {others} {'leaves' if len(leaving) == 1 else 'leave'} by then."
    if len(leaving) == 1:
        ((day, name),) = leaving
        return f"Only {name} has a live tie to {theirs}; {name} leaves on {day.isoformat()}."
    days = ", ".join(f"{name} on {day.isoformat()}" for day, name in sorted(leaving))
    return f"All of us with a live tie to {theirs}{',' if described else ''} are leaving: {days}."


def compared_for_holders(view: AccountView, contact: str) -> Mapping[str, float]:
    """The policy's numbers that decide who counts as a holder, where somebody is leaving."""
    is_about_leaving = any(key in view.leaving for key in view.who_know(contact))
    return {"leaving_horizon_days": view.policy.leaving_horizon_days} if is_about_leaving else {}
