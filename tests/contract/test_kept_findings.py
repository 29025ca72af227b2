"""Findings of all accounts: every filter, and pages by rank."""

from __future__ import annotations

from typing import Any

import pytest

from graph.posture import FindingFilter, FindingOrder, RankedCause
from graph.store import GraphStore
from tests.contract.kept_postures import account, computed, finding, finding_ids, findings, keep, posture
from tests.contract.writing import put


async def fill(store: GraphStore) -> None:
    await put(
        store,
        account("acme", grade="S", industry="energy", region="north"),
        account("zeta", grade="B", industry="retail", region="south"),
    )
    acme = [
        finding("acme", "a", severity="HIGH", employee="seller", rank="1"),
        finding("acme", "b", kind="SILENT_KEY_PERSON", employee="colleague", rank="3"),
        finding("acme", "c", company="acme-city", rank="4"),
        finding("acme", "d", company="acme-city", is_account_wide=False, employee="seller", rank="5"),
        finding("acme", "same", rank="7"),
    ]
    zeta = [
        finding("zeta", "e", kind="MISSING_STAGE", severity="HIGH", rank="2", opportunity="deal"),
        finding("zeta", "same", rank="6"),
    ]
    await keep(store, computed(posture("acme"), acme), computed(posture("zeta"), zeta))


MANY = tuple(f"no finding {number}" for number in range(5_000))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["a", "e", "b", "c", "same", "same"]),
        ({"is_account_wide_only": False}, ["a", "e", "b", "c", "d", "same", "same"]),
        ({"ids": ()}, []),
        ({"ids": ("c", "a", "c")}, ["a", "c"]),
        ({"ids": ("d",)}, []),
        ({"ids": ("d",), "is_account_wide_only": False}, ["d"]),
        ({"ids": ("same",)}, ["same", "same"]),
        ({"ids": ("same",), "account": "zeta"}, ["same"]),
        ({"ids": (*MANY, "b")}, ["b"]),
        ({"causes": ()}, []),
        ({"causes": ("cause of c acme", "cause of a acme", "cause of c acme")}, ["a", "c"]),
        ({"causes": ("cause of d acme",)}, []),
        ({"causes": ("cause of d acme",), "is_account_wide_only": False}, ["d"]),
        ({"causes": ("cause of a acme",), "account": "zeta"}, []),
        ({"causes": ("cause of a acme",), "ids": ("a", "b")}, ["a"]),
        ({"causes": (*MANY, "cause of b acme")}, ["b"]),
        ({"without_ids": ("a", "same")}, ["e", "b", "c"]),
        ({"without_ids": (*MANY, "a"), "ids": ("a", "b")}, ["b"]),
        ({"account": "acme"}, ["a", "b", "c", "same"]),
        ({"account": "acme-city"}, []),
        ({"without_accounts": ("acme",)}, ["e", "same"]),
        ({"without_accounts": (*MANY, "zeta")}, ["a", "b", "c", "same"]),
        ({"company": "acme-city"}, ["c"]),
        ({"company": "acme-city", "is_account_wide_only": False}, ["c", "d"]),
        ({"company": "zeta"}, ["e", "same"]),
        ({"employee": "seller"}, ["a"]),
        ({"employee": "seller", "is_account_wide_only": False}, ["a", "d"]),
        ({"kinds": ("SILENT_KEY_PERSON", "MISSING_STAGE")}, ["e", "b"]),
        ({"severities": ("HIGH", "CRITICAL")}, ["a", "e"]),
        ({"kinds": ("UNCOVERED_LINE",), "severities": ("HIGH",)}, ["a"]),
        ({"grade": "B"}, ["e", "same"]),
        ({"industry": "energy", "severities": ("HIGH",)}, ["a"]),
        ({"region": "south"}, ["e", "same"]),
        ({"grade": "S", "region": "south"}, []),
    ],
    ids=lambda value: str(value)[:80],
)
async def test_a_filter_lets_these_findings_through(
    store: GraphStore, wanted: dict[str, Any], expected: list[str]
) -> None:
    await fill(store)
    assert await finding_ids(store, **wanted) == expected


