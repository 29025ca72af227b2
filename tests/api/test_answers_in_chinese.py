"""What callers are told in the language that they ask for: English unless they say otherwise."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from api.log_setup import configure_logs
from graph.errors import StoreUnavailable
from graph.messages.told import Told
from tests.api.conftest import Service, running
from tests.api.test_service import BrokenStore
from tests.api.test_upload import BAD, GOOD, ZIP

CHINESE = {"accept-language": "zh-CN, en;q=0.8"}
HAN = re.compile(r"[\u3400-\u9fff]")

REFUSED = [
    ('{ powerMap(company: "nobody") { company { key } } }', "未找到编号为 'nobody' 的公司"),
    ("{ powerMap { company { key } } }", "权力地图：应指定公司、项目或两者"),
    ('{ decisionChain(opportunity: "nothing") { policyVersion } }', "未找到编号为 'nothing' 的项目"),
    ('{ departureImpact(on: "2026-01-01") { policyVersion } }', "people、teamOf：至少应有其一"),
    ('{ changes(company: "acme", from: "2026-02-01", to: "2026-01-01") { kind } }', "第一天应早于第二天"),
    ('{ companies(after: "x") { edges { cursor } } }', "游标"),
    ("{ policy(grade: S) { grade } } query B { policy { grade } }", "operationName"),
    ('{ decisionChain(opportunity: "deal", asOf: "2026-02-30") { policyVersion } }', "不是日期；应如 2026-03-31"),
]
"""Documents that are refused, and what the message says in Chinese among other things."""


async def told(service: Service, query: str, headers: dict[str, str], **variables: Any) -> str:
    """The message of the first error."""
    body = {"query": query, "variables": variables}
    answer = (await service.http.post("/graphql", json=body, headers=headers)).json()
    return str(answer["errors"][0]["message"])


@pytest.mark.parametrize(("query", "says"), REFUSED)
async def test_errors_of_graphql_are_told_in_the_language_asked_for(
    service: Service, query: str, says: str
) -> None:
    """In English by default, and when no language that is spoken is asked for."""
    assert says in await told(service, query, CHINESE)
    english = await told(service, query, {})
    assert not HAN.search(english)
    assert await told(service, query, {"accept-language": "fr, en;q=0.1"}) == english


async def test_a_limit_that_a_document_is_over_is_told_in_chinese(service: Service) -> None:
    """With both numbers."""
    nested = "{ companies { edges { node { parent " + "{ parent " * 9 + "{ key }" + " }" * 9 + " } } } }"
    message = await told(service, nested, CHINESE)
    assert re.search(r"查询文档的深度为 \d+；上限为 10", message)


async def test_an_answer_says_that_it_depends_on_the_language(service: Service) -> None:
    """So that no cache gives it to somebody else."""
    answers = [
        await service.http.post("/graphql", json={"query": "{ policy { grade } }"}),
        await service.http.post("/graphql", content=b"x"),
        await service.http.put("/graphql"),
        await service.http.post("/import", content=b"x", headers=ZIP),
        await service.http.get("/handover-plan/nobody.html"),
        await service.http.get("/metrics", headers={"host": "elsewhere.example"}),
    ]
    assert ["Accept-Language" in answer.headers.get("vary", "") for answer in answers] == [True] * 6


@pytest.mark.parametrize(
    ("variables", "path", "says"),
    [
        (
            {"key": "new", "company": "nowhere"},
            ["input", "company"],
            "'nowhere'：应为公司的编号，没有此编号的公司",
        ),
        (
            {"key": "new", "company": "acme", "statusSince": "1850-01-01"},
            ["input", "statusSince"],
            "应为可信的日期",
        ),
    ],
)
async def test_user_errors_are_told_in_the_language_asked_for(
    own_service: Service, variables: dict[str, str], path: list[str], says: str
) -> None:
    """With the path, which is that of the argument in any language."""
    query = "mutation($input: PersonInput!) { upsertPerson(input: $input) { userErrors { path message code } } }"
    body = {"query": query, "variables": {"input": {"key": "new", **variables}}}
    for headers in (CHINESE, {}):
        answer = (await own_service.http.post("/graphql", json=body, headers=headers)).json()
        (error,) = answer["data"]["upsertPerson"]["userErrors"]
        assert (error["path"], error["code"]) == (path, "BAD_USER_INPUT")
        assert (says in error["message"]) is bool(headers)
        assert bool(HAN.search(error["message"])) is bool(headers)


async def test_an_upload_is_refused_with_its_problems_in_chinese(own_service: Service) -> None:
    """By file, row, column and value; a form of it that is wrong too."""
    answer = (await own_service.http.post("/import", content=BAD, headers=ZIP | CHINESE)).json()
    (problem,) = answer["problems"]
    assert answer["errors"][0]["message"] == "未写入任何内容"
    assert (problem["file"], problem["row"], problem["column"], problem["value"]) == (
        "people",
        3,
        "company",
        "nowhere",
    )
    assert problem["expected"].startswith("应为公司的编号，没有此编号的公司")
    wrong = await own_service.http.post("/import?dry=1", content=GOOD, headers=ZIP | CHINESE)
    assert wrong.json()["errors"][0]["message"] == "参数 'dry'：应为 dryRun 或 skipBadRows"
    other = await own_service.http.post("/import", content=GOOD, headers={"content-type": "text/csv"} | CHINESE)
    assert other.json()["errors"][0]["message"].startswith("内容类型应为")


@pytest.mark.parametrize(
    ("method", "path", "headers", "says"),
    [
        ("GET", "/handover-plan/li.html", {}, "lastDay：应为最后工作日，如 2026-03-31"),
        ("GET", "/handover-plan/nobody.html?lastDay=2030-01-01", {}, "未找到编号为 'nobody' 的人员"),
        ("PUT", "/graphql", {}, "此处接受 GET 或 HEAD 或 POST，不接受 PUT"),
        ("GET", "/metrics", {"host": "elsewhere.example"}, "此服务只以本机名称应答"),
        ("POST", "/graphql", {"origin": "http://elsewhere.example"}, "拒绝来自其他网站的请求"),
    ],
)
async def test_whatever_is_refused_outside_of_graphql_is_told_in_chinese(
    service: Service, method: str, path: str, headers: dict[str, str], says: str
) -> None:
    """The guard, the methods and the downloads."""
    answer = await service.http.request(method, path, headers=headers | CHINESE)
    assert says in json.loads(answer.content)["errors"][0]["message"]


async def test_a_store_that_does_not_answer_and_a_defect_are_told_in_chinese() -> None:
    """Without the store's own words, and with the id that the log has it under."""
    query = '{ search(text: "a") { key } }'
    async with running() as service:
        configure_logs("INFO")
        store = service.app.state.store
        service.use_store(BrokenStore(store, StoreUnavailable(Told("host 10.0.0.1", "主机 10.0.0.1"))))
        assert await told(service, query, CHINESE) == "存储库没有响应；请重试"
        service.use_store(BrokenStore(store, ZeroDivisionError("secret")))
        assert re.fullmatch(r"服务出现错误；日志中的编号为 [0-9a-f]{32}", await told(service, query, CHINESE))
