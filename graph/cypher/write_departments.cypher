// write_departments: Creates the departments that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
OPTIONAL MATCH (old:Department {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
WITH i, row, old, company
WHERE old IS NOT NULL OR company IS NOT NULL
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (department:Department {key: row[0], name: row[2], line: row[4]})-
      [:DEPARTMENT_OF]->
    (company)
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
            [(old)-[:DEPARTMENT_OF]->(at) | at.key ][0],
            old.name,
            [(old)-[:SUBDEPARTMENT_OF]->(at) | at.key ][0],
            old.line
          ]
    END) AS existing
