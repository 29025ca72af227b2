"""The portfolio: every filter, every order by keyset to the end, totals, and who holds what."""

from __future__ import annotations

from math import fsum
from typing import Any

import pytest

from graph.posture import CurrencyAmount, PortfolioFilter, PortfolioOrder, PortfolioRow, PortfolioTotal
from graph.store import GraphStore
from tests.contract.kept_postures import (
    TODAY,
    TOMORROW,
    account,
    computed,
    exposure,
    exposures,
    finding,
    keep,
    portfolio_keys,
    posture,
)
from tests.contract.writing import put, take_out

COMPANIES = [
    account("k1", name="Alpha", grade="S", industry="energy", region="north"),
    account("k2", name="Übergabe 100%", grade="A", industry="energy", region="south"),
    account("k3", name="中国石油", grade="S", industry="retail", region="north"),
    account("k_4", name="a_b"),
]


def money(currency: str | None, value: float) -> CurrencyAmount:
    return CurrencyAmount(currency, value)


async def fill(store: GraphStore) -> None:
    await put(store, *COMPANIES)
    await keep(
        store,
        computed(
            posture(
                "k1",
                severity="HIGH",
                severity_counts={"HIGH": 1, "LOW": 1},
                cause_counts={"HIGH": 1},
                value_at_risk=100.0,
                currency="EUR",
                amounts=(money("EUR", 75.0), money("USD", 25.0)),
            ),
            [
                finding("k1", "1", kind="UNCOVERED_LINE", severity="HIGH"),
                finding("k1", "2", kind="SILENT_KEY_PERSON", severity="LOW"),
                finding("k1", "3", kind="MISSING_STAGE", severity="CRITICAL", is_account_wide=False),
            ],
            [exposure("k1", "seller", single_held_count=2), exposure("k1", "colleague")],
        ),
        computed(
            posture(
                "k2",
                severity="HIGH",
                severity_counts={"HIGH": 2},
                value_at_risk=0.0,
                currency="CNY",
                amounts=(money(None, 1.5),),
                standard=TOMORROW,
            ),
            [finding("k2", "1", kind="SILENT_KEY_PERSON", severity="HIGH")],
            [exposure("k2", "seller", amounts=(money("CNY", 3.0),))],
        ),
        computed(
            posture(
                "k3",
                severity="HIGH",
                severity_counts={"HIGH": 4, "LOW": 0},
                cause_counts={"HIGH": 2, "LOW": 3},
                amounts=(money("EUR", 0.5), money(None, 2.0)),
            ),
            [finding("k3", "1", kind="UNCOVERED_LINE", severity="LOW")],
        ),
        computed(posture("k_4", value_at_risk=-1.0, severity_counts={"LOW": 0})),
    )


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["k1", "k2", "k3", "k_4"]),
        ({"grade": "S"}, ["k1", "k3"]),
        ({"industry": "energy"}, ["k1", "k2"]),
        ({"region": "north"}, ["k1", "k3"]),
        ({"region": "north", "industry": "energy", "grade": "S"}, ["k1"]),
        ({"region": ""}, []),
        ({"employee": "seller"}, ["k1", "k2"]),
        ({"employee": "colleague"}, ["k1"]),
        ({"employee": "nobody"}, []),
        ({"kinds": ("SILENT_KEY_PERSON",)}, ["k1", "k2"]),
        ({"kinds": ("SILENT_KEY_PERSON", "UNCOVERED_LINE")}, ["k1", "k2", "k3"]),
        ({"severities": ("HIGH",)}, ["k1", "k2"]),
        ({"severities": ("HIGH", "LOW")}, ["k1", "k2", "k3"]),
        ({"severities": ("CRITICAL",)}, []),
        ({"kinds": ("MISSING_STAGE",)}, []),
        ({"kinds": ("SILENT_KEY_PERSON",), "severities": ("HIGH",)}, ["k2"]),
        ({"kinds": ("UNCOVERED_LINE",), "severities": ("HIGH",), "employee": "seller"}, ["k1"]),
        ({"min_value_at_risk": -1.0}, ["k1", "k2", "k_4"]),
        ({"min_value_at_risk": 0.0}, ["k1", "k2"]),
        ({"min_value_at_risk": 100.0}, ["k1"]),
        ({"min_value_at_risk": 100.01}, []),
        ({"currency": "EUR"}, ["k1"]),
        ({"currency": "EUR", "min_value_at_risk": 0.0}, ["k1"]),
        ({"text": "K"}, ["k1", "k2", "k3", "k_4"]),
        ({"text": "über"}, ["k2"]),
        ({"text": "石油"}, ["k3"]),
        ({"text": "_"}, ["k_4"]),
        ({"text": "%"}, ["k2"]),
    ],
    ids=str,
)
async def test_a_filter_lets_these_accounts_through(
    store: GraphStore, wanted: dict[str, Any], expected: list[str]
) -> None:
    await fill(store)
    assert await portfolio_keys(store, **wanted) == expected
    totals = await store.postures.read_totals(PortfolioFilter(**wanted), TODAY)
    assert sum(total.account_count for total in totals) == len(expected)
    held = await exposures(store, **wanted)
    assert {each.account for each in held} == set(expected) & {"k1", "k2"}
    of_seller = await store.postures.find_exposures(PortfolioFilter(**wanted), ["seller"])
    assert of_seller == [each for each in held if each.employee == "seller"]


