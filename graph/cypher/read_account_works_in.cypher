// read_account_works_in: The employments of the people of an account.
// params: $people
// returns: person, company, department, title, level, valid_from, valid_to, certainty, source
MATCH (person:Person)
WHERE person.key IN $people
MATCH (person)-[period:WORKS_IN]->(place)
WHERE period.company IS NOT NULL
WITH period, person, place
ORDER BY person.key, period.company,
CASE
  WHEN place:Department THEN place.key
  ELSE ''
END, coalesce(period.valid_from, '')
WITH collect(period) AS periods
RETURN
  [x IN periods | startNode(x).key] AS person,
  [x IN periods | x.company] AS company,
  [x IN periods | CASE
      WHEN endNode(x):Department THEN endNode(x).key
    END] AS department,
  [x IN periods | x.title] AS title,
  [x IN periods | x.level] AS level,
  [x IN periods | x.valid_from] AS valid_from,
  [x IN periods | x.valid_to] AS valid_to,
  [x IN periods | x.certainty] AS certainty,
  [x IN periods | x.source] AS source
