// write_agreements: Creates the agreements that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
OPTIONAL MATCH (old:Agreement {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
WITH i, row, old, company
WHERE old IS NOT NULL OR company IS NOT NULL
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (agreement:Agreement
      {
        key: row[0],
        kind: row[2],
        name: row[3],
        valid_from: row[4],
        valid_to: row[5]
      })-
      [:AGREEMENT_WITH]->
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
            [(old)-[:AGREEMENT_WITH]->(at) | at.key ][0],
            old.kind,
            old.name,
            old.valid_from,
            old.valid_to
          ]
    END) AS existing
