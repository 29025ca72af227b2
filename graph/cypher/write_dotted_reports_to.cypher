// write_dotted_reports_to: Creates the dotted reporting lines that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (manager:Person {key: row[1]})
WITH i, row, person, manager
WHERE manager IS NOT NULL
OPTIONAL MATCH (person)-[old:DOTTED_REPORTS_TO]->(manager)
WHERE coalesce(old.valid_from, '') = coalesce(row[3], '')
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (person)-
      [:DOTTED_REPORTS_TO {
          valid_from: row[3],
          valid_to: row[4],
          certainty: row[5],
          source: row[6]
        }]->
    (manager)
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
            old.valid_from,
            old.valid_to,
            old.certainty,
            old.source
          ]
    END) AS existing
