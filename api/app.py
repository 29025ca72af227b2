"""The service: GraphQL, upload, health, metrics and the pages, around one store."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date
from importlib.metadata import version

import orjson
from fastapi import FastAPI, Request, Response
from starlette.middleware.gzip import GZipMiddleware

from api import handover_download, health, pages, upload, words_for_pages
from api.answering import Answering
from api.errors import (
    BAD_USER_INPUT,
    CONFLICT,
    GRAPH_TOO_LARGE,
    NOT_FOUND,
    UNAVAILABLE,
    VARYING,
    code_of,
    message_of,
    refusal,
)
from api.graphql_http import answer_graphql
from api.guard import Guard, check_exposure
from api.limits import Limits
from api.methods import Methods
from api.metrics import Metrics
from api.refreshing.background import refreshed_in_background
from api.request_log import REQUEST_ID_HEADER, RequestLog, request_id_of
from api.schema import schema
from api.viewing import viewer_of
from graph.errors import NotInGraph, RelationshipError
from graph.messages.language import language_accepted
from graph.nearness import with_suggestions
from graph.open_store import open_store
from graph.policy_book import PolicyBook, read_policy_book
from graph.settings import Settings
from graph.store import GraphStore

_STATUS = {NOT_FOUND: 404, CONFLICT: 409, BAD_USER_INPUT: 422, GRAPH_TOO_LARGE: 422, UNAVAILABLE: 503}
_COMPRESSED_FROM_BYTES = 4096

OnOpen = Callable[[GraphStore], Awaitable[None]]


def create_app(
    settings: Settings, on_open: OnOpen | None = None, today: Callable[[], date] = date.today
) -> FastAPI:
    """The application; `on_open` is awaited with the store before the first request.

    `today` is the day of questions that name none, and of what is kept of all accounts. QuestionRejected when it
    would be open to others, or like WrongNumber for a bad policy file.
    """
    check_exposure(settings)
    policies = read_policy_book(settings.policy_file) if settings.policy_file else PolicyBook()
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as at_end:
            store = await open_store(settings)
            at_end.push_async_callback(store.close)
            answering = Answering(
                store, settings, policies, metrics.observe_question, metrics.observe_refresh, today
            )
            app.state.store, app.state.asker = store, answering.asker
            app.state.answering, app.state.refresher = answering, answering.refresher
            if on_open is not None:
                await on_open(store)
            if settings.refresh_in_background:
                background = refreshed_in_background(
                    answering.refresher, settings.refresh_interval_seconds, metrics.count_stale
                )
                await at_end.enter_async_context(background)
            yield

    app = FastAPI(
        title="Guanxi",
        version=version("guanxi"),
        summary="Relationship intelligence for key accounts",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.include_router(health.router)
    app.include_router(upload.router)
    app.include_router(handover_download.router)
    app.include_router(pages.router)
    app.include_router(words_for_pages.router)
    app.routes.append(pages.assets)
    limits = Limits()

    @app.post("/graphql", include_in_schema=False)
    async def graphql(request: Request) -> Response:
        language = language_accepted(request.headers.get("accept-language"))
        context = request.app.state.answering.context(viewer_of(request), language)
        return await answer_graphql(request, schema, limits, context)

    @app.get("/metrics", summary="Measurements for Prometheus", tags=["health"])
    async def measured() -> Response:
        return metrics.response()

    app.add_exception_handler(Exception, _answer_error)
    app.add_exception_handler(RelationshipError, _answer_error)
    app.add_middleware(GZipMiddleware, minimum_size=_COMPRESSED_FROM_BYTES, compresslevel=1)
    app.add_middleware(Methods, routes=app.routes)
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(RequestLog, metrics=metrics)
    return app


async def _answer_error(request: Request, error: Exception) -> Response:
    """An error outside GraphQL: a documented code, or masked under the id that it is logged under."""
    if isinstance(error, NotInGraph):
        error = await with_suggestions(request.app.state.store, viewer_of(request), error)
    code = code_of(error)
    status = _STATUS.get(code, 500)
    headers = {**VARYING, REQUEST_ID_HEADER: request_id_of(request.scope)}
    if status == _STATUS[UNAVAILABLE]:
        headers["Retry-After"] = "5"
    language = language_accepted(request.headers.get("accept-language"))
    answer = refusal(message_of(error, code), code, language)
    return Response(orjson.dumps(answer), status, headers, "application/json")
