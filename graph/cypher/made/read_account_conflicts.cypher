// read_account_conflicts: The conflicts of the people of an account, with people of any.
// params: $account, $others
// returns: person, other, weight, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(source:Person)
  RETURN source
    UNION ALL
  MATCH (source:Person)
  WHERE source.key IN $others
  RETURN source
}
MATCH (source)-[edge:CONFLICTS_WITH]->(target:Person)
WITH edge, source.key AS person, target.key AS other
ORDER BY person, other, coalesce(edge.valid_from, '')
WITH collect(edge) AS edges, collect(person) AS person, collect(other) AS other
RETURN
  person AS person,
  other AS other,
  [x IN edges | x.weight] AS weight,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
