"""`executeHandover`: contacts pass from one of our people to another, with the history kept."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.context import Context
from api.resolvers.arguments import Info
from api.resolvers.user_errors import bad_input, row_errors, signature_errors
from api.types import handovers as shown
from api.types.payloads import UserError
from graph.errors import BadInput
from graph.handing_over import Handover, HandoverReport, hand_over
from graph.messages.told import Told
from queries.question import KEYS_LIMIT
from queries.questions.handovers import HANDOVERS, HandoversParams

_ITEMS = "items"


async def execute_handover(
    info: Info,
    input: Annotated[shown.ExecuteHandoverInput, strawberry.argument(description="What to hand over to whom.")],
) -> shown.HandoverPayload:
    """Hands over, or says why not."""
    context = info.context
    items = tuple(dict.fromkeys(Handover(item.contact, item.to) for item in input.items))
    errors = signature_errors(["input"], actor=input.actor, reason=input.reason, note=input.note)
    if not 1 <= len(input.items) <= KEYS_LIMIT:
        count = len(input.items)
        told = Told(f"{count} items: expected 1 to {KEYS_LIMIT}", f"{count} 项：应为 1 至 {KEYS_LIMIT} 项")
        errors.append(bad_input(["input", _ITEMS], told))
    if errors:
        return shown.HandoverPayload(handovers=(), leaves_on=None, user_errors=tuple(errors))
    try:
        report = await hand_over(
            context.store,
            context.viewer.named(input.actor),
            input.employee,
            items,
            input.on,
            reason=input.reason,
            note=input.note,
            is_leaving=input.is_leaving,
            last_day=input.last_day,
        )
    except BadInput as refused:
        return shown.HandoverPayload(handovers=(), leaves_on=None, user_errors=tuple(_errors(refused, input)))
    finally:
        context.written()
    outcomes = await _outcomes(context, input, items, report)
    return shown.HandoverPayload(handovers=outcomes, leaves_on=report.leaves_on, user_errors=())


def _errors(refused: BadInput, given: shown.ExecuteHandoverInput) -> list[UserError]:
    """By the place that an item has in the argument, where it may stand twice."""
    first_places: dict[Handover, int] = {}
    for place, item in enumerate(given.items):
        first_places.setdefault(Handover(item.contact, item.to), place)
    return row_errors(refused, ["input"], list(first_places.values()), _ITEMS)


async def _outcomes(
    context: Context, given: shown.ExecuteHandoverInput, items: tuple[Handover, ...], report: HandoverReport
) -> tuple[shown.HandoverOutcome, ...]:
    carried_out = await context.asker.ask(context.viewer, HANDOVERS, HandoversParams(employee=given.employee))
    kept = {Handover(one.contact, one.to_employee): one for one in carried_out if one.on == given.on}
    return tuple(
        shown.HandoverOutcome(
            contact=item.contact,
            employee=given.employee,
            to_employee=item.to_employee,
            on=given.on,
            actor=kept[item].actor,
            at=kept[item].at,
            reason=kept[item].reason,
            note=kept[item].note,
            is_new=item in report.done,
        )
        for item in items
    )
