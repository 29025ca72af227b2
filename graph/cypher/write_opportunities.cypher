// write_opportunities: Creates the opportunities that are not there yet and returns what those that are say.
// params: $rows
// returns: found_count, existing
UNWIND range(0, size($rows) - 1) AS i
WITH i, $rows[i] AS row
OPTIONAL MATCH (old:Opportunity {key: row[0]})
OPTIONAL MATCH (company:Company {key: row[1]})
WITH i, row, old, company
WHERE old IS NOT NULL OR company IS NOT NULL
FOREACH (_ IN
CASE
  WHEN old IS NULL THEN [1]
  ELSE []
END |
  CREATE
    (opportunity:Opportunity
      {
        key: row[0],
        name: row[2],
        value: row[3],
        currency: row[4],
        sale_stage: row[5],
        decision_date: row[6],
        status: row[7]
      })-
      [:OPPORTUNITY_AT]->
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
            [(old)-[:OPPORTUNITY_AT]->(at) | at.key ][0],
            old.name,
            old.value,
            old.currency,
            old.sale_stage,
            old.decision_date,
            old.status
          ]
    END) AS existing
