// write_decision_roles: Creates the decision roles that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[1]})
WITH i, row, person, opportunity
WHERE opportunity IS NOT NULL
OPTIONAL MATCH (person)-[old:DECISION_ROLE]->(opportunity)
WHERE coalesce(old.valid_from, '') = coalesce(row[5], '') AND old.stage = row[2]
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (person)-
      [:DECISION_ROLE {
          stage: row[2],
          part: row[3],
          veto: row[4],
          valid_from: row[5],
          valid_to: row[6],
          certainty: row[7],
          source: row[8]
        }]->
    (opportunity)
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
            old.part,
            old.veto,
            old.valid_from,
            old.valid_to,
            old.certainty,
            old.source
          ]
    END) AS existing
