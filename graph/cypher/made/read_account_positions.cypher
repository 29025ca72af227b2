// read_account_positions: The positions on the companies and opportunities of an account.
// params: $account
// returns: person, opportunity, company, stated_on, power, stance, coach, leans_to, certainty, source
CALL () {
  MATCH (source:Person)-[edge:POSITION]->(target:Company {account: $account})
  RETURN source, edge, target
    UNION ALL
  MATCH (:Company {account: $account})<-[:OPPORTUNITY_AT]-(target:Opportunity)
  MATCH (source:Person)-[edge:POSITION]->(target)
  RETURN source, edge, target
}
WITH
  edge,
  source.key AS person,
  CASE
    WHEN target:Opportunity THEN target.key
    ELSE ''
  END AS opportunity,
  CASE
    WHEN target:Company THEN target.key
    ELSE ''
  END AS company
ORDER BY person, opportunity, company, edge.stated_on
WITH
  collect(edge) AS edges,
  collect(person) AS person,
  collect(opportunity) AS opportunity,
  collect(company) AS company
RETURN
  person AS person,
  [x IN opportunity | nullIf(x, '')] AS opportunity,
  [x IN company | nullIf(x, '')] AS company,
  [x IN edges | x.stated_on] AS stated_on,
  [x IN edges | x.power] AS power,
  [x IN edges | x.stance] AS stance,
  [x IN edges | x.coach] AS coach,
  [x IN edges | x.leans_to] AS leans_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
