// release_employments: Leaves employments in a department without it; one that would be the same as another goes.
// params: $key
// returns: deleted_count
MATCH (person:Person)-[period:WORKS_IN]->(:Department {key: $key})
WHERE period.company IS NOT NULL
OPTIONAL MATCH (company:Company {key: period.company})
WITH
  person,
  period,
  company,
  EXISTS {
    MATCH (person)-[other:WORKS_IN]->(company)
    WHERE
      other.company = period.company AND
      coalesce(other.valid_from, '') = coalesce(period.valid_from, '')
  } AS is_double
FOREACH (at IN
CASE
  WHEN is_double THEN []
  ELSE [company]
END |
  CREATE (person)-[kept:WORKS_IN]->(at)
  SET kept = properties(period)
)
DELETE period
RETURN sum(
    CASE
      WHEN is_double THEN 1
      ELSE 0
    END) AS deleted_count
