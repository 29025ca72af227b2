"""Lookups: every field of every node and edge, pages, search, policy."""

from __future__ import annotations

from tests.api.conftest import Service


async def test_a_company_shows_all_that_is_recorded_of_it(service: Service) -> None:
    found = await service.ask(
        """{ company(key: "acme") {
          key name side grade industry region annualValue potentialValue currency strategicFit industryInfluence
          credit supplierPosition parent { key } subsidiaries { key parent { name } }
          departments { key name line company { key } parent { key } departments { key } people { key } }
          people { key } opportunities { key name } agreements { key name kind validFrom validTo company { key } }
        } }"""
    )
    company = found["company"]
    assert company["name"] == "Acme 集团"
    assert (company["side"], company["grade"], company["annualValue"]) == ("CUSTOMER", "A", 5e6)
    assert company["region"] is None
    assert company["subsidiaries"] == [{"key": "acme-east", "parent": {"name": "Acme 集团"}}]
    it = next(unit for unit in company["departments"] if unit["key"] == "acme-it")
    assert it["departments"] == [{"key": "acme-net"}]
    assert [deal["key"] for deal in company["opportunities"]] == ["deal", "old"]
    assert company["agreements"] == [
        {
            "key": "frame",
            "name": "Frame",
            "kind": "FRAMEWORK",
            "validFrom": "2025-01-01",
            "validTo": None,
            "company": {"key": "acme"},
        }
    ]


async def test_a_person_shows_all_edges_with_dates_certainty_and_source(service: Service) -> None:
    found = await service.ask(
        """{ person(key: "cto") {
          key name email title level line status statusSince tags company { key } department { name }
          employments { title } reportsTo { manager { name } kind validFrom } reports { person { key } }
          influences { influenced { key } weight certainty source } influencedBy { weight }
          conflicts { person { key } other { key } weight }
          ties { employee { name } contact { key } trust targetTrust lastContact purposes validFrom validTo
            certainty source }
          decisionRoles { opportunity { name } stage part veto }
          positions { opportunity { key } company { key } statedOn power stance coach leansTo { key } certainty }
          interactions { key kind on subject participants { key } company { key } opportunity { key } }
        } }"""
    )
    person = found["person"]
    assert (person["title"], person["level"], person["line"]) == ("CTO", "SENIOR", "TECHNICAL")
    assert person["tags"] == ["RISING_STAR"]
    assert person["reportsTo"] == [{"manager": {"name": "Boss"}, "kind": "SOLID", "validFrom": None}]
    assert person["reports"] == [{"person": {"key": "net"}}]
    assert person["influences"] == [
        {"influenced": {"key": "boss"}, "weight": 0.8, "certainty": "ASSUMED", "source": "Li"}
    ]
    assert person["conflicts"] == [{"person": {"key": "cto"}, "other": {"key": "net"}, "weight": 0.3}]
    assert person["ties"] == [
        {
            "employee": {"name": "李雷 Li Lei"},
            "contact": {"key": "cto"},
            "trust": 4,
            "targetTrust": 5,
            "lastContact": "2026-06-01",
            "purposes": ["DECISION"],
            "validFrom": "2025-01-01",
            "validTo": None,
            "certainty": "CONFIRMED",
            "source": "CRM",
        }
    ]
    assert person["decisionRoles"][0]["stage"] == "SPECIFICATION"
    assert person["positions"][0]["stance"] == "MENTOR"
    assert [one["key"] for one in person["interactions"][0]["participants"]] == ["cto", "li"]


async def test_a_person_with_a_history_works_where_the_history_says(service: Service) -> None:
    found = await service.ask(
        '{ person(key: "moved") { title level line department { key } employments { title validTo source } } }'
    )
    assert found["person"]["title"] == "Head"
    assert found["person"]["level"] == "MIDDLE"
    assert found["person"]["line"] == "TECHNICAL"  # of the department above
    assert found["person"]["department"] == {"key": "acme-net"}
    assert [row["title"] for row in found["person"]["employments"]] == ["Clerk", "Head"]


async def test_a_seat_has_no_name_and_nobody_has_a_line_without_a_department(service: Service) -> None:
    found = await service.ask('{ person(key: "seat") { name line title company { key } } }')
    assert found["person"] == {"name": None, "line": None, "title": None, "company": {"key": "acme-east"}}


