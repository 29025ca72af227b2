"""What a resource takes, and how it refuses the rest: on every route there is, over HTTP."""

from __future__ import annotations

import pytest

from tests.api.conftest import Service

TAKEN = {
    "/": {"GET", "HEAD"},
    "/graphql": {"GET", "HEAD", "POST"},
    "/import": {"POST"},
    "/metrics": {"GET", "HEAD"},
    "/openapi.json": {"GET", "HEAD"},
    "/health/live": {"GET", "HEAD"},
    "/health/ready": {"GET", "HEAD"},
    "/handover-plan/{employee}.xlsx": {"GET", "HEAD"},
    "/handover-plan/{employee}.html": {"GET", "HEAD"},
    "/assets/ask.js": {"GET", "HEAD"},
    "/assets/vocabulary.js": {"GET", "HEAD"},
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


async def test_there_is_a_case_for_every_route(service: Service) -> None:
    described = (await service.http.get("/openapi.json")).json()["paths"]
    assert set(described) <= set(TAKEN)
    assert {"/", "/graphql", "/openapi.json", "/assets/ask.js", "/assets/vocabulary.js"} == set(TAKEN) - set(
        described
    )


@pytest.mark.parametrize("path", TAKEN)
@pytest.mark.parametrize("method", METHODS)
async def test_a_method_that_is_not_taken_is_answered_with_those_that_are(
    service: Service, path: str, method: str
) -> None:
    response = await service.http.request(method, path)
    if method in TAKEN[path]:
        assert response.status_code != 405
        return
    assert response.status_code == 405
    assert set(response.headers["allow"].split(", ")) == TAKEN[path]


@pytest.mark.parametrize("path", [path for path in TAKEN if "GET" in TAKEN[path] and path != "/metrics"])
async def test_head_answers_as_get_does_without_the_body(service: Service, path: str) -> None:
    got, head = await service.http.get(path), await service.http.head(path)
    assert head.content == b""
    assert head.status_code == got.status_code
    for name in ("content-type", "content-length", "cache-control"):
        assert head.headers.get(name) == got.headers.get(name)


async def test_a_path_of_nobody_is_not_found_by_any_method(service: Service) -> None:
    for method in METHODS:
        assert (await service.http.request(method, "/nobody")).status_code == 404
