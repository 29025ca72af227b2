"""How candidates for the succession compare with the oracle's."""

from __future__ import annotations

from collections.abc import Sequence

from queries.succession_ranking import SuccessionCandidate
from tests.oracle.oracle import Oracle
from tests.oracle.succession import heirs, is_exposed
from tests.oracle.ties import strength
from tests.questions.against_oracle import assert_ranked, assert_same_terms, near


def assert_same_heirs(
    oracle: Oracle,
    person: str,
    found: Sequence[SuccessionCandidate],
    exposed: bool,
    leaving: tuple[str, ...] = (),
) -> None:
    """The same candidates with the same terms and our ties to them, and the same word on exposure."""
    expected = heirs(oracle, person, leaving)
    wanted = {each.person: each for each in expected}
    assert {each.person for each in found} == set(wanted)
    assert_ranked([(each.score, (each.person,)) for each in found])
    for each in found:
        same = wanted[each.person]
        assert each.kind in same.relations
        assert each.score == near(same.score)
        assert_same_terms(each.terms, same.terms)
        _assert_same_ties(oracle, each, leaving)
    assert exposed == is_exposed(expected)


def _assert_same_ties(oracle: Oracle, candidate: SuccessionCandidate, leaving: tuple[str, ...]) -> None:
    """Valid ones, live or not, of everybody who does not leave, the strongest first."""
    ties = {
        tie.employee: tie for tie in oracle.ties if tie.contact == candidate.person and tie.employee not in leaving
    }
    assert {tie.employee for tie in candidate.ties} == set(ties)
    assert_ranked([(tie.strength, (tie.employee,)) for tie in candidate.ties])
    for tie in candidate.ties:
        assert tie.strength == near(strength(oracle.world, oracle.policy, ties[tie.employee], oracle.as_of))
        assert tie.is_live == ((tie.employee, candidate.person) in oracle.live)
