"""Mutations: upsert, end and delete of every kind of record, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from api.types.payloads import stem
from graph.model.record_kinds import RECORD_KINDS
from tests.api.conftest import Service

# kind -> what is written, a change to it, what the payload must show then
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "companies": (
        {"key": "new", "name": "New", "side": "CUSTOMER", "grade": "C", "creditScale": None},
        {"grade": "B", "supplierPosition": "MAIN_SUPPLIER"},
        {"name": "New", "grade": "B", "supplierPosition": "MAIN_SUPPLIER"},
    ),
    "departments": (
        {"key": "new", "name": "New", "company": "acme", "line": "USER"},
        {"parent": "acme-it"},
        {"name": "New", "line": "USER"},
    ),
    "people": (
        {"key": "new", "name": "New", "company": "acme", "tags": ["GATEKEEPER"], "level": "STAFF"},
        {"status": "LEFT", "statusSince": "2026-01-31"},
        {"name": "New", "status": "LEFT", "statusSince": "2026-01-31", "tags": ["GATEKEEPER"]},
    ),
    "works_in": (
        {"person": "seat", "company": "acme-east", "validFrom": "2025-01-01", "title": "Buyer"},
        {"level": "MIDDLE"},
        {"title": "Buyer", "level": "MIDDLE", "validFrom": "2025-01-01"},
    ),
    "reports_to": (
        {"person": "seat", "manager": "boss", "kind": "DOTTED", "source": "CRM"},
        {"certainty": "CONFIRMED"},
        {"kind": "DOTTED", "source": "CRM", "certainty": "CONFIRMED"},
    ),
    "influences": (
        {"influencer": "net", "influenced": "boss", "weight": 0.5},
        {"weight": 0.75},
        {"weight": 0.75},
    ),
    "conflicts": (
        {"person": "net", "other": "boss", "weight": 0.5},
        {"source": "Li"},
        {"weight": 0.5, "source": "Li"},
    ),
    "ties": (
        {"employee": "idle", "contact": "net", "trust": 2, "purposes": ["INFORMATION", "DECISION"]},
        {"targetTrust": 5, "lastContact": "2026-03-01"},
        {"trust": 2, "targetTrust": 5, "lastContact": "2026-03-01", "purposes": ["INFORMATION", "DECISION"]},
    ),
    "opportunities": (
        {"key": "new", "name": "New", "company": "acme-east", "value": 5.5, "currency": "EUR"},
        {"status": "LOST", "decisionDate": "2026-02-01"},
        {"name": "New", "value": 5.5, "status": "LOST", "decisionDate": "2026-02-01"},
    ),
    "decision_roles": (
        {"person": "net", "opportunity": "deal", "stage": "EVALUATION", "part": "CONSULTED"},
        {"part": "LEADS", "veto": True},
        {"stage": "EVALUATION", "part": "LEADS", "veto": True},
    ),
    "positions": (
        {"person": "net", "company": "acme", "statedOn": "2026-01-01", "stance": "NEUTRAL"},
        {"power": "OUTSIDE", "leansTo": "rival"},
        {"statedOn": "2026-01-01", "stance": "NEUTRAL", "power": "OUTSIDE"},
    ),
    "interactions": (
        {"key": "new", "kind": "VISIT", "on": "2026-04-01", "participants": ["li", "net"]},
        {"subject": "Plant tour", "company": "acme"},
        {"kind": "VISIT", "on": "2026-04-01", "subject": "Plant tour"},
    ),
    "agreements": (
        {"key": "new", "company": "beta", "kind": "SERVICE", "name": "Care"},
        {"validTo": "2027-01-01"},
        {"kind": "SERVICE", "name": "Care", "validTo": "2027-01-01"},
    ),
    "rates": (
        {"currency": "USD", "on": "2026-11-01", "rate": 7.1},
        {"rate": 7.25},
        {"currency": "USD", "on": "2026-11-01", "rate": 7.25},
    ),
}
CASES["companies"][0].pop("creditScale")


def names(kind_name: str) -> tuple[str, str, str]:
    """The type's name, the payload's field and the selection of plain fields."""
    first, *rest = stem(RECORD_KINDS[kind_name]).split("_")
    field = first + "".join(word.title() for word in rest)
    return field[0].upper() + field[1:], field, " ".join(CASES[kind_name][2])


def identity_arguments(kind_name: str, columns: tuple[str, ...]) -> str:
    """The identity of the case's record as GraphQL arguments."""
    given = CASES[kind_name][0]
    arguments = []
    for column in columns:
        first, *rest = column.split("_")
        name = first + "".join(word.title() for word in rest)
        if name in given:
            is_enum = name in ("kind", "stage") and kind_name in ("reports_to", "decision_roles")
            arguments.append(f"{name}: {given[name] if is_enum else chr(34) + given[name] + chr(34)}")
    return ", ".join(arguments)


