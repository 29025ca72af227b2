"""The GraphQL documents that the comparison over HTTP asks with."""

from __future__ import annotations

_TERM = " fragment term on Term { name value weight }"
_AMOUNT = " fragment amount on Amount { currency value }"

DEPARTURE_IMPACT = (
    """query ($people: [ID!]) { departureImpact(people: $people) {
      accounts { company { key } peopleWithinReach { before after } keyPeopleCovered { before after }
        singleHeld { before after } coverage { before after } lost { key } shareLost amounts { ...amount }
        opportunities { opportunity { key } share { before after } amounts { ...amount } }
        handovers { contact { key } status exposure
          successors(first: null) { employee { key } score colleague terms { ...term } } }
        seats { person { key } exposed candidates { person { key } score } } }
      totals { people orphaned weakened } } }"""
    + _TERM
    + _AMOUNT
)

TEAM = "query ($manager: ID!) { departureImpact(teamOf: $manager) { people { key } } }"

HANDOVER_PLAN = """query ($employee: ID!, $lastDay: Date!, $capacity: Int) {
  handoverPlan(employee: $employee, lastDay: $lastDay, capacity: $capacity) {
    items { contact { key } from { key } to { key } by score exposure }
    unassigned { key } unassignedDetails { contact { key } reason exposure status } meanFit lowestFit
    dormant { key } handedOver { contact { key } on } score greedyScore solver } }"""

SUCCESSION = (
    """query ($person: ID!) { succession(person: $person) {
      candidates { person { key } kind score terms { ...term } ties { employee { key } strength live } }
      exposed } }"""
    + _TERM
)

REPAIR_PLAN = """query ($company: ID, $opportunity: ID, $redundancy: Int, $capacity: Int) {
  repairPlan(company: $company, opportunity: $opportunity, redundancy: $redundancy, capacity: $capacity) {
    ties { employee { key } contact { key } plausibility } count lowerBound impossible { key } } }"""

ORGANIZATION_MATCHING = """query ($company: ID!) { organizationMatching(company: $company) {
  levels { level theirs matched } lines { line theirs ours matched } agreements { key } jointEvents { key }
  pairs { contact { key } employee { key } kind } findings { kind severity subject { key } } } }"""

CONCENTRATION = """query ($company: ID!) { concentration(company: $company) {
  effectiveHolders busFactor exact employees { key } holders { employee { key } strength part } } }"""

RELATIONSHIP_INDEX = (
    """query ($company: ID!) { relationshipIndex(company: $company) {
      key { ...layer } general { ...layer } organizational { ...layer } } }
    fragment layer on LayerIndex { value completeness terms { ...term } trend { on value } }"""
    + _TERM
)

GRADING = (
    """query ($company: ID!) { grading(company: $company) {
      entered computed score completeness terms { ...term } matrices { name quadrant } } }"""
    + _TERM
)

CHANGES = """query ($company: ID!, $from: Date!, $to: Date!) { changes(company: $company, from: $from, to: $to) {
  kind subject { key } employee { key } opportunity { key } finding } }"""

PORTFOLIO = (
    """{ portfolio {
        edges { node { company { key } severity findings stale amounts { ...amount }
          index { key general organizational } effectiveHolders busFactor } }
        totals { findingCount } }
      exposureByEmployee { edges { node { employee { key }
        accounts { account { key } liveTieCount singleHeldCount exposure severity amounts { ...amount } } } } }
      findings(first: 500) { totalCount edges { node { kind severity account { key } } } } }"""
    + _AMOUNT
)

_MONEY = "valueAtRisk currency ratesOn amounts { ...amount }"
_FINDING = (
    """ fragment finding on Finding { id causeId kind severity share heldUntil stage action
      account { key } company { key } subject { kind key } employee { key } opportunity { key } """
    + _MONEY
    + "}"
    + _AMOUNT
)

FINDINGS = "{ findings(first: 500) { edges { node { ...finding } } } }" + _FINDING

SINGLE_POINTS = (
    """{ singlePointsOfFailure(first: 500) { edges { node { kind severity exposure heldUntil
      account { key } point { key } opportunity { key } targets { key } """
    + _MONEY
    + "} } } }"
    + _AMOUNT
)

CAUSES = (
    "{ findings(by: CAUSE, first: 500) { totalCount edges { node { id } cause { id account { key } severity share"
    + " action count findings { ...finding } "
    + _MONEY
    + "} } } }"
    + _FINDING
)

EXPOSURES = (
    "{ exposureByEmployee { edges { node { employee { key } liveTieCount singleHeldCount exposure severity "
    + _MONEY
    + "} } } }"
    + _AMOUNT
)

ACCOUNTS = "{ portfolio { edges { node { company { key } severity share " + _MONEY + "} } } }" + _AMOUNT
