"""Which methods a resource takes: any other is answered by 405 and an `Allow` that names them.

One place for all routes (RFC 9110, 15.5.6): each knows only its own method, of `GET /graphql` and `POST /graphql`
neither the other. What takes GET takes HEAD too, which is answered without the body.
"""

from __future__ import annotations

from collections.abc import Sequence

import orjson
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import BAD_USER_INPUT, VARYING, refusal
from graph.messages.language import language_accepted
from graph.messages.told import Told

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class Methods:
    """ASGI middleware that lets through what the routes take; mounts and unknown paths answer for themselves."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self.app = app
        self.routes = [route for route in routes if not isinstance(route, Mount)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses it."""
        taken = self._taken(scope) if scope["type"] == "http" else []
        if not taken or scope["method"] in taken:
            await self.app(scope, receive, send)
        elif scope["method"] == "HEAD" and "GET" in taken:
            as_get = {**scope, "method": "GET"}
            await self.app(as_get, receive, _without_body(send))
            scope["route"] = as_get.get("route")
        else:
            allowed = [name for method in taken for name in ((method, "HEAD") if method == "GET" else (method,))]
            told = Told(
                f"this takes {' or '.join(allowed)}, not {scope['method']}",
                f"此处接受 {' 或 '.join(allowed)}，不接受 {scope['method']}",
            )
            language = language_accepted(Headers(scope=scope).get("accept-language"))
            answer, headers = refusal(told, BAD_USER_INPUT, language), {**VARYING, "Allow": ", ".join(allowed)}
            await Response(orjson.dumps(answer), 405, headers, "application/json")(scope, receive, send)

    def _taken(self, scope: Scope) -> list[str]:
        """The methods that the path takes; none for a path of nobody."""
        return [
            method
            for method in _METHODS
            if any(route.matches({**scope, "method": method})[0] is Match.FULL for route in self.routes)
        ]


def _without_body(send: Send) -> Send:
    async def send_the_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_the_head
