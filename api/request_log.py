"""One log line and one measurement for each request. Lines name no keys, names or variables.

A request's id comes from `X-Request-ID` when it is a plain one, and goes back in the same header.
"""

from __future__ import annotations

import re
import time
import uuid
from typing import Any

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics

REQUEST_ID_HEADER = "X-Request-ID"
_PLAIN_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_NOTES = "guanxi.notes"
_ID = "guanxi.request_id"

log = structlog.get_logger("guanxi.requests")


def request_id_of(scope: Scope) -> str:
    """The id of the request."""
    return str(scope[_ID])


def note(scope: Scope, **facts: Any) -> None:
    """Adds facts to the request's log line; those that are None are left out."""
    scope[_NOTES].update({name: value for name, value in facts.items() if value is not None})


class RequestLog:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, then logs and measures it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(REQUEST_ID_HEADER, "")
        request_id = given if _PLAIN_ID.fullmatch(given) else uuid.uuid4().hex
        scope[_ID], scope[_NOTES] = request_id, {}
        status = 500  # what the server answers when the application breaks off

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID_HEADER] = request_id
            await send(message)

        started = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request_id=request_id), self.metrics.active():
            try:
                await self.app(scope, receive, send_with_id)
            finally:
                seconds = time.perf_counter() - started
                route = _route(scope)
                self.metrics.observe(scope["method"], route, status, seconds)
                log.info(
                    "request",
                    method=scope["method"],
                    route=route,
                    status=status,
                    duration_ms=round(seconds * 1000, 1),
                    **scope[_NOTES],
                )


def _route(scope: Scope) -> str:
    """The route's pattern: paths that nobody serves are one, so that they do not fill the metrics."""
    return str(getattr(scope.get("route"), "path", "unmatched"))
