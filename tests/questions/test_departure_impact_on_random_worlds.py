"""What holds of every departure: it is the exposure of section 5, grows with the set, and stays in its account."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.companies import Company
from graph.model.deals import DecisionRole, Opportunity
from graph.model.people import Person, Tie
from graph.policy import Policy
from queries.departure_impact import DEPARTURE_IMPACT, AccountImpact, DepartureImpactParams
from queries.single_points_of_failure import SINGLE_POINTS_OF_FAILURE, SinglePointsOfFailureParams
from tests.oracle.oracle import Oracle
from tests.oracle.random_days import AS_OF
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import RANDOM, WORLDS, near, people_of, seen


def impact(world: World, policy: Policy, *people: str) -> AccountImpact | None:
    params = DepartureImpactParams(people=people)
    return DEPARTURE_IMPACT.part(seen(Oracle(world, policy, AS_OF, "group")), params)


@RANDOM
@given(WORLDS, POLICIES)
def test_the_loss_of_one_person_is_the_exposure_of_its_choke_point(world: World, policy: Policy) -> None:
    view = seen(Oracle(world, policy, AS_OF, "group"))
    exposures: dict[str, dict[str | None, Any]] = {}
    for found in SINGLE_POINTS_OF_FAILURE.part(view, SinglePointsOfFailureParams()):
        if found.kind == "CHOKE_POINT":
            exposures.setdefault(found.point, {})[found.opportunity] = found
    for person in [*view.graph.employees, *view.graph.contacts]:
        lost = DEPARTURE_IMPACT.part(view, DepartureImpactParams(people=(person,)))
        assert lost is not None
        others = set(lost.lost) - {person}
        assert bool(others) == (person in exposures)
        points = exposures.get(person, {})
        assert all(set(point.targets) == others for point in points.values())
        if points:
            assert lost.share_lost == near(max(point.share for point in points.values()))
        elif lost.lost:
            assert lost.share_lost == near(view.share_of([person])), "nobody but the person, who was within reach"
        for one in lost.opportunities:
            assert one.share.before - one.share.after == near(view_share(view, one.opportunity, lost.lost))
            if points:
                same = points[one.opportunity].money
                assert (one.money.value is None, one.money.currency) == (same.value is None, same.currency)
                assert (one.money.value or 0.0) == near(same.value or 0.0)


def view_share(view: Any, opportunity: str, people: tuple[str, ...]) -> float:
    shares = view.decision(opportunity).shares
    return sum(float(shares[view.number[person]]) for person in people)


@RANDOM
@given(WORLDS, POLICIES, st.data())
def test_a_set_loses_at_least_what_each_of_it_loses(world: World, policy: Policy, data: st.DataObject) -> None:
    people = data.draw(people_of(world))
    together = impact(world, policy, *people)
    for person in people:
        alone = impact(world, policy, person)
        if alone is None:
            continue
        assert together is not None
        assert set(alone.lost) <= set(together.lost)
        assert alone.share_lost <= together.share_lost + 1e-9
        after = {one.opportunity: one.share.after for one in together.opportunities}
        assert all(one.share.after >= after[one.opportunity] - 1e-9 for one in alone.opportunities)


@RANDOM
@given(WORLDS, POLICIES, st.data())
def test_an_account_that_has_nothing_to_do_with_it_changes_nothing(
    world: World, policy: Policy, data: st.DataObject
) -> None:
    people = data.draw(people_of(world))
    ours = [each.key for each in world["people"] if each.company.startswith("us")]
    more = {
        **world,
        "companies": [*world["companies"], Company(key="island", name="Island", side="CUSTOMER")],
        "people": [*world["people"], Person(key="islander", company="island")],
        "ties": [
            *world["ties"],
            *(Tie(employee=employee, contact="islander", trust=5, last_contact=AS_OF) for employee in ours),
        ],
        "opportunities": [
            *world["opportunities"],
            Opportunity(key="bridge", company="island", name="Bridge", value=1e9, currency="CNY"),
        ],
        "decision_roles": [
            *world["decision_roles"],
            DecisionRole(person="islander", opportunity="bridge", stage="APPROVAL", part="LEADS"),
        ],
    }
    assert impact(more, policy, *people) == impact(world, policy, *people)


@RANDOM
@given(WORLDS, POLICIES, st.data())
def test_other_keys_in_the_same_order_give_the_same_answer(
    world: World, policy: Policy, data: st.DataObject
) -> None:
    people = data.draw(people_of(world))
    keys = {each.key: f"p-{each.key}" for each in world["people"]}
    found = impact(world, policy, *people)
    same = impact(_renamed(world, keys), policy, *(keys[person] for person in people))
    assert (same is None) == (found is None)
    if same is None or found is None:
        return
    assert same.lost == tuple(keys[person] for person in found.lost)
    assert [(one.contact, one.exposure) for one in same.handovers] == [
        (keys[one.contact], pytest.approx(one.exposure)) for one in found.handovers
    ]
    assert [[one.employee for one in each.successors] for each in same.handovers] == [
        [keys[one.employee] for one in each.successors] for each in found.handovers
    ]
    assert [seat.person for seat in same.seats] == [keys[seat.person] for seat in found.seats]


def _renamed(world: World, keys: dict[str, str]) -> World:
    """The world with other keys of people, wherever one is named."""
    names = {"person", "manager", "employee", "contact", "influencer", "influenced", "other"}

    def renamed(record: Any, columns: set[str]) -> Any:
        return record.replace(
            **{
                name: keys[getattr(record, name)]
                for name in columns & set(type(record).fields)
                if getattr(record, name)
            }
        )

    made = {kind: [renamed(record, names) for record in records] for kind, records in world.items()}
    made["people"] = [renamed(record, {"key"}) for record in world["people"]]
    made["interactions"] = [
        record.replace(participants=tuple(sorted(keys[person] for person in record.participants)))
        for record in world["interactions"]
    ]
    return made
