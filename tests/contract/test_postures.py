"""Postures: kept whole, replaced whole, one a day; findings keep the moment since when they are there."""

from __future__ import annotations

from dataclasses import replace

from graph.model.words import Grade, Severity
from graph.posture import CurrencyAmount, PortfolioFilter, PortfolioRow
from graph.store import GraphStore
from tests.contract.kept_postures import (
    ALWAYS_STALE,
    HOLDER,
    TODAY,
    TOMORROW,
    WHOLE,
    account,
    computed,
    exposure,
    exposures,
    finding,
    findings,
    keep,
    portfolio,
    portfolio_keys,
    posture,
)
from tests.contract.writing import put, take_out

EIGHT = "2026-03-31T08:00:00.000000+00:00"
NINE = "2026-03-31T09:00:00.000000+00:00"
TEN = "2026-03-31T10:00:00.000000+00:00"


async def test_a_posture_comes_back_as_it_was_written(store: GraphStore) -> None:
    await put(store, account("acme", grade="S", industry="energy", region="华东"), account("zeta"))
    whole, bare = posture("acme", **WHOLE), posture("zeta")
    await keep(store, computed(whole), computed(bare))
    assert await portfolio(store) == [
        PortfolioRow("Acme", "S", "energy", "华东", False, "acme", whole),
        PortfolioRow("Zeta", None, None, None, False, "zeta", bare),
    ]


async def test_findings_and_exposures_come_back_as_they_were_written(store: GraphStore) -> None:
    await put(store, account("acme"))
    found = [
        finding("acme", "a", company="acme-city", is_account_wide=False, employee="seller", opportunity="deal"),
        finding("acme", "b", kind="SILENT_KEY_PERSON", severity="CRITICAL", content='{"说": "é \\u0000 \\" 𝄞"}'),
    ]
    held = [
        exposure("acme", "colleague", single_held_count=0, exposure=0.0, severity=None),
        exposure(
            "acme", "seller", exposure=1 / 3, amounts=(CurrencyAmount(None, 0.1), CurrencyAmount("EUR", 2.5))
        ),
    ]
    await keep(store, computed(posture("acme", computed_at=EIGHT), found, held))
    kept = await findings(store, is_account_wide_only=False)
    assert kept == [replace(each, since=EIGHT) for each in found]
    assert await exposures(store) == held


async def test_members_of_enumerations_are_kept_and_compared_as_their_text(store: GraphStore) -> None:
    await put(store, account("acme", grade=Grade.S))
    kept = posture("acme", severity=Severity.HIGH, severity_counts={Severity.HIGH: 1})
    held = exposure("acme", "seller", severity=Severity.LOW)
    await keep(store, computed(kept, [finding("acme", "a", severity=Severity.HIGH)], [held]))
    (row,) = await portfolio(store, grade=Grade.S, severities=(Severity.HIGH,))
    assert row.posture == kept
    assert [found.severity for found in await findings(store, severities=(Severity.HIGH,))] == ["HIGH"]
    assert await exposures(store) == [held]


async def test_a_posture_replaces_the_one_before_with_everything_of_it(store: GraphStore) -> None:
    await put(store, account("acme"))
    first = [finding("acme", "a"), finding("acme", "b", employee="seller")]
    await keep(
        store, computed(posture("acme", **WHOLE), first, [exposure("acme", "seller"), exposure("acme", "x")])
    )
    changed = replace(first[1], severity="HIGH", worth="0", employee=None, content="[]", company="acme-city")
    second = posture("acme", severity="HIGH", standard=TOMORROW)
    kept_exposure = exposure("acme", "seller", live_tie_count=9, amounts=(CurrencyAmount("EUR", 1.0),))
    await keep(store, computed(second, [changed], [kept_exposure]))
    assert [row.posture for row in await portfolio(store)] == [second]
    assert [replace(each, since=None) for each in await findings(store)] == [changed]
    assert await exposures(store) == [kept_exposure]


async def test_a_finding_keeps_its_since_while_it_is_there_and_gets_a_new_one_when_it_comes_back(
    store: GraphStore,
) -> None:
    await put(store, account("acme"), account("zeta"))
    stays, goes = finding("acme", "stays"), finding("acme", "goes", since="1999-01-01T00:00:00.000000+00:00")
    await keep(store, computed(posture("acme", computed_at=EIGHT), [stays, goes]))
    await keep(store, computed(posture("zeta", computed_at=NINE), [finding("zeta", "stays")]))
    changed = replace(stays, severity="HIGH", content='{"more": 1}', since=TEN)
    await keep(store, computed(posture("acme", computed_at=NINE), [changed, finding("acme", "comes")]))
    await keep(store, computed(posture("acme", computed_at=TEN), [changed, goes, finding("acme", "comes")]))
    since = {(found.account, found.id): found.since for found in await findings(store)}
    assert since == {
        ("acme", "stays"): EIGHT,
        ("acme", "goes"): TEN,
        ("acme", "comes"): NINE,
        ("zeta", "stays"): NINE,
    }