PLACES = ["", "\n", "A", "Z", "a", "a ", "aa", "é", "中", "\ufffd", "𝄞"]
"""In code point order, the first first."""


@pytest.mark.parametrize("order", list(PortfolioOrder))
async def test_pages_of_every_order_follow_each_other_to_the_end(store: GraphStore, order: PortfolioOrder) -> None:
    keys = [f"k{number:02}" for number in range(len(PLACES))]
    await put(store, *map(account, keys))
    turn = list(PortfolioOrder).index(order)
    for position, other in enumerate(PLACES):
        # In each order another account comes first.
        key = keys[(position + turn) % len(keys)]
        elsewhere = {each: f"{len(PLACES) - position:02} {key}" for each in PortfolioOrder if each is not order}
        await keep(store, computed(posture(key), ranks={**elsewhere, order: f"{other}\t{key}"}))
    found: list[PortfolioRow] = []
    after = None
    while page := await store.postures.find_postures(PortfolioFilter(text="k"), order, 3, after, TODAY):
        assert len(page) == min(3, len(PLACES) - len(found))
        found += page
        after = page[-1].rank
    assert [row.rank.rpartition("\t")[0] for row in found] == sorted(PLACES)
    assert [row.posture.account for row in found] == [keys[(at + turn) % len(keys)] for at in range(len(keys))]
    assert await store.postures.find_postures(PortfolioFilter(), order, 0, None, TODAY) == []
    between = await store.postures.find_postures(PortfolioFilter(), order, 1, f"{PLACES[3]}~", TODAY)
    assert [row.rank for row in between] == [found[4].rank]


async def test_a_new_posture_has_a_new_place(store: GraphStore) -> None:
    await put(store, account("k1"), account("k2"))
    await keep(store, computed(posture("k1"), ranks={PortfolioOrder.NAME: "1"}))
    await keep(store, computed(posture("k2"), ranks={PortfolioOrder.NAME: "2"}))
    assert await portfolio_keys(store) == ["k1", "k2"]
    await keep(store, computed(posture("k1"), ranks={PortfolioOrder.NAME: "3"}))
    assert await portfolio_keys(store) == ["k2", "k1"]


async def test_totals_are_by_grade_and_severity_with_money_by_currency(store: GraphStore) -> None:
    await fill(store)
    await put(store, account("unknown", grade="S"))
    assert await store.postures.read_totals(PortfolioFilter(), TODAY) == [
        total(None, None, 1, 0),
        total("A", "HIGH", 1, 1, findings={"HIGH": 2}, amounts=(money(None, 1.5),)),
        total(
            "S",
            "HIGH",
            2,
            0,
            findings={"HIGH": 5, "LOW": 1},
            causes={"HIGH": 3, "LOW": 3},
            amounts=(money(None, 2.0), money("EUR", 75.5), money("USD", 25.0)),
        ),
    ]
    await put(store, COMPANIES[0].replace(grade="A"))
    totals = await store.postures.read_totals(PortfolioFilter(text="k", industry="energy"), TODAY)
    assert totals == [
        total(
            "A",
            "HIGH",
            2,
            2,
            findings={"HIGH": 3, "LOW": 1},
            causes={"HIGH": 1},
            amounts=(money(None, 1.5), money("EUR", 75.0), money("USD", 25.0)),
        )
    ]


def total(
    grade: str | None,
    severity: str | None,
    accounts: int,
    stale: int,
    *,
    findings: dict[str, int] | None = None,
    causes: dict[str, int] | None = None,
    amounts: tuple[CurrencyAmount, ...] = (),
) -> PortfolioTotal:
    return PortfolioTotal(
        grade=grade,
        severity=severity,
        account_count=accounts,
        stale_count=stale,
        severity_counts=findings or {},
        cause_counts=causes or {},
        amounts=amounts,
    )