async def test_a_department_without_any_line_above_is_of_line_other(service: Service) -> None:
    assert (await service.ask('{ person(key: "li") { line } }'))["person"]["line"] == "OTHER"


async def test_an_opportunity_without_a_status_is_open(service: Service) -> None:
    found = await service.ask(
        """{ opportunity(key: "deal") { key name status value currency saleStage decisionDate company { key }
          decisionRoles { person { key } part } positions { person { key } } interactions { subject } }
          old: opportunity(key: "old") { status } }"""
    )
    assert found["opportunity"]["status"] == "OPEN"
    assert found["opportunity"]["decisionDate"] == "2026-12-01"
    assert found["old"]["status"] == "WON"


async def test_lookups_of_unknown_keys_give_null(service: Service) -> None:
    found = await service.ask(
        '{ company(key: "no") { key } person(key: "no") { key } opportunity(key: "no") { key } }'
    )
    assert found == {"company": None, "person": None, "opportunity": None}


async def test_companies_come_in_pages_that_join_without_gap_or_repeat(service: Service) -> None:
    query = """query ($after: String) { companies(first: 2, after: $after) {
      edges { cursor node { key name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
    keys: list[str] = []
    after = None
    while True:
        page = (await service.ask(query, after=after))["companies"]
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        keys += [edge["node"]["key"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert keys == ["acme-east", "acme", "beta", "us", "rival"]


async def test_companies_are_filtered_by_everything_the_filter_has(service: Service) -> None:
    async def keys(wanted: dict[str, object]) -> list[str]:
        query = "query ($f: CompanyFilter) { companies(filter: $f) { edges { node { key } } } }"
        found = await service.ask(query, f=wanted)
        return [edge["node"]["key"] for edge in found["companies"]["edges"]]

    assert await keys({"accountsOnly": True}) == ["acme", "beta"]
    assert await keys({"side": "COMPETITOR"}) == ["rival"]
    assert await keys({"grade": "S"}) == ["beta"]
    assert await keys({"industry": "Steel"}) == ["acme"]
    assert await keys({"region": "nowhere"}) == []
    assert await keys({"parent": "acme"}) == ["acme-east"]
    assert await keys({"text": "ACME"}) == ["acme-east", "acme"]


async def test_search_finds_nodes_of_every_kind(service: Service) -> None:
    found = await service.ask('{ search(text: "core") { kind key name detail } }')
    assert found["search"] == [{"kind": "Opportunity", "key": "deal", "name": "Core", "detail": "acme"}]
    assert (await service.ask('{ search(text: "  ") { key } }'))["search"] == []


async def test_the_policy_names_every_number_with_its_source(service: Service) -> None:
    found = await service.ask("{ policy(grade: S) { grade values { name member value text meaning source } } }")
    values = found["policy"]["values"]
    assert found["policy"]["grade"] == "S"
    assert {"name": "reach_floor", "value": 0.1} in [{"name": v["name"], "value": v["value"]} for v in values]
    assert {v["member"] for v in values if v["name"] == "stage_weights"} == {
        "QUALIFICATION",
        "SPECIFICATION",
        "EVALUATION",
        "APPROVAL",
    }
    assert all(v["meaning"] and v["source"] for v in values)


async def test_search_finds_by_pinyin_and_part_of_a_name_and_tells_the_company(service: Service) -> None:
    query = "query ($text: String!) { search(text: $text) { key detail company { name } } }"
    for text in ("lei LI", "lilei", "ll"):
        found = await service.ask(query, text=text)
        assert [hit["key"] for hit in found["search"]] == ["li"], text
        assert [hit["company"]["name"] for hit in found["search"]] == [(await _name_of(service, "us"))]
    found = await service.ask(query, text="head")
    assert found["search"] == [{"key": "moved", "detail": "Head", "company": {"name": "Acme 集团"}}]
    assert (await service.ask(query, text="acme jituan"))["search"][0]["company"] is None


async def _name_of(service: Service, company: str) -> str:
    found = await service.ask("query ($key: ID!) { company(key: $key) { name } }", key=company)
    return str(found["company"]["name"])
