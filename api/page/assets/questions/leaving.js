/* The GraphQL documents of a departure and its handover. */

export const DEPARTURE_IMPACT = `
query DepartureImpact($people: [ID!]!, $on: Date) {
  departureImpact(people: $people, on: $on) {
    asOf
    totals { accounts people orphaned weakened valueAtRisk currency ratesOn amounts { currency value } }
    accounts {
      company { key name }
      peopleWithinReach { before after }
      keyPeopleCovered { before after }
      singleHeld { before after }
      coverage { before after }
      lines { line before after }
      lost { key name }
      shareLost valueAtRisk currency ratesOn
      amounts { currency value }
      keyPeople { person { key name } accessStrength { before after } liveTies { before after } }
      opportunities { opportunity { key name } share { before after } valueAtRisk currency ratesOn amounts { currency value } }
      handovers {
        contact { key name title }
        status exposure
        successorCount
        successors(first: 5) { employee { key name } score colleague obstacle terms { name value weight } }
      }
      seats {
        person { key name }
        share exposed
        opportunities { key name }
        candidates { person { key name } kind score terms { name value weight } ties { employee { key name } strength live } }
      }
    }
  }
}`;

export const HANDOVER_PLAN = `
query HandoverPlan($employee: ID!, $lastDay: Date!, $asOf: Date) {
  handoverPlan(employee: $employee, lastDay: $lastDay, asOf: $asOf) {
    score greedyScore meanFit lowestFit solver capacity
    items { contact { key name } account { key name } to { key name } by score exposure status }
    unassignedDetails {
      contact { key name title } account { key name }
      exposure reason
      bringIn { employee { key name title } score obstacle terms { name value weight } }
      appoint { level line }
    }
    dormant { key name }
    handedOver { contact { key name } on to { key name } }
  }
}`;
