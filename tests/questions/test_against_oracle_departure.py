"""What departures cost, against worlds rebuilt without the people and computed again from nothing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from graph.model.words import Line
from graph.policy import Policy
from queries.departure_impact import DEPARTURE_IMPACT, AccountImpact, DepartureImpact, DepartureImpactParams
from queries.handovers import ContactHandover
from tests.oracle import departure
from tests.oracle.departure import Impact
from tests.oracle.money import added
from tests.oracle.oracle import Oracle
from tests.oracle.orders import misplaced, of_loss
from tests.oracle.pairing import pairing
from tests.oracle.successors import candidates
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import (
    ACCOUNTS,
    DAYS,
    RANDOM,
    WORLDS,
    assert_most_exposed_first,
    assert_ranked,
    assert_same_money,
    assert_same_terms,
    colleagues_in,
    near,
    people_of,
    seen,
)
from tests.questions.same_heirs import assert_same_heirs


@RANDOM
@given(WORLDS, POLICIES, DAYS, st.data())
def test_departure_impact(world: World, policy: Policy, as_of: str, data: st.DataObject) -> None:
    people = data.draw(people_of(world))
    oracles = {account: Oracle(world, policy, as_of, account) for account in ACCOUNTS}
    expected = {
        account: departure.impact(oracle, people)
        for account, oracle in oracles.items()
        if departure.is_touched(oracle, people)
    }
    parts = []
    for account, oracle in oracles.items():
        params = DepartureImpactParams(people=people, colleagues=colleagues_in(oracle))
        part = DEPARTURE_IMPACT.part(seen(oracle), params)
        assert (part is not None) == (account in expected)
        if part is not None:
            _assert_same_impact(part, expected[account], oracle)
            _assert_same_handovers(part.handovers, expected[account].handovers, oracle, people)
            _assert_same_seats(part, oracle, people)
        parts.append(part)
    answer = DEPARTURE_IMPACT.combine(parts, DepartureImpactParams(people=people, as_of=seen(oracle).graph.as_of))
    _assert_same_totals(answer, expected, oracles)


def _assert_same_impact(found: AccountImpact, expected: Impact, oracle: Oracle) -> None:
    assert found.company == oracle.account
    assert tuple(found.people_within_reach) == expected.people_within_reach
    assert tuple(found.key_people_covered) == expected.key_people_covered
    assert tuple(found.single_held) == expected.single_held
    assert tuple(found.coverage) == near(expected.coverage)
    assert [each.line for each in found.lines] == [line for line in Line if line in expected.lines]
    for each in found.lines:
        before, after = expected.lines[each.line]
        assert each.before == near(before)
        assert each.after == (None if after is None else near(after))
    assert set(found.lost) == expected.lost
    assert_most_exposed_first(oracle, found.lost)
    assert found.share_lost == near(expected.share_lost)
    assert_same_money(found.money, expected.money, oracle.exchange)
    assert {each.opportunity: tuple(each.share) for each in found.opportunities} == near_pairs(expected.shares)
    for each in found.opportunities:
        assert_same_money(each.money, expected.money_of[each.opportunity], oracle.exchange)
    assert {each.person for each in found.key_people} == set(expected.key_people)
    for key in found.key_people:
        pairs = (*key.access_strength, *key.live_ties)
        assert pairs == near(expected.key_people[key.person])
    assert_ranked(
        [(-(key.access_strength.after - key.access_strength.before), (key.person,)) for key in found.key_people]
    )


def near_pairs(pairs: dict[str, tuple[float, float]]) -> dict[str, object]:
    """Pairs by key, each to 1e-9."""
    return {key: near(pair) for key, pair in pairs.items()}


def _assert_same_handovers(
    found: Sequence[ContactHandover],
    expected: Sequence[departure.Handover],
    oracle: Oracle,
    people: tuple[str, ...],
) -> None:
    wanted = {each.contact: each for each in expected}
    assert {each.contact for each in found} == set(wanted)
    assert_ranked([(each.exposure, (each.contact,)) for each in found])
    colleagues = tuple(each.key for each in colleagues_in(oracle))
    for each in found:
        same = wanted[each.contact]
        assert (each.employees, each.status) == (same.employees, same.status)
        assert each.exposure == near(same.exposure)
        asked = candidates(oracle, each.contact, people, None, colleagues)
        successors, pairs = {one.employee: one for one in asked}, pairing(oracle, each.contact, asked)
        passing, possible = ({one.employee for one in those} for those in (pairs.passing, pairs.possible))
        assert {one.employee for one in each.successors} == set(successors)
        assert_ranked([(one.score, (one.employee,)) for one in each.successors])
        for one in each.successors:
            assert one.score == near(successors[one.employee].score)
            assert one.is_colleague == successors[one.employee].is_colleague
            assert_same_terms(one.terms, successors[one.employee].terms)
            weak = None if one.employee in possible else "TOO_WEAK"
            assert one.obstacle == (weak if one.employee in passing else "LEVEL_TOO_LOW")


def _assert_same_seats(found: AccountImpact, oracle: Oracle, people: tuple[str, ...]) -> None:
    assert {seat.person for seat in found.seats} == set(people) & set(oracle.contacts)
    assert_ranked([(seat.share, (seat.person,)) for seat in found.seats])
    for seat in found.seats:
        parts = {
            each for each in oracle.open_opportunities if seat.person in {one.person for one in oracle.roles(each)}
        }
        assert list(seat.opportunities) == sorted(parts)
        assert seat.share == near(oracle.largest_share([seat.person]))
        assert_same_heirs(oracle, seat.person, seat.candidates, seat.exposed, people)


def _assert_same_totals(found: DepartureImpact, expected: dict[str, Impact], oracles: dict[str, Oracle]) -> None:
    """Every person once, whatever the number of accounts."""
    totals, impacts = found.totals, expected.values()
    assert totals.people == len({person for each in impacts for person in each.lost})
    assert_same_money(totals.money, added(each.money for each in impacts), oracles[ACCOUNTS[0]].exchange)
    by_status = {
        status: {one.contact for each in impacts for one in each.handovers if one.status == status}
        for status in ("ORPHANED", "WEAKENED")
    }
    assert (totals.orphaned, totals.weakened) == (len(by_status["ORPHANED"]), len(by_status["WEAKENED"]))
    assert totals.accounts == sum(bool(each.lost or each.handovers or each.key_people) for each in impacts)

    keys = [each.company for each in found.accounts]
    assert not misplaced([of_loss(oracles[key], expected[key].share_lost, expected[key].money) for key in keys])
