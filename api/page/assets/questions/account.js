/* The GraphQL documents of an account and its power map. */

export const ACCOUNTS = `
query Accounts($text: String) {
  companies(filter: { accountsOnly: true, text: $text }, first: 20) {
    edges { node { key name } }
  }
}`;

/* Who and what there is to choose from in an account. */
export const ROSTER = `
query Roster($company: ID!, $asOf: Date) {
  company(key: $company) { key name grade industry region annualValue currency }
  powerMap(company: $company, asOf: $asOf) {
    asOf
    nodes { id key kind name title employee placeholder opportunityStatus decisionShare liveTieCount }
    edges { kind target }
  }
}`;

export const POWER_MAP = `
query PowerMap($company: ID!, $opportunity: ID, $asOf: Date) {
  powerMap(company: $company, opportunity: $opportunity, asOf: $asOf) {
    asOf
    completeness
    nodes {
      id key kind name title level line opportunityStatus tags placeholder outsider employee keyPerson
      power stance coach leansTo decisionShare accessStrength withinReach liveTieCount
    }
    edges { id kind source target weight strength live trust lastContact }
  }
}`;

export const DECISION_CHAIN = `
query DecisionChain($opportunity: ID!, $asOf: Date) {
  decisionChain(opportunity: $opportunity, asOf: $asOf) {
    unassigned
    inferred
    inferredFrom
    completeness
    lean { low value high }
    weakestStage { stage }
    stages {
      stage weight status
      lean { low value high }
      people { person { key name } part veto share stance }
    }
    blockers { person { key name } reason share stance leads }
    movers { person { key name } gain accessStrength }
    opportunity { value currency decisionDate status }
  }
}`;

export const SINGLE_POINTS = `
query SinglePointsOfFailure($company: ID!, $asOf: Date, $minSeverity: Severity) {
  singlePointsOfFailure(filter: { company: $company, minSeverity: $minSeverity }, first: 500, asOf: $asOf) {
    totalCount lessSevereCount
    edges {
      node {
        id kind severity summary action exposure valueAtRisk currency ratesOn
        amounts { currency value }
        point { key name }
        opportunity { key }
        targets { key name }
        evidence { figures { name value } policy { name value } }
      }
    }
  }
}`;

export const COVERAGE_GAPS = `
query CoverageGaps($company: ID!, $asOf: Date, $minSeverity: Severity) {
  coverageGaps(company: $company, asOf: $asOf, minSeverity: $minSeverity) {
    completeness lessSevereCount
    grid { line level people covered redundant ratio target }
    findings {
      id kind severity summary action share
      subject { kind key name }
      evidence { figures { name value } policy { name value } }
    }
  }
}`;

export const ACCESS_PATHS = `
query AccessPaths($to: ID!, $asOf: Date) {
  accessPaths(to: $to, first: 5, asOf: $asOf) {
    strength
    withinReach
    employee { key name }
    steps { kind strength sourcePerson { key name } targetPerson { key name } }
  }
}`;
