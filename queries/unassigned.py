"""The contacts of a handover over all accounts: who may take each; of those left over, why and what helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.model.masks import Mask
from graph.model.shown import node, said
from graph.model.words import NodeKind
from queries.algorithms.thresholds import as_ordered
from queries.handovers import ContactHandover, HandoverStatus
from queries.outside_help import OutsideHelp, Seat
from queries.successors import Successor, UnassignedReason


@dataclass(frozen=True, slots=True)
class UnassignedContact:
    """A contact that goes to nobody, why, and what would help."""

    contact: Annotated[str, node(NodeKind.PERSON, "The contact.")]
    account: Annotated[str, node(NodeKind.COMPANY, "The company at the top of the contact's group.")]
    exposure: Annotated[
        float,
        said("The contact's largest share of an open decision of the account, 0 to 1.", mask=Mask.JUDGEMENT),
    ]
    status: Annotated[
        HandoverStatus,
        said("Whether the contact would have any live tie left without a handover.", mask=Mask.JUDGEMENT),
    ]
    reason: Annotated[UnassignedReason, said("Why it goes to nobody.", mask=Mask.JUDGEMENT)]
    bring_in: Annotated[
        Successor | None,
        said(
            "The best of our people without a tie into the account who has room; one without an `obstacle` before "
            "any other. Null: there is nobody.",
            mask=Mask.JUDGEMENT,
        ),
    ]
    appoint: Annotated[
        Seat | None,
        said("Whom to hire or appoint. Null: by the policy's least score, nobody new will do."),
    ]


@dataclass(frozen=True, slots=True)
class HandedContact:
    """A contact to hand over, in the account where it is most exposed.

    `ranked` is everybody asked, of all of its accounts; `successors` are those whom a plan may give it to, by key,
    each with the best score that it has in one of the accounts.
    """

    account: str
    handover: ContactHandover
    ranked: Sequence[Successor]
    successors: Mapping[str, Successor]

    @property
    def key(self) -> str:
        """Of the contact."""
        return self.handover.contact

    @property
    def reason(self) -> UnassignedReason:
        """Why it goes to nobody, when it does."""
        obstacles = {found.obstacle for found in self.ranked}
        if not obstacles:
            return UnassignedReason.NO_CANDIDATE
        if None in obstacles:
            return UnassignedReason.NO_CAPACITY
        is_one_high_enough = UnassignedReason.TOO_WEAK in obstacles
        return UnassignedReason.TOO_WEAK if is_one_high_enough else UnassignedReason.LEVEL_TOO_LOW


def handed_contacts(handovers: Iterable[tuple[str, ContactHandover]]) -> list[HandedContact]:
    """Every contact of the accounts' handovers once, most exposed first, then by key."""
    found: dict[str, HandedContact] = {}
    ordered = sorted(handovers, key=lambda one: (-as_ordered(one[1].exposure), one[1].contact, one[0]))
    for account, handover in ordered:
        first = found.get(handover.contact) or HandedContact(account, handover, (), {})
        successors = dict(first.successors)
        for successor in handover.successors:
            kept = successors.get(successor.employee)
            if successor.obstacle is None and (kept is None or successor.score > kept.score):
                successors[successor.employee] = successor
        ranked = (*first.ranked, *handover.successors)
        found[handover.contact] = HandedContact(first.account, first.handover, ranked, successors)
    return list(found.values())


def unassigned_contacts(
    left_over: Iterable[HandedContact],
    helps: Mapping[str, Mapping[str, OutsideHelp]],
    given: Counter[str],
    capacity: int,
) -> list[UnassignedContact]:
    """Those who go to nobody, with the help for each, told by account and contact.

    `given` is how many contacts each of our people takes over already; whoever is to be brought in for one has
    less room for the next.
    """
    given = given.copy()
    found = []
    for one in left_over:
        bring_in = _brought_in(one, helps[one.account][one.key], given, capacity)
        if bring_in is not None:
            given[bring_in.employee] += 1
        found.append(
            UnassignedContact(
                contact=one.key,
                account=one.account,
                exposure=one.handover.exposure,
                status=one.handover.status,
                reason=one.reason,
                bring_in=bring_in,
                appoint=helps[one.account][one.key].seat(one.key),
            )
        )
    return found


def _brought_in(
    one: HandedContact, help_of_account: OutsideHelp, given: Counter[str], capacity: int
) -> Successor | None:
    asked = {found.employee for found in one.ranked}
    possible = [
        found
        for found in help_of_account.from_team(one.key)
        if found.employee not in asked and given[found.employee] < capacity
    ]
    return next((found for found in possible if found.obstacle is None), next(iter(possible), None))
