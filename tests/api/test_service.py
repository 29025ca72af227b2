"""Health, metrics, request ids, logs, masked errors."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

from api.log_setup import configure_logs
from graph.errors import GraphTooLarge, StoreUnavailable
from tests.api.conftest import Service, running

SECRET = "Wang-Xiaoming-and-a-password"


class BrokenStore:
    """The real store, of which one call fails."""

    def __init__(self, store: Any, error: Exception) -> None:
        self._store = store
        self._error = error

    def __getattr__(self, name: str) -> Any:
        if name in ("search", "get_health", "find_companies"):
            return self._fail
        return getattr(self._store, name)

    async def _fail(self, *given: Any, **named: Any) -> Any:
        raise self._error


async def test_live_and_ready_tell_the_store_and_its_versions(service: Service) -> None:
    assert (await service.http.get("/health/live")).json() == {"status": "live"}
    ready = await service.http.get("/health/ready")
    assert ready.status_code == 200
    told = ready.json()
    assert (told["status"], told["backend"]) == ("ready", "memory")
    assert told["schemaVersion"] >= 1
    assert told["details"]["sqlite"]


async def test_a_store_that_does_not_answer_is_not_ready_and_its_words_stay_inside() -> None:
    async with running() as service:
        service.use_store(BrokenStore(service.app.state.store, StoreUnavailable(f"no {SECRET}")))
        ready = await service.http.get("/health/ready")
        assert (ready.status_code, ready.json()) == (503, {"status": "unavailable"})
        error = await service.refuse('{ search(text: "a") { key } }')
        assert error["extensions"]["code"] == "UNAVAILABLE"
        assert SECRET not in error["message"]
        assert (await service.http.get("/health/live")).status_code == 200


async def test_a_graph_that_is_too_large_says_so() -> None:
    async with running(people_limit=3) as service:
        error = await service.refuse('{ powerMap(company: "acme") { revision } }')
        assert error["extensions"]["code"] == "GRAPH_TOO_LARGE"
        assert error["message"] == str(GraphTooLarge(7, 3))


async def test_an_unexpected_error_is_masked_under_an_id_that_the_log_has(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async with running() as service:
        configure_logs("INFO")
        service.use_store(BrokenStore(service.app.state.store, RuntimeError(SECRET)))
        error = await service.refuse('{ search(text: "a") { key } }')
        assert error["extensions"] == {"code": "INTERNAL"}
        assert SECRET not in json.dumps(error)
        outside = await service.http.get("/health/ready")
        assert outside.status_code == 500
        assert outside.json()["errors"][0]["extensions"] == {"code": "INTERNAL"}
        assert outside.headers["x-request-id"]
    printed = capsys.readouterr().err
    lines = [json.loads(line) for line in printed.splitlines()]
    logged = [line for line in lines if line["event"] == "unexpected_error"]
    assert error["message"].endswith(logged[0]["error_id"])
    assert logged[0]["error_type"] == "RuntimeError"
    assert any("test_service.py" in place for place in logged[0]["stack"])
    assert SECRET not in printed


async def test_the_same_error_at_many_nodes_is_logged_once(capsys: pytest.CaptureFixture[str]) -> None:
    async with running() as service:
        configure_logs("INFO")
        store = service.app.state.store
        good = store.find

        async def failing(kind: Any, column: str, values: Any) -> Any:
            if column == "parent":
                raise RuntimeError(SECRET)
            return await good(kind, column, values)

        service.use_store(Patched(store, find=failing))
        answer = (await service.post("{ companies { edges { node { key subsidiaries { key } } } } }")).json()
    assert len({error["message"] for error in answer["errors"]}) == 1
    assert capsys.readouterr().err.count("unexpected_error") == 1


class Patched:
    """The real store with other functions for some of its calls."""

    def __init__(self, store: Any, **functions: Any) -> None:
        self._store = store
        self._functions = functions

    def __getattr__(self, name: str) -> Any:
        return self._functions.get(name) or getattr(self._store, name)


async def test_requests_are_logged_without_variables_names_or_keys(capsys: pytest.CaptureFixture[str]) -> None:
    async with running() as service:
        configure_logs("INFO")
        query = "query WhoIs($key: ID!) { person(key: $key) { name email } }"
        response = await service.http.post(
            "/graphql",
            json={"query": query, "variables": {"key": "li"}, "operationName": "WhoIs"},
            headers={"x-request-id": "trace-7.a_b"},
        )
        assert response.headers["x-request-id"] == "trace-7.a_b"
    printed = capsys.readouterr().err
    line = next(json.loads(text) for text in printed.splitlines() if '"route":"/graphql"' in text)
    assert line["request_id"] == "trace-7.a_b"
    assert (line["operation"], line["status"], line["method"]) == ("WhoIs", 200, "POST")
    assert line["duration_ms"] >= 0
    assert "Li Lei" not in printed
    assert "li@us.example" not in printed
    assert '"li"' not in printed


@pytest.mark.parametrize("given", ["a b", "x" * 65, "", 'a"b', "<script>", "é"])
async def test_a_request_id_that_is_not_plain_is_replaced(service: Service, given: str) -> None:
    headers = {"x-request-id": given.encode()}
    response = await service.http.get("/health/live", headers=headers)
    assert response.headers["x-request-id"] != given
    assert len(response.headers["x-request-id"]) == 32


async def test_metrics_have_the_conventional_names_and_bounded_labels() -> None:
    async with running() as service:
        await service.ask('{ coverageGaps(company: "acme") { asOf } }')
        await service.http.get("/no/such/page/1")
        await service.http.get("/no/such/page/2")
        await service.http.get("/assets/page.js")
        text = (await service.http.get("/metrics")).text
    route = 'http_request_method="POST",http_response_status_code="200",http_route="/graphql"'
    assert f"http_server_request_duration_seconds_count{{{route}}} 1.0" in text
    assert 'http_route="unmatched"' in text
    assert "/no/such" not in text
    assert 'guanxi_question_duration_seconds_count{question="coverage_gaps"} 1.0' in text
    assert "http_server_active_requests 1.0" in text  # this request
    assert "guanxi_build_info" in text


@pytest.fixture(autouse=True)
def _logs_as_before() -> Any:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = before
