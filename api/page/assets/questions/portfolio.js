/* The GraphQL documents of the views over all accounts. */

export const PORTFOLIO = `
query Portfolio($filter: PortfolioFilter, $orderBy: PortfolioOrder!, $first: Int!, $after: String) {
  portfolio(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totals {
      accountCount staleCount missingCount findingCount causeCount valueAtRisk currency ratesOn
      amounts { currency value }
      bySeverity { severity accountCount }
      byGrade { grade accountCount }
    }
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        company { key }
        name grade industry region severity share findings causes valueAtRisk currency ratesOn stale computedOn
        amounts { currency value }
        causeSeverityCounts { severity count }
        index { key general organizational }
      }
    }
  }
}`;

export const EXPOSURE = `
query ExposureByEmployee($first: Int!, $after: String) {
  exposureByEmployee(first: $first, after: $after) {
    totalCount
    staleAccountCount
    missingAccountCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        employee { key name title }
        singleHeldCount valueAtRisk currency ratesOn
        amounts { currency value }
        accounts {
          account { key name }
          singleHeldCount exposure severity valueAtRisk currency ratesOn
          amounts { currency value }
        }
      }
    }
  }
}`;
