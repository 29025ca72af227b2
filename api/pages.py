"""The pages: the power map and GraphiQL, as files of this package. They hold no data; their scripts ask for it."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

PAGE = Path(__file__).with_name("page")

GRAPHIQL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""GraphiQL's editor writes style elements and has its fonts in its style sheet; its scripts come from us alone."""

router = APIRouter(include_in_schema=False)
assets = Mount("/assets", StaticFiles(directory=PAGE / "assets"), name="assets")


@router.get("/")
async def power_map_page() -> FileResponse:
    """The portfolio, and an account with its power map and answers."""
    return FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


@router.get("/graphql")
async def graphiql_page(request: Request) -> Response:
    """GraphiQL, for whoever opens /graphql in a browser. Queries are sent by POST: 405 for one in the address."""
    accepted = request.headers.get("accept", "*/*")
    if "query" in request.query_params or not any(kind in accepted for kind in ("text/html", "*/*")):
        return Response("GraphQL is asked by POST.", 405, {"Allow": "POST"}, "text/plain")
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": GRAPHIQL_POLICY}
    return FileResponse(PAGE / "graphiql.html", headers=headers)
