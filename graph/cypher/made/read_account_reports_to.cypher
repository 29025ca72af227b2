// read_account_reports_to: The reporting lines of the people of an account.
// params: $account, $others
// returns: person, manager, kind, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(source:Person)
  RETURN source
    UNION ALL
  MATCH (source:Person)
  WHERE source.key IN $others
  RETURN source
}
MATCH (source)-[edge:REPORTS_TO|DOTTED_REPORTS_TO]->(target:Person)
WITH
  edge,
  source.key AS person,
  target.key AS manager,
  CASE type(edge)
    WHEN 'REPORTS_TO' THEN 'SOLID'
    ELSE 'DOTTED'
  END AS kind
ORDER BY person, manager, kind, coalesce(edge.valid_from, '')
WITH
  collect(edge) AS edges,
  collect(person) AS person,
  collect(manager) AS manager,
  collect(kind) AS kind
RETURN
  person AS person,
  manager AS manager,
  kind AS kind,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
