"""Who may follow a contact in office, against the oracle: every candidate with every term, and our ties."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from graph.errors import QuestionRejected
from graph.policy import Policy
from queries.succession import SUCCESSION, SuccessionParams
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import POLICIES
from tests.questions.against_oracle import ACCOUNTS, DAYS, RANDOM, WORLDS, seen
from tests.questions.same_heirs import assert_same_heirs


@RANDOM
@given(WORLDS, POLICIES, DAYS)
def test_succession_to_everybody(world: World, policy: Policy, as_of: str) -> None:
    oracles = [Oracle(world, policy, as_of, account) for account in ACCOUNTS]
    views = {oracle.account: seen(oracle) for oracle in oracles}
    for person in [each.key for each in world["people"] if not each.key.startswith("e")]:
        params = SuccessionParams(person=person, as_of=date.fromisoformat(as_of))
        members = {oracle.account: oracle for oracle in oracles if person in oracle.contacts}
        insiders = {key: oracle for key, oracle in members.items() if person not in oracle.outsiders}
        asked = [view for key, view in views.items() if person not in view.graph.our_people]
        parts = [SUCCESSION.part(view, params) for view in asked]
        if not members:
            with pytest.raises(QuestionRejected):
                SUCCESSION.combine(parts, params)
            continue
        answer = SUCCESSION.combine(parts, params)
        oracle = next(iter((insiders or members).values()))
        assert answer.account == oracle.account
        assert_same_heirs(oracle, person, answer.candidates, answer.exposed)
