// read_account_influences: The influences of the people of an account, on people of any.
// params: $people
// returns: influencer, influenced, weight, valid_from, valid_to, certainty, source
MATCH (influencer:Person)
WHERE influencer.key IN $people
MATCH (influencer)-[edge:INFLUENCES]->(influenced:Person)
WITH edge, influencer, influenced
ORDER BY influencer.key, influenced.key, coalesce(edge.valid_from, '')
WITH collect(edge) AS edges
RETURN
  [x IN edges | startNode(x).key] AS influencer,
  [x IN edges | endNode(x).key] AS influenced,
  [x IN edges | x.weight] AS weight,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