async def test_a_posture_is_kept_for_each_day_the_last_one_written(store: GraphStore) -> None:
    await put(store, account("acme"), account("zeta"))
    early, late = posture("acme", severity="LOW"), posture("acme", **WHOLE)
    next_day = posture("acme", standard=TOMORROW._replace(policy="policy two"), revision=5)
    await keep(store, computed(next_day), computed(early), computed(late), computed(posture("zeta")))
    read = store.postures.read_posture_days
    assert await read("acme", None, None) == [late, next_day]
    assert await read("acme", TODAY.day, TODAY.day) == [late]
    assert await read("acme", TOMORROW.day, None) == [next_day]
    assert await read("acme", None, "2026-03-30") == []
    assert await read("nothing", None, None) == []


async def test_a_posture_is_stale_by_revision_day_policy_or_absence(store: GraphStore) -> None:
    await put(store, *map(account, ("missing", "moved", "other-day", "other-policy", "right")))
    await keep(
        store,
        computed(posture("moved", revision=0)),
        computed(posture("other-day", standard=TOMORROW)),
        computed(posture("other-policy", standard=TODAY._replace(policy="policy two"))),
        computed(posture("right", policy_version=99)),
    )
    stale = ["missing", "moved", "other-day", "other-policy"]
    assert await store.postures.find_stale(TODAY, 100) == stale
    assert await store.postures.find_stale(TODAY, 2) == stale[:2]
    assert await store.postures.find_stale(TODAY, 0) == []
    assert await store.postures.find_stale(TODAY, 100, only_missing=True) == ["missing"]
    assert await store.postures.count_stale(TODAY) == (4, 1)
    assert {row.posture.account: row.is_stale for row in await portfolio(store)} == {
        "moved": True,
        "other-day": True,
        "other-policy": True,
        "right": False,
    }
    await put(store, account("right", name="Wrong"))
    assert await store.postures.count_stale(TODAY) == (5, 1)
    claims = await store.postures.claim_stale(TODAY, HOLDER, 9, 3600)
    assert [tuple(claim) for claim in claims] == [*((key, 1) for key in stale), ("right", 2)]


async def test_keeping_a_posture_moves_no_revision(store: GraphStore) -> None:
    await put(store, account("acme"))
    await keep(store, computed(posture("acme"), [finding("acme", "a")], [exposure("acme", "seller")]))
    assert await store.read_revisions() == {"acme": 1}


async def test_the_portfolio_shows_the_company_as_it_is_now(store: GraphStore) -> None:
    await put(store, account("acme", grade="S"))
    await keep(store, computed(posture("acme")))
    await put(store, account("acme", name="Acme 集团", grade="A", industry="energy", region="south"))
    (row,) = await portfolio(store)
    assert (row.name, row.grade, row.industry, row.region, row.is_stale) == (
        "Acme 集团",
        "A",
        "energy",
        "south",
        True,
    )
    assert await portfolio_keys(store, grade="S") == []


async def test_what_is_no_account_any_more_is_not_found_and_its_days_stay(store: GraphStore) -> None:
    await put(store, account("acme"), account("group"), account("zeta"))
    for key in ("acme", "zeta"):
        await keep(store, computed(posture(key), [finding(key, key)], [exposure(key, "seller")]))
    await put(store, account("acme", parent="group"))
    await take_out(store, account("zeta"))
    # The second time they have been taken out.
    for _ in range(2):
        assert await portfolio(store) == []
        assert await findings(store) == []
        assert await exposures(store) == []
        assert await store.postures.find_exposures(PortfolioFilter(), ["seller"]) == []
        assert await store.postures.read_totals(PortfolioFilter(), TODAY) == []
        assert await store.postures.find_stale(TODAY, 100) == ["group"]
        assert await store.postures.count_stale(TODAY) == (1, 1)
        assert await store.postures.claim_stale(ALWAYS_STALE, HOLDER, 0, 3600) == []
    for key in ("acme", "zeta"):
        assert await store.postures.read_posture_days(key, None, None) == [posture(key)]


async def test_an_account_that_comes_back_after_it_was_swept_starts_anew(store: GraphStore) -> None:
    await put(store, account("acme"))
    await keep(store, computed(posture("acme", computed_at=EIGHT), [finding("acme", "a")]))
    await take_out(store, account("acme"))
    await store.postures.claim_stale(TODAY, HOLDER, 9, 3600)
    await put(store, account("acme"))
    assert await portfolio(store) == []
    assert await store.postures.count_stale(TODAY) == (1, 1)
    await keep(store, computed(posture("acme", computed_at=NINE), [finding("acme", "a")]))
    assert [found.since for found in await findings(store)] == [NINE]