async def upsert(service: Service, kind_name: str, given: dict[str, Any]) -> dict[str, Any]:
    type_name, field, selection = names(kind_name)
    found = await service.ask(
        f"mutation ($input: {type_name}Input!) {{ upsert{type_name}(input: $input) "
        f"{{ {field} {{ {selection} }} userErrors {{ path message code }} }} }}",
        input=given,
    )
    return found[f"upsert{type_name}"]


def test_there_is_a_case_for_every_kind() -> None:
    assert list(CASES) == list(RECORD_KINDS)


@pytest.mark.parametrize("kind_name", CASES)
async def test_a_record_is_created_changed_and_deleted(own_service: Service, kind_name: str) -> None:
    given, change, expected = CASES[kind_name]
    kind = RECORD_KINDS[kind_name]
    type_name, field, selection = names(kind_name)
    created = await upsert(own_service, kind_name, given)
    assert created["userErrors"] == []
    identity = {name: value for name, value in given.items() if to_snake(name) in kind.identity}
    changed = await upsert(own_service, kind_name, identity | change)
    assert changed["userErrors"] == []
    assert changed[field] == expected  # what the second input left out has stayed
    delete = (
        f"mutation {{ delete{type_name}({identity_arguments(kind_name, kind.identity)}) "
        f"{{ {field} {{ {selection} }} userErrors {{ path message code }} }} }}"
    )
    deleted = (await own_service.ask(delete))[f"delete{type_name}"]
    assert deleted == {field: expected, "userErrors": []}
    again = (await own_service.ask(delete))[f"delete{type_name}"]
    assert again[field] is None
    assert [error["code"] for error in again["userErrors"]] == ["NOT_FOUND"]


def to_snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


@pytest.mark.parametrize("kind_name", [name for name, kind in RECORD_KINDS.items() if kind.is_edge])
async def test_an_edge_ends_on_a_date_and_keeps_its_history(own_service: Service, kind_name: str) -> None:
    kind = RECORD_KINDS[kind_name]
    type_name, field, _ = names(kind_name)
    assert (await upsert(own_service, kind_name, CASES[kind_name][0]))["userErrors"] == []
    end = (
        f'mutation {{ end{type_name}({identity_arguments(kind_name, kind.ends)}, on: "2026-05-01") '
        f"{{ {field} {{ validFrom validTo }} userErrors {{ path message code }} }} }}"
    )
    ended = (await own_service.ask(end))[f"end{type_name}"]
    assert ended["userErrors"] == []
    assert ended[field] == {"validFrom": CASES[kind_name][0].get("validFrom"), "validTo": "2026-05-01"}
    again = (await own_service.ask(end))[f"end{type_name}"]
    assert again[field] is None
    assert again["userErrors"][0]["code"] == "NOT_FOUND"
    assert again["userErrors"][0]["path"] == ["on"]


async def test_null_clears_and_what_is_left_out_stays(own_service: Service) -> None:
    base = {"employee": "li", "contact": "cto", "validFrom": "2025-01-01"}
    query = """mutation ($input: TieInput!) { upsertTie(input: $input) {
      tie { trust targetTrust purposes source } userErrors { message } } }"""
    found = await own_service.ask(query, input={**base, "targetTrust": None, "purposes": None})
    assert found["upsertTie"] == {
        "tie": {"trust": 4, "targetTrust": None, "purposes": [], "source": "CRM"},
        "userErrors": [],
    }


async def test_a_phone_number_is_text_in_one_form_without_blanks_around(own_service: Service) -> None:
    payload = await upsert(
        own_service, "people", {"key": "cto", "phone": "\u3000+86 21 5555 0100 poste re\u0301 "}
    )
    assert payload["userErrors"] == []
    found = await own_service.ask('{ person(key: "cto") { name phone } }')
    assert found["person"] == {"name": "Chief", "phone": "+86 21 5555 0100 poste r\u00e9"}


async def test_every_problem_is_told_with_its_path_and_nothing_is_written(own_service: Service) -> None:
    query = """mutation ($input: TieInput!) { upsertTie(input: $input) {
      tie { trust } userErrors { path message code } } }"""
    given = {
        "employee": "boss",
        "contact": "nobody",
        "trust": 9,
        "validFrom": "2026-01-01",
        "validTo": "2025-01-01",
    }
    refused = (await own_service.ask(query, input=given))["upsertTie"]
    assert refused["tie"] is None
    paths = [error["path"] for error in refused["userErrors"]]
    assert ["input", "trust"] in paths
    assert {error["code"] for error in refused["userErrors"]} == {"BAD_USER_INPUT"}
    assert all(error["message"] for error in refused["userErrors"])
    assert (await own_service.ask('{ person(key: "boss") { ties { trust } } }'))["person"]["ties"] == [
        {"trust": 2}
    ]


