"""The names that front-ends are written against: each selection is valid against the schema as it is."""

from __future__ import annotations

import pytest
from graphql import parse, validate

from api.schema import schema

SELECTIONS = [
    """departureImpact(people: ["a"], teamOf: "b", on: "2026-06-30") { accounts { company { key }
      peopleWithinReach { before after } keyPeopleCovered { before after } singleHeld { before after } lost { key }
      opportunities { opportunity { key } share { before after } valueAtRisk }
      handovers { contact { key } status successors { employee { key } score terms { name value weight } } } }
      totals { people valueAtRisk } }""",
    """handoverPlan(employee: "a", lastDay: "2026-06-30", capacity: 3) {
      items { contact { key } from { key } to { key } by score } unassigned { key } score greedyScore solver }""",
    """succession(person: "a") { candidates { person { key } kind score terms { name value weight }
      ties { employee { key } strength } } exposed }""",
    """repairPlan(company: "a", redundancy: 2, capacity: 3) { ties { employee { key } contact { key } plausibility
      introducer { key } repairs } count lowerBound impossible { key } }""",
    """concentration(company: "a") { effectiveHolders busFactor exact employees { key } }""",
    """relationshipIndex(company: "a") {
      key { value completeness terms { name value weight } trend { on value } }
      general { value completeness terms { name value weight } trend { on value } }
      organizational { value completeness terms { name value weight } trend { on value } } }""",
    """grading(company: "a") { entered computed score completeness terms { name value weight }
      matrices { name quadrant } }""",
    """organizationMatching(company: "a") { levels { level theirs matched } lines { line theirs ours matched }
      pairs { contact { key } employee { key } kind } findings { id kind severity summary }
      agreements { key } jointEvents { key } }""",
    """portfolio(filter: { grade: S, region: "x", industry: "y", employee: "e", severity: HIGH, kind: SINGLE_HELD,
      minValueAtRisk: 1 }, orderBy: VALUE_AT_RISK, first: 5, after: "c") {
      edges { node { company { key } grade severity valueAtRisk findings stale
        index { key general organizational } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totals { accountCount } }""",
    """changes(company: "a", from: "2026-01-01", to: "2026-06-30") { kind subject { key } before after }""",
    """exposureByEmployee(first: 5) { edges { node { employee { key } } } }""",
    """findings(filter: { state: OPEN, assignee: "x", kind: [SINGLE_HELD], minSeverity: HIGH, company: "c",
      employee: "e", grade: S, region: "x", industry: "y" }) { edges { node { id state assignee } } }""",
    """posture(company: "a", from: "2026-01-01", to: "2026-06-30") { on severity }""",
    """singlePointsOfFailure(policy: [{ name: "reach_floor", value: 0.2 }]) { policyVersion }""",
    "policyVersions { version at actor note changes { name member value text } }",
]
MUTATIONS = [
    """updatePolicy(input: { grade: S, changes: [{ name: "a", member: "b", value: 1, text: null }],
      expectedVersion: 0, actor: "x", note: "y" }) { policy { version } version userErrors { path message code }
      }""",
    """acknowledge(finding: "f", actor: "x", note: "y") { finding { id state } userErrors { code } }""",
    """assign(finding: "f", assignee: "z", actor: "x", note: "y") { finding { assignee } userErrors { code } }""",
    """snooze(finding: "f", until: "2026-07-01", actor: "x") { finding { snoozedUntil } userErrors { code } }""",
    """resolve(finding: "f", actor: "x", note: "y") { finding { state } userErrors { code } }""",
    """reopen(finding: "f", actor: "x") { finding { state } userErrors { code } }""",
    """executeHandover(input: { employee: "e", on: "2026-07-01", items: [{ contact: "c", to: "d" }], actor: "x",
      reason: "y" }) { handovers { contact { key } from { key } to { key } on by at reason isNew }
      userErrors { path message code } }""",
]


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda text: text.split("(")[0].split(" ")[0])
def test_a_question_has_the_names_agreed(selection: str) -> None:
    assert validate(schema._schema, parse(f"{{ {selection} }}")) == []


@pytest.mark.parametrize("selection", MUTATIONS, ids=lambda text: text.split("(")[0])
def test_a_mutation_has_the_names_agreed(selection: str) -> None:
    assert validate(schema._schema, parse(f"mutation {{ {selection} }}")) == []
