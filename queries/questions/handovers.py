"""Handovers: what did one of our people hand over, to whom and when?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from graph.handing_over import HandedOver
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import node, said
from graph.model.words import NodeKind
from queries.needs import ExecutedHandovers, Need
from queries.question import Question, Scope, TodaysParams, no_part


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoversParams(TodaysParams):
    """Who handed over; `carried_out` is what."""

    employee: Annotated[
        str, node(NodeKind.PERSON, Told("Key of our employee who handed over.", "交接者（我方员工）的编号。"))
    ]
    carried_out: tuple[HandedOver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutedHandover:
    """A contact who was handed over."""

    contact: Annotated[str, node(NodeKind.PERSON, "The contact.")]
    employee: Annotated[str, node(NodeKind.PERSON, "Who handed over.", name="from")]
    to_employee: Annotated[str, node(NodeKind.PERSON, "Who took over.", name="to")]
    on: Annotated[date, said("The first day on which the contact is the successor's.")]
    actor: Annotated[str, said("Who carried it out, as told.", name="by")]
    at: Annotated[str, said("When it was carried out, as ISO 8601 in UTC.")]
    reason: Annotated[str | None, said("Why, as told.", mask=Mask.NOTES)]
    note: Annotated[str | None, said("What else was told.", mask=Mask.NOTES)]


def executed_handover(done: HandedOver) -> ExecutedHandover:
    """One of them as it is shown."""
    return ExecutedHandover(
        contact=done.contact,
        employee=done.employee,
        to_employee=done.to_employee,
        on=done.on,
        actor=done.actor,
        at=done.at,
        reason=done.reason,
        note=done.note,
    )


def answer(parts: Sequence[None], params: HandoversParams) -> tuple[ExecutedHandover, ...]:
    """In the order in which they were carried out."""
    return tuple(map(executed_handover, params.carried_out))


HANDOVERS: Question[HandoversParams, None, tuple[ExecutedHandover, ...]] = Question(
    name="handovers",
    sentence=Told(
        "What one of our people handed over, in the order in which it was carried out.",
        "我方某人交接了什么，按执行的先后排列。",
    ),
    params=HandoversParams,
    answer=tuple[ExecutedHandover, ...],
    needs=(Need(lambda params: ExecutedHandovers(employee=params.employee), into="carried_out"),),
    scope=lambda params: Scope(accounts=(), must_exist=((PEOPLE, params.employee),)),
    part=no_part,
    combine=answer,
)
