// read_account_conflicts: The conflicts of the people of an account, with people of any.
// params: $people
// returns: person, other, weight, valid_from, valid_to, certainty, source
MATCH (person:Person)
WHERE person.key IN $people
MATCH (person)-[edge:CONFLICTS_WITH]->(other:Person)
WITH edge, person, other
ORDER BY person.key, other.key, coalesce(edge.valid_from, '')
WITH collect(edge) AS edges
RETURN
  [x IN edges | startNode(x).key] AS person,
  [x IN edges | endNode(x).key] AS other,
  [x IN edges | x.weight] AS weight,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