async def test_pages_of_findings_follow_each_other_to_the_end(store: GraphStore) -> None:
    keys = ["k1", "k2", "k3"]
    await put(store, *map(account, keys))
    texts = ["A", "Z", "a", "é", "中", "\ufffd", "𝄞"]
    for key in keys:
        own = [finding(key, f"{at}", rank=f"{text}\t{key}", severity="HIGH") for at, text in enumerate(texts)]
        await keep(store, computed(posture(key), [*own, finding(key, "low", rank=f"A\t{key} low")]))
    wanted = FindingFilter(severities=("HIGH",))
    ranks: list[str] = []
    while page := await store.postures.find_findings(
        wanted, FindingOrder.SEVERITY, 4, ranks[-1] if ranks else None
    ):
        ranks += [found.rank for found in page]
    assert ranks == [f"{text}\t{key}" for text in texts for key in keys]
    assert await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 0, None) == []
    assert await store.postures.count_findings(FindingFilter()) == 24


async def test_findings_follow_the_grade_that_their_account_has_now(store: GraphStore) -> None:
    await fill(store)
    await put(store, account("zeta", grade="S"))
    assert [found.account for found in await findings(store, grade="B")] == []
    assert await finding_ids(store, grade="S", kinds=("MISSING_STAGE",)) == ["e"]


async def with_causes(store: GraphStore) -> None:
    """Two causes of acme, of two findings and one, and one of zeta between them."""
    await put(store, account("acme"), account("zeta"))
    boss = {"cause": "boss", "cause_rank": "1", "cause_money_rank": "3"}
    line = {"cause": "line", "cause_rank": "3", "cause_money_rank": "1"}
    deal = {"cause": "deal", "cause_rank": "2", "cause_money_rank": "2"}
    acme = [
        finding("acme", "a", severity="HIGH", rank="1", **boss),
        finding("acme", "b", severity="LOW", rank="5", **boss),
        finding("acme", "c", severity="MODERATE", rank="4", **line),
    ]
    await keep(store, computed(posture("acme"), acme))
    await keep(store, computed(posture("zeta"), [finding("zeta", "d", severity="HIGH", rank="2", **deal)]))


@pytest.mark.parametrize(
    ("wanted", "order", "expected"),
    [
        ({}, FindingOrder.SEVERITY, ["boss", "deal", "line"]),
        ({}, FindingOrder.VALUE_AT_RISK, ["line", "deal", "boss"]),
        ({"severities": ("LOW",)}, FindingOrder.SEVERITY, ["boss"]),
        ({"severities": ("LOW", "MODERATE")}, FindingOrder.VALUE_AT_RISK, ["line", "boss"]),
        ({"account": "acme"}, FindingOrder.SEVERITY, ["boss", "line"]),
        ({"account": "acme"}, FindingOrder.VALUE_AT_RISK, ["line", "boss"]),
        ({"ids": ("b", "d")}, FindingOrder.VALUE_AT_RISK, ["deal", "boss"]),
    ],
)
async def test_each_cause_of_the_findings_is_told_once_and_in_pages(
    store: GraphStore, wanted: dict[str, Any], order: FindingOrder, expected: list[str]
) -> None:
    await with_causes(store)
    filtered = FindingFilter(**wanted)
    found: list[RankedCause] = []
    while page := await store.postures.find_causes(filtered, order, 1, found[-1].rank if found else None):
        found += page
    assert [cause.id for cause in found] == expected
    assert await store.postures.count_causes(filtered) == len(expected)
    assert await store.postures.find_causes(filtered, order, 10, None) == found


async def test_findings_can_be_had_by_money_in_pages(store: GraphStore) -> None:
    await fill(store)
    pages = [await store.postures.find_findings(FindingFilter(), FindingOrder.VALUE_AT_RISK, 99, None)]
    (everything,) = pages
    assert [found.money_rank for found in everything] == sorted(found.money_rank for found in everything)
    behind = everything[2].money_rank
    rest = await store.postures.find_findings(FindingFilter(), FindingOrder.VALUE_AT_RISK, 99, behind)
    assert rest == everything[3:]