async def test_totals_are_ordered_by_grade_and_severity_none_first(store: GraphStore) -> None:
    grades, severities = ("B", None, "A"), ("LOW", None, "CRITICAL", "HIGH")
    pairs = [(grade, severity) for grade in grades for severity in severities]
    await put(store, *(account(f"k{number:02}", grade=grade) for number, (grade, _) in enumerate(pairs)))
    await keep(
        store, *(computed(posture(f"k{at:02}", severity=severity)) for at, (_, severity) in enumerate(pairs))
    )
    totals = await store.postures.read_totals(PortfolioFilter(), TODAY)
    in_order = [None, "CRITICAL", "HIGH", "LOW"]
    expected = [(grade, severity) for grade in (None, "A", "B") for severity in in_order]
    assert [(total.grade, total.severity) for total in totals] == expected


async def test_exposures_come_by_employee_and_account_and_of_the_employee_alone_when_named(
    store: GraphStore,
) -> None:
    await fill(store)

    async def held(**wanted: Any) -> list[tuple[str, str]]:
        found = await exposures(store, **wanted)
        return [(each.employee, each.account) for each in found]

    assert await held() == [("colleague", "k1"), ("seller", "k1"), ("seller", "k2")]
    assert await held(employee="seller") == [("seller", "k1"), ("seller", "k2")]
    assert await held(employee="seller", grade="S") == [("seller", "k1")]
    assert await held(kinds=("UNCOVERED_LINE",)) == [("colleague", "k1"), ("seller", "k1")]


async def test_exposures_can_be_of_many_employees_also_named_twice_and_of_none(store: GraphStore) -> None:
    await fill(store)

    async def held(*employees: str, **wanted: Any) -> list[tuple[str, str]]:
        found = await store.postures.find_exposures(PortfolioFilter(**wanted), employees)
        return [(each.employee, each.account) for each in found]

    both = [("colleague", "k1"), ("seller", "k1"), ("seller", "k2")]
    assert await held("seller", "colleague", "seller", "nobody") == both
    assert await held(*(f"nobody {number}" for number in range(3000)), "colleague") == both[:1]
    assert await held("seller", "colleague", employee="colleague") == both[:1]
    assert await held("seller", employee="colleague") == []
    assert await held() == []


async def test_totals_of_employees_are_sums_over_accounts_and_the_highest_of_one(store: GraphStore) -> None:
    employees = ["z", "𝄞", "\ufffd", "é"]
    await put(store, *map(account, ("k1", "k2", "k3")), account("gone"))
    for number, key in enumerate(("k1", "k2", "k3", "gone")):
        lost = [
            exposure(
                key,
                employees[0],
                live_tie_count=2,
                single_held_count=number,
                exposure=(0.3, 0.9, 0.1, 1.0)[number],
                severity=("MODERATE", "CRITICAL", "LOW", "CRITICAL")[number],
                amounts=(money("USD", 0.1 * (number + 1)), money("EUR", 1e15), money("JPY", 0.0)),
            ),
            exposure(key, employees[1], exposure=0.0, severity=None, amounts=(money(None, 0.0),)),
            exposure(key, employees[2], exposure=0.0, severity=None, amounts=()),
            exposure(key, employees[3], severity="HIGH", amounts=(money("USD", 1.0),) if number else ()),
        ]
        await keep(store, computed(posture(key), exposures=lost))
    await take_out(store, account("gone"))
    assert len(await exposures(store)) == 12
    found = await store.postures.read_employee_totals(PortfolioFilter())
    assert [each.employee for each in found] == sorted(employees)
    first = next(each for each in found if each.employee == "z")
    assert first[1:6] == (3, 6, 3, 0.9, "CRITICAL")
    assert first.amounts == (money("EUR", 3e15), money("JPY", 0.0), money("USD", fsum((0.1, 0.2, 0.1 * 3))))
    assert [each.amounts for each in found if each.employee != "z"] == [
        (money("USD", 2.0),),
        (),
        (money(None, 0.0),),
    ]


async def test_totals_of_employees_are_exact_whatever_order_the_accounts_come_in(store: GraphStore) -> None:
    values = {"k1": 1e16, "k2": 1.0, "k3": -1e16, "k4": 1.0}
    await put(store, *map(account, values))
    for key, value in values.items():
        await keep(store, computed(posture(key), exposures=[exposure(key, "li", amounts=(money("CNY", value),))]))
    (found,) = await store.postures.read_employee_totals(PortfolioFilter())
    assert found.amounts == (money("CNY", 2.0),)
