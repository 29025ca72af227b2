"""Findings of two accounts and their causes against the oracle: what each is worth, and the one order of all."""

from __future__ import annotations

from operator import attrgetter

from hypothesis import given

from graph.policy import Policy
from queries.findings.causes import Cause, causes
from queries.findings.finding import Finding
from queries.findings.of_account import account_findings
from tests.oracle import causes as expected_causes
from tests.oracle.account_findings import Identity
from tests.oracle.oracle import Oracle
from tests.oracle.orders import misplaced, of_finding
from tests.oracle.world import World
from tests.oracle.worths import Worth, worths
from tests.questions.against_oracle import (
    ACCOUNTS,
    CONVERTING,
    DAYS,
    RANDOM,
    WORLDS,
    assert_most_exposed_first,
    assert_same_money,
    is_same_money,
    near,
    seen,
)
from tests.questions.same_findings import assert_one_id_each, identity_of


@RANDOM
@given(WORLDS, CONVERTING, DAYS)
def test_findings(world: World, policy: Policy, as_of: str) -> None:
    listed, places = [], {}
    for account in ACCOUNTS:
        oracle = Oracle(world, policy, as_of, account)
        found, expected = account_findings(seen(oracle)), worths(oracle)
        identities = {each.id: identity_of(each, each.company) for each in found}
        assert len(identities) == len(found), "each id once"
        assert_one_id_each(identities)
        assert set(identities.values()) == set(expected)
        for each in found:
            _assert_same_worth(each, expected[identities[each.id]], oracle)
            places[each.place] = of_finding(oracle, identities[each.id], expected[identities[each.id]])
        listed += found
    in_order = [each.place for each in sorted(listed, key=attrgetter("place"))]
    assert not misplaced([places[rank] for rank in in_order])


def _assert_same_worth(found: Finding, expected: Worth, oracle: Oracle) -> None:
    assert (found.severity, found.is_account_wide) == (expected.severity, expected.is_account_wide)
    assert found.share is None or found.share == near(expected.share)
    assert (found.share is None) == (found.kind == "NO_JOINT_EVENT")
    assert_same_money(found.money, expected.money, oracle.exchange)
    assert (found.held_until and found.held_until.isoformat()) == expected.held_until
    assert_most_exposed_first(oracle, found.targets)


@RANDOM
@given(WORLDS, CONVERTING, DAYS)
def test_causes(world: World, policy: Policy, as_of: str) -> None:
    listed, places, ids = [], {}, {}
    for account in ACCOUNTS:
        oracle = Oracle(world, policy, as_of, account)
        found = causes(account_findings(seen(oracle)))
        expected = expected_causes.causes(oracle.exchange, worths(oracle))
        subjects = {cause.id: _subject_of(cause) for cause in found.values()}
        assert list(subjects) == list(found)
        assert len(set(subjects.values())) == len(subjects)
        assert set(subjects.values()) == set(expected)
        for cause in found.values():
            same = expected[subjects[cause.id]]
            _assert_same_cause(cause, same, oracle)
            places[cause.place] = expected_causes.of_cause(oracle.exchange, account, same)
            assert ids.setdefault(cause.id, cause) is cause, "of two accounts two ids"
        listed += list(found.values())
    in_order = [each.place for each in sorted(listed, key=attrgetter("place"))]
    assert not misplaced([places[rank] for rank in in_order])


def _subject_of(cause: Cause) -> expected_causes.Subject:
    (subject,) = {expected_causes.subject_of(_identity(finding)) for finding in cause.findings}
    return subject


def _identity(finding: Finding) -> Identity:
    return identity_of(finding, finding.company)


def _assert_same_cause(found: Cause, expected: expected_causes.Cause, oracle: Oracle) -> None:
    by_identity = {_identity(each): each for each in found.findings}
    assert len(by_identity) == len(found.findings)
    assert set(by_identity) == expected.findings
    assert found.severity == expected.severity
    assert (found.share or 0.0) == near(expected.share)
    assert any(is_same_money(found.money, money, oracle.exchange) for money in expected.moneys), found.money
    assert _identity(found.findings[0]) in expected.worst
