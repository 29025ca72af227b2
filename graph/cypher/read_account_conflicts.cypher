// read_account_conflicts: The conflicts of the people of an account, with people of any.
// params: $account, $others
// returns: person, other, weight, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  RETURN person
    UNION ALL
  MATCH (person:Person)
  WHERE person.key IN $others
  RETURN person
}
MATCH (person)-[edge:CONFLICTS_WITH]->(other:Person)
WITH edge, person.key AS person, other.key AS other
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