async def test_a_new_record_needs_its_required_columns(own_service: Service) -> None:
    query = """mutation { upsertCompany(input: { key: "bare" }) { company { key } userErrors { path code } } }"""
    refused = (await own_service.ask(query))["upsertCompany"]
    assert refused["company"] is None
    assert {tuple(error["path"]) for error in refused["userErrors"]} == {("input", "name"), ("input", "side")}


async def test_a_reporting_cycle_is_refused(own_service: Service) -> None:
    query = """mutation { upsertReportingLine(input: { person: "boss", manager: "net" }) {
      reportingLine { kind } userErrors { message } } }"""
    refused = (await own_service.ask(query))["upsertReportingLine"]
    assert refused["reportingLine"] is None
    assert refused["userErrors"]


async def test_a_company_that_is_referred_to_is_not_deleted(own_service: Service) -> None:
    query = 'mutation { deleteCompany(key: "acme") { company { key } userErrors { code message } } }'
    refused = (await own_service.ask(query))["deleteCompany"]
    assert refused["company"] is None
    assert refused["userErrors"][0]["code"] == "BAD_USER_INPUT"


async def test_a_second_change_in_one_request_sees_the_first(own_service: Service) -> None:
    found = await own_service.ask(
        """mutation {
          one: upsertPerson(input: { key: "cto", name: "First" }) { person { name } userErrors { message } }
          two: upsertPerson(input: { key: "cto", title: "CIO" }) { person { name title } userErrors { message } }
        }"""
    )
    assert found["one"]["person"] == {"name": "First"}
    assert found["two"]["person"] == {"name": "First", "title": "CIO"}


async def test_a_change_shows_in_the_next_answer(own_service: Service) -> None:
    query = '{ powerMap(company: "acme") { revision nodes { key stance } } }'
    before = (await own_service.ask(query))["powerMap"]
    await own_service.ask(
        """mutation { upsertPosition(input: { person: "net", company: "acme", statedOn: "2026-01-01",
          stance: SUPPORTER }) { userErrors { message } } }"""
    )
    after = (await own_service.ask(query))["powerMap"]
    assert after["revision"] > before["revision"]
    assert {node["key"]: node["stance"] for node in after["nodes"]}["net"] == "SUPPORTER"


async def test_a_key_is_found_again_as_it_is_kept(own_service: Service) -> None:
    query = """mutation { upsertPerson(input: { key: " new\\u3000", name: "\\ufeffNe\\u0301 ", company: "acme" })
      { person { key name } userErrors { message } } }"""
    found = (await own_service.ask(query))["upsertPerson"]
    assert found == {"person": {"key": "new", "name": "N\u00e9"}, "userErrors": []}


REFUSED_INPUTS = {
    "a name of blanks": (
        "company",
        {"key": "x", "name": " \u3000", "side": "CUSTOMER"},
        "name",
        "expected a value",
    ),
    "a key with an unseen character": (
        "person",
        {"key": "x\u200b", "company": "acme"},
        "key",
        "found U+200B at character 2",
    ),
    "a key in another width": ("person", {"key": "ｃｔｏ", "company": "acme"}, "key", "the store has 'cto'"),
    "a contact that lies ahead": (
        "tie",
        {"employee": "li", "contact": "net", "lastContact": "2206-03-01"},
        "lastContact",
        "expected a day that can be meant",
    ),
    "a second employment": (
        "employment",
        {"person": "moved", "company": "acme-east", "validFrom": "2025-01-01", "validTo": "2026-01-01"},
        "validFrom",
        "expected one employment at a time",
    ),
    "a move without the department": ("person", {"key": "cto", "company": "beta"}, "company", "'acme-it'"),
}


@pytest.mark.parametrize("case", REFUSED_INPUTS)
async def test_what_a_file_may_not_say_a_mutation_may_not(own_service: Service, case: str) -> None:
    node, given, path, said = REFUSED_INPUTS[case]
    type_name = node.capitalize()
    query = f"""mutation ($input: {type_name}Input!) {{ upsert{type_name}(input: $input) {{
      {node} {{ __typename }} userErrors {{ path message }} }} }}"""
    found = (await own_service.ask(query, input=given))[f"upsert{type_name}"]
    assert found[node] is None
    assert any(error["path"] == ["input", path] and said in error["message"] for error in found["userErrors"])


async def test_an_amount_of_which_a_float_loses_digits_is_refused(own_service: Service) -> None:
    query = """mutation { upsertCompany(input: { key: "acme", annualValue: 9007199254740993 })
      { company { key } userErrors { path message } } }"""
    (error,) = (await own_service.ask(query))["upsertCompany"]["userErrors"]
    assert error["path"] == ["input", "annualValue"]
    assert "at most 15 digits" in error["message"]
