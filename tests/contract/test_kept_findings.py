"""Findings of all accounts: every filter, and pages in both orders."""

from __future__ import annotations

from typing import Any

import pytest

from graph.posture import FindingFilter, FindingOrder, Place, RankedCause
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
        finding("acme", "a", severity="HIGH", employee="seller", worth="1"),
        finding("acme", "b", kind="SILENT_KEY_PERSON", employee="colleague", worth="3"),
        finding("acme", "c", company="acme-city", worth="4"),
        finding("acme", "d", company="acme-city", is_account_wide=False, employee="seller", worth="5"),
        finding("acme", "same", worth="7"),
    ]
    zeta = [
        finding("zeta", "e", kind="MISSING_STAGE", severity="HIGH", worth="2", opportunity="deal"),
        finding("zeta", "same", worth="6"),
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
    keys = ["k1", "k2", "𝄞", "\ufffd"]
    await put(store, *map(account, keys))
    subjects = ["A", "Z", "a", "a b", "é", "中", "\ufffd", "𝄞"]
    for key in keys:
        own = [
            finding(key, f"{at}", worth=worth, money_worth="1", subject=subject, severity="HIGH")
            for at, subject in enumerate(subjects)
            for worth in (["1"] if at else ["2"])
        ]
        await keep(store, computed(posture(key), [*own, finding(key, "low", worth="1", money_worth="1")]))
    wanted = FindingFilter(severities=("HIGH",))
    for order in FindingOrder:
        places: list[Place] = []
        while page := await store.postures.find_findings(wanted, order, 4, places[-1] if places else None):
            places += [found.place(order) for found in page]
        assert len(set(places)) == len(places) == len(keys) * len(subjects)
        assert places == sorted(places), "by code point, text after text"
    assert await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 0, None) == []
    assert await store.postures.count_findings(FindingFilter()) == 36


@pytest.mark.parametrize("same", range(7))
async def test_what_is_worth_the_same_goes_by_account_subject_stage_kind_and_id(
    store: GraphStore, same: int
) -> None:
    """Whatever the first so many of them have in common, and whichever of two stands first in a list of a few."""
    lower, higher = ("1", "1", "a", "s", "A", "K", "i"), ("2", "2", "b", "t", "B", "L", "j")
    names = ("worth", "money_worth", "account", "subject", "stage", "kind", "id")
    place = (*lower[:same], higher[same], *lower[same + 1 :])
    behind = (*lower[: same + 1], *higher[same + 1 :])
    await put(store, account("a"), account("b"))
    both = [finding(**dict(zip(names, each, strict=True))) for each in (place, behind)]
    for key in ("a", "b"):
        await keep(store, computed(posture(key), [found for found in both if found.account == key]))
    for wanted in (FindingFilter(), FindingFilter(ids=("i", "j"))):
        found = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 9, None)
        assert [each.place(FindingOrder.SEVERITY) for each in found] == [behind, place]
        rest = await store.postures.find_findings(wanted, FindingOrder.SEVERITY, 9, behind)
        assert rest == found[1:]


async def test_a_finding_comes_with_the_legend_of_its_posture(store: GraphStore) -> None:
    """That of now, whoever asks and however."""
    await put(store, account("acme"), account("zeta"))
    await keep(store, computed(posture("acme"), [finding("acme", "a", legend="ignored")], legend="of acme"))
    await keep(store, computed(posture("zeta"), [finding("zeta", "b")], legend="of zeta"))
    assert [found.legend for found in await findings(store)] == ["of acme", "of zeta"]
    assert [found.legend for found in await findings(store, ids=("b",))] == ["of zeta"]
    await keep(store, computed(posture("acme"), [finding("acme", "a")], legend="new"))
    assert [found.legend for found in await findings(store, account="acme")] == ["new"]


async def test_findings_follow_the_grade_that_their_account_has_now(store: GraphStore) -> None:
    await fill(store)
    await put(store, account("zeta", grade="S"))
    assert [found.account for found in await findings(store, grade="B")] == []
    assert await finding_ids(store, grade="S", kinds=("MISSING_STAGE",)) == ["e"]


async def with_causes(store: GraphStore) -> None:
    """Two causes of acme, of two findings and one, and one of zeta between them."""
    await put(store, account("acme"), account("zeta"))
    boss = {"cause": "boss", "cause_worth": "1", "cause_money_worth": "3"}
    line = {"cause": "line", "cause_worth": "3", "cause_money_worth": "1"}
    deal = {"cause": "deal", "cause_worth": "2", "cause_money_worth": "2"}
    acme = [
        finding("acme", "a", severity="HIGH", worth="1", **boss),
        finding("acme", "b", severity="LOW", worth="5", **boss),
        finding("acme", "c", severity="MODERATE", worth="4", **line),
    ]
    await keep(store, computed(posture("acme"), acme))
    await keep(store, computed(posture("zeta"), [finding("zeta", "d", severity="HIGH", worth="2", **deal)]))


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
    while page := await store.postures.find_causes(filtered, order, 1, found[-1].place if found else None):
        found += page
    assert [cause.id for cause in found] == expected
    assert await store.postures.count_causes(filtered) == len(expected)
    assert await store.postures.find_causes(filtered, order, 10, None) == found


async def test_findings_can_be_had_by_money_in_pages(store: GraphStore) -> None:
    await fill(store)
    pages = [await store.postures.find_findings(FindingFilter(), FindingOrder.VALUE_AT_RISK, 99, None)]
    (everything,) = pages
    places = [found.place(FindingOrder.VALUE_AT_RISK) for found in everything]
    assert places == sorted(places)
    behind = places[2]
    rest = await store.postures.find_findings(FindingFilter(), FindingOrder.VALUE_AT_RISK, 99, behind)
    assert rest == everything[3:]
