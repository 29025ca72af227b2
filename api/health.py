"""Whether the service lives, and whether it can answer."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from graph.errors import StoreUnavailable
from graph.store import GraphStore

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live", summary="Whether the process answers")
async def live() -> dict[str, str]:
    """Answers as long as the process does."""
    return {"status": "live"}


@router.get("/ready", summary="Whether the store answers, and as what")
async def ready(request: Request, response: Response) -> dict[str, Any]:
    """200 with the store's backend and versions; 503 when it does not answer."""
    store: GraphStore = request.app.state.store
    try:
        health = await store.get_health()
    except StoreUnavailable:
        response.status_code = 503
        return {"status": "unavailable"}
    return {
        "status": "ready",
        "backend": health.backend,
        "version": health.version,
        "schemaVersion": health.schema_version,
        "details": dict(health.details),
    }
