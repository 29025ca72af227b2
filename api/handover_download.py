"""GET /handover-plan/{employee}.xlsx and .html: the handover plan as a workbook, and as a page to print.

The parameters are those of the question: `lastDay` (needed), `capacity`, `asOf`. Any other is refused, so that a
misspelt one never gives another plan than the one asked for.
"""

from __future__ import annotations

import asyncio
from datetime import date
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams

from api.handover_page import CONTENT_SECURITY_POLICY, handover_page
from api.handover_sheet import MEDIA_TYPE, handover_workbook
from api.viewing import viewer_of
from graph.errors import QuestionRejected
from graph.messages.told import Told
from queries.ask import Asker
from queries.asking.names import Names
from queries.handover_plan import HANDOVER_PLAN, HandoverPlan, HandoverPlanParams

_PARAMETERS = ("lastDay", "capacity", "asOf")
_KEEP_NOWHERE = {"Cache-Control": "no-store"}

router = APIRouter(prefix="/handover-plan", tags=["exchange"])


@router.get("/{employee:path}.xlsx", summary="The handover plan of an employee as a workbook")
async def download_workbook(request: Request, employee: str) -> Response:
    """The file; 404 for an unknown employee, 422 for a plan that cannot be made."""
    plan, names = await _planned(request, employee)
    content = await asyncio.to_thread(handover_workbook, plan, names)
    name = quote(f"handover {employee}.xlsx", safe="")
    disposition = f"attachment; filename=\"handover.xlsx\"; filename*=UTF-8''{name}"
    return Response(content, 200, {**_KEEP_NOWHERE, "Content-Disposition": disposition}, MEDIA_TYPE)


@router.get("/{employee:path}.html", summary="The handover plan of an employee as a page to print")
async def show_page(request: Request, employee: str) -> Response:
    """The page; 404 for an unknown employee, 422 for a plan that cannot be made."""
    plan, names = await _planned(request, employee)
    content = await asyncio.to_thread(handover_page, plan, names)
    headers = {**_KEEP_NOWHERE, "Content-Security-Policy": CONTENT_SECURITY_POLICY}
    return Response(content, 200, headers, "text/html")


async def _planned(request: Request, employee: str) -> tuple[HandoverPlan, Names]:
    asker: Asker = request.app.state.asker
    asked = _parameters(request.query_params)
    last_day = _day("lastDay", asked.get("lastDay"))
    if last_day is None:
        raise QuestionRejected(
            Told(
                "lastDay: expected the last working day, such as 2026-03-31",
                "lastDay：应为最后工作日，如 2026-03-31",
            )
        )
    capacity, as_of = _count("capacity", asked.get("capacity")), _day("asOf", asked.get("asOf"))
    params = HandoverPlanParams(employee=employee, last_day=last_day, capacity=capacity, as_of=as_of)
    plan = await asker.ask(viewer_of(request), HANDOVER_PLAN, params)
    return plan, await asker.names(viewer_of(request), plan)


def _parameters(given: QueryParams) -> dict[str, str]:
    for name, _ in given.multi_items():
        if name not in _PARAMETERS or len(given.getlist(name)) > 1:
            known = ", ".join(_PARAMETERS)
            raise QuestionRejected(
                Told(f"parameter {name!r}: expected {known}, each once", f"参数 {name!r}：应为 {known}，各一次")
            )
    return dict(given)


def _day(name: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise QuestionRejected(
            Told(
                f"{name}: {text!r}: expected a day such as 2026-03-31",
                f"{name}：{text!r}：应为日期，如 2026-03-31",
            )
        ) from None


def _count(name: str, text: str | None) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or len(text) > 9:
        raise QuestionRejected(
            Told(f"{name}: {text!r}: expected a whole number from 1", f"{name}：{text!r}：应为不小于 1 的整数")
        )
    return int(text)
