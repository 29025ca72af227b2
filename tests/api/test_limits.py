"""Documents and bodies made to exhaust the service are refused in bounded work, never with a 5xx."""

from __future__ import annotations

import json

import pytest
from graphql import parse

from api.commands.asking.questions import operation, questions
from api.limits import Limits, check_document
from api.schema import schema
from tests.api.conftest import Service


def fragment_bomb(levels: int) -> str:
    parts = [
        f"fragment f{n} on Query {{ ...f{n + 1} a{n}: policy {{ ...p }} ...f{n + 1} }}" for n in range(levels)
    ]
    last = f'fragment f{levels} on Query {{ company(key: "acme") {{ key }} }}'
    return " ".join(["{ ...f0 }", *parts, last, "fragment p on Policy { grade }"])


ATTACKS: dict[str, tuple[str, str]] = {
    "fragment bomb": (fragment_bomb(24), "the limit is"),
    "10,000 aliases": ("{" + " ".join(f'a{n}:company(key:"x"){{key}}' for n in range(10_000)) + "}", "characters"),
    "31 aliases": (
        "{ policy {" + " ".join(f"a{n}: grade" for n in range(31)) + "} }",
        "31 aliases; the limit is 30",
    ),
    "eleven root fields": (
        "{" + " ".join(f'a{n}:company(key:"x"){{key}}' for n in range(11)) + "}",
        "root fields",
    ),
    "list fan-out": (
        '{ person(key: "cto") ' + "{ ties { contact " * 4 + "{ ties { trust } }" + "} }" * 4 + "}",
        "limit",
    ),
    "wide list fan-out": (
        '{ company(key: "acme") { people { ties { contact { ties { contact { ties { trust } conflicts { weight }'
        " influences { weight } reports { kind } positions { stance } } } } } } } }",
        "cost; the limit is 50000",
    ),
    "a page of 300,000": ("{ companies(first: 300000) { edges { node { key } } } }", "the limit is"),
    "a page of many digits": (f"{{ companies(first: {'9' * 6000}) {{ edges {{ cursor }} }} }}", "the limit is"),
    "10,000 nesting levels": (
        '{ company(key: "x") ' + "{ parent " * 10_000 + "{ key }" + "}" * 10_001,
        "characters",
    ),
    "500 nesting levels": (
        '{ company(key: "x") ' + "{ parent " * 500 + "{ key }" + "}" * 501,
        "nested too deeply",
    ),
    "11 nesting levels": (
        '{ company(key: "x") ' + "{ parent " * 10 + "{ key }" + "}" * 11,
        "12 depth; the limit is 10",
    ),
    "3,000 duplicate fields": ('{ company(key: "x") {' + " name" * 3_000 + "} }", "tokens"),
    "900 duplicate fields": ('{ company(key: "x") {' + " name" * 900 + "} }", "repeats"),
    "10,000 operations": (" ".join(f"query q{n} {{ policy {{ grade }} }}" for n in range(10_000)), "characters"),
    "3,000 operations": (" ".join(f"query q{n}{{a}}" for n in range(900)), "tokens"),
    "introspection within introspection": (
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "introspection lists",
    ),
    "60 directives": ("{ policy { grade " + "@include(if: true) " * 60 + "} }", "60 directives; the limit is 50"),
    "2,100 comments": ("#\n" * 2_100 + "{ policy { grade } }", "omment"),
    "cyclic fragments": ("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "fragment"),
    "unknown fragment": ("{ ...a }", "fragment"),
    "a 16 kB string": ('{ search(text: "' + "x" * 20_000 + '") { key } }', "characters"),
}


@pytest.mark.parametrize("name", ATTACKS)
async def test_an_attack_is_refused_with_the_limit_it_is_over(service: Service, name: str) -> None:
    query, says = ATTACKS[name]
    response = await service.post(query)
    assert response.status_code == 200
    answer = response.json()
    assert "data" not in answer
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert says in answer["errors"][0]["message"]


def test_counting_a_fragment_bomb_is_linear_in_its_levels() -> None:
    """Each fragment is counted once: 80 levels of doubling would else not end."""
    levels = 80
    text = "{ ...f0 }" + "".join(f" fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels))
    document = parse(f"{text} fragment f{levels} on Query {{ policy {{ grade }} }}")
    with pytest.raises(Exception, match="root fields"):
        check_document(schema._schema, document, None, Limits())


async def test_a_long_chain_of_fragments_is_no_server_error(service: Service) -> None:
    """Each is one call deeper: the interpreter's limit must not show as a fault of the service."""
    links = "".join(f" fragment f{n} on Query {{ ...f{n + 1} }}" for n in range(240))
    response = await service.post(f"{{ ...f0 }}{links} fragment f240 on Query {{ policy {{ grade }} }}")
    assert response.status_code == 200
    answer = response.json()
    assert "data" in answer or answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_page_size_in_a_variable_counts_too(service: Service) -> None:
    query = "query ($n: Int!) { companies(first: $n) { edges { node { key } } } }"
    assert (await service.code(query, n=200_000)) == "BAD_USER_INPUT"


async def test_the_largest_page_of_findings_with_its_evidence_is_allowed(service: Service) -> None:
    await service.ask(
        """{ singlePointsOfFailure(first: 500) { totalCount pageInfo { endCursor } edges { cursor node {
          kind point { key name } company { key } opportunity { key } targets { key name } exposure valueAtRisk
          severity evidence { people { key } edges { kind source target strength } figures { name value }
          policy { name value } } } } } }"""
    )


async def test_a_variable_of_a_million_digits_is_refused(service: Service) -> None:
    body = (
        b'{"query":"query ($n: Int!) { companies(first: $n) { edges { cursor } } }","variables":{"n":'
        + b"9" * 10**6
    )
    response = await service.http.post(
        "/graphql", content=body + b"}}", headers={"content-type": "application/json"}
    )
    assert response.status_code in (200, 400)
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_variables_nested_deeply_are_refused(service: Service) -> None:
    nested = b"[" * 100_000 + b"]" * 100_000
    body = b'{"query":"{ policy { grade } }","variables":{"a":' + nested + b"}}"
    response = await service.http.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (b"x" * 2_000_000, "application/json", 413),
        (b'{"query": "\xff\xfe"}', "application/json", 400),
        (b"", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'[{"query": "{ policy { grade } }"}]', "application/json", 400),
        (b'"text"', "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"query": 7}', "application/json", 400),
        (b'{"query": "{ policy { grade } }", "variables": []}', "application/json", 400),
        (b'{"query": "{ policy { grade } }", "operationName": 7}', "application/json", 400),
        (b'{"query": "{ policy { grade } }", "extensions": 7}', "application/json", 400),
        (b'{"query": "\\ud800"}', "application/json", 400),
        (b'{"query": "{ policy { grade } }"}', "text/plain", 415),
        (b"query={policy{grade}}", "application/x-www-form-urlencoded", 415),
        (b"", "", 415),
    ],
)
async def test_a_request_that_is_not_graphql_over_http_is_a_client_error(
    service: Service, content: bytes, content_type: str, status: int
) -> None:
    response = await service.http.post("/graphql", content=content, headers={"content-type": content_type})
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_lone_surrogate_in_a_variable_is_no_server_error(service: Service) -> None:
    body = json.dumps({"query": "query ($t: String!) { search(text: $t) { key } }", "variables": {"t": "\ud800"}})
    response = await service.http.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400


async def test_an_unknown_operation_name_is_refused(service: Service) -> None:
    answer = (await service.post("query a { policy { grade } }", operationName="b")).json()
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_the_named_operation_of_several_runs(service: Service) -> None:
    query = 'query a { policy { grade } } query b { company(key: "acme") { key } }'
    assert (await service.post(query, operationName="b")).json() == {"data": {"company": {"key": "acme"}}}


@pytest.mark.parametrize(
    "document",
    [
        "query a { policy { grade } } query b { __typename }",
        'mutation a { deleteTie(employee: "li", contact: "cto") { ok } } query b { __typename }',
        "{ policy { grade } } { __typename }",
        "query a { policy { ...p } } query b { policy { ...p } } fragment p on Policy { grade }",
    ],
)
@pytest.mark.parametrize("name", [None, ""])
async def test_of_several_operations_none_runs_when_it_is_not_said_which(
    service: Service, document: str, name: str | None
) -> None:
    newer = {"accept": "application/graphql-response+json"}
    body = {"query": document, "operationName": name}
    response = await service.http.post("/graphql", json=body, headers=newer)
    assert response.status_code == 400
    answer = response.json()
    assert "data" not in answer
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert "operationName" in answer["errors"][0]["message"]


async def test_a_mutation_beside_a_query_writes_nothing_unless_it_is_named(own_service: Service) -> None:
    document = """mutation Write {
                    upsertCompany(input: { key: "new", name: "New", side: CUSTOMER }) { userErrors { message } } }
                  query Read { company(key: "new") { key } }"""
    assert "errors" in (await own_service.post(document)).json()
    assert (await own_service.post(document, operationName="Other")).json().get("data") is None
    assert (await own_service.post(document, operationName="Read")).json() == {"data": {"company": None}}
    assert "errors" not in (await own_service.post(document, operationName="Write")).json()
    assert (await own_service.post(document, operationName="Read")).json() == {"data": {"company": {"key": "new"}}}


async def test_the_name_of_the_only_operation_may_be_given_or_not(service: Service) -> None:
    document = "query Only { policy { grade } }"
    for name in ("Only", None):
        assert (await service.post(document, operationName=name)).json() == {"data": {"policy": {"grade": None}}}


async def test_the_newer_media_type_tells_request_errors_by_status(service: Service) -> None:
    newer = {"accept": "application/graphql-response+json"}
    bad = await service.http.post("/graphql", json={"query": "{ nothing }"}, headers=newer)
    assert bad.status_code == 400
    assert bad.headers["content-type"].startswith("application/graphql-response+json")
    good = await service.http.post("/graphql", json={"query": "{ policy { grade } }"}, headers=newer)
    assert good.status_code == 200
    neither = await service.http.post("/graphql", json={"query": "{ a }"}, headers={"accept": "text/html"})
    assert neither.status_code == 406


async def test_a_query_in_the_address_is_not_run(service: Service) -> None:
    asked = await service.http.get("/graphql", params={"query": "{ policy { grade } }"})
    assert (asked.status_code, asked.headers["allow"]) == (405, "POST")
    as_json = await service.http.get("/graphql", headers={"accept": "application/json"})
    assert as_json.status_code == 405


@pytest.mark.parametrize("question", questions())
async def test_the_whole_of_every_answer_may_be_asked_for(question: str) -> None:
    check_document(schema._schema, parse(operation(question, ())), None, Limits())


async def test_the_largest_pages_over_all_accounts_may_be_asked_for(service: Service) -> None:
    await service.ask(
        """{ portfolio(first: 100) { edges { node { company { key name } findings severityCounts { count }
          amounts { value } index { key } } } totals { bySeverity { severity amounts { value } } } } }"""
    )
    await service.ask(
        """{ findings(first: 500) { edges { node { id account { key name } company { name } employee { name }
          targets { key name } history { at } evidence { people { key } figures { value } } } } } }"""
    )
    await service.ask(
        "{ exposureByEmployee(first: 100) { edges { node { employee { name } accounts { account { name } } } } } }"
    )
