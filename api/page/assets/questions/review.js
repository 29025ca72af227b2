/* The GraphQL documents of an account's relationship, its repair and its changes. */

const INDEX = "value completeness terms { name value weight } trend { on value }";

export const RELATIONSHIP_INDEX = `
query RelationshipIndex($company: ID!, $asOf: Date) {
  relationshipIndex(company: $company, asOf: $asOf) {
    key { ${INDEX} }
    general { ${INDEX} }
    organizational { ${INDEX} }
  }
}`;

export const CONCENTRATION = `
query Concentration($company: ID!, $asOf: Date) {
  concentration(company: $company, asOf: $asOf) {
    effectiveHolders busFactor exact
    employees { key name }
    opportunity { key name }
    holders { employee { key name } strength part }
  }
}`;

export const ORGANIZATION_MATCHING = `
query OrganizationMatching($company: ID!, $asOf: Date) {
  organizationMatching(company: $company, asOf: $asOf) {
    levels { level theirs matched }
    lines { line theirs ours matched }
    cells { level line theirs ours matched }
    pairs { contact { key name } employee { key name } kind }
    findings {
      id kind severity summary action share
      subject { kind key name }
      evidence { figures { name value } policy { name value } }
    }
    agreements { key kind name validFrom validTo }
    jointEvents { key kind on subject }
  }
}`;

export const POSTURE = `
query Posture($company: ID!, $to: Date) {
  posture(company: $company, to: $to) {
    on severity findings valueAtRisk currency ratesOn
    amounts { currency value }
    index { key general organizational }
  }
}`;

export const REPAIR_PLAN = `
query RepairPlan($company: ID, $opportunity: ID, $redundancy: Int, $capacity: Int, $asOf: Date) {
  repairPlan(company: $company, opportunity: $opportunity, redundancy: $redundancy, capacity: $capacity, asOf: $asOf) {
    redundancy capacity count lowerBound
    impossible { key name }
    ties {
      employee { key name }
      contact { key name title }
      revived plausibility repairs
      terms { name value weight }
      introducer { key name }
    }
  }
}`;

export const CHANGES = `
query Changes($company: ID!, $from: Date!, $to: Date) {
  changes(company: $company, from: $from, to: $to) {
    kind before after
    subject { kind key name }
    employee { key name }
    opportunity { key name }
  }
}`;
