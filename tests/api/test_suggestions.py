"""A key that names nothing is told with the nearest nodes, wherever a key is taken."""

from __future__ import annotations

import asyncio

import pytest

from graph.errors import NotInGraph, StoreUnavailable
from graph.nearness import with_suggestions
from graph.store import Hit
from graph.viewer import LOCAL, Viewer
from tests.api.conftest import Service


@pytest.mark.parametrize(
    ("query", "told", "suggested"),
    [
        ('succession(person: "ctoo") { policyVersion }', "no Person has the key 'ctoo'", ["cto"]),
        ('succession(person: "Chief") { policyVersion }', "no Person has the key 'Chief'", ["cto"]),
        ('departureImpact(people: ["lilei"]) { policyVersion }', "no Person has the key 'lilei'", ["li"]),
        ('departureImpact(teamOf: "hann") { policyVersion }', "no Person has the key 'hann'", ["han"]),
        ('handovers(employee: "Meimei Han") { on }', "no Person has the key 'Meimei Han'", ["han"]),
        ('coverageGaps(company: "acme-est") { policyVersion }', "the key 'acme-est'", ["acme-east"]),
        ('posture(company: "betta") { on }', "no Company has the key 'betta'", ["beta"]),
        ('decisionChain(opportunity: "deall") { policyVersion }', "the key 'deall'", ["deal"]),
    ],
)
async def test_an_answer_that_misses_a_key_names_what_may_be_meant(
    service: Service, query: str, told: str, suggested: list[str]
) -> None:
    error = await service.refuse("{ " + query + " }")
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert told in error["message"]
    assert [node["key"] for node in error["extensions"]["suggestions"]] == suggested
    name = error["extensions"]["suggestions"][0]["name"]
    assert error["message"].endswith(f": did you mean {suggested[0]} ({name})?")


async def test_without_anything_near_nothing_is_suggested(service: Service) -> None:
    for key in ("zzzzzzzz", " ", "x" * 10_000, "w " * 50):
        error = await service.refuse("query ($p: ID!) { succession(person: $p) { policyVersion } }", p=key)
        assert error["extensions"] == {"code": "NOT_FOUND"}
        assert "did you mean" not in error["message"]


async def test_a_mutation_says_it_in_its_user_errors(service: Service) -> None:
    done = await service.ask(
        """mutation { upsertTie(input: {employee: "Li Lei", contact: "bos", validFrom: "2026-01-01"}) {
          userErrors { path message } } }"""
    )
    assert [error["message"] for error in done["upsertTie"]["userErrors"]] == [
        "'Li Lei': expected the key of a person, there is none with this key: did you mean li (李雷 Li Lei)?",
        "'bos': expected the key of a person, there is none with this key: did you mean boss (Boss)?",
    ]
    done = await service.ask('mutation { deletePerson(key: "hann") { userErrors { message code } } }')
    assert done["deletePerson"]["userErrors"] == [
        {"message": "no Person has the key 'hann': did you mean han (Han Meimei)?", "code": "NOT_FOUND"}
    ]
    done = await service.ask(
        """mutation { executeHandover(input: {employee: "li", on: "2026-07-01", actor: "ann",
          items: [{contact: "ctoo", to: "hann"}]}) { userErrors { message } } }"""
    )
    messages = [error["message"] for error in done["executeHandover"]["userErrors"]]
    assert any(message.endswith("did you mean cto (Chief)?") for message in messages)
    assert any(message.endswith("did you mean han (Han Meimei)?") for message in messages)


async def test_a_download_says_it_too(service: Service) -> None:
    answer = await service.http.get("/handover-plan/hann.xlsx?lastDay=2026-07-31")
    assert answer.status_code == 404
    assert "did you mean han (Han Meimei)?" in answer.json()["errors"][0]["message"]


class Busy:
    """A store that does not answer."""

    async def search(self, viewer: Viewer, text: str, first: int, among: object = ()) -> list[Hit]:
        raise StoreUnavailable("busy")


async def test_a_store_that_does_not_answer_leaves_the_error_as_it_is() -> None:
    told = await with_suggestions(Busy(), LOCAL, NotInGraph("Person", "p"))
    assert str(told) == "no Person has the key 'p'"


class LongNamed(Busy):
    """A store of people with names as long as cells may be."""

    def __init__(self) -> None:
        names = ("a" * 131_000, "重长" * 65_000) * 20
        self.hits = [Hit("Person", f"p{place}", name, None) for place, name in enumerate(names)]

    async def search(self, viewer: Viewer, text: str, first: int, among: object = ()) -> list[Hit]:
        return self.hits

    async def find_near(self, viewer: Viewer, kind: str, text: str, first: int) -> list[Hit]:
        return self.hits


async def test_names_of_very_many_characters_are_compared_by_their_beginning_while_others_are_answered() -> None:
    looking = asyncio.create_task(with_suggestions(LongNamed(), LOCAL, NotInGraph("Person", "a" * 200)))
    turns = 0
    while not looking.done():
        turns += 1
        await asyncio.sleep(0.001)
    assert [suggestion.key for suggestion in (await looking).suggestions] == ["p0", "p10", "p12"]
    assert turns > 1
