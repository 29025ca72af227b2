// read_account_works_in: The employments of the people of an account.
// params: $account, $others
// returns: person, company, department, title, level, valid_from, valid_to, certainty, source
CALL () {
  MATCH (:Company {account: $account})<-[:EMPLOYED_BY]-(person:Person)
  RETURN person
    UNION ALL
  MATCH (person:Person)
  WHERE person.key IN $others
  RETURN person
}
MATCH (person)-[period:WORKS_IN]->(place)
WHERE period.company IS NOT NULL
WITH
  period,
  person.key AS person,
  CASE
    WHEN place:Department THEN place.key
    ELSE ''
  END AS department
ORDER BY person, period.company, department, coalesce(period.valid_from, '')
WITH
  collect(period) AS periods,
  collect(person) AS person,
  collect(department) AS department
RETURN
  person AS person,
  [x IN periods | x.company] AS company,
  [x IN department | CASE
      WHEN x <> '' THEN x
    END] AS department,
  [x IN periods | x.title] AS title,
  [x IN periods | x.level] AS level,
  [x IN periods | x.valid_from] AS valid_from,
  [x IN periods | x.valid_to] AS valid_to,
  [x IN periods | x.certainty] AS certainty,
  [x IN periods | x.source] AS source
