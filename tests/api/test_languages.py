"""What people are told in the language that their request accepts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.api.conftest import Service

FINDINGS = """{
  findings(first: 500) { edges { node { id summary action } cause { summary action } } }
  causes: findings(first: 500, by: CAUSE) { edges { cause { summary action } } }
  singlePointsOfFailure(first: 500) { edges { node { id summary action } } }
  coverageGaps(company: "acme") { findings { id summary action } }
  organizationMatching(company: "acme") { findings { id summary action } }
  changes(company: "acme", from: "2020-01-01") { finding before after }
}"""
HAN = re.compile(r"[\u4e00-\u9fff]")


async def told(service: Service, accepted: str | None, language: str = "en") -> dict[str, Any]:
    """Every sentence of a finding, by where it is told; the answer says in which language."""
    headers = {} if accepted is None else {"Accept-Language": accepted}
    response = await service.http.post("/graphql", json={"query": FINDINGS}, headers=headers)
    assert "accept-language" in response.headers["vary"].lower()
    assert response.headers["content-language"] == language
    answer = response.json()
    assert "errors" not in answer
    return dict(_sentences(answer["data"], ""))


def _sentences(value: Any, place: str) -> Any:
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _sentences(one, f"{place}/{number}")
    elif isinstance(value, dict):
        is_of_finding = value.get("finding", "one") is not None
        for name, one in value.items():
            if name in ("summary", "action", "before", "after") and one is not None and is_of_finding:
                yield f"{place}/{name}", one
            else:
                yield from _sentences(one, f"{place}/{name}")


@pytest.mark.parametrize("accepted", ["zh-CN,zh;q=0.9,en;q=0.8", "fr, zh;q=0.1"])
async def test_every_sentence_is_told_in_chinese_to_who_prefers_it(service: Service, accepted: str) -> None:
    """In every list; names stay what they are."""
    english, chinese = await told(service, "en"), await told(service, accepted, "zh")
    assert english.keys() == chinese.keys()
    assert len(english) > 20
    for place, sentence in chinese.items():
        assert HAN.search(sentence), f"{place}: {sentence}"
        assert sentence != english[place]
        assert "{" not in sentence


@pytest.mark.parametrize("accepted", [None, "", "fr", "en-GB, zh;q=0.9", "not a header;;"])
async def test_english_is_told_to_whoever_asks_for_nothing_else(service: Service, accepted: str | None) -> None:
    """Nothing said, nothing that fits, nothing that can be read."""
    assert await told(service, accepted) == await told(service, "en")
