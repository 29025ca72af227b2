"""Handovers: the contacts who lose live ties when some of our people leave, and who could take them over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graph.account_graph import Member
from graph.model.word import Words
from queries.account_view import AccountView
from queries.algorithms.thresholds import as_ordered
from queries.successors import Successor, SuccessorRanking


class HandoverStatus(Words):
    """ORPHANED: no live tie is left. WEAKENED: at least one is lost, others stay."""

    ORPHANED = "ORPHANED", "No live tie left", "无人联系", "No live tie is left."
    WEAKENED = "WEAKENED", "Weakened", "关系减弱", "At least one live tie is lost, others stay."


@dataclass(frozen=True, slots=True)
class ContactHandover:
    """A contact who loses live ties with us; `exposure` is its largest share of an open decision.

    `successors` is everybody of us who could be asked, best first, also those whom a plan would not ask.
    """

    contact: str
    employees: tuple[str, ...]
    status: HandoverStatus
    exposure: float
    successors: tuple[Successor, ...]

    @property
    def successor_count(self) -> int:
        """How many could be asked."""
        return len(self.successors)


def contact_handovers(
    view: AccountView,
    leaving: Collection[str],
    *,
    among: Collection[str] | None = None,
    capacity: int | None = None,
    colleagues: Collection[Member] = (),
    unavailable: Collection[str] = (),
) -> tuple[ContactHandover, ...]:
    """Every contact who stays and has a live tie with somebody who leaves; most exposed first, then by key.

    Only those `among` some when given. `employees` are those who leave, by key; the successors are ranked by
    `SuccessorRanking`.
    """
    found = []
    ranking: SuccessorRanking | None = None
    for contact, ties in view.live_ties.items():
        gone = {held.tie.employee for held in ties if held.tie.employee in leaving}
        if not gone or contact in leaving or (among is not None and contact not in among):
            continue
        ranking = ranking or SuccessorRanking(
            view, leaving, capacity=capacity, colleagues=colleagues, unavailable=unavailable
        )
        is_held = any(held.tie.employee not in gone for held in ties)
        found.append(
            ContactHandover(
                contact=contact,
                employees=tuple(sorted(gone)),
                status=HandoverStatus.WEAKENED if is_held else HandoverStatus.ORPHANED,
                exposure=view.share_of([contact]),
                successors=ranking.of(contact),
            )
        )
    return tuple(sorted(found, key=lambda handover: (-as_ordered(handover.exposure), handover.contact)))
