"""`acknowledge`, `assign`, `snooze`, `resolve` and `reopen`: what people do with a finding."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import strawberry

from api.context import Context
from api.finding_work import carry_out
from api.resolvers.arguments import Info
from api.resolvers.user_errors import user_errors
from api.types.findings import FindingPayload
from api.types.payloads import UserError, UserErrorCode
from graph.errors import BadInput, NotInGraph
from graph.viewer import Viewer
from queries.questions.finding import FINDING, FindingParams
from queries.work_items import Acknowledged, Assigned, Reopened, Resolved, Snoozed, Work

FindingId = Annotated[strawberry.ID, strawberry.argument(description="Id of the finding.")]
Actor = Annotated[str, strawberry.argument(description="Who does it, at most 200 characters.")]
Note = Annotated[str | None, strawberry.argument(description="Why, or what was done.")]


async def acknowledge(info: Info, finding: FindingId, actor: Actor, note: Note = None) -> FindingPayload:
    """Somebody has seen it."""
    return await _do(info.context, actor, Work(finding=finding, event=Acknowledged(), note=note))


async def assign(
    info: Info,
    finding: FindingId,
    assignee: Annotated[str, strawberry.argument(description="Who is to take care of it.")],
    actor: Actor,
    note: Note = None,
) -> FindingPayload:
    """Somebody is to take care of it."""
    return await _do(info.context, actor, Work(finding=finding, event=Assigned(assignee), note=note))


async def snooze(
    info: Info,
    finding: FindingId,
    until: Annotated[date, strawberry.argument(description="The day on which it comes up again.")],
    actor: Actor,
    note: Note = None,
) -> FindingPayload:
    """Not before a day."""
    return await _do(info.context, actor, Work(finding=finding, event=Snoozed(until), note=note))


async def resolve(info: Info, finding: FindingId, actor: Actor, note: Note = None) -> FindingPayload:
    """It is dealt with."""
    return await _do(info.context, actor, Work(finding=finding, event=Resolved(), note=note))


async def reopen(info: Info, finding: FindingId, actor: Actor, note: Note = None) -> FindingPayload:
    """It is open again."""
    return await _do(info.context, actor, Work(finding=finding, event=Reopened(), note=note))


async def _do(context: Context, actor: str, work: Work) -> FindingPayload:
    try:
        await _carry_out(context, context.viewer.named(actor), work)
    except BadInput as refused:
        return FindingPayload(finding=None, user_errors=tuple(user_errors(refused, [])))
    except NotInGraph as missing:
        error = UserError(path=["finding"], told=missing.told, code=UserErrorCode.NOT_FOUND)
        return FindingPayload(finding=None, user_errors=(error,))
    finding = await context.asker.ask(context.viewer, FINDING, FindingParams(id=work.finding))
    return FindingPayload(finding=finding, user_errors=())


async def _carry_out(context: Context, viewer: Viewer, work: Work) -> None:
    """Also with a finding that is not kept yet: stale accounts are computed first, when they are few enough."""
    today = context.asker.today()
    try:
        await carry_out(context.store, viewer, work, today)
    except NotInGraph:
        await context.kept.compute_stale()
        await carry_out(context.store, viewer, work, today)
