// write_people: Creates the people that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
OPTIONAL MATCH (old:Person {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[3]})
OPTIONAL MATCH (department:Department {key: row[4]})
WITH i, row, old, company, department
WHERE
  old IS NOT NULL OR
  (company IS NOT NULL AND (row[4] IS NULL OR department IS NOT NULL))
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (person:Person
      {
        key: row[0],
        name: row[1],
        email: row[2],
        title: row[5],
        level: row[6],
        status: row[7],
        status_since: row[8],
        tags: row[9]
      })-
      [:EMPLOYED_BY]->
    (company)
  FOREACH (place IN
  CASE
    WHEN department IS NULL THEN []
    ELSE [department]
  END |
    CREATE (person)-[:WORKS_IN]->(place)
  )
)
WITH i, old
ORDER BY i
RETURN
  count(*) AS found_count,
  collect(
    CASE
      WHEN
        old IS NOT NULL
        THEN
          [
            i,
            old.key,
            old.name,
            old.email,
            [(old)-[:EMPLOYED_BY]->(at) | at.key ][0],
            [(old)-[work:WORKS_IN]->(at) WHERE work.company IS NULL | at.key ][0],
            old.title,
            old.level,
            old.status,
            old.status_since,
            old.tags
          ]
    END) AS existing
