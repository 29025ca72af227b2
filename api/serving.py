"""Runs the application until it is told to stop; requests under way then finish, and the store is closed."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

from api.log_setup import configure_logs
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.settings import Settings

GRACE_SECONDS = 20
"""How long requests under way may take when the service is told to stop."""

_NO_ADDRESS_HERE = (errno.EADDRNOTAVAIL, socket.EAI_NONAME, socket.EAI_AGAIN, socket.EAI_FAIL)


def serve(app: FastAPI, settings: Settings, on_ready: Callable[[str], None]) -> None:
    """Listens on the settings' host and port (0: any free one) and blocks until a signal to stop.

    `on_ready` is told the address once the store is open. QuestionRejected says why the address cannot be listened
    on, and how to take another; what the application raises while it opens its store comes through.
    """
    configure_logs(settings.log_level)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with _listener(settings, family) as listener:
        host = f"[{settings.host}]" if family == socket.AF_INET6 else settings.host
        asyncio.run(_serve(app, listener, lambda port: on_ready(f"http://{host}:{port}/")))


def _listener(settings: Settings, family: socket.AddressFamily) -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.port), family=family)
    except OSError as error:
        port, host = settings.port, settings.host
        if error.errno == errno.EADDRINUSE:
            raise QuestionRejected(
                Told(
                    f"port {port} of {host} is in use by another program; --port (or GUANXI_PORT) takes another, "
                    "with make: make demo PORT=9000",
                    f"{host} 的端口 {port} 已被其他程序占用；可用 --port（或 GUANXI_PORT）另选端口，"
                    "使用 make 时：make demo PORT=9000",
                )
            ) from None
        if error.errno == errno.EACCES:
            raise QuestionRejected(
                Told(
                    f"port {port} of {host} is not for ordinary users; --port (or GUANXI_PORT) takes another, "
                    "1024 or above",
                    f"普通用户不能使用 {host} 的端口 {port}；可用 --port（或 GUANXI_PORT）另选 1024 或以上的端口",
                )
            ) from None
        if error.errno in _NO_ADDRESS_HERE:
            raise QuestionRejected(
                Told(f"host {host!r}: expected an address of this machine", f"host {host!r}：应为本机的地址")
            ) from None
        raise


async def _serve(app: FastAPI, listener: socket.socket, on_ready: Callable[[int], None]) -> None:
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        lifespan="off",
    )
    async with app.router.lifespan_context(app):
        on_ready(listener.getsockname()[1])
        for stop in (
            signal.SIGINT,
            signal.SIGTERM,
        ):  # uvicorn raises again what stopped it, before the store closes
            signal.signal(stop, _already_heard)
        await uvicorn.Server(config).serve(sockets=[listener])


def _already_heard(number: int, frame: FrameType | None) -> None:
    """The signal has done its work."""
