"""Concentration: effective holders, and the bus factor against every set of employees taken out of the records."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import NotInGraph
from graph.model.deals import Opportunity
from graph.model.people import Influence
from graph.model.words import Part, Stage
from graph.policy import Policy
from queries.account_view import AccountView
from queries.algorithms.thresholds import reaches
from queries.concentration import CONCENTRATION, Concentration, ConcentrationParams
from tests.questions.drawn import contact, drawn, employee, role, tie


def of(view: AccountView) -> Concentration:
    return CONCENTRATION.part(view, ConcentrationParams(company="acme"))


def concentration(policy: Policy | None = None, **records: list[Any]) -> Concentration:
    return of(drawn(policy, **records))


def people(employees: int, contacts: int) -> list[Any]:
    return [*(employee(f"e{n:02}") for n in range(employees)), *(contact(f"c{n:02}") for n in range(contacts))]


def equal_parts(contacts: int) -> list[Any]:
    """Every stage decided by all of the contacts alike."""
    return [role(f"c{n:02}", stage, Part.PARTICIPATES) for n in range(contacts) for stage in Stage]


def test_effective_holders_is_one_over_the_sum_of_squared_parts() -> None:
    answer = concentration(
        people=people(3, 3),
        ties=[tie("e00", "c00", 5), tie("e00", "c01", 5), tie("e01", "c01", 3), tie("e02", "c02", 1)],
    )
    assert [(h.employee, h.strength) for h in answer.holders] == [
        ("e00", pytest.approx(2.0)),
        ("e01", pytest.approx(0.7)),
        ("e02", pytest.approx(0.4)),
    ]
    total = 2.0 + 0.7 + 0.4
    assert answer.holders[0].part == pytest.approx(2.0 / total)
    assert answer.effective_holders == pytest.approx(total**2 / (2.0**2 + 0.7**2 + 0.4**2))


def test_equal_holders_count_as_many_as_they_are() -> None:
    answer = concentration(people=people(4, 4), ties=[tie(f"e{n:02}", f"c{n:02}") for n in range(4)])
    assert answer.effective_holders == pytest.approx(4.0)


def test_without_a_live_tie_there_are_no_holders_and_no_bus_factor() -> None:
    answer = concentration(people=people(1, 1), ties=[tie("e00", "c00", 1, "2024-01-01")])
    assert (answer.effective_holders, answer.bus_factor, answer.employees, answer.holders) == (None, None, (), ())
    assert answer.exact


def test_the_bus_factor_counts_those_who_hold_half_of_what_is_within_reach() -> None:
    records: dict[str, list[Any]] = {"people": people(4, 4), "decision_roles": equal_parts(4)}
    alone = concentration(ties=[tie(f"e{n:02}", f"c{n:02}") for n in range(4)], **records)
    assert (alone.bus_factor, alone.employees, alone.exact) == (2, ("e00", "e01"), True)
    twice = [tie(f"e{n:02}", f"c{m:02}") for n in range(4) for m in (n, (n + 1) % 4)]
    assert concentration(ties=twice, **records).bus_factor == 3


def test_a_way_through_another_contact_keeps_somebody_within_reach() -> None:
    records: dict[str, list[Any]] = {
        "people": people(2, 2),
        "ties": [tie("e00", "c00"), tie("e01", "c01")],
        "decision_roles": [role("c00", stage) for stage in Stage],
    }
    apart = concentration(**records)
    assert (apart.bus_factor, apart.employees) == (1, ("e00",))
    linked = concentration(influences=[Influence(influencer="c01", influenced="c00", weight=0.9)], **records)
    assert linked.bus_factor == 2


def test_the_account_has_the_bus_factor_of_the_opportunity_that_takes_fewest() -> None:
    answer = concentration(
        opportunities=[
            Opportunity(key="both", company="acme", name="Both"),
            Opportunity(key="one", company="acme", name="One"),
        ],
        people=people(3, 3),
        ties=[tie("e00", "c00"), tie("e01", "c01"), tie("e02", "c00"), tie("e02", "c01"), tie("e00", "c01")],
        decision_roles=[
            *(role(key, stage, deal="both") for key in ("c00", "c01") for stage in Stage),
            *(role("c01", stage, deal="one") for stage in Stage),
            role("c02", Stage.APPROVAL, deal="one"),
        ],
    )
    assert (answer.opportunity, answer.bus_factor) == ("both", 2)
    assert answer.employees == ("e00", "e02")


def test_without_open_opportunities_the_inferred_decision_counts() -> None:
    answer = concentration(opportunities=[], people=people(1, 1), ties=[tie("e00", "c00")])
    assert (answer.bus_factor, answer.opportunity) == (None, None)  # no level, no power: nobody has a share
    people_with_level = [employee("e"), contact("c", "SENIOR")]
    inferred = concentration(opportunities=[], people=people_with_level, ties=[tie("e", "c")])
    assert (inferred.bus_factor, inferred.opportunity, inferred.employees) == (1, None, ("e",))


def test_beyond_four_the_answer_says_that_it_is_not_exact() -> None:
    answer = concentration(
        people=people(12, 12),
        ties=[tie(f"e{n:02}", f"c{n:02}") for n in range(12)],
        decision_roles=equal_parts(12),
    )
    assert (answer.bus_factor, answer.exact) == (6, False)


def test_the_part_that_counts_as_lost_is_policy() -> None:
    records: dict[str, list[Any]] = {
        "people": people(4, 4),
        "ties": [tie(f"e{n:02}", f"c{n:02}") for n in range(4)],
        "decision_roles": equal_parts(4),
    }
    found = {share: concentration(replace(Policy(), bus_factor_share=share), **records) for share in (0.25, 0.75)}
    assert {share: answer.bus_factor for share, answer in found.items()} == {0.25: 1, 0.75: 3}


def test_a_company_of_another_account_is_refused() -> None:
    with pytest.raises(NotInGraph):
        CONCENTRATION.part(drawn(), ConcentrationParams(company="us"))


@st.composite
def accounts(draw: st.DrawFn) -> dict[str, list[Any]]:
    """Some employees and contacts with random ties, influences and parts in one opportunity or two."""
    employees = [f"e{n}" for n in range(draw(st.integers(1, 6)))]
    contacts = [f"c{n}" for n in range(draw(st.integers(1, 6)))]
    pairs = st.tuples(st.sampled_from(employees), st.sampled_from(contacts))
    ties = [tie(*pair, draw(st.integers(1, 5))) for pair in draw(st.sets(pairs, max_size=14))]
    listening = st.tuples(st.sampled_from(contacts), st.sampled_from(contacts)).filter(
        lambda pair: pair[0] != pair[1]
    )
    heard = draw(st.sets(listening, max_size=8)) if len(contacts) > 1 else set()
    deals = draw(st.sampled_from([["deal"], ["deal", "other"]]))
    seats = st.tuples(st.sampled_from(contacts), st.sampled_from(list(Stage)), st.sampled_from(deals))
    return {
        "people": [*map(employee, employees), *(contact(key, "MIDDLE") for key in contacts)],
        "ties": ties,
        "influences": [
            Influence(influencer=one, influenced=other, weight=draw(st.sampled_from([0.15, 0.3, 0.6, 1.0])))
            for one, other in sorted(heard)
        ],
        "opportunities": [Opportunity(key=key, company="acme", name=key) for key in deals],
        "decision_roles": [
            role(person, stage, draw(st.sampled_from(list(Part))), deal)
            for person, stage, deal in sorted(draw(st.sets(seats, max_size=8)))
        ],
    }


def lost_without(
    records: dict[str, list[Any]], view: AccountView, leaving: tuple[str, ...]
) -> dict[str | None, float]:
    """For each open decision the share within reach today that is out of reach in a world without these people."""
    left = {
        **records,
        "people": [person for person in records["people"] if person.key not in leaving],
        "ties": [held for held in records["ties"] if held.employee not in leaving],
    }
    without = drawn(view.policy, **left)
    gone = [key for key in view.graph.contacts if view.is_within_reach(key) and not without.is_within_reach(key)]
    return dict(zip((each.opportunity for each in view.open_decisions), view.shares_of(gone), strict=True))


@settings(max_examples=60, deadline=None)
@given(accounts(), st.sampled_from([0.3, 0.5, 0.8]))
def test_the_bus_factor_is_that_of_trying_every_set_of_employees(
    records: dict[str, list[Any]], share: float
) -> None:
    view = drawn(replace(Policy(), bus_factor_share=share), **records)
    answer = of(view)
    within_reach = view.shares_of(key for key in view.graph.contacts if view.is_within_reach(key))
    totals = dict(zip((each.opportunity for each in view.open_decisions), within_reach, strict=True))
    employees = sorted(view.graph.employees)
    best: dict[str | None, tuple[int, float, tuple[str, ...]]] = {}
    for size in range(1, len(employees) + 1):
        for leaving in combinations(employees, size):
            for opportunity, lost in lost_without(records, view, leaving).items():
                if totals[opportunity] > 0 and reaches(lost, share * totals[opportunity]):
                    rank = (size, -round(lost / totals[opportunity], 9), leaving)
                    best[opportunity] = min(best.get(opportunity, rank), rank)
    if not best:
        assert (answer.bus_factor, answer.employees) == (None, ())
        return
    fewest = min(size for size, _, _ in best.values())
    if fewest > 4:
        assert not answer.exact
        assert answer.bus_factor is not None
        assert answer.bus_factor >= fewest
        return
    first = min(opportunity or "" for opportunity, rank in best.items() if rank[0] == fewest)
    assert (answer.exact, answer.opportunity) == (True, first)
    assert answer.employees == best[first][2]


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_effective_holders_lie_between_one_and_the_number_of_holders(records: dict[str, list[Any]]) -> None:
    answer = concentration(**records)
    strengths: dict[str, float] = {}
    for held in drawn(**records).ties:
        if held.is_live:
            strengths[held.tie.employee] = strengths.get(held.tie.employee, 0.0) + held.strength
    if not strengths:
        assert answer.effective_holders is None
        return
    total = sum(strengths.values())
    naive = 1 / sum((strength / total) ** 2 for strength in strengths.values())
    assert answer.effective_holders == pytest.approx(naive)
    assert 1 - 1e-9 <= naive <= len(strengths) + 1e-9
