// read_account_reports_to: The reporting lines of the people of an account.
// params: $people
// returns: person, manager, kind, valid_from, valid_to, certainty, source
MATCH (person:Person)
WHERE person.key IN $people
MATCH (person)-[edge:REPORTS_TO|DOTTED_REPORTS_TO]->(manager:Person)
WITH edge, person, manager
ORDER BY person.key, manager.key, type(edge), coalesce(edge.valid_from, '')
WITH collect(edge) AS edges
RETURN
  [x IN edges | startNode(x).key] AS person,
  [x IN edges | endNode(x).key] AS manager,
  [x IN edges | CASE type(x)
      WHEN 'REPORTS_TO' THEN 'SOLID'
      ELSE 'DOTTED'
    END] AS kind,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
