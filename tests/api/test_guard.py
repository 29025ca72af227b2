"""Who may ask: the token, the Host header, other origins; and what is open to everyone."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from api.app import create_app
from api.guard import is_loopback
from graph.errors import QuestionRejected
from graph.settings import Settings
from tests.api.conftest import TOKEN, Service, running

QUERY = {"query": "{ policy { grade } }"}
DATA_PATHS = [("POST", "/graphql"), ("POST", "/import"), ("GET", "/metrics"), ("GET", "/openapi.json")]
OPEN_PATHS = [
    "/",
    "/graphql",
    "/health/live",
    "/health/ready",
    "/assets/page.js",
    "/assets/graphiql/graphiql.min.js",
]


@pytest.mark.parametrize(("method", "path"), DATA_PATHS)
@pytest.mark.parametrize(
    "header", [None, "", TOKEN, f"Basic {TOKEN}", "Bearer wrong", "Bearer ", f"Bearer {TOKEN}x", "Bearer ü"]
)
async def test_without_the_token_there_is_no_data(
    locked_service: Service, method: str, path: str, header: str | None
) -> None:
    headers = {} if header is None else {"authorization": header.encode()}
    response = await locked_service.http.request(method, path, headers=headers, json=QUERY)
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_with_the_token_questions_are_answered(locked_service: Service) -> None:
    headers = {"authorization": f"bearer {TOKEN}", "host": "guanxi.example"}
    response = await locked_service.http.post("/graphql", json=QUERY, headers=headers)
    assert response.json() == {"data": {"policy": {"grade": None}}}


async def test_a_token_may_have_letters_beyond_ascii() -> None:
    async with running(api_token=SecretStr("关系-令牌")) as service:
        headers = {"authorization": "Bearer 关系-令牌".encode()}
        assert (await service.http.post("/graphql", json=QUERY, headers=headers)).status_code == 200


@pytest.mark.parametrize("path", OPEN_PATHS)
async def test_health_and_the_shell_of_the_pages_are_open(locked_service: Service, path: str) -> None:
    assert (await locked_service.http.get(path)).status_code == 200


@pytest.mark.parametrize("path", ["/assets/../app.py", "/assets/%2e%2e/app.py", "/health/../metrics"])
async def test_no_path_leads_around_the_guard(locked_service: Service, path: str) -> None:
    response = await locked_service.http.get(path)
    assert response.status_code in (401, 404)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "", "[::"]
)
async def test_another_host_name_is_refused_on_loopback(service: Service, host: str) -> None:
    response = await service.http.post("/graphql", json=QUERY, headers={"host": host})
    assert response.status_code == 421


@pytest.mark.parametrize("host", ["localhost:8080", "127.0.0.1", "[::1]:9000", "LOCALHOST"])
async def test_the_local_names_are_answered(service: Service, host: str) -> None:
    assert (await service.http.post("/graphql", json=QUERY, headers={"host": host})).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", ["/graphql", "/import"])
async def test_a_page_of_another_site_cannot_write_through_the_browser(
    service: Service, path: str, headers: dict[str, str]
) -> None:
    assert (await service.http.post(path, json=QUERY, headers=headers)).status_code == 403


async def test_our_own_page_may_ask(service: Service) -> None:
    headers = {"origin": "http://127.0.0.1:8080", "sec-fetch-site": "same-origin"}
    assert (await service.http.post("/graphql", json=QUERY, headers=headers)).status_code == 200


@pytest.mark.parametrize("token", [None, ""])
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "guanxi.example"])
def test_without_a_token_the_service_refuses_to_be_open_to_others(host: str, token: str | None) -> None:
    settings = Settings(_env_file=None, store_url="memory:", host=host, api_token=token and SecretStr(token))
    with pytest.raises(QuestionRejected, match="GUANXI_API_TOKEN"):
        create_app(settings)


def test_with_a_token_it_may_listen_anywhere() -> None:
    create_app(Settings(_env_file=None, store_url="memory:", host="0.0.0.0", api_token=SecretStr(TOKEN)))


@pytest.mark.parametrize(
    ("host", "expected"), [("127.8.9.1", True), ("::1", True), ("localhost", True), ("::", False)]
)
def test_loopback_is_this_machine_alone(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


async def test_pages_forbid_scripts_that_are_not_ours(service: Service) -> None:
    for path in ("/", "/graphql"):
        policy = (await service.http.get(path)).headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "default-src 'none'" in policy
        assert "http" not in policy
    answer = await service.http.post("/graphql", json=QUERY)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
