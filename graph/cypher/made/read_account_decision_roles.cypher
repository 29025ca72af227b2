// read_account_decision_roles: The decision roles in the opportunities of an account.
// params: $account
// returns: person, opportunity, stage, part, veto, valid_from, valid_to, certainty, source
MATCH (:Company {account: $account})<-[:OPPORTUNITY_AT]-(target:Opportunity)
MATCH (source:Person)-[edge:DECISION_ROLE]->(target)
WITH edge, source.key AS person, target.key AS opportunity
ORDER BY person, opportunity, edge.stage, coalesce(edge.valid_from, '')
WITH
  collect(edge) AS edges,
  collect(person) AS person,
  collect(opportunity) AS opportunity
RETURN
  person AS person,
  opportunity AS opportunity,
  [x IN edges | x.stage] AS stage,
  [x IN edges | x.part] AS part,
  [x IN edges | x.veto] AS veto,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
