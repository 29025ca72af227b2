// write_ties: Creates the ties that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (employee:Person {key: row[0]})
OPTIONAL MATCH (contact:Person {key: row[1]})
WITH i, row, employee, contact
WHERE contact IS NOT NULL
OPTIONAL MATCH (employee)-[old:TIE]->(contact)
WHERE coalesce(old.valid_from, '') = coalesce(row[6], '')
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (employee)-
      [:TIE {
          trust: row[2],
          target_trust: row[3],
          last_contact: row[4],
          purposes: row[5],
          valid_from: row[6],
          valid_to: row[7],
          certainty: row[8],
          source: row[9]
        }]->
    (contact)
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
            old.trust,
            old.target_trust,
            old.last_contact,
            old.purposes,
            old.valid_from,
            old.valid_to,
            old.certainty,
            old.source
          ]
    END) AS existing
