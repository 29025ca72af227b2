// read_account_works_in: The employments of the people of an account.
// params: $account, $others
// returns: person, company, department, title, level, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(source:Person)
  RETURN source
    UNION ALL
  MATCH (source:Person)
  WHERE source.key IN $others
  RETURN source
}
MATCH (source)-[edge:WORKS_IN]->(target)
WHERE edge.company IS NOT NULL
WITH
  edge,
  source.key AS person,
  CASE
    WHEN target:Department THEN target.key
    ELSE ''
  END AS department
ORDER BY person, edge.company, department, coalesce(edge.valid_from, '')
WITH
  collect(edge) AS edges,
  collect(person) AS person,
  collect(department) AS department
RETURN
  person AS person,
  [x IN edges | x.company] AS company,
  [x IN department | nullIf(x, '')] AS department,
  [x IN edges | x.title] AS title,
  [x IN edges | x.level] AS level,
  [x IN edges | x.valid_from] AS valid_from,
  [x IN edges | x.valid_to] AS valid_to,
  [x IN edges | x.certainty] AS certainty,
  [x IN edges | x.source] AS source
