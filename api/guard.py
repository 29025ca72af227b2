"""Who may ask: a bearer token, or else only this machine.

With `GUANXI_API_TOKEN` every request must carry it, except for health and for the shell of the pages, which
holds no data. Without it the service listens on loopback alone, and then refuses what a web page elsewhere could
send through the user's browser: another Host (DNS rebinding) and writes from another Origin.
"""

from __future__ import annotations

import hmac
import ipaddress
from typing import Any
from urllib.parse import urlsplit

import orjson
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import BAD_USER_INPUT, UNAUTHENTICATED, VARYING, refusal
from graph.errors import QuestionRejected
from graph.messages.language import language_accepted
from graph.messages.told import Told
from graph.settings import Settings

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_NEEDS_TOKEN = Told(
    "this needs the header Authorization: Bearer <token>", "需要请求头 Authorization: Bearer <token>"
)
_LOCAL_ONLY = Told("this service answers under its local names only", "此服务只以本机名称应答")
_FROM_ELSEWHERE = Told("requests from other sites are refused", "拒绝来自其他网站的请求")
_OPEN_PAGES = frozenset({"/", "/graphql"})


def is_loopback(host: str) -> bool:
    """Whether the address is of this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def token_of(settings: Settings) -> str | None:
    """The token that requests must carry; an empty one is none."""
    return (settings.api_token.get_secret_value() if settings.api_token else "") or None


def check_exposure(settings: Settings) -> None:
    """QuestionRejected when the settings would open the data to others without a token."""
    if token_of(settings) is None and not is_loopback(settings.host):
        raise QuestionRejected(
            Told(
                f"refusing to listen on {settings.host} without authentication: set GUANXI_API_TOKEN to a long "
                "random text, or listen on 127.0.0.1",
                f"没有身份验证时拒绝在 {settings.host} 上监听：请将 GUANXI_API_TOKEN 设为一段长的随机文字，"
                "或在 127.0.0.1 上监听",
            )
        )


class Guard:
    """ASGI middleware that lets nobody through who may not ask."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.token = token_of(settings)
        self.hosts = _LOCAL_NAMES | {settings.host.strip("[]").lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, or refuses it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refusal(scope)
        await (refused or self.app)(scope, receive, _hardened(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        language = language_accepted(headers.get("accept-language"))
        if self.token is not None:
            if _is_open(scope) or _carries(headers, self.token):
                return None
            answer = refusal(_NEEDS_TOKEN, UNAUTHENTICATED, language)
            return _json(answer, 401, {"WWW-Authenticate": "Bearer"})
        if _host_name(headers.get("host", "")) not in self.hosts:
            return _json(refusal(_LOCAL_ONLY, BAD_USER_INPUT, language), 421)
        if scope["method"] not in _SAFE_METHODS and not _is_same_origin(headers):
            return _json(refusal(_FROM_ELSEWHERE, BAD_USER_INPUT, language), 403)
        return None


def _is_open(scope: Scope) -> bool:
    """Health, and the pages without data."""
    path = scope["path"]
    if scope["method"] not in _SAFE_METHODS:
        return False
    return path in _OPEN_PAGES or path.startswith(("/health/", "/assets/"))


def _carries(headers: Headers, token: str) -> bool:
    scheme, _, given = headers.get("authorization", "").partition(" ")
    is_same = hmac.compare_digest(given.strip().encode("latin-1"), token.encode("utf-8"))
    return is_same and scheme.lower() == "bearer"


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_same_origin(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "none") in ("none", "same-origin")
    return origin.partition("://")[2] == headers.get("host")


def _json(answer: dict[str, Any], status: int, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(answer), status, {**VARYING, **(headers or {})}, "application/json")


def _hardened(send: Send) -> Send:
    """Adds the headers that browsers heed; a page may have set a policy of its own."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
            headers.setdefault("X-Content-Type-Options", "nosniff")
            headers.setdefault("Referrer-Policy", "no-referrer")
        await send(message)

    return send_with_headers
