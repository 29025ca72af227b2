"""What changed between two days, against the oracle on both of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import assume, given

from graph.policy import Policy
from graph.posture import Place
from queries.changes import CHANGES, Change, ChangeKind, ChangesParams
from queries.findings.of_account import company_findings
from tests.oracle import changes
from tests.oracle.changes import Difference
from tests.oracle.oracle import Oracle
from tests.oracle.world import World
from tests.oracle.worlds import ASKED, POLICIES
from tests.questions.against_oracle import DAYS, RANDOM, WORLDS, seen
from tests.questions.same_findings import assert_one_id_each, identity_of

FINDINGS = (ChangeKind.FINDING_APPEARED, ChangeKind.FINDING_DISAPPEARED)


@RANDOM
@given(WORLDS, POLICIES, ASKED, DAYS, DAYS)
def test_changes(world: World, policy: Policy, company: str, from_day: str, to_day: str) -> None:
    assume(from_day < to_day)
    before, after = (Oracle(world, policy, day, company) for day in (from_day, to_day))
    days = {"from_day": date.fromisoformat(from_day), "as_of": date.fromisoformat(to_day)}
    params = ChangesParams(company=company, **days)
    found = CHANGES.combine([CHANGES.part(seen(after), params)], params)
    told = [Difference(each.kind, each.subject.key, each.employee, each.opportunity) for each in found]
    expected = changes.differences(before, after)
    assert sorted(
        (one for one, each in zip(told, found, strict=True) if each.kind not in FINDINGS), key=str
    ) == sorted(expected, key=str)
    ranks = {
        each.id: each.place for view in (seen(after), seen(before)) for each in company_findings(view, company)
    }
    places = [_place(each, ranks) for each in found]
    assert places == sorted(places)
    identities = {
        each.id: identity_of(each, company)
        for oracle in (before, after)
        for each in company_findings(seen(oracle), company)
    }
    assert_one_id_each(identities)
    appeared, disappeared = changes.finding_differences(before, after)
    for kind, wanted in zip(FINDINGS, (appeared, disappeared), strict=True):
        ids = [each.finding for each in found if each.kind == kind]
        assert {identities[each] for each in ids if each} == wanted
        assert len(ids) == len(wanted)


def _place(change: Change, ranks: Mapping[str, Place]) -> tuple[int, Place]:
    """By kind; findings as in every list of them, the others by keys."""
    order = list(ChangeKind).index(change.kind)
    if change.finding:
        return order, ranks[change.finding]
    return order, (change.subject.key, change.employee or "", change.opportunity or "")
