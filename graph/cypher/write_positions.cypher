// write_positions: Creates the positions that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
MATCH (person:Person {key: row[0]})
OPTIONAL MATCH (opportunity:Opportunity {key: row[1]})
OPTIONAL MATCH (company:Company {key: row[2]})
OPTIONAL MATCH (competitor:Company {key: row[7]})
WITH
  i,
  row,
  person,
  coalesce(opportunity, company) AS subject,
  row[7] IS NULL OR competitor IS NOT NULL AS is_known
WHERE subject IS NOT NULL AND is_known
OPTIONAL MATCH (person)-[old:POSITION]->(subject)
WHERE old.stated_on = row[3]
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (person)-
      [:POSITION {
          stated_on: row[3],
          power: row[4],
          stance: row[5],
          coach: row[6],
          leans_to: row[7],
          certainty: row[8],
          source: row[9]
        }]->
    (subject)
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
            old.power,
            old.stance,
            old.coach,
            old.leans_to,
            old.certainty,
            old.source
          ]
    END) AS existing
