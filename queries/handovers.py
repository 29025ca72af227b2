"""Handovers: the contacts who lose live ties when some of our people leave, and who could take them over."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated

from graph.account_graph import Member
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.shown import node, said
from graph.model.word import Words
from graph.model.words import NodeKind
from queries.account_view import AccountView
from queries.algorithms.thresholds import as_ordered
from queries.successors import Successor, SuccessorRanking


class HandoverStatus(Words):
    """ORPHANED: no live tie is left. WEAKENED: at least one is lost, others stay."""

    ORPHANED = "ORPHANED", "No live tie left", "无人联系", "No live tie is left."
    WEAKENED = "WEAKENED", "Weakened", "关系减弱", "At least one live tie is lost, others stay."


@dataclass(frozen=True, slots=True)
class ContactHandover:
    """A contact who loses live ties with us.

    `successors` is everybody of us who could be asked, best first, also those whom a plan would not ask.
    """

    contact: Annotated[str, node(NodeKind.PERSON, "The contact.")]
    employees: Annotated[tuple[str, ...], node(NodeKind.PERSON, "Those of us who leave and have a live tie.")]
    status: Annotated[HandoverStatus, said("Whether any live tie is left.", mask=Mask.JUDGEMENT)]
    exposure: Annotated[
        float,
        said("The contact's largest share of an open decision of the account, 0 to 1.", mask=Mask.JUDGEMENT),
    ]
    successors: tuple[Successor, ...]

    @property
    def successor_count(self) -> Annotated[int, said("How many of us could be asked to take over.")]:
        """Also those whom a plan would not ask."""
        return len(self.successors)

    def best_successors(
        self,
        first: Annotated[int | None, said("How many of them, 1 or more; null: all, which may be many.")] = 5,
    ) -> Annotated[
        tuple[Successor, ...],
        said(
            "Who of us could be asked to take over, best first; `obstacle` tells whom no plan would.",
            name="successors",
        ),
    ]:
        """The first of them; QuestionRejected when `first` is below 1."""
        if first is not None and first < 1:
            raise QuestionRejected(Told(f"first: {first}: expected 1 or more", f"first：{first}：应为 1 或以上"))
        return self.successors[:first]


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
