"""What is told of a contact whom one of us alone holds: also when somebody leaves, and what went into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.messages.language import Language
from graph.messages.message import Message, Share, told
from queries.account_view import AccountView
from queries.findings.naming import Name, called

_WHO_HAS = """{ $share ->
    [none] {""}
   *[other] , who has { $share } of the decision
}"""
_SHARE_IN_CHINESE = """{ $share ->
    [none] {""}
   *[other] （决策份额 { $share }）
}"""
_ACTION = "\n.action = Introduce a second colleague to { $contact }."
_ACTION_IN_CHINESE = "\n.action = 再介绍一位同事与{ $contact }建立联系。"


@dataclass(frozen=True, kw_only=True)
class HeldByOne(
    Message,
    key="held-by-one",
    english="Only { $holder } has a live tie to { $contact }" + _WHO_HAS + "." + _ACTION,
    chinese="只有{ $holder }与{ $contact }" + _SHARE_IN_CHINESE + "保持有效关系。" + _ACTION_IN_CHINESE,
):
    """One of us alone, who stays, knows the contact. `share` is told of the decision, where it is."""

    holder: Name
    contact: Name
    share: Share | None


@dataclass(frozen=True, kw_only=True)
class Both(Message, key="both", english="{ $one } and { $other }", chinese="{ $one }、{ $other }"):
    """Two, the first of which may be two itself."""

    one: Name | Both
    other: Name


@dataclass(frozen=True, kw_only=True)
class HeldByOneFrom(
    Message,
    key="held-by-one-from",
    english="From { $day } on only { $holder } has a live tie to { $contact }"
    + _WHO_HAS
    + ": { $others } { $others ->\n    [both] leave\n   *[other] leaves\n} by then."
    + _ACTION,
    chinese="自{ $day }起，只有{ $holder }与{ $contact }"
    + _SHARE_IN_CHINESE
    + "保持有效关系：届时{ $others }已离开。"
    + _ACTION_IN_CHINESE,
):
    """One of us alone stays of those who know the contact; the others leave, the last of them on that day."""

    day: date
    holder: Name
    contact: Name
    share: Share | None
    others: Name | Both


@dataclass(frozen=True, kw_only=True)
class HolderLeaves(
    Message,
    key="holder-leaves",
    english="Only { $holder } has a live tie to { $contact }"
    + _WHO_HAS
    + "; { $holder } leaves on { $day }."
    + _ACTION,
    chinese="只有{ $holder }与{ $contact }"
    + _SHARE_IN_CHINESE
    + "保持有效关系；{ $holder }将于{ $day }离开。"
    + _ACTION_IN_CHINESE,
):
    """The only one of us who knows the contact leaves: is not there any more on that day."""

    holder: Name
    contact: Name
    share: Share | None
    day: date


@dataclass(frozen=True, kw_only=True)
class LeavesOn(Message, key="leaves-on", english="{ $person } on { $day }", chinese="{ $person }（{ $day }）"):
    """Somebody, and the first day without them."""

    person: Name
    day: date


@dataclass(frozen=True, kw_only=True)
class AllHoldersLeave(
    Message,
    key="all-holders-leave",
    english="""All of us with a live tie to { $contact }{ $share ->
    [none] {""}
   *[other] , who has { $share } of the decision,
} are leaving: { $days }."""
    + _ACTION,
    chinese="与{ $contact }"
    + _SHARE_IN_CHINESE
    + "保持有效关系的我方人员都将离开：{ $days }。"
    + _ACTION_IN_CHINESE,
):
    """Several of us know the contact, and all of them leave."""

    contact: Name
    share: Share | None
    days: tuple[LeavesOn, ...]


def held_by_one(view: AccountView, contact: str, *, share: Share | None = None) -> Message:
    """What is told of the contact, with days where somebody leaves: each is the first one without that person.

    `share` of the decision is told of the contact.
    """
    (holder,) = view.holders(contact)
    theirs, ours = called(view, contact), called(view, holder)
    leaving = sorted(
        [
            LeavesOn(person=called(view, key), day=view.leaving[key])
            for key in view.who_know(contact)
            if key in view.leaving
        ],
        key=lambda one: (one.day, told(one.person, Language.EN)),
    )
    if not leaving:
        return HeldByOne(holder=ours, contact=theirs, share=share)
    last = leaving[-1].day
    if holder not in view.leaving:
        return HeldByOneFrom(day=last, holder=ours, contact=theirs, share=share, others=_together(leaving))
    if len(leaving) == 1:
        return HolderLeaves(holder=ours, contact=theirs, share=share, day=last)
    return AllHoldersLeave(contact=theirs, share=share, days=tuple(leaving))


def _together(leaving: Sequence[LeavesOn]) -> Name | Both:
    first, *others = (one.person for one in leaving)
    together: Name | Both = first
    for other in others:
        together = Both(one=together, other=other)
    return together


def compared_for_holders(view: AccountView, contact: str) -> Mapping[str, float]:
    """The policy's numbers that decide who counts as a holder, where somebody is leaving."""
    is_about_leaving = any(key in view.leaving for key in view.who_know(contact))
    return {"leaving_horizon_days": view.policy.leaving_horizon_days} if is_about_leaving else {}
