/* The GraphQL documents of findings as work. */

const FINDING = `
    id kind severity summary action since share valueAtRisk currency ratesOn
    amounts { currency value }
    subject { kind key name }
    employee { key name }
    opportunity { key name }
    state assignee snoozedUntil note actor at
    history { action at actor note assignee until }
    evidence { figures { name value } policy { name value } }`;

export const FINDINGS = `
query Findings($filter: FindingFilter!, $first: Int!, $after: String) {
  findings(filter: $filter, by: CAUSE, first: $first, after: $after) {
    totalCount lessSevereCount
    pageInfo { hasNextPage endCursor }
    edges {
      cause {
        id kind severity share summary action count valueAtRisk currency ratesOn
        amounts { currency value }
        subject { kind key name }
        stage
        states { state count }
        findings { ${FINDING} }
      }
    }
  }
}`;

/** What is done with a finding: the mutation's name, and what it needs beside the finding, the actor and a note. */
function work(field, variable = "", argument = "") {
  return `
mutation Work($finding: ID!, $actor: String!, $note: String${variable}) {
  done: ${field}(finding: $finding, actor: $actor, note: $note${argument}) {
    finding { ${FINDING} }
    userErrors { path message }
  }
}`;
}

export const WORK = {
  ACKNOWLEDGE: work("acknowledge"),
  ASSIGN: work("assign", ", $assignee: String!", ", assignee: $assignee"),
  SNOOZE: work("snooze", ", $until: Date!", ", until: $until"),
  RESOLVE: work("resolve"),
  REOPEN: work("reopen"),
};
