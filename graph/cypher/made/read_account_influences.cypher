// read_account_influences: The influences of the people of an account, on people of any.
// params: $account, $others
// returns: influencer, influenced, weight, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(source:Person)
  RETURN source
    UNION ALL
  MATCH (source:Person)
  WHERE source.key IN $others
  RETURN source
}
MATCH (source)-[edge:INFLUENCES]->(target:Person)
WITH edge, source.key AS influencer, target.key AS influenced
ORDER BY influencer, influenced, coalesce(edge.valid_from, '')
WITH
  collect(edge) AS edges,
  collect(influencer) AS influencer,
  collect(influenced) AS influenced
RETURN
  influencer AS influencer,
  influenced AS influenced,
  [x IN edges | x.weight] AS weight,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
