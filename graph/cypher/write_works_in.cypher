// write_works_in: Creates the employments that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
OPTIONAL MATCH (department:Department {key: row[2]})
WITH
  i,
  row,
  person,
  coalesce(department, company) AS place,
  company IS NOT NULL AND (row[2] IS NULL OR department IS NOT NULL) AS is_known
WHERE is_known
OPTIONAL MATCH (person)-[old:WORKS_IN]->(place)
WHERE
  old.company = row[1] AND coalesce(old.valid_from, '') = coalesce(row[5], '')
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (person)-
      [:WORKS_IN {
          company: row[1],
          title: row[3],
          level: row[4],
          valid_from: row[5],
          valid_to: row[6],
          certainty: row[7],
          source: row[8]
        }]->
    (place)
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
            elementId(old),
            old.title,
            old.level,
            old.valid_from,
            old.valid_to,
            old.certainty,
            old.source
          ]
    END) AS existing
